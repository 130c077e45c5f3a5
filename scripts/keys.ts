import type { KeyBox } from "../server/keys/key-box.ts";
import { readFeedKey, readRootKey, writeKey } from "../server/keys/key-files.ts";
import { makeKeyPair } from "../server/keys/key-pair.ts";
import { newestRoot } from "../server/keys/root-chain.ts";
import { grantFeedKey } from "../server/keys/signer.ts";
import { openKeys } from "../server/open-data.ts";
import { keyIdOf } from "../utils/core/feed/public-key.ts";
import { addSignatures, adoptRoot, chainOf, draftNextRoot, stateFirstRoot } from "./keys/ceremony.ts";
import { readRootKeyFile, readText, writeNewKeyFile } from "./keys/key-file.ts";
import { readRootDraft } from "./keys/root-draft.ts";
import { showKeys } from "./keys/show.ts";
import { command } from "./support/command.ts";
import { text, texts, UsageError, type ValuesOf, wholeNumber } from "./support/flags.ts";

const FLAGS = {
  data: text("DIR", "data folder of the feed server; DATA_DIR, or feed-data, unless given"),
  keys: text("KEY,KEY", "public keys of the root that is made"),
  threshold: wholeNumber({ least: 1, most: 8, fallback: undefined, help: "how many of them must sign the next root (1)" }),
  sign: texts("FILE", "signs with the root key in this file; may be given several times"),
  root: text("FILE", "the root key that grants the feed key"),
  out: text("FILE", "where to write what is made"),
};
type Given = ValuesOf<typeof FLAGS>;

type Verb = {
  /** Its flags, in the order of the help; `!` after those that it cannot do without. */
  flags: readonly (keyof Given | `${keyof Given}!`)[];
  file: boolean;
  /** @returns lines for the person */
  run(given: Given, file: string): Promise<string[]>;
};

const VERBS: { [verb: string]: Verb } = {
  show: { flags: ["data"], file: false, run: ({ data }) => withKeys(data, (box) => showKeys(box, Date.now())) },
  new: {
    flags: [],
    file: true,
    async run(_, file) {
      const pair = makeKeyPair();
      writeNewKeyFile(file, pair);
      return [pair.key];
    },
  },
  first: {
    flags: ["data", "keys!", "threshold"],
    file: false,
    run: ({ data, keys = "", threshold = 1 }) => withKeys(data, (box) => stateFirstRoot(box, keys, threshold)),
  },
  root: {
    flags: ["data", "keys!", "threshold", "sign", "out"],
    file: false,
    run: ({ data, keys = "", threshold = 1, sign, out }) =>
      withKeys(data, (box) => draftNextRoot(box, { keys, threshold, signers: sign, out })),
  },
  sign: { flags: ["sign"], file: true, run: ({ sign }, file) => addSignatures(file, sign) },
  adopt: { flags: ["data"], file: true, run: ({ data }, file) => withKeys(data, (box) => adopt(box, file)) },
  grant: {
    flags: ["root!", "out"],
    file: false,
    async run({ root = "", out }) {
      const feedKey = grantFeedKey(readRootKeyFile(root), Date.now());
      if (out === undefined) return [writeKey(feedKey).trim()];
      writeNewKeyFile(out, feedKey);
      return [`${out}: feed key ${keyIdOf(feedKey.key)}, ends on ${feedKey.notAfter}`];
    },
  },
};

/** Takes over a new root, or a key of the newest one, from a file that another machine wrote. */
async function adopt(box: KeyBox, file: string): Promise<string[]> {
  const content = readText(file);
  const draft = readRootDraft(content);
  if (draft !== null) return await adoptRoot(box, draft, file);
  const [feedKey, rootKey] = [readFeedKey(content), readRootKey(content)];
  const grantor = feedKey?.root ?? rootKey?.key;
  if (grantor === undefined) throw new UsageError(`${file}: is neither a draft of a root nor a feed key nor a root key`);
  const { keys, number } = newestRoot(await chainOf(box));
  if (!keys.includes(grantor))
    throw new UsageError(`${file}: ${keyIdOf(grantor)} is not a key of root ${number}, so clients would refuse it`);
  if (feedKey !== null && !(Date.parse(feedKey.notAfter) > Date.now()))
    throw new UsageError(`${file}: this feed key ended on ${feedKey.notAfter}; npm run keys -- grant makes the next one`);
  await box.replace(feedKey === null ? "root" : "feed", content);
  return [`the ${feedKey === null ? "root" : "feed"} key of ${file} is in ${box.place}. A running server takes it within a minute.`];
}

async function withKeys(data: string | undefined, run: (box: KeyBox) => Promise<string[]>): Promise<string[]> {
  const databaseUrl = process.env.DATABASE_URL?.trim();
  const place = { dataDir: data ?? process.env.DATA_DIR ?? "feed-data", ...(databaseUrl ? { databaseUrl } : {}) };
  const { box, close } = await openKeys(place).catch((problem: Error) => {
    throw new UsageError(problem.message);
  });
  try {
    return await run(box);
  } finally {
    await close();
  }
}

const usageOf = (name: string, { flags, file }: Verb) =>
  [
    `npm run keys -- ${name}`,
    ...(file ? ["FILE"] : []),
    ...flags.map((flag) => {
      const shown = `--${flag.replace("!", "")} ${FLAGS[flag.replace("!", "") as keyof Given].placeholder}`;
      return flag.endsWith("!") ? shown : `[${shown}]`;
    }),
  ].join(" ");

async function runKeys(given: Given, [name = "", ...files]: string[]): Promise<void> {
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) throw new UsageError(`${name}: one of these is expected: ${Object.keys(VERBS).join(" ")}`);
  const usage = `Usage: ${usageOf(name, verb)}`;
  const isGiven = (flag: string) => {
    const value = given[flag as keyof Given];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  };
  const known = verb.flags.map((flag) => flag.replace("!", ""));
  const foreign = Object.keys(FLAGS).find((flag) => isGiven(flag) && !known.includes(flag));
  if (foreign !== undefined) throw new UsageError(`${name} takes no --${foreign}. ${usage}`);
  const missing = verb.flags.find((flag) => flag.endsWith("!") && !isGiven(flag.slice(0, -1)));
  if (missing !== undefined) throw new UsageError(`${name} needs --${missing.slice(0, -1)}. ${usage}`);
  if (files.length !== (verb.file ? 1 : 0)) throw new UsageError(usage);
  for (const line of await verb.run(given, files[0] ?? "")) console.log(line);
}

export default await command(import.meta, {
  name: "keys",
  group: "product",
  summary: "makes and shows the keys of a feed, and replaces its root",
  takes: "a second",
  details: `What each word does; SECURITY.md has the steps for a lost and a stolen key:

  show    the root for FEED_ROOT_KEY, the roots before it, which keys are here, and when the feed key ends
  new     makes a root key in FILE and prints its public half
  first   states the first root of a feed with several keys, before the first build
  root    makes the draft of the next root, and says which signatures are missing
  sign    adds signatures to a draft, on any machine; without --sign it only says what the draft holds
  adopt   takes over a complete draft, a feed key or a root key from FILE
  grant   makes a feed key for a week, and prints it where --out is not given

${Object.entries(VERBS)
  .map(([name, verb]) => `  ${usageOf(name, verb)}`)
  .join("\n")}

With PostgreSQL give DATABASE_URL: the keys are in its table signing_keys. Exit status 2 where something that was given is wrong; then nothing is written.`,
  flags: FLAGS,
  operands: { form: "WORD [FILE]", least: 1, most: 2 },
  run: ({ flags, operands }) => runKeys(flags, operands),
});
