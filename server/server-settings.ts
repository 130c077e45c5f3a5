import { parseArgs } from "node:util";
import { MAX_URL_LENGTH } from "../utils/core/feed/limits.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { REPORTS_PATH } from "../utils/core/reports/report.ts";
import { isReportsAddress } from "../utils/core/reports/reports-address.ts";
import { HOUR } from "../utils/core/time.ts";
import { BadSettings } from "./bad-settings.ts";
import { readFeedKey } from "./keys/key-files.ts";
import { readSources } from "./own-sources.ts";

export const USER_AGENT = "NotJustMeFeed/2";
/** Where `npm run ranges` writes. */
export const RANGES_FILE = "public/ranges.bin";

type Setting<Value> = {
  /** Null where only the environment has it. */
  flag: string | null;
  environment: string;
  /** What counts where nothing is given. */
  fallback?: string;
  /** What the help shows after the flag in place of the fallback. */
  placeholder?: string;
  help: string;
  /**
   * Reads the given text or the fallback. Throws `BadSettings`.
   * @param name what the operator used, flag or variable, for messages
   */
  read(text: string | undefined, name: string): Value;
};

/** Every setting by its property, in the order of the help. */
const SETTINGS = {
  port: number(
    { flag: "port", environment: "PORT", fallback: "8787", help: "port to listen on; 0 takes any free one" },
    0,
    65_535,
    "whole",
  ),
  host: text({ flag: "host", environment: "HOST", fallback: "127.0.0.1", help: "address to listen on" }),
  dataDir: text({ flag: "data", environment: "DATA_DIR", fallback: "feed-data", help: "database, keys, published files" }),
  databaseUrl: {
    ...{ flag: "database", environment: "DATABASE_URL", placeholder: "URL" },
    help: "PostgreSQL (postgres://…) instead of the embedded database",
    read: readDatabaseUrl,
  },
  sources: {
    ...{ flag: "sources", environment: "SOURCES", placeholder: "FILE" },
    help: "JSON list of sources instead of the built-in ones; the word none: no source",
    read: readSources,
  },
  publishEverySeconds: number(
    { flag: "every", environment: "PUBLISH_EVERY", fallback: "60", help: "seconds between two documents while nothing changes" },
    0.1,
    600,
  ),
  publicDir: file({
    ...{ flag: "public", environment: "PUBLIC_DIR", placeholder: "DIR" },
    help: "where files for mirrors go; inside the data folder unless given",
  }),
  rangesFile: text({
    ...{ flag: "ranges", environment: "RANGES", placeholder: "FILE", fallback: RANGES_FILE },
    help: `table of address ranges to publish (npm run ranges); ${RANGES_FILE}`,
  }),
  /** Milliseconds; 0: never. */
  rangesAge: hours({
    ...{ flag: "rebuild", environment: "REBUILD", fallback: "24" },
    help: "hours after which that table is built anew from the vendors' lists; 0 for never",
  }),
  networksFile: file({
    ...{ flag: "networks", environment: "NETWORKS", placeholder: "FILE" },
    help: "table of networks and countries (npm run networks); MMDB and CSV too",
  }),
  hostingFile: file({
    ...{ flag: "hosting", environment: "HOSTING", placeholder: "FILE" },
    help: "networks whose reports do not count; server/reports/hosting-networks.txt",
  }),
  reportsAddress: {
    ...{ flag: "reports", environment: "REPORTS", placeholder: "URL" },
    help: `https address of this server's ${REPORTS_PATH}; without it the feed takes no reports; own: for trying it out here`,
    read: readReportsAddress,
  },
  proxies: number(
    { flag: "proxies", environment: "PROXIES", fallback: "0", help: "reverse proxies of your own in front of this server" },
    0,
    10,
    "whole",
  ),
  userAgent: {
    ...{ flag: "contact", environment: "CONTACT", placeholder: "ADDRESS" },
    help: "web or mail address where the operators of sources reach you",
    read: readUserAgent,
  },
  vantage: {
    ...{ flag: "vantage", environment: "VANTAGE", placeholder: "ID" },
    help: "name of the place where this server stands, such as fra; with --country and --contact it measures what fails, and asks other hosts, from there",
    read: readVantage,
  },
  country: {
    ...{ flag: "country", environment: "COUNTRY", placeholder: "DE" },
    help: "country in which it stands (ISO 3166)",
    read: readCountry,
  },
  globalping: {
    ...{ flag: "globalping", environment: "GLOBALPING", placeholder: "TOKEN" },
    help: "have Globalping's probes asked about what fails; the word free: without an account",
    read: (token: string | undefined): string | undefined => token,
  },
  signingKey: {
    ...{ flag: null, environment: "FEED_SIGNING_KEY" },
    help: "content of keys/feed.json, where no data folder is kept; good for a week",
    read: readSigningKey,
  },
} as const satisfies { [name: string]: Setting<unknown> };

/** How the server is set up. */
export type Settings = { -readonly [name in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[name]["read"]> };

const TABLE: readonly (readonly [property: string, setting: Setting<unknown>])[] = Object.entries(SETTINGS);

/** What `--help` prints of some settings: a line for each, with its flag, its default and its environment variable. */
export function settingsHelp(properties: readonly string[] = Object.keys(SETTINGS)): string {
  const chosen = TABLE.filter(([property]) => properties.includes(property));
  const lines = chosen.map(([, { flag, environment, fallback, placeholder, help }]) => {
    const written = flag === null ? "" : `--${flag} ${placeholder ?? fallback ?? ""}`;
    return `  ${written.padEnd(20)}${environment.padEnd(16)}  ${help}`;
  });
  return lines.join("\n");
}

type Environment = { [name: string]: string | undefined };

/**
 * Reads the settings; a flag has precedence over its variable. Throws `BadSettings`.
 * @param more flags that only this command has; their values are returned unread
 */
export function readSettings<More extends string = never>(
  words: string[],
  environment: Environment,
  more: { [flag in More]: "string" | "boolean" } = {} as { [flag in More]: "string" | "boolean" },
): { settings: Settings; more: { [flag in More]?: string | boolean } } {
  const values = readFlags(words, more);
  const read = TABLE.map(([property, { flag, environment: variable, fallback, read }]) => {
    const flagged = flag === null ? undefined : (values[flag] as string | undefined);
    const given = (flagged ?? environment[variable] ?? "").trim();
    return [property, read(given === "" ? fallback : given, flagged === undefined ? variable : `--${flag}`)];
  });
  const settings = Object.fromEntries(read) as Settings;
  checkVantage(settings);
  return { settings, more: values as { [flag in More]?: string | boolean } };
}

function readFlags(words: string[], more: { [flag: string]: "string" | "boolean" }): { [flag: string]: unknown } {
  const flags = Object.fromEntries(TABLE.flatMap(([, { flag }]) => (flag === null ? [] : [[flag, { type: "string" as const }]])));
  const others = Object.fromEntries(Object.entries(more).map(([flag, type]) => [flag, { type }]));
  try {
    return parseArgs({ args: withKeysAsValues(words), options: { ...flags, ...others }, allowPositionals: false }).values;
  } catch (problem) {
    const reason = messageOf(problem).split(/[.\n]/)[0];
    throw new BadSettings(`${reason}; flags are ${[...Object.keys(others), ...Object.keys(flags)].map((flag) => `--${flag}`).join(" ")}`);
  }
}

/** One key in 64 begins with a dash, which would be read as the next flag. 43 letters of base64url are 32 bytes. */
const DASHED_KEY = /^-[\w-]{42}$/;

function withKeysAsValues(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    if (joined.at(-1) === "--key" && DASHED_KEY.test(word)) joined[joined.length - 1] = `--key=${word}`;
    else joined.push(word);
  }
  return joined;
}

type Described = Omit<Setting<unknown>, "read">;

function text(setting: Described & { fallback: string }): Setting<string> {
  return { ...setting, read: (given) => given ?? setting.fallback };
}

function file(setting: Described): Setting<string | undefined> {
  return { ...setting, read: (given) => given };
}

function number(setting: Described & { fallback: string }, least: number, most: number, kind: "any" | "whole" = "any"): Setting<number> {
  return {
    ...setting,
    read(given = setting.fallback, name) {
      const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
      if (value >= least && value <= most && (kind === "any" || Number.isInteger(value))) return value;
      throw new BadSettings(`${name}: ${JSON.stringify(given)} is no ${kind === "whole" ? "whole " : ""}number from ${least} to ${most}`);
    },
  };
}

/** Given in hours, at most a month of them; returned in milliseconds. */
function hours(setting: Described & { fallback: string }): Setting<number> {
  const { read } = number(setting, 0, 720);
  return { ...setting, read: (given, name) => read(given, name) * HOUR };
}

function readDatabaseUrl(url: string | undefined, name: string): string | undefined {
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) throw new BadSettings(`${name}: must begin with postgres://`);
  return url;
}

function readUserAgent(contact: string | undefined): string {
  return contact === undefined ? USER_AGENT : userAgentOf(contact);
}

/** What requests of an operator say of themselves. */
export function userAgentOf(contact: string): string {
  return `${USER_AGENT} (+${contact.replaceAll(/[^\x21-\x7e]/g, "")})`;
}

function readVantage(id: string | undefined, name: string): string | undefined {
  if (id === undefined || /^[a-z][a-z0-9-]{0,15}$/.test(id)) return id;
  throw new BadSettings(`${name}: ${JSON.stringify(id)} must be a short name in small letters, such as fra or us-east`);
}

function readCountry(code: string | undefined, name: string): string | undefined {
  if (code === undefined || /^[A-Z]{2}$/.test(code)) return code;
  throw new BadSettings(`${name}: ${JSON.stringify(code)} must be two capital letters, such as DE`);
}

/** Who is asked must be able to see by whom. */
function checkVantage({ vantage, country, globalping, userAgent }: Settings): void {
  if (vantage === undefined) {
    if (country !== undefined) throw new BadSettings("--country says where a vantage stands: it needs --vantage");
    if (globalping !== undefined) throw new BadSettings("--globalping asks about what a vantage sees fail: it needs --vantage");
    return;
  }
  if (country === undefined) throw new BadSettings("--vantage needs --country: the country in which this server stands");
  if (userAgent === USER_AGENT) throw new BadSettings("--vantage needs --contact: an address where the operators of hosts reach you");
}

function readSigningKey(content: string | undefined, variable: string): string | undefined {
  if (content !== undefined && readFeedKey(content) === null) throw new BadSettings(`${variable}: must be the content of keys/feed.json`);
  return content;
}

function readReportsAddress(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text === "own" || (isReportsAddress(text) && text.length <= MAX_URL_LENGTH)) return text;
  throw new BadSettings(
    `${name}: ${JSON.stringify(text)} must be an https address such as https://feed.example.org${REPORTS_PATH}, or the word own`,
  );
}
