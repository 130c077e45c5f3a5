import { parseArgs } from "node:util";
import { nearNames } from "../answers/near-names.ts";
import { UsageError } from "../support/flags.ts";

/** Flags that every command has. */
export type Common = {
  json: boolean;
  refresh: boolean;
  feed: readonly string[];
  key: string | undefined;
};

/** A command line that was understood. */
export type Request =
  | { command: "help"; of: CommandName | null }
  | { command: "version" }
  | ({ command: "down"; words: string } & Common)
  | ({ command: "where"; words: readonly string[]; noFeed: boolean } & Common)
  | ({ command: "outages"; mine: string | null } & Common);

const COMMANDS = ["down", "where", "outages"] as const;
export type CommandName = (typeof COMMANDS)[number];

/** The type of each flag, and the commands that have it; all where none is named. */
const FLAGS: { [name: string]: { type: "boolean" | "string"; only?: CommandName; needs?: string } } = {
  json: { type: "boolean" },
  refresh: { type: "boolean" },
  feed: { type: "string", needs: "the base address of a feed" },
  key: { type: "string", needs: "the root key of the feed" },
  "no-feed": { type: "boolean", only: "where" },
  mine: { type: "string", only: "outages", needs: "a file of hosts, or - for standard input" },
  help: { type: "boolean" },
  version: { type: "boolean" },
};

const SHORT: { [letter: string]: string } = { h: "help", V: "version" };

/** Reads the words of a command line. @throws UsageError where it cannot be understood; the message says what is allowed */
export function readWords(args: readonly string[]): Request {
  const options = Object.fromEntries(Object.entries(FLAGS).map(([name, { type }]) => [name, { type }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  const [first, ...rest] = words;
  const command = COMMANDS.find((name) => name === first);
  const named = (name: string) => given.filter((token) => (SHORT[token.name] ?? token.name) === name);
  if (named("help").length > 0 || first === "help" || args.length === 0) {
    const [subject] = first === "help" ? rest : [first];
    return { command: "help", of: COMMANDS.find((name) => name === subject) ?? null };
  }
  if (named("version").length > 0) return { command: "version" };
  if (command === undefined) throw new UsageError(unknownCommand(first));
  for (const { name, rawName, value, inlineValue } of given) check(name, rawName, value, inlineValue, command);
  const texts = (name: string) => named(name).flatMap(({ value }) => value ?? []);
  const common: Common = {
    json: named("json").length > 0,
    refresh: named("refresh").length > 0,
    feed: texts("feed").flatMap((text) => text.split(",")),
    key: texts("key").at(-1),
  };
  if (command === "outages") {
    if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one word too many: outages takes a list of hosts by --mine FILE`);
    return { command, mine: texts("mine").at(-1) ?? null, ...common };
  }
  if (rest.every((word) => word.trim() === ""))
    throw new UsageError(command === "down" ? "down needs a name: down netflix" : "where needs a host: where api.example.com");
  if (command === "down") return { command, words: rest.join(" "), ...common };
  return { command, words: rest, noFeed: named("no-feed").length > 0, ...common };
}

function check(name: string, rawName: string, value: string | undefined, inline: boolean | undefined, command: CommandName): void {
  const flag = Object.hasOwn(FLAGS, name) && rawName.startsWith("--") ? FLAGS[name] : undefined;
  if (flag === undefined || (flag.only !== undefined && flag.only !== command)) {
    const known = Object.entries(FLAGS).filter(([, { only }]) => only === undefined || only === command);
    throw new UsageError(`unknown option ${rawName}; ${command} knows ${known.map(([other]) => `--${other}`).join(" ")}`);
  }
  if (flag.type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  // A key may begin with a dash, so only what is a flag of ours is no value.
  const isMissing = value === undefined || value === "" || (inline !== true && value.startsWith("--") && value.slice(2) in FLAGS);
  if (flag.type === "string" && isMissing) throw new UsageError(`${rawName} needs a value: ${flag.needs}`);
}

function unknownCommand(word: string | undefined): string {
  const list = `the commands are ${COMMANDS.join(", ")} (--help explains them)`;
  if (word === undefined) return `no command was given; ${list}`;
  const [near] = nearNames(
    word,
    COMMANDS.map((name) => ({ name, meant: name })),
  );
  return near === undefined ? `"${word}" is no command; ${list}` : `"${word}" is no command: did you mean ${near}?`;
}
