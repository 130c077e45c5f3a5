import type { Feed } from "./feed.ts";
import { isFeedFresh } from "./freshness.ts";

/**
 * Joins several feeds into one: the shared feed, a company's own, the answer of a status page that was just asked. Expired feeds
 * are left out. The joined feed expires with the first of the others, so that nothing counts longer than its own feed allows. Of two
 * entries with the same id, the newer one is kept.
 * @param feeds the main one first: its address table and catalogue are taken
 * @param now milliseconds of the epoch
 * @returns null where there are no feeds; the first one where all have expired
 */
export function joinFeeds(feeds: readonly Feed[], now: number): Feed | null {
  const fresh = feeds.filter((feed) => isFeedFresh(feed, now));
  const [main, ...others] = fresh;
  if (main === undefined) return feeds[0] ?? null;
  if (others.length === 0) return main;
  return {
    ...main,
    sequence: fresh.reduce((sum, { sequence }) => sum + sequence, 0),
    expires: fresh.reduce((first, { expires }) => (Date.parse(expires) < Date.parse(first) ? expires : first), main.expires),
    sources: latestOf(
      fresh.flatMap(({ sources }) => sources),
      ({ checked }) => checked,
    ),
    incidents: latestOf(
      fresh.flatMap(({ incidents }) => incidents),
      ({ updated }) => updated,
    ),
    services: latestOf(
      fresh.flatMap(({ services }) => services),
      () => null,
    ),
  };
}

/** One item per id, at the position of its first occurrence: the one with the latest time. */
function latestOf<Item extends { id: string }>(items: Item[], timeOf: (item: Item) => string | null): Item[] {
  const byId = new Map<string, Item>();
  for (const item of items) {
    const known = byId.get(item.id);
    if (known === undefined || instant(timeOf(item)) > instant(timeOf(known))) byId.set(item.id, item);
  }
  return [...byId.values()];
}

function instant(time: string | null): number {
  return time === null ? 0 : Date.parse(time);
}
