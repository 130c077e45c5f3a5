import { parseFeed } from "feedsmith";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { type GuardedAdapter, textAdapter } from "./define.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "./fields.ts";
import { instantOf } from "./instant.ts";
import type { UnknownValues } from "./unknown-values.ts";

/** RSS or Atom, as far as status feeds use it. */
export type FeedDocument = { title: string; link: string; generator: string; updated: number | null; items: FeedItem[] };

export type FeedItem = {
  id: string;
  link: string;
  title: string;
  /** HTML, or text. */
  body: string;
  categories: string[];
  published: number | null;
  updated: number | null;
};

/** Feeds are small: GitHub's Atom history, the longest seen, has 0.1 MB. */
const LONGEST_FEED = 2 * 1024 * 1024;
const MOST_ITEMS = 1000;

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
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    return null;
  }
  const feed = fieldsOf(parsed.feed);
  if (feed === null) return null;
  if (parsed.format === "rss") return documentOf(feed, listOf(feed.items).map(rssItem));
  return parsed.format === "atom" ? documentOf(feed, listOf(feed.entries).map(atomEntry)) : null;
}

function documentOf(feed: Fields, items: FeedItem[]): FeedDocument {
  return {
    title: wordingOf(feed.title),
    link: firstText(feed.link, alternateLink(feed.links)),
    generator: wordingOf(feed.generator),
    updated: instantOf(firstText(feed.lastBuildDate, feed.updated, feed.pubDate)),
    items: items.slice(0, MOST_ITEMS),
  };
}

function rssItem(item: Fields): FeedItem {
  const published = instantOf(textOf(item.pubDate));
  return {
    id: firstText(fieldsOf(item.guid)?.value, item.link, item.title),
    link: textOf(item.link),
    title: textOf(item.title),
    body: firstText(fieldsOf(item.content)?.encoded, item.description),
    categories: listOf(item.categories)
      .map((category) => textOf(category.name))
      .filter((name) => name !== ""),
    published,
    updated: instantOf(textOf(fieldsOf(item.atom)?.updated)) ?? published,
  };
}

function atomEntry(entry: Fields): FeedItem {
  const updated = instantOf(textOf(entry.updated));
  return {
    id: firstText(entry.id, alternateLink(entry.links)),
    link: alternateLink(entry.links),
    title: wordingOf(entry.title),
    body: wordingOf(entry.content) || wordingOf(entry.summary),
    categories: listOf(entry.categories)
      .map((category) => firstText(category.label, category.term))
      .filter((name) => name !== ""),
    published: instantOf(textOf(entry.published)) ?? updated,
    updated,
  };
}

/** Atom texts are `{value, type}`, RSS texts are bare. */
function wordingOf(value: unknown): string {
  return firstText(value, fieldsOf(value)?.value, fieldsOf(value)?.text);
}

function alternateLink(links: unknown): string {
  const list = listOf(links);
  return textOf((list.find((link) => link.rel === undefined || link.rel === "alternate") ?? list[0])?.href);
}
