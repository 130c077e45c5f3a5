import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BadSettings } from "../server/bad-settings.ts";
import { folderKeyBox, givenKeyBox } from "../server/keys/key-box.ts";
import { newestRoot, readRootChain } from "../server/keys/root-chain.ts";
import { type FeedPipelineOptions, openFeedPipeline } from "../server/leader/feed-pipeline.ts";
import { openData, openStoreAt } from "../server/open-data.ts";
import { readAttachments } from "../server/publish/attachments.ts";
import { HEAD_DRAFT, UNSIGNED } from "../server/publish/unsigned.ts";
import { readSettings, type Settings, settingsHelp } from "../server/server-settings.ts";
import { type Root, readRootText, rootText } from "../utils/core/feed/root-text.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { wholeCatalogue } from "../utils/core/providers/further-services.ts";
import { MINUTE } from "../utils/core/time.ts";
import { command } from "./support/command.ts";
import { endInOneLine } from "./support/ending.ts";
import { mirrorAt, readFeedAt } from "./support/read-feed.ts";

const USAGE =
  "npm run feed -- --once --out DIR [--unsigned] [--data DIR] [--sources FILE]  |  npm run feed -- --verify DIR|URL [--key ROOT]";

async function runFeed(words: string[]): Promise<number> {
  try {
    const { settings, more } = readSettings(words, process.env, {
      ...{ once: "boolean", unsigned: "boolean", out: "string", verify: "string", key: "string" },
    } as const);
    if (more.once === true && more.verify !== undefined) throw new BadSettings("--once publishes and --verify checks: give one of them");
    if (typeof more.verify === "string") return await verify(more.verify, await rootOf(settings, more.key));
    if (more.once !== true || typeof more.out !== "string") throw new BadSettings(`usage: ${USAGE}`);
    if (more.unsigned === true) await publishUnsigned(settings, more.out);
    else await publishSigned(settings, more.out);
    return 0;
  } catch (problem) {
    endInOneLine(problem);
  }
}

async function publishSigned(settings: Settings, out: string): Promise<void> {
  const holder = randomUUID();
  const data = await openData(settings, holder, Date.now());
  try {
    const chain = await data.readRoots();
    await publish(settings, out, { store: data.store, signer: data.signer, holder, roots: async () => chain.documents });
    console.log(`root key ${rootText(newestRoot(chain))}`);
  } finally {
    await data.close();
  }
}

/** Without keys: of the data folder only roots.json is used, which is public. */
async function publishUnsigned(settings: Settings, out: string): Promise<void> {
  const holder = randomUUID();
  const { store, close } = await openStoreAt(settings, holder);
  try {
    const roots = (await readRootChain(folderKeyBox(join(settings.dataDir, "keys"))))?.documents ?? [];
    await publish(settings, out, { store, signer: UNSIGNED, holder, roots: async () => roots, headName: HEAD_DRAFT });
    console.log(`not signed yet: FEED_SIGNING_KEY=… node scripts/sign-head.ts ${out}`);
  } finally {
    await close();
  }
}

type Publishing = Pick<FeedPipelineOptions, "store" | "signer" | "holder" | "roots" | "headName">;

async function publish({ sources, userAgent, rangesFile, reportsAddress }: Settings, out: string, how: Publishing): Promise<void> {
  if (reportsAddress === "own")
    throw new BadSettings("--reports own: this command takes no reports; give the address of a server, or none");
  const { publication } = how.store;
  const now = Date.now();
  if (!(await publication.takeLease(how.holder, now, now + MINUTE))) throw new Error("another server is publishing from this database");
  const pipeline = await openFeedPipeline({
    ...how,
    ...{ sources, userAgent, folder: out, reports: reportsAddress ?? null },
    catalogue: wholeCatalogue(),
    attachments: () => readAttachments(rangesFile),
    now: Date.now,
    log: console.log,
  });
  if (!existsSync(rangesFile)) console.log(`no table of address ranges in it: ${rangesFile} is not there; npm run ranges makes one`);
  await pipeline.readAll();
  const published = await pipeline.publish();
  await publication.leaveLease(how.holder);
  if (published === null) throw new Error("another server has taken over");
  await pipeline.writeMirrorFiles(published);
  const read = pipeline.states().filter(({ trouble }) => trouble === null).length;
  const { sequence, head, body } = published;
  console.log(
    `published ${join(out, "v2", how.headName ?? "head")}: sequence ${sequence}, ${head.length} bytes, body ${body.bytes.length} bytes, ${read} of ${sources.length} sources read`,
  );
}

/** The root to check with: the one that is given, or the first one of the data folder. */
async function rootOf({ dataDir, signingKey }: Settings, given: string | boolean | undefined): Promise<Root> {
  const text = typeof given === "string" ? given : (process.env.FEED_ROOT_KEY ?? "");
  if (text.trim() !== "") {
    const root = readRootText(text);
    if (root === null) throw new BadSettings(`--key: ${JSON.stringify(text)} is no root key`);
    return root;
  }
  const folder = folderKeyBox(join(dataDir, "keys"));
  const chain = await readRootChain(signingKey === undefined ? folder : givenKeyBox(signingKey, folder));
  if (chain === null) throw new BadSettings("no root key to check with: give --key or FEED_ROOT_KEY");
  return chain.first;
}

async function verify(place: string, from: Root): Promise<number> {
  const now = Date.now();
  const result = await readFeedAt(mirrorAt(place), from, now).catch((problem: unknown) => {
    throw new BadSettings(`${place}: cannot be read: ${messageOf(problem)}`);
  });
  if (!result.ok) {
    console.error(`${place}: refused: ${result.reason}`);
    return 1;
  }
  const { feed, head, keyId, root, bytes } = result;
  const open = feed.incidents.filter(({ resolved }) => resolved === null).length;
  const left = Math.round((Date.parse(feed.expires) - now) / MINUTE);
  console.log(`${place}: good, signed by ${keyId} under root ${root.number}`);
  console.log(
    `sequence ${feed.sequence}, issued ${feed.issued}, holds for ${left} more min, head ${bytes.head.length} bytes, body ${bytes.body.length} bytes`,
  );
  console.log(`${open} open incidents, ${feed.incidents.length - open} resolved; ${feed.sources.except.length} sources were not read`);
  console.log(head.reports === null ? "takes no reports" : `reports go to ${head.reports}`);
  return 0;
}

export default await command(import.meta, {
  name: "feed",
  group: "product",
  summary: "publishes the feed once into a folder, for cron and any static host, or checks a feed",
  takes: "half a minute",
  details: `Exit status 1 when the feed that was checked is refused, 2 when nothing could be published or read.

  --once              reads all sources and publishes
  --out DIR           where to: v2/head and the files that it names
  --unsigned          writes the head as a draft, for scripts/sign-head.ts on a machine that holds the key
  --verify DIR|URL    checks signature, age and content of the feed on a mirror
  --key ROOT          the root to check with; FEED_ROOT_KEY, or that of the data folder, unless given

Settings of the server that count here (server/README.md explains them; the others are accepted and change nothing):

${settingsHelp(["dataDir", "databaseUrl", "sources", "rangesFile", "reportsAddress", "userAgent", "signingKey"] satisfies (keyof Settings)[])}`,
  flags: {},
  ownUsage: USAGE,
  run: ({ operands }) => runFeed(operands),
});
