import type { Feed } from "./feed.ts";

/**
 * Whether a feed is past half of its validity. Publishers renew a feed long before that, so a mirror that serves no newer one may
 * be withholding it. The copy still counts until it expires, and its age is shown.
 * @param now milliseconds of the epoch
 */
export function isFrozen({ issued, expires }: Pick<Feed, "issued" | "expires">, now: number): boolean {
  const start = Date.parse(issued);
  return now - start > (Date.parse(expires) - start) / 2;
}

/**
 * Whether a feed has not expired. An expired feed is no evidence.
 * @param now milliseconds of the epoch
 */
export function isFeedFresh<Document extends Pick<Feed, "expires">>(feed: Document | null, now: number): feed is Document {
  return feed !== null && Date.parse(feed.expires) > now;
}
