import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { type Failing, unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

/** Instatus: `/v3/summary.json` (lists left out when empty), `/v3/components.json`, the older `/summary.json`, or the page's own state. */
export const instatus = jsonAdapter("instatus", (value, source, unknown) => {
  const document = Array.isArray(value) ? { components: value } : fieldsOf(value);
  if (document === null) return null;
  const page = fieldsOf(document.page) ?? fieldsOf(document.site);
  const components = listOf(document.components);
  if ([document.activeIncidents, document.activeMaintenances, document.components].some((list) => isGiven(list) && !Array.isArray(list)))
    return null;
  if (page === null ? !areComponents(components) : typeof page.status !== "string") return null;
  const failing = components.filter((component) => component.isParent !== true).map((component) => failingOf(component, unknown));
  const states = page === null ? [] : [meaningOf(PAGES, page.status, unknown), meaningOf(PAGES, page.mainStatus, unknown)];
  const severity = worstSeverity(states.filter((state) => state !== "fine"));
  const active = listOf(document.activeIncidents, unknown);
  // The components that fail under the only incident are those it speaks of, where it names none.
  const implied =
    active.length === 1 ? failing.filter((component) => component.severity !== null && component.severity !== "maintenance") : [];
  const told = [
    ...active.flatMap((raw) => readIncident(raw, false, implied, source, unknown)),
    ...listOf(document.activeMaintenances).flatMap((raw) => readIncident(raw, true, [], source, unknown)),
  ];
  if (told.some(({ status }) => status !== "resolved")) return told;
  return [
    ...told,
    ...unannouncedOutage(source, failing, {
      severity: failing.some((component) => component.severity !== null) ? null : severity,
      words: "",
      updated: null,
    }),
  ];
});

/** Others have components of the same look, but write their states in lower case, or as numbers. */
function areComponents(components: Fields[]): boolean {
  return components.length > 0 && components.every(({ status }) => typeof status === "string" && /^[A-Z]{5,40}$/.test(status));
}

const STATES = vocabulary<IncidentSeverity | "fine">({
  operational: "fine",
  degradedperformance: "minor",
  minoroutage: "minor",
  partialoutage: "major",
  majoroutage: "critical",
  undermaintenance: "maintenance",
});

const PAGES = vocabulary<IncidentSeverity | "fine">({
  up: "fine",
  hasissues: "minor",
  undermaintenance: "maintenance",
  ...Object.fromEntries(
    ["all", "some"].flatMap((many) => [
      [`${many}undermaintenance`, "maintenance"],
      [`${many}degradedperformance`, "minor"],
      [`${many}minoroutage`, "minor"],
      [`${many}partialoutage`, "major"],
      [`${many}majoroutage`, "critical"],
    ]),
  ),
});

type Stage = "investigating" | "identified" | "monitoring" | "resolved" | "planned";

const STAGES = vocabulary<Stage>({
  investigating: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  resolved: "resolved",
  notstartedyet: "planned",
  inprogress: "identified",
  verifying: "monitoring",
  completed: "resolved",
});

function failingOf(component: Fields, unknown: UnknownValues): Failing {
  const state = meaningOf(STATES, component.status, unknown);
  return { name: localText(component.name), severity: state === "fine" ? null : state };
}

/** Names and messages are text, or text by language. */
function localText(value: unknown): string {
  const byLanguage = fieldsOf(value);
  return byLanguage === null ? textOf(value) : firstText(byLanguage.en, byLanguage.default, ...Object.values(byLanguage));
}

function readIncident(
  raw: Fields,
  maintenance: boolean,
  implied: Failing[],
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const stage = meaningOf(STAGES, raw.status, unknown);
  if (stage === "planned") return [];
  const resolved = parseTime(raw.resolved);
  const over = stage === "resolved" || (stage === null && resolved !== null);
  const own = listOf(raw.components).map((component) => failingOf(component, unknown));
  const components = own.length > 0 || over ? own : implied;
  const impact = meaningOf(STATES, raw.impact, unknown);
  // The impact can say "operational" while its components are down (mastodon.social, January 2026).
  const severity = worstSeverity([impact === "fine" ? null : impact, ...components.map((component) => component.severity)]);
  const updates = listOf(raw.updates)
    .map((update) => ({
      at: parseTime(update.started) ?? parseTime(update.createdAt),
      text: localText(update.message) || localText(update.messageHtml),
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const posts = updates.map(({ text }) => text);
  const times = updates.map(({ at }) => at);
  const started = parseTime(raw.started) ?? parseTime(raw.start) ?? earliest(times);
  const name = localText(raw.name);
  const url = textOf(raw.url);
  return toIncidents(source, {
    id: firstText(raw.id, url.split("/").at(-1)),
    places: [{ region: null, services: components.map((component) => component.name) }],
    severity: maintenance ? "maintenance" : severity === null || severity === "maintenance" ? "minor" : severity,
    status: over ? "resolved" : (stage ?? statusFromText(posts)),
    started,
    updated: latest([parseTime(raw.updatedAt), ...times]),
    resolved,
    title: name,
    posts,
    url,
  });
}
