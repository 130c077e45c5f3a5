import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { FORMATS } from "../utils/core/status-pages/formats.ts";
import type { Source } from "../utils/core/status-pages/source.ts";
import { SOURCES } from "../utils/core/status-pages/source-table.ts";
import { HOUR } from "../utils/core/time.ts";
import type { KeyName } from "./keys/key-box.ts";
import { nameOfKeyText } from "./keys/signer.ts";

export const USER_AGENT = "NotJustMeFeed/1";
/** Where `npm run ranges` writes. */
export const RANGES_FILE = "public/ranges.bin";

/** How the server is set up, read from flags and environment. */
export type Settings = {
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  sources: readonly Source[];
  publishEverySeconds: number;
  publicDir: string | undefined;
  rangesFile: string;
  /** Milliseconds; 0: it is never built anew here. */
  rangesAge: number;
  asnFile: string | undefined;
  hostingFile: string | undefined;
  signingKey: { name: KeyName; text: string } | undefined;
  proxies: number;
  userAgent: string;
};

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

/** What is wrong with the set-up, in one line for the operator. */
export class BadSettings extends Error {}

/** What `--help` prints. */
export const SETTINGS_HELP = `  --port 8787         PORT           port to listen on; 0 takes any free one
  --host 127.0.0.1    HOST           address to listen on
  --data feed-data    DATA_DIR       database, keys, published files
  --database URL      DATABASE_URL   PostgreSQL (postgres://…) instead of the embedded database
  --sources FILE      SOURCES        JSON list of sources instead of the built-in ones; none for none
  --every 60          PUBLISH_EVERY  seconds between two documents while nothing changes
  --public DIR        PUBLIC_DIR     where files for mirrors go; inside the data folder unless given
  --ranges FILE       RANGES         table of address ranges to publish (npm run ranges); public/ranges.bin
  --rebuild 24        REBUILD        hours after which that table is built anew from the vendors' lists; 0 for never
  --asn FILE          ASN            table of network numbers: MMDB, or CSV "first address,last address,network number"
  --hosting FILE      HOSTING        networks whose reports weigh nothing; server/reports/hosting-networks.txt
  --proxies 0         PROXIES        reverse proxies of your own in front of this server
  --contact ADDRESS   CONTACT        web or mail address that sources may turn to
                      FEED_SIGNING_KEY  content of keys/feed.json or keys/root.json, where no data folder is kept`;

/** Flags of every command, each with the environment variable that does the same. */
const SETTINGS = {
  host: "HOST",
  port: "PORT",
  data: "DATA_DIR",
  database: "DATABASE_URL",
  sources: "SOURCES",
  every: "PUBLISH_EVERY",
  public: "PUBLIC_DIR",
  ranges: "RANGES",
  rebuild: "REBUILD",
  asn: "ASN",
  hosting: "HOSTING",
  proxies: "PROXIES",
  contact: "CONTACT",
} as const;

type Flag = keyof typeof SETTINGS;
type Environment = { [name: string]: string | undefined };

/**
 * Reads the settings; a flag wins over its variable. Throws `BadSettings`.
 * @param more flags of this command besides; their values are returned as they are
 */
export function readSettings<More extends string = never>(
  words: string[],
  environment: Environment,
  more: { [flag in More]: "string" | "boolean" } = {} as { [flag in More]: "string" | "boolean" },
): { settings: Settings; more: { [flag in More]?: string | boolean } } {
  const values = readFlags(words, more);
  const given = (flag: Flag): string | undefined => {
    const text = (values[flag] as string | undefined) ?? environment[SETTINGS[flag]];
    return text === undefined || text.trim() === "" ? undefined : text.trim();
  };
  const named = (flag: Flag) => (values[flag] === undefined ? SETTINGS[flag] : `--${flag}`);
  const databaseUrl = given("database");
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new BadSettings(`${named("database")}: must begin with postgres://`);
  }
  const contact = given("contact");
  const settings: Settings = {
    host: given("host") ?? "127.0.0.1",
    port: readNumber(given("port") ?? "8787", named("port"), 0, 65_535, true),
    dataDir: given("data") ?? "feed-data",
    databaseUrl,
    sources: readSources(given("sources"), named("sources")),
    publishEverySeconds: readNumber(given("every") ?? "60", named("every"), 0.1, 600, false),
    publicDir: given("public"),
    rangesFile: given("ranges") ?? RANGES_FILE,
    rangesAge: readNumber(given("rebuild") ?? "24", named("rebuild"), 0, 720, false) * HOUR,
    asnFile: given("asn"),
    hostingFile: given("hosting"),
    signingKey: readSigningKey(environment.FEED_SIGNING_KEY),
    proxies: readNumber(given("proxies") ?? "0", named("proxies"), 0, 10, true),
    userAgent: contact === undefined ? USER_AGENT : `${USER_AGENT} (+${contact.replaceAll(/[^\x21-\x7e]/g, "")})`,
  };
  return { settings, more: values as { [flag in More]?: string | boolean } };
}

function readFlags(words: string[], more: { [flag: string]: "string" | "boolean" }): { [flag: string]: unknown } {
  const flags = Object.fromEntries(Object.keys(SETTINGS).map((flag) => [flag, { type: "string" as const }]));
  const others = Object.fromEntries(Object.entries(more).map(([flag, type]) => [flag, { type }]));
  try {
    return parseArgs({ args: withKeysAsValues(words), options: { ...flags, ...others }, allowPositionals: false }).values;
  } catch (problem) {
    const reason = (problem instanceof Error ? problem.message : String(problem)).split(/[.\n]/)[0];
    throw new BadSettings(`${reason}; flags are ${[...Object.keys(others), ...Object.keys(flags)].map((flag) => `--${flag}`).join(" ")}`);
  }
}

function readNumber(text: string, name: string, least: number, most: number, whole: boolean): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most) || (whole && !Number.isInteger(number))) {
    throw new BadSettings(`${name}: ${JSON.stringify(text)} is no ${whole ? "whole " : ""}number from ${least} to ${most}`);
  }
  return number;
}

const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, "must be letters, digits, dots and hyphens"));
const webAddress = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:/.test(text), "must be a web address"),
  v.maxLength(500),
);
const sourceFile = v.array(
  v.pipe(
    v.strictObject({
      id: identifier,
      format: v.picklist(FORMATS, `must be one of ${FORMATS.join(" ")}`),
      url: webAddress,
      provider: v.optional(identifier),
      site: v.optional(v.nullable(identifier), null),
      page: v.optional(webAddress),
      every: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(86_400)), 60),
    }),
    v.check(({ provider, site }) => provider !== undefined || site !== null, "needs a provider or a site"),
  ),
);

/** Reads sources from a JSON file instead of the built-in list; `none` means none. */
function readSources(file: string | undefined, name: string): readonly Source[] {
  if (file === undefined) return SOURCES;
  if (file === "none") return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    const reason = problem instanceof SyntaxError ? "is not JSON" : `cannot be read (${(problem as NodeJS.ErrnoException).code})`;
    throw new BadSettings(`${name}: ${file} ${reason}`);
  }
  const read = v.safeParse(sourceFile, value);
  if (!read.success) {
    const [issue] = read.issues;
    throw new BadSettings(`${name}: ${file}: ${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  }
  const twice = read.output.find(({ id }, index) => read.output.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new BadSettings(`${name}: ${file}: the id ${twice.id} is given twice`);
  return read.output.map(({ id, format, url, provider, site, page, every }) => ({
    id,
    format,
    url,
    provider: provider ?? site ?? id,
    site,
    page: page ?? new URL(url).origin,
    every,
  }));
}

function readSigningKey(text: string | undefined): Settings["signingKey"] {
  if (text === undefined || text.trim() === "") return undefined;
  const name = nameOfKeyText(text);
  if (name === null) throw new BadSettings("FEED_SIGNING_KEY: must be the content of keys/root.json or keys/feed.json");
  return { name, text };
}
