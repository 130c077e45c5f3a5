import type { SourceContext } from "./parsing/adapter.ts";
import { decodeText, parseShallowJson } from "./parsing/decode.ts";
import { readFeedDocument } from "./parsing/feeds/feed-document.ts";
import { type Fields, fieldsOf, firstText } from "./parsing/fields.ts";
import type { Source } from "./source.ts";

/** Formats of platforms that host the pages of many vendors. Every other format is used by one vendor. */
const PLATFORMS = new Set([
  "statuspage",
  "statuspage-atom",
  "incident-io",
  "instatus",
  "better-stack",
  "status-io",
  "firehydrant",
  "flashduty",
  "rss",
]);

/** The source of a payload that names none: for formats of one vendor with several dashboards, or without a live source. */
const DEFAULT_SOURCES = new Map([
  ["aws-data", "aws"],
  ["google-cloud", "gcp"],
]);

/** Products on Google Workspace's dashboard, whose payloads contain no URL and have the schema of Google Cloud. */
const WORKSPACE =
  /"(?:title|current_title|service_name)":\s*"(?:Gmail|Google (?:Drive|Docs|Sheets|Slides|Meet|Calendar|Chat|Voice|Forms|Keep|Sites|Groups|Tasks|Vault|Vids)|Admin [Cc]onsole|Classroom)"/;

/** Atlassian's id of a page, which its payloads contain. */
const STATUSPAGE_ID = /^([a-z0-9]{12})\.statuspage\.io$/;

/** Hosts that the payloads of other sources mention too. */
const SHARED_HOSTS = new Set(["api.status.io", "www.apple.com", "developer.apple.com"]);

/**
 * Identifies the source of a saved payload: by the page that it names, else by a mention of a known page, else by its format where one
 * vendor uses that.
 * @param now milliseconds of the epoch
 * @returns an invented context, with the page's name as id, where no source fits
 */
export function identifySource(format: string, bytes: Uint8Array, sources: readonly Source[], now: number): SourceContext {
  const text = decodeText(bytes) ?? "";
  const page = PLATFORMS.has(format) ? pageOf(text) : { name: "", url: "" };
  const isCandidate = PLATFORMS.has(format)
    ? (source: Source) => PLATFORMS.has(source.format) || source.format === "link"
    : (source: Source) => source.format === format;
  const candidates = sources.filter(isCandidate);
  const id = slug(page.name);
  const host = hostOf(page.url);
  const source =
    (host === "" ? undefined : candidates.find((candidate) => hostOf(candidate.page) === host)) ??
    sources.find((candidate) => id !== "" && (candidate.id === id || candidate.site === id)) ??
    (page.url === "" ? mentionedSource(candidates, text) : undefined) ??
    sources.find((candidate) => candidate.id === defaultSource(format, text)) ??
    (PLATFORMS.has(format) ? undefined : candidates[0]);
  if (source === undefined) return { id: id || format, provider: id || format, site: null, page: page.url, url: page.url, now };
  return { id: source.id, provider: source.provider, site: source.site, page: source.page, url: source.url, now };
}

function defaultSource(format: string, text: string): string | undefined {
  return format === "google-cloud" && WORKSPACE.test(text) ? "google-workspace" : DEFAULT_SOURCES.get(format);
}

/** Words that may be a host or an id of a page. */
const WORDS = /[\w.-]{4,100}/g;

/** The first source that a text mentions. In one pass over the text, however many sources there are. */
function mentionedSource(candidates: readonly Source[], text: string): Source | undefined {
  const words = new Set(text.match(WORDS)?.map((word) => word.replace(/\.$/, "")));
  return candidates.find((source) => marksOf(source).some((mark) => (mark.includes("/") ? text.includes(mark) : words.has(mark))));
}

/** Texts that a payload contains only where it comes from this source or mentions it. */
function marksOf({ page, url, others = [] }: Source): string[] {
  const hosts = [hostOf(page), hostOf(url)].filter((host) => !SHARED_HOSTS.has(host));
  // Many products share this host, so the path identifies the source.
  const marks = hosts.map((host) => (host === "www.google.com" ? page.replace("https://", "") : host));
  return [...marks, ...others.flatMap((other) => STATUSPAGE_ID.exec(hostOf(other.url))?.[1] ?? [])];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : "";
}

/** The name and the URL of the page, which each platform has in another field. */
export function pageOf(text: string): { name: string; url: string } {
  const feed = readFeedDocument(text);
  if (feed !== null) return { name: untilWord(feed.title, / status\b/i), url: feed.link };
  const document = fieldsOf(parseShallowJson(text)) ?? {};
  const attributes = fieldsOf(fieldsOf(document.data)?.attributes);
  const page =
    fieldsOf(document.page) ?? fieldsOf(document.site) ?? fieldsOf(document.summary) ?? attributes ?? fieldsOf(document.config) ?? document;
  const domain = firstText(page.custom_domain);
  return { name: nameOf(page), url: firstText(page.public_url, page.page_url, page.url, domain === "" ? "" : `https://${domain}`) };
}

function nameOf(page: Fields): string {
  const byLanguage = fieldsOf(page.name);
  const name = firstText(byLanguage?.default, byLanguage?.en, page.name, page.page_title, page.company_name, page.companyName);
  return untilWord(name, / (?:status|service health)\b/i);
}

/** The part of a name before a word; all of it without the word. Not by `/ status\b.*$/`, which is quadratic before a line's end. */
function untilWord(name: string, word: RegExp): string {
  const at = name.search(word);
  return at < 0 ? name : name.slice(0, at);
}

function slug(name: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-|-$/g, "").slice(0, 60);
}
