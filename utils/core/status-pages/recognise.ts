import type { Format } from "./format-names.ts";
import { pageOf } from "./identify-source.ts";
import { decodeText, parseShallowJson } from "./parsing/decode.ts";
import { readFeedDocument } from "./parsing/feed-document.ts";
import { type Fields, fieldsOf, textOf } from "./parsing/fields.ts";
import type { NamedPage } from "./recognise-owner.ts";

/** Where the platforms of status pages have their payloads, the commonest first, and last the page itself. */
export const PAYLOAD_PATHS = ["/api/v2/summary.json", "/v3/summary.json", "/index.json", "/data/payload.json", "/"] as const;

/** A payload of a platform of status pages, and what it says of itself. */
export type Recognised = { format: Format; page: NamedPage };

/** UTF-16 code units of HTML in which a title and links to feeds are looked for: they stand in its head. Judged. */
const MAX_HEAD_LENGTH = 100_000;
/** Feeds of one page that are asked: some list dozens. Judged. */
const MAX_FEEDS = 2;

/** Titles of feeds of incidents. Any other feed may be of news, whose posts would be read as incidents. */
const STATUS_FEED = /\b(?:status|incidents?|outages?|uptime|availability|service health)\b/i;

/**
 * Recognises the format of a payload by its content, whatever address it came from. Formats that one vendor alone uses are not looked for:
 * the table of sources has those.
 * @returns null for anything that is no payload of a platform of status pages
 */
export function recognise(bytes: Uint8Array): Recognised | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const document = fieldsOf(parseShallowJson(text));
  const format = document === null ? formatOfMarkup(text) : formatOfJson(document);
  if (format === null) return null;
  const { name, url } = pageOf(text);
  const company = textOf(fieldsOf(fieldsOf(document?.data)?.attributes)?.company_url);
  return { format, page: { name: name === "" && format === "pagerduty" ? titleOf(text) : name, url, company } };
}

function formatOfJson(document: Fields): Format | null {
  if (fieldsOf(document.data)?.type === "status_page") return "better-stack";
  if (fieldsOf(fieldsOf(document.result)?.status_overall) !== null) return "status-io";
  if (fieldsOf(document.config) !== null && fieldsOf(document.conditions) !== null && Array.isArray(document.incidents))
    return "firehydrant";
  const summary = fieldsOf(document.summary) ?? document;
  if ("ongoing_incidents" in summary || ("public_url" in summary && Array.isArray(summary.components))) return "incident-io";
  const page = fieldsOf(document.page) ?? fieldsOf(document.site);
  if (page === null) return null;
  if (typeof page.status === "string") return "instatus";
  const hasIndicator = typeof fieldsOf(document.status)?.indicator === "string";
  return hasIndicator || Array.isArray(document.incidents) || Array.isArray(document.components) ? "statuspage" : null;
}

function formatOfMarkup(text: string): Format | null {
  const feed = readFeedDocument(text);
  if (feed === null) return /<script[^>]{0,200}\bid="data"/.test(text) && text.includes('"open_incidents"') ? "pagerduty" : null;
  if (/\b(?:incident|status) history/i.test(feed.title)) return "statuspage-atom";
  return STATUS_FEED.test(feed.title) ? "rss" : null;
}

function titleOf(html: string): string {
  return /<title>([^<]{0,300})</i.exec(html.slice(0, MAX_HEAD_LENGTH))?.[1]?.trim() ?? "";
}

/**
 * The feeds that the head of a page names, on its own host: at most two.
 * @param from the address of the page
 */
export function feedsOf(bytes: Uint8Array, from: string): string[] {
  const html = decodeText(bytes)?.slice(0, MAX_HEAD_LENGTH) ?? "";
  const links = html.match(/<link\b[^>]{0,500}>/gi) ?? [];
  const feeds = links.flatMap((link) => {
    const address = /\bhref=["']?([^"'\s>]{1,300})/i.exec(link)?.[1]?.replaceAll("&amp;", "&");
    if (address === undefined || !/\btype=["']?application\/(?:rss|atom)\+xml/i.test(link) || !URL.canParse(address, from)) return [];
    const { origin, href } = new URL(address, from);
    return origin === new URL(from).origin ? [href] : [];
  });
  return [...new Set(feeds)].slice(0, MAX_FEEDS);
}
