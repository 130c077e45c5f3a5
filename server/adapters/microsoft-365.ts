import type { IncidentSeverity } from "../../utils/core/feed.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { parseJson } from "./decode.ts";
import { textAdapter } from "./define.ts";
import { readFeedDocument } from "./feed-document.ts";
import { type Fields, fieldsOf, firstText, listOf } from "./fields.ts";
import { fingerprint, incidentsOf } from "./incident.ts";
import { instantOf } from "./instant.ts";
import { phaseOf } from "./phase.ts";
import { linesOf, plainText } from "./plain-text.ts";
import { meaningOf, type UnknownValues, vocabulary } from "./unknown-values.ts";

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
  const posts = Array.isArray(value) ? listOf(value) : listOf(document?.value ?? document?.Services ?? document?.services);
  const stated = (posts.length > 0 ? posts : document === null ? [] : [document]).filter((post) => stateOf(post) !== "");
  return stated.length === 0 ? null : stated.flatMap((post) => readPost(post, source, unknown));
});

function stateOf(post: Fields): string {
  return firstText(post.Status, post.status, post.ServiceStatus, post.serviceStatus);
}

function readPost(post: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const state = meaningOf(STATES, stateOf(post), unknown);
  if (state === null || state === "fine") return [];
  const product = firstText(post.ServiceDisplayName, post.ServiceName, post.serviceName, post.Name, post.name, post.Service, post.service);
  const message = firstText(post.Message, post.message, post.Description, post.description);
  const heading = firstText(post.Title, post.title);
  const updated = instantOf(
    firstText(
      post.LastUpdatedTime,
      post.lastUpdatedTime,
      post.LastUpdated,
      post.lastModifiedDateTime,
      post.PublishedTime,
      post.publishedTime,
    ),
  );
  const started =
    instantOf(firstText(post.StartTime, post.startTime, post.startDateTime, post.PublishedTime, post.publishedTime)) ?? updated;
  return incidentsOf(source, {
    id: firstText(post.Id, post.id, post.PostId, post.postId) || fingerprint(`${product} ${heading} ${started}`),
    site: SITES.get(product.toLowerCase()) ?? source.site,
    places: [{ region: null, services: product === "" ? [] : [product] }],
    severity: state === "over" ? "minor" : state,
    status: state === "over" ? "resolved" : phaseOf([plainText(message, 8000)]),
    started,
    updated,
    resolved: state === "over" ? (instantOf(firstText(post.EndTime, post.endTime, post.endDateTime)) ?? updated) : null,
    title: heading || (product === "" ? plainText(message, 200) : `${product}: ${stateOf(post)}`),
    posts: [message],
  });
}

function readFeed(text: string, source: SourceContext): SourceIncident[] | null {
  const feed = readFeedDocument(text);
  if (feed === null || !/microsoft|office|365|power platform/i.test(`${feed.title} ${feed.link}`)) return null;
  return feed.items
    .filter(({ title }) => meaningOf(STATES, title, { add() {}, list: () => [] }) !== "fine")
    .flatMap((item) => {
      const words = linesOf(item.body).join(" ");
      const over = /\b(?:resolved|restored|mitigated)\b/i.test(item.title);
      return incidentsOf(source, {
        id: item.id,
        severity: "minor",
        status: over ? "resolved" : phaseOf([words]),
        started: item.published,
        updated: item.updated,
        title: item.title,
        posts: [item.body],
        url: item.link,
      });
    });
}
