import type { SourceContext, SourceIncident } from "./adapter.ts";
import type { FeedDocument } from "./feed-items.ts";
import { type GuardedAdapter, textAdapter } from "./make-adapter.ts";
import { parseFeed } from "./parse-feed.ts";
import type { UnknownValues } from "./unknown-values.ts";

/** Feeds are small: GitHub's Atom history, the longest seen, has 0.1 MB. */
const LONGEST_FEED = 2 * 1024 * 1024;
const MAX_ITEMS = 1000;

type ReadFeed = (feed: FeedDocument, source: SourceContext, unknown: UnknownValues) => SourceIncident[] | null;

/** Makes an adapter of a parser for RSS or Atom. */
export function feedAdapter(format: string, readItems: ReadFeed): GuardedAdapter {
  return textAdapter(format, (text, source, unknown) => {
    const feed = readFeedDocument(text);
    return feed === null ? null : readItems(feed, source, unknown);
  });
}

/**
 * Parses RSS or Atom.
 * @returns null for anything else, HTML pages and JSON among it, and for a document that declares its own entities: no feed
 * does, and they are how a small document grows without end
 */
export function readFeedDocument(text: string): FeedDocument | null {
  if (text.length > LONGEST_FEED || !text.startsWith("<") || /<!(?:doctype|entity)/i.test(text)) return null;
  const feed = parseFeed(text);
  return feed === null ? null : { ...feed, items: feed.items.slice(0, MAX_ITEMS) };
}
