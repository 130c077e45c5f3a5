import { parseArgs } from "node:util";
import { messageOf } from "../../utils/core/message-of.ts";
import { type Flags, UsageError, type ValuesOf } from "./flags.ts";

/** The three groups of `npm run help`. */
export type Group = "product" | "daily" | "instrument";

/** What `npm run help` shows of a command. */
export type Description = {
  name: string;
  group: Group;
  /** One line: what it does. */
  summary: string;
  /** How long it takes on two cores: `10 seconds`, `half an hour`. */
  takes: string;
};

/** Words that are no flags. */
type Operands = {
  /** As the help shows them: `FILE.jsonl [MORE.jsonl …]`. */
  form: string;
  least: number;
  /** Any number where left out. */
  most?: number;
};

type Definition<Of extends Flags> = Description & {
  /** More than one line about it, for its own `--help`. */
  details?: string;
  flags: Of;
  operands?: Operands;
  /** Its output is data for other programs: the usage shows `npm run --silent`, which keeps npm's own lines out of it. */
  silent?: true;
  /** How it is called, where it reads its words itself: then they come as operands, all but `--help` and `-h`. */
  ownUsage?: string;
  /** Runs it. Returns the exit status, 0 where nothing is returned. */
  run: (given: { flags: ValuesOf<Of>; operands: string[] }) => number | void | Promise<number | void>;
};

export type Command = Description & {
  help: string;
  /** Runs it with the words of a command line; returns the exit status. Prints `--help` and whatever went wrong itself. */
  start: (words: readonly string[]) => Promise<number>;
};

/**
 * Makes a command, and runs it where its file is what Node was started with. Exit status 2: it was called wrongly (`UsageError`), and
 * the message says what is allowed. Exit status 1: it failed, and the message says why.
 */
export async function command<const Of extends Flags>(file: ImportMeta, definition: Definition<Of>): Promise<Command> {
  const help = helpOf(definition as Outline);
  const start = async (words: readonly string[]): Promise<number> => {
    try {
      const given = readWords(definition, words);
      if (given === "help") {
        console.log(help);
        return 0;
      }
      return (await definition.run(given)) ?? 0;
    } catch (problem) {
      console.error(describeProblem(problem));
      return problem instanceof UsageError ? 2 : 1;
    }
  };
  const { name, group, summary, takes } = definition;
  if (file.main) process.exitCode = await start(process.argv.slice(2));
  return { name, group, summary, takes, help, start };
}

/** What went wrong, for the person at the command line. A mistake in our own code is followed by where it was made. */
function describeProblem(problem: unknown): string {
  const isMistake = problem instanceof Error && [TypeError, ReferenceError, SyntaxError].some((kind) => problem.constructor === kind);
  const place = isMistake ? problem.stack?.split("\n").find((line) => line.trim().startsWith("at ")) : undefined;
  return place === undefined ? messageOf(problem) : `${String(problem)} (${place.trim()})`;
}

function readWords<Of extends Flags>(definition: Definition<Of>, words: readonly string[]) {
  const { name, flags, operands, ownUsage } = definition;
  if (ownUsage !== undefined)
    return words.some((word) => word === "--help" || word === "-h") ? "help" : { flags: {} as ValuesOf<Of>, operands: [...words] };
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, { placeholder }]) => [flag, { type: placeholder === null ? "boolean" : "string" } as const]),
  );
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const texts: { [flag: string]: string[] } = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    if (token.rawName === "--help" || token.rawName === "-h") return "help";
    const flag = Object.hasOwn(flags, token.name) && token.rawName.startsWith("--") ? flags[token.name] : undefined;
    if (flag === undefined) throw new UsageError(`unknown option ${token.rawName}; ${allowedFlags(name, flags)}`);
    const hasNone = token.value === undefined || (!token.inlineValue && token.value.startsWith("--"));
    if (flag.placeholder === null && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
    if (flag.placeholder !== null && hasNone) throw new UsageError(`${token.rawName} needs a value: ${flag.placeholder}`);
    texts[token.name] = [...(texts[token.name] ?? []), token.value ?? ""];
  }
  const { least = 0, most = operands === undefined ? 0 : Number.POSITIVE_INFINITY } = operands ?? {};
  if (rest.length < least) throw new UsageError(`Usage: ${usageOf(definition)}`);
  if (rest.length > most) throw new UsageError(`"${rest[most]}" is one word too many. Usage: ${usageOf(definition)}`);
  const values = Object.fromEntries(Object.entries(flags).map(([flag, { read }]) => [flag, read(flag, texts[flag] ?? [])]));
  return { flags: values as ValuesOf<Of>, operands: rest };
}

const allowedFlags = (name: string, flags: Flags): string =>
  `npm run ${name} knows ${[...Object.keys(flags), "help"].map((flag) => `--${flag}`).join(" ")}`;

/** A definition without the types of its own flags. */
type Outline = Omit<Definition<Flags>, "run">;

/** `npm run --silent diagnose -- [--explain] FILE.jsonl …` */
function usageOf({ name, flags, operands, silent }: Pick<Outline, "name" | "flags" | "operands" | "silent">): string {
  const words = Object.entries(flags).map(([flag, { placeholder }]) => `[--${flag}${placeholder === null ? "" : ` ${placeholder}`}]`);
  if (operands !== undefined) words.push(operands.form);
  const start = name === "start" || name === "test" ? `npm ${name}` : `npm run ${silent ? "--silent " : ""}${name}`;
  return words.length === 0 ? start : `${start} -- ${words.join(" ")}`;
}

function helpOf(definition: Outline): string {
  const { summary, details, takes, flags } = definition;
  const rows = Object.entries(flags).map(([flag, { placeholder, help }]) => ({
    left: `--${flag}${placeholder === null ? "" : ` ${placeholder}`}`,
    help,
  }));
  const width = Math.min(28, Math.max(0, ...rows.map(({ left }) => left.length)));
  const lines = rows.map(({ left, help }) =>
    left.length > width ? `  ${left}\n  ${" ".repeat(width)}  ${help}` : `  ${left.padEnd(width)}  ${help}`,
  );
  return [
    definition.ownUsage ?? usageOf(definition),
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\nTime: ${takes}.`,
    ...(details === undefined ? [] : [details]),
    ...(lines.length === 0 ? [] : [lines.join("\n")]),
  ].join("\n\n");
}
