/**
 * Microsoft 365: `status.cloud.microsoft/api/posts/mac` (one post), `/api/posts/m365Consumer` (one post per product), or the RSS feed of
 * either. Undocumented; seen in use July 2026.
 *
 * Holds posts with a product, a status and a message, also while everything works.
 * Traps: the keys are capitalised or not, and the list has several names; `{"status": 401, "message": …}` is also the error answer of many
 * servers; Azure's feed is Microsoft's too.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { parseShallowJson } from "../../parsing/decode.ts";
import { readFeedDocument } from "../../parsing/feeds/feed-document.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { textAdapter } from "../../parsing/make-adapter.ts";
import { parseTime } from "../../parsing/parse-time.ts";
import { plainText } from "../../parsing/plain-text.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { IGNORE_UNKNOWN, meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { type Health, MICROSOFT_365 } from "../word-table.ts";

/** Consumer products that are sites of their own in the catalogue. */
const SITES = new Map([
  ["outlook", "outlook"],
  ["outlook.com", "outlook"],
  ["microsoft teams", "teams"],
  ["teams", "teams"],
  ["microsoft teams (consumer)", "teams"],
]);

export const microsoft365 = textAdapter("microsoft-365", (text, source, unknown) => {
  if (text.startsWith("<")) return readFeed(text, source, unknown);
  const value = parseShallowJson(text);
  const document = fieldsOf(value);
  const lists = document === null ? [value] : [document.value, document.Services, document.services, document.Posts, document.posts];
  const posts = [...(document === null ? [] : [document]), ...lists.flatMap((list) => listOf(list))]
    .map(postOf)
    .filter((post) => post !== null);
  return posts.length === 0 ? null : posts.flatMap((post) => readPost(post, source, unknown));
});

/**
 * A post with capitalised keys; null for anything else. Many servers answer errors as `{"status": 401, "message": …}`, so a post with
 * lower-case keys must name a product or have a known status.
 */
function postOf(raw: Fields): Fields | null {
  const named = ["ServiceDisplayName", "ServiceName", "DisplayName"];
  const isCapitalised = textOf(raw.Status) !== "" && ["Message", "Title", "Name", "Service", ...named].some((key) => key in raw);
  if (isCapitalised) return raw;
  const capitalised = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]));
  const isPost =
    named.some((key) => textOf(capitalised[key]) !== "") ||
    (textOf(capitalised.Message) !== "" && stateOf(capitalised.Status, IGNORE_UNKNOWN) !== null);
  return textOf(capitalised.Status) !== "" && isPost ? capitalised : null;
}

function readPost(post: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const state = stateOf(post.Status, unknown);
  if (state === null || state === "fine") return [];
  const product = firstText(post.ServiceDisplayName, post.ServiceName, post.DisplayName, post.Name, post.Service);
  const message = textOf(post.Message);
  const heading = textOf(post.Title);
  // `LastUpdatedTime` and `InternalDateTime` are the clock of the request (September 2026).
  const authored = parseTime(post.AuthoredDateTime);
  const updated = authored ?? parseTime(post.LastUpdatedTime) ?? parseTime(post.PublishedTime);
  const started = parseTime(post.StartTime) ?? authored ?? parseTime(post.PublishedTime) ?? updated;
  return toIncidents(source, {
    id: firstText(post.Id, post.PostId),
    site: SITES.get(product.toLowerCase()) ?? source.site,
    places: [{ region: null, services: product === "" ? [] : [product] }],
    severity: state === "resolved" ? "minor" : state,
    status: state === "resolved" ? "resolved" : statusFromText([message]),
    started,
    updated,
    resolved: state === "resolved" ? (parseTime(post.EndTime) ?? updated) : null,
    title: heading || (product === "" ? plainText(message, 200) : `${product}: ${textOf(post.Status)}`),
    posts: [message],
  });
}

/** The words of the page have blanks, those of the reference have none. */
function stateOf(value: unknown, unknown: UnknownValues): Health | "resolved" | null {
  const known = typeof value === "string" ? meaningOf(MICROSOFT_365.state, value.replaceAll(" ", ""), IGNORE_UNKNOWN) : null;
  return known ?? meaningOf(MICROSOFT_365.state, value, unknown);
}

function readFeed(text: string, source: SourceContext, unknown: UnknownValues): SourceIncident[] | null {
  const feed = readFeedDocument(text);
  const names = feed === null ? "" : `${feed.title} ${feed.link}`;
  // Azure's feed names Microsoft too, but has another format.
  if (feed === null || /azure/i.test(names) || !/microsoft|office|365|power platform/i.test(names)) return null;
  return feed.items.flatMap((item) => {
    // The feed has one item also while all is well: its own element tells the state, in older ones the title.
    const state = item.status === "" ? stateOf(item.title, IGNORE_UNKNOWN) : stateOf(item.status, unknown);
    if (state === "fine") return [];
    const isResolved = state === "resolved" || /\b(?:resolved|restored|mitigated)\b/i.test(item.title);
    return toIncidents(source, {
      id: item.id,
      severity: state === null || state === "resolved" ? "minor" : state,
      status: isResolved ? "resolved" : stageFromText([item.body]),
      started: item.published,
      updated: item.updated,
      title: item.title,
      posts: [item.body],
      links: [item.link],
    });
  });
}
