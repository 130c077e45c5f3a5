import type { FeedDocument } from "./feed-items.ts";
import { parseFeed } from "./parse-feed.ts";

/** GitHub's Atom history, the longest feed seen, has 0.1 MB. */
const MAX_FEED_LENGTH = 2 * 1024 * 1024;
/** Items after these are not read. Judged. */
const MAX_ITEMS = 1000;

/**
 * Parses RSS or Atom.
 * @returns null for anything else, among it HTML pages and JSON, and for a document with a doctype or entities of its own: no status
 * feed has them, and nested entities can expand a small document without limit
 */
export function readFeedDocument(text: string): FeedDocument | null {
  if (text.length > MAX_FEED_LENGTH || !text.startsWith("<") || /<!(?:doctype|entity)/i.test(text)) return null;
  const feed = parseFeed(text);
  return feed === null ? null : { ...feed, items: feed.items.slice(0, MAX_ITEMS) };
}
