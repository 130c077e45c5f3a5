import type { FeedDocument, FeedItem } from "../core/status-pages/parsing/feed-items.ts";
import { parseTime } from "../core/status-pages/parsing/parse-time.ts";

/** Parses RSS or Atom with the page's own XML parser, in place of the library that the feed server uses (`utils/core/status-pages/parsing/parse-feed.ts`). */
export function parseFeed(text: string): FeedDocument | null {
  const { documentElement: root } = new DOMParser().parseFromString(text, "text/xml");
  if (root.getElementsByTagName("parsererror").length > 0 || root.localName === "parsererror") return null;
  if (root.localName === "rss") {
    const channel = childOf(root, "channel");
    return channel === null ? null : documentOf(channel, childrenOf(channel, "item").map(rssItem));
  }
  return root.localName === "feed" ? documentOf(root, childrenOf(root, "entry").map(atomEntry)) : null;
}

function documentOf(feed: Element, items: FeedItem[]): FeedDocument {
  return {
    title: textOf(feed, "title"),
    link: textOf(feed, "link") || alternateLink(feed),
    generator: textOf(feed, "generator"),
    updated: parseTime(textOf(feed, "lastBuildDate") || textOf(feed, "updated") || textOf(feed, "pubDate")),
    items,
  };
}

function rssItem(item: Element): FeedItem {
  const published = parseTime(textOf(item, "pubDate"));
  const link = textOf(item, "link");
  const title = textOf(item, "title");
  return {
    id: textOf(item, "guid") || link || title,
    link,
    title,
    body: textOf(item, "encoded") || textOf(item, "description"),
    categories: childrenOf(item, "category")
      .map(contentOf)
      .filter((name) => name !== ""),
    published,
    updated: parseTime(textOf(item, "updated")) ?? published,
  };
}

function atomEntry(entry: Element): FeedItem {
  const updated = parseTime(textOf(entry, "updated"));
  return {
    id: textOf(entry, "id") || alternateLink(entry),
    link: alternateLink(entry),
    title: textOf(entry, "title"),
    body: textOf(entry, "content") || textOf(entry, "summary"),
    categories: childrenOf(entry, "category")
      .map((category) => category.getAttribute("label") ?? category.getAttribute("term") ?? "")
      .filter((name) => name !== ""),
    published: parseTime(textOf(entry, "published")) ?? updated,
    updated,
  };
}

function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.children].filter(({ localName }) => localName === name);
}

function childOf(parent: Element, name: string): Element | null {
  return childrenOf(parent, name)[0] ?? null;
}

function textOf(parent: Element, name: string): string {
  const child = childOf(parent, name);
  return child === null ? "" : contentOf(child);
}

/** `type="xhtml"` holds elements, everything else text. */
function contentOf(element: Element): string {
  if (element.children.length === 0) return (element.textContent ?? "").trim();
  const serializer = new XMLSerializer();
  return Array.from(element.childNodes, (node) => serializer.serializeToString(node))
    .join("")
    .trim();
}

function alternateLink(parent: Element): string {
  const links = childrenOf(parent, "link");
  const chosen = links.find((link) => (link.getAttribute("rel") ?? "alternate") === "alternate") ?? links[0];
  return chosen?.getAttribute("href") ?? "";
}
