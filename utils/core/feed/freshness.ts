import type { Feed } from "./feed.ts";

/**
 * Whether a copy that no mirror replaces is older than its publisher would leave it: feeds are renewed long before half of their
 * time is over. Somebody may be holding back what is new; until its end the copy still counts, and its age is shown.
 * @param now milliseconds of the epoch
 */
export function isFrozen({ issued, expires }: Pick<Feed, "issued" | "expires">, now: number): boolean {
  const from = Date.parse(issued);
  return now - from > (Date.parse(expires) - from) / 2;
}

/** A feed past its end weighs nothing. */
export function isFeedFresh(feed: Feed | null, now: number): feed is Feed {
  return feed !== null && Date.parse(feed.expires) > now;
}
