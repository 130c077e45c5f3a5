import { type GuardedAdapter, type Parse, textAdapter } from "../make-adapter.ts";
import { readFeedDocument } from "./feed-document.ts";
import type { FeedDocument } from "./feed-items.ts";

/** Makes an adapter from a parser of an RSS or Atom document. */
export function feedAdapter(format: string, parse: Parse<FeedDocument>): GuardedAdapter {
  return textAdapter(format, (text, source, unknown) => {
    const feed = readFeedDocument(text);
    return feed === null ? null : parse(feed, source, unknown);
  });
}
