import { parseFeed as parse } from "feedsmith";
import type { FeedDocument, FeedItem } from "./feed-items.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "./fields.ts";
import { parseTime } from "./parse-time.ts";

/**
 * Parses RSS or Atom with a library. The extension's build replaces this file by `utils/replacements/parse-feed.ts`, which uses the
 * parser of the browser.
 * @returns null for any other document
 */
export function parseFeed(text: string): FeedDocument | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(text);
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
    title: contentOf(feed.title),
    link: firstText(feed.link, alternateLink(feed.links)),
    generator: contentOf(feed.generator),
    updated: parseTime(firstText(feed.lastBuildDate, feed.updated, feed.pubDate)),
    items,
  };
}

function rssItem(item: Fields): FeedItem {
  const published = parseTime(textOf(item.pubDate));
  return {
    id: firstText(fieldsOf(item.guid)?.value, item.link, item.title),
    link: textOf(item.link),
    title: textOf(item.title),
    body: firstText(fieldsOf(item.content)?.encoded, item.description),
    categories: listOf(item.categories)
      .map((category) => textOf(category.name))
      .filter((name) => name !== ""),
    published,
    updated: parseTime(textOf(fieldsOf(item.atom)?.updated)) ?? published,
  };
}

function atomEntry(entry: Fields): FeedItem {
  const updated = parseTime(textOf(entry.updated));
  return {
    id: firstText(entry.id, alternateLink(entry.links)),
    link: alternateLink(entry.links),
    title: contentOf(entry.title),
    body: contentOf(entry.content) || contentOf(entry.summary),
    categories: listOf(entry.categories)
      .map((category) => firstText(category.label, category.term))
      .filter((name) => name !== ""),
    published: parseTime(textOf(entry.published)) ?? updated,
    updated,
  };
}

/** The text of an element: Atom has `{value, type}`, RSS a plain string. */
function contentOf(value: unknown): string {
  return firstText(value, fieldsOf(value)?.value, fieldsOf(value)?.text);
}

function alternateLink(links: unknown): string {
  const list = listOf(links);
  return textOf((list.find((link) => link.rel === undefined || link.rel === "alternate") ?? list[0])?.href);
}
