/** What was typed cannot be done: the message names what was wrong and what is allowed. The command ends with status 2. */
export class UsageError extends Error {}

/** One `--flag` of a command. `Value` is what the command gets. */
export type Flag<Value> = {
  /** What follows the flag, as the help shows it: `N`, `FOLDER`; null where nothing follows. */
  placeholder: string | null;
  help: string;
  /** Reads all texts that were given for this flag, in order; none where it was left out. @throws UsageError */
  read: (name: string, texts: readonly string[]) => Value;
};

export type Flags = { readonly [name: string]: Flag<unknown> };
export type ValuesOf<Of extends Flags> = { [Name in keyof Of]: Of[Name] extends Flag<infer Value> ? Value : never };

/** A flag without a value: true when it is given. */
export function toggle(help: string): Flag<boolean> {
  return { placeholder: null, help, read: (_, texts) => texts.length > 0 };
}

export function text(placeholder: string, help: string): Flag<string | undefined>;
export function text(placeholder: string, help: string, fallback: string): Flag<string>;
export function text(placeholder: string, help: string, fallback?: string): Flag<string | undefined> {
  return { placeholder, help: withFallback(help, fallback), read: (_, texts) => texts.at(-1) ?? fallback };
}

/** A flag that may be given several times: all its texts in order. */
export function texts(placeholder: string, help: string): Flag<readonly string[]> {
  return { placeholder, help, read: (_, given) => given };
}

type Bounds<Fallback> = { help: string; fallback: Fallback; least?: number; most?: number };

/** A whole number from `least` (0) to `most`. */
export function wholeNumber<Fallback extends number | undefined>(bounds: Bounds<Fallback>): Flag<number | Fallback> {
  return numberOf("a whole number", Number.isInteger, bounds);
}

/** A number from `least` (0) to `most`, whole or not. */
export function decimal<Fallback extends number | undefined>(bounds: Bounds<Fallback>): Flag<number | Fallback> {
  return numberOf("a number", Number.isFinite, bounds);
}

function numberOf<Fallback extends number | undefined>(
  kind: string,
  isKind: (value: number) => boolean,
  { help, fallback, least = 0, most }: Bounds<Fallback>,
): Flag<number | Fallback> {
  const allowed = `${kind} ${most === undefined ? `from ${least}` : `from ${least} to ${most}`}`;
  return {
    placeholder: "N",
    help: withFallback(help, fallback),
    read(name, texts) {
      const given = texts.at(-1);
      if (given === undefined) return fallback;
      const value = given.trim() === "" ? Number.NaN : Number(given);
      if (!isKind(value) || value < least || value > (most ?? Number.POSITIVE_INFINITY))
        throw new UsageError(`--${name} ${given}: ${allowed} is expected`);
      return value;
    },
  };
}

/** A list with more words than this is left out of the usage; the message about a wrong word has it. */
const MOST_IN_USAGE = 6;

/** One word of a list. */
export function oneOf<const Choice extends string>(choices: readonly Choice[], help: string): Flag<Choice | undefined>;
export function oneOf<const Choice extends string>(choices: readonly Choice[], help: string, fallback: Choice): Flag<Choice>;
export function oneOf<const Choice extends string>(choices: readonly Choice[], help: string, fallback?: Choice): Flag<Choice | undefined> {
  return {
    placeholder: choices.length > MOST_IN_USAGE ? "NAME" : choices.join("|"),
    help: withFallback(help, fallback),
    read: (name, texts) => texts.map((given) => choose(name, given, choices)).at(-1) ?? fallback,
  };
}

/** Several words of a list, separated by commas or by giving the flag again; undefined where the flag is left out. */
export function someOf<const Choice extends string>(
  choices: readonly Choice[],
  placeholder: string,
  help: string,
): Flag<Choice[] | undefined> {
  return {
    placeholder: `${placeholder}[,${placeholder}]`,
    help,
    read: (name, texts) =>
      texts.length === 0 ? undefined : texts.flatMap((given) => given.split(",")).map((word) => choose(name, word.trim(), choices)),
  };
}

function choose<Choice extends string>(name: string, given: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === given);
  if (chosen === undefined) throw new UsageError(`--${name} ${given}: one of these is expected: ${choices.join(" ")}`);
  return chosen;
}

const withFallback = (help: string, fallback: string | number | undefined) => (fallback === undefined ? help : `${help} (${fallback})`);
