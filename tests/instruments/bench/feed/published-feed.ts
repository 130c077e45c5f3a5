import { setTimeout as wait } from "node:timers/promises";
import { mirrorAt, readFeedAt } from "../../../../scripts/support/read-feed.ts";
import type { Feed } from "../../../../utils/core/feed/feed.ts";
import { readRootText } from "../../../../utils/core/feed/root-text.ts";
import { BAD_DAY } from "./bad-day.ts";

const TIMEOUT = 60_000;

/**
 * Waits until a server has read all its sources and publishes the whole bad day.
 * @param sources the ids of its sources
 * @param unreadable how many of them cannot be read
 */
export async function publishedFeed(url: string, rootKey: string, sources: readonly string[], unreadable = 0): Promise<Feed> {
  const root = readRootText(rootKey);
  if (root === null) throw new Error(`${rootKey} is no root key`);
  const end = Date.now() + TIMEOUT;
  let seen = "nothing";
  while (Date.now() < end) {
    const result = await readFeedAt(mirrorAt(url), root).catch(() => null);
    if (result?.ok === true) {
      const { feed } = result;
      const unread = feed.sources.except.filter(({ id }) => sources.includes(id)).length;
      seen = `${feed.incidents.length} incidents, ${unread} sources not read`;
      if (feed.incidents.length >= BAD_DAY.length && unread === unreadable) return feed;
    }
    await wait(200);
  }
  throw new Error(`the server did not publish the ${BAD_DAY.length} incidents within ${TIMEOUT / 1000} s: ${seen}`);
}
