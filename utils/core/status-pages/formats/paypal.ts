import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf, textsOf } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { type Failing, unannouncedOutage } from "../parsing/unannounced.ts";
import { IGNORE_UNKNOWN, meaningOf, type UnknownValues, type Vocabulary, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

const STATES = vocabulary<IncidentSeverity | "fine">({
  operational: "fine",
  under_maintenance: "maintenance",
  service_degradation: "minor",
  service_disruption: "major",
  service_outage: "critical",
});
const STAGES = vocabulary<"open" | "over" | "planned">({
  open: "open",
  active: "open",
  ongoing: "open",
  investigating: "open",
  in_progress: "open",
  monitoring: "open",
  resolved: "over",
  closed: "over",
  completed: "over",
  scheduled: "planned",
  pending: "planned",
});

/** `paypal-status.com/api/v1/components` and `/events`: a list, bare or under a name. */
export const paypal = jsonAdapter("paypal", (value, source, unknown) => {
  const document = fieldsOf(value);
  const lists = document === null ? [value] : [document.result, document.events, document.components].filter(isGiven);
  if (lists.length === 0 || !lists.every(Array.isArray) || isOtherPage(document)) return null;
  const items = lists.flatMap((list) => listOf(list, unknown));
  const components = items.filter(isComponent);
  const events = items.filter(isEvent);
  if (components.length + events.length === 0 && lists.some((list) => list.length > 0)) return null;
  const failing = components.map((component): Failing => {
    const states = statesOf(component.status).map((state) => meaningOf(STATES, state.replace(/\s+/g, "_"), unknown));
    return {
      name: textOf(component.name),
      severity: worstSeverity(states.filter((state) => state !== "fine")),
      changed: parseTime(component.updatedDate),
    };
  });
  return [
    ...events.flatMap((event) => readEvent(event, source, unknown)),
    ...unannouncedOutage(source, failing, { severity: null, words: "", updated: null }),
  ];
});

function isComponent(item: Fields): boolean {
  const isStated = fieldsOf(item.status) !== null || /^(?:operational|under_maintenance|service_)/.test(textOf(item.status));
  return textOf(item.name) !== "" && isStated && !isEvent(item) && !("page_id" in item);
}

function isEvent(item: Fields): boolean {
  if ("page_id" in item) return false;
  if ("impactedComponents" in item || ("startDate" in item && "state" in item)) return true;
  const hasTime = ["startDate", "startTime", "started_at"].some((key) => key in item);
  return hasTime && firstMeaning(STATES, wordsOf(item)) !== null;
}

/** Wherever an event says how far it has come and how bad it is. */
function wordsOf(event: Fields): string[] {
  return [event.state, event.status, event.severity, event.impact].map((word) => textOf(word).replace(/\s+/g, "_"));
}

/** Other platforms have lists of these names too, and more around them. */
function isOtherPage(document: Fields | null): boolean {
  return document !== null && ["page", "site", "status", "incidents", "activeIncidents"].some((key) => isGiven(document[key]));
}

/** A state, or one for production and one for the sandbox, where only production counts for people. */
function statesOf(status: unknown): string[] {
  const byEnvironment = fieldsOf(status);
  return [byEnvironment === null ? textOf(status) : firstText(byEnvironment.production, ...Object.values(byEnvironment))];
}

function readEvent(event: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const ended = firstInstant(event.endDate, event.endTime, event.resolved_at);
  const words = wordsOf(event);
  for (const word of words) if (meaningOf(STAGES, word, IGNORE_UNKNOWN) === null) meaningOf(STATES, word, unknown);
  const stage = firstMeaning(STAGES, words) ?? (ended === null ? "open" : "over");
  if (stage === "planned") return [];
  const maintenance = /maintenance/i.test(textOf(event.type));
  const severity = firstMeaning(STATES, words);
  const posts = listOf(event.messages)
    .map((post) => ({
      at: parseTime(post.createdDate),
      text: firstText(post.message, post.description, post.subject),
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const times = posts.map(({ at }) => at);
  const started = firstInstant(event.startDate, event.startTime, event.started_at);
  const created = parseTime(event.createdDate);
  const title = firstText(event.title, event.summary, event.name);
  const over = stage === "over";
  return toIncidents(source, {
    id: textOf(event.id),
    places: [
      {
        region: null,
        services: [
          ...listOf(event.impactedComponents ?? event.components).map((component) => textOf(component.name)),
          ...textsOf(event.impactedComponents ?? event.components),
        ],
      },
    ],
    severity: maintenance || severity === "maintenance" ? "maintenance" : severity === null || severity === "fine" ? "minor" : severity,
    status: over ? "resolved" : statusFromText(posts.map(({ text }) => text)),
    started: started ?? created ?? earliest(times),
    acknowledged: created ?? earliest(times) ?? started,
    updated: latest([parseTime(event.updatedDate), ...times]),
    resolved: over ? ended : null,
    title,
    posts: posts.map(({ text }) => text),
  });
}

function firstInstant(...values: unknown[]): number | null {
  return values.map(parseTime).find((instant) => instant !== null) ?? null;
}

function firstMeaning<Meaning>(words: Vocabulary<Meaning>, values: string[]): Meaning | null {
  return values.map((value) => meaningOf(words, value, IGNORE_UNKNOWN)).find((meaning) => meaning !== null) ?? null;
}
