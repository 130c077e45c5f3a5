import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BadSettings } from "../server/bad-settings.ts";
import { openFeedPipeline } from "../server/leader/feed-pipeline.ts";
import { openData } from "../server/open-data.ts";
import { readAttachments } from "../server/publish/attachments.ts";
import { readSettings, type Settings, settingsHelp } from "../server/server-settings.ts";
import { acceptFeed, FEED_SIZE_LIMIT } from "../utils/core/feed/envelope.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { catalogue } from "../utils/core/providers/catalogue.ts";
import { MINUTE, SECOND } from "../utils/core/time.ts";
import { verifyFeed } from "../utils/feed/verify-feed.ts";
import { command } from "./support/command.ts";
import { endInOneLine } from "./support/ending.ts";

const USAGE = "npm run feed -- --once --out DIR [--data DIR] [--sources FILE]  |  npm run feed -- --verify FILE|URL [--key ROOT_KEY]";

async function runFeed(words: string[]): Promise<number> {
  try {
    const { settings, more } = readSettings(words, process.env, { once: "boolean", out: "string", verify: "string", key: "string" });
    if (more.once !== true && typeof more.verify === "string") return await verify(more.verify, rootKeys(settings, more.key));
    if (more.once !== true || typeof more.out !== "string") throw new BadSettings(`usage: ${USAGE}`);
    await publishOnce(settings, more.out);
    return 0;
  } catch (problem) {
    endInOneLine(problem);
  }
}

async function publishOnce({ sources, userAgent, rangesFile, ...place }: Settings, out: string): Promise<void> {
  const holder = randomUUID();
  const data = await openData(place, holder, Date.now());
  try {
    const now = Date.now();
    if (!(await data.store.publication.takeLease(holder, now, now + MINUTE)))
      throw new Error("another server is publishing from this database");
    const pipeline = await openFeedPipeline({
      ...{ store: data.store, signer: data.signer, holder, sources, userAgent, folder: out },
      catalogue: catalogue(),
      attachments: () => readAttachments(rangesFile),
      now: Date.now,
      log: console.log,
    });
    await pipeline.readAll();
    const publication = await pipeline.publish();
    await data.store.publication.leaveLease(holder);
    if (publication === null) throw new Error("another server has taken over");
    await pipeline.writeMirrorFiles(publication);
    const read = pipeline.states().filter(({ trouble }) => trouble === null).length;
    console.log(
      `published ${join(out, "v1", "feed")}: sequence ${publication.sequence}, ${publication.bytes.length} bytes, ${read} of ${sources.length} sources read`,
    );
    console.log(`root key ${data.signer.rootKey}`);
  } finally {
    await data.close();
  }
}

/** The root keys to check against: those that are given, or those of the data folder. */
function rootKeys({ dataDir, signingKey }: Settings, given: string | boolean | undefined): string[] {
  const text = typeof given === "string" ? given : (process.env.FEED_ROOT_KEY ?? "");
  if (text.trim() !== "") return text.split(",").map((key) => key.trim());
  const texts = [signingKey?.text, ...["root", "feed"].map((name) => readIfThere(join(dataDir, "keys", `${name}.json`)))];
  for (const content of texts) {
    if (content === undefined) continue;
    const { root, key } = JSON.parse(content) as { root?: string; key?: string };
    const found = root ?? key;
    if (found !== undefined) return [found];
  }
  throw new BadSettings("no root key to check with: give --key or FEED_ROOT_KEY");
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

async function verify(place: string, keys: string[]): Promise<number> {
  const bytes = await readFeedBytes(place);
  const now = Date.now();
  const opening = await verifyFeed(bytes, keys, now);
  if (!opening.ok) return complain(place, opening.reason);
  const { feed, keyId } = opening;
  const accepted = acceptFeed(feed, null, now);
  if (!accepted.ok) return complain(place, accepted.reason);
  const open = feed.incidents.filter(({ resolved }) => resolved === null).length;
  const read = feed.sources.filter(({ ok }) => ok).length;
  const left = Math.round((Date.parse(feed.expires) - now) / MINUTE);
  console.log(`${place}: good, signed by ${keyId}`);
  console.log(`sequence ${feed.sequence}, issued ${feed.issued}, holds for ${left} more min, ${bytes.length} bytes`);
  console.log(`${open} open incidents, ${feed.incidents.length - open} resolved; ${read} of ${feed.sources.length} sources read`);
  return 0;
}

function complain(place: string, reason: string): number {
  console.error(`${place}: refused: ${reason}`);
  return 1;
}

async function readFeedBytes(place: string): Promise<Uint8Array> {
  try {
    if (!/^https?:/.test(place)) return readFileSync(place);
    const reply = await fetch(place, { signal: AbortSignal.timeout(20 * SECOND) });
    if (reply.status !== 200) throw new Error(`HTTP ${reply.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of reply.body ?? []) {
      parts.push(part);
      size += part.length;
      // One byte above the limit is enough to refuse it.
      if (size > FEED_SIZE_LIMIT) break;
    }
    return Buffer.concat(parts);
  } catch (problem) {
    throw new BadSettings(`${place}: cannot be read: ${messageOf(problem)}`);
  }
}

export default await command(import.meta, {
  name: "feed",
  group: "product",
  summary: "publishes the feed once into a folder, for cron and any static host, or checks a feed",
  takes: "half a minute",
  details: `Exit status 1 when the feed that was checked is refused, 2 when nothing could be published or read.

  --once              reads all sources and publishes
  --out DIR           where to: v1/feed and the files that it names
  --verify FILE|URL   checks signature, age and content of a feed
  --key ROOT_KEY      the key to check with; FEED_ROOT_KEY, or that of the data folder, unless given

Settings of the server that count here (server/README.md explains them; the others are accepted and change nothing):

${settingsHelp(["dataDir", "databaseUrl", "sources", "rangesFile", "userAgent", "signingKey"] satisfies (keyof Settings)[])}`,
  flags: {},
  ownUsage: USAGE,
  run: ({ operands }) => runFeed(operands),
});
