import type { Feed } from "./feed.ts";

/**
 * Makes one feed of several, for those who follow a company's own beside the shared one, or have just asked a status page. What
 * has expired adds nothing; what is left holds until the first of them ends, so that nothing counts for longer than it may. Where
 * two tell of the same thing by one id, the later word counts.
 * @param feeds the main one first: its address table is taken
 * @param now milliseconds of the epoch
 * @returns null where there is none; where all have expired the first, which then weighs nothing
 */
export function joinFeeds(feeds: readonly Feed[], now: number): Feed | null {
  const standing = feeds.filter(({ expires }) => Date.parse(expires) > now);
  const [main, ...others] = standing;
  if (main === undefined) return feeds[0] ?? null;
  if (others.length === 0) return main;
  return {
    ...main,
    sequence: standing.reduce((sum, { sequence }) => sum + sequence, 0),
    expires: standing.reduce((first, { expires }) => (Date.parse(expires) < Date.parse(first) ? expires : first), main.expires),
    sources: latestOf(
      standing.flatMap(({ sources }) => sources),
      ({ checked }) => checked,
    ),
    incidents: latestOf(
      standing.flatMap(({ incidents }) => incidents),
      ({ updated }) => updated,
    ),
    services: latestOf(
      standing.flatMap(({ services }) => services),
      () => null,
    ),
  };
}

/** One item an id, in the place of the first: the one with the latest time. */
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
