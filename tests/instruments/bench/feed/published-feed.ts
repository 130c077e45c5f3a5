import { setTimeout as wait } from "node:timers/promises";
import { splitEnvelope } from "../../../../utils/core/feed/envelope.ts";
import { type Feed, readFeed } from "../../../../utils/core/feed/feed.ts";
import { FEED_PATH } from "../../../../utils/core/feed/paths.ts";
import { BAD_DAY } from "./bad-day.ts";

const TIMEOUT = 60_000;

/** Waits until a server has read all its sources and publishes the whole bad day. */
export async function publishedFeed(url: string): Promise<Feed> {
  const end = Date.now() + TIMEOUT;
  let seen = "nothing";
  while (Date.now() < end) {
    const reply = await fetch(`${url}${FEED_PATH}`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const envelope = reply.status === 200 ? splitEnvelope(bytes) : null;
    const reading = envelope?.ok === true ? readFeed(JSON.parse(envelope.envelope.json)) : null;
    if (reading?.ok === true) {
      const read = reading.feed.sources.filter(({ ok, checked }) => ok && checked !== null).length;
      seen = `${reading.feed.incidents.length} incidents, ${read} sources read`;
      if (reading.feed.incidents.length >= BAD_DAY.length && read === reading.feed.sources.length) return reading.feed;
    }
    await wait(200);
  }
  throw new Error(`the server did not publish the ${BAD_DAY.length} incidents within ${TIMEOUT / 1000} s: ${seen}`);
}
