import { acceptFeed } from "../../../utils/core/feed/envelope.ts";
import { verifyFeed } from "../../../utils/feed/verify-feed.ts";

/** The sequence of a feed as a client would take it, or why it would not. */
export async function sequenceOf(feed: Uint8Array, rootKey: string): Promise<number | string> {
  const opening = await verifyFeed(feed, [rootKey], Date.now());
  if (!opening.ok) return opening.reason;
  const accepted = acceptFeed(opening.feed, null, Date.now());
  return accepted.ok ? opening.feed.sequence : accepted.reason;
}
