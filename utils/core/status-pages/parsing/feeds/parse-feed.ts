import { MAX_TEXT_LENGTH } from "../fields.ts";
import { parseTime } from "../parse-time.ts";
import type { FeedDocument, FeedItem } from "./feed-items.ts";
import { childOf, childrenOf, childText, parseXml, type XmlElement } from "./xml.ts";

/**
 * Parses RSS or Atom.
 * @returns null for any other document
 */
export function parseFeed(text: string): FeedDocument | null {
  const root = parseXml(text);
  if (root === null) return null;
  if (root.name === "feed") return documentOf(root, childrenOf(root, "entry").map(atomEntry));
  const channel = root.name === "rss" ? childOf(root, "channel") : null;
  return channel === null ? null : documentOf(channel, childrenOf(channel, "item").map(rssItem));
}

function documentOf(feed: XmlElement, items: FeedItem[]): FeedDocument {
  return {
    title: textOf(feed, "title"),
    link: textOf(feed, "link") || alternateLink(feed),
    generator: textOf(feed, "generator"),
    updated: parseTime(textOf(feed, "lastBuildDate") || textOf(feed, "updated") || textOf(feed, "pubDate")),
    items,
  };
}

function rssItem(item: XmlElement): FeedItem {
  const published = parseTime(textOf(item, "pubDate")) ?? parseTime(textOf(item, "date"));
  const link = textOf(item, "link");
  const title = textOf(item, "title");
  return {
    id: textOf(item, "guid") || link || title,
    link,
    title,
    body: textOf(item, "encoded") || textOf(item, "description"),
    categories: namesOf(item, (category) => category.text.trim()),
    published,
    updated: parseTime(textOf(item, "updated")) ?? published,
    status: textOf(item, "status"),
  };
}

function atomEntry(entry: XmlElement): FeedItem {
  const updated = parseTime(textOf(entry, "updated"));
  return {
    id: textOf(entry, "id") || alternateLink(entry),
    link: alternateLink(entry),
    title: textOf(entry, "title"),
    body: textOf(entry, "content") || textOf(entry, "summary"),
    categories: namesOf(entry, ({ attributes }) => attributes.get("label") ?? attributes.get("term") ?? ""),
    published: parseTime(textOf(entry, "published")) ?? updated,
    updated,
    status: textOf(entry, "status"),
  };
}

function namesOf(item: XmlElement, nameOf: (category: XmlElement) => string): string[] {
  return childrenOf(item, "category")
    .map(nameOf)
    .filter((name) => name !== "");
}

/** Several children may have one local name (`<link>` and `<atom:link href>`): the first with text counts. */
function textOf(parent: XmlElement, name: string): string {
  const [first, ...others] = childrenOf(parent, name);
  if (first === undefined) return "";
  const text = childText(parent, name) || (others.find((other) => other.text.trim() !== "")?.text.trim() ?? "");
  return text.slice(0, MAX_TEXT_LENGTH);
}

function alternateLink(parent: XmlElement): string {
  const links = childrenOf(parent, "link").filter(({ attributes }) => attributes.has("href"));
  const chosen = links.find(({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate") ?? links[0];
  return chosen?.attributes.get("href") ?? "";
}
