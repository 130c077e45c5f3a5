import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { parseJson } from "../parsing/decode.ts";
import { readFeedDocument } from "../parsing/feed-document.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../parsing/fields.ts";
import { textAdapter } from "../parsing/make-adapter.ts";
import { parseTime } from "../parsing/parse-time.ts";
import { plainText } from "../parsing/plain-text.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { IGNORE_UNKNOWN, meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";

type State = IncidentSeverity | "fine" | "over";

const STATES = vocabulary<State>({
  available: "fine",
  operational: "fine",
  healthy: "fine",
  serviceoperational: "fine",
  "everything is up and running": "fine",
  falsepositive: "fine",
  advisory: "minor",
  investigating: "minor",
  degraded: "minor",
  servicedegradation: "minor",
  "service degradation": "minor",
  restoringservice: "minor",
  verifyingservice: "minor",
  extendedrecovery: "minor",
  investigationsuspended: "minor",
  incident: "major",
  unavailable: "major",
  serviceinterruption: "major",
  "service interruption": "major",
  outage: "major",
  maintenance: "maintenance",
  servicerestored: "over",
  "service restored": "over",
  postincidentreviewpublished: "over",
  resolved: "over",
  mitigated: "over",
});

/** Consumer products that are sites of their own in the catalogue. */
const SITES = new Map([
  ["outlook", "outlook"],
  ["outlook.com", "outlook"],
  ["microsoft teams", "teams"],
  ["teams", "teams"],
  ["microsoft teams (consumer)", "teams"],
]);

/** `status.cloud.microsoft`: `/api/posts/mac` (one post), `/api/posts/m365Consumer` (one a product), or the RSS of either. */
export const microsoft365 = textAdapter("microsoft-365", (text, source, unknown) => {
  if (text.startsWith("<")) return readFeed(text, source);
  const value = parseJson(text);
  const document = fieldsOf(value);
  const lists = document === null ? [value] : [document.value, document.Services, document.services, document.Posts, document.posts];
  const posts = [...(document === null ? [] : [document]), ...lists.flatMap((list) => listOf(list))]
    .map(postOf)
    .filter((post) => post !== null);
  return posts.length === 0 ? null : posts.flatMap((post) => readPost(post, source, unknown));
});

/**
 * A post with its keys in Microsoft's capitals; null for what is none. `{"status": 401, "message": …}` is what many servers
 * say when they say no, so a post in small letters must name a product or have a state that is known.
 */
function postOf(raw: Fields): Fields | null {
  const named = ["ServiceDisplayName", "ServiceName", "DisplayName"];
  const isCapital = textOf(raw.Status) !== "" && ["Message", "Title", "Name", "Service", ...named].some((key) => key in raw);
  if (isCapital) return raw;
  const capital = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]));
  const isPost =
    named.some((key) => textOf(capital[key]) !== "") ||
    (textOf(capital.Message) !== "" && meaningOf(STATES, capital.Status, IGNORE_UNKNOWN) !== null);
  return textOf(capital.Status) !== "" && isPost ? capital : null;
}

function readPost(post: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const state = meaningOf(STATES, post.Status, unknown);
  if (state === null || state === "fine") return [];
  const product = firstText(post.ServiceDisplayName, post.ServiceName, post.DisplayName, post.Name, post.Service);
  const message = textOf(post.Message);
  const heading = textOf(post.Title);
  const updated = parseTime(post.LastUpdatedTime) ?? parseTime(post.PublishedTime);
  const started = parseTime(post.StartTime) ?? parseTime(post.PublishedTime) ?? updated;
  return toIncidents(source, {
    id: firstText(post.Id, post.PostId),
    site: SITES.get(product.toLowerCase()) ?? source.site,
    places: [{ region: null, services: product === "" ? [] : [product] }],
    severity: state === "over" ? "minor" : state,
    status: state === "over" ? "resolved" : statusFromText([message]),
    started,
    updated,
    resolved: state === "over" ? (parseTime(post.EndTime) ?? updated) : null,
    title: heading || (product === "" ? plainText(message, 200) : `${product}: ${textOf(post.Status)}`),
    posts: [message],
  });
}

function readFeed(text: string, source: SourceContext): SourceIncident[] | null {
  const feed = readFeedDocument(text);
  const names = feed === null ? "" : `${feed.title} ${feed.link}`;
  // Azure's feed is Microsoft's too, but not this one.
  if (feed === null || /azure/i.test(names) || !/microsoft|office|365|power platform/i.test(names)) return null;
  return feed.items
    .filter(({ title }) => meaningOf(STATES, title, IGNORE_UNKNOWN) !== "fine")
    .flatMap((item) => {
      const over = /\b(?:resolved|restored|mitigated)\b/i.test(item.title);
      return toIncidents(source, {
        id: item.id,
        severity: "minor",
        status: over ? "resolved" : statusFromText([item.body]),
        started: item.published,
        updated: item.updated,
        title: item.title,
        posts: [item.body],
        url: item.link,
      });
    });
}
