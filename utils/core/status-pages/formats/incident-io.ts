/**
 * Pages hosted by incident.io: the page's own summary (`/proxy/<host>`, or embedded in the page; seen 17 March 2026 at Aiven, OpenAI and
 * Linear), the widget API (`/api/v1/summary`, documented by incident.io), or its Statuspage-compatible API.
 *
 * Holds open incidents with updates and affected components, and maintenance in progress and scheduled.
 * Traps: empty lists are null, missing or "$undefined"; a post can be dated back to when the trouble began; components carry only a name,
 * their states are in `affected_components`; messages are rich text (ProseMirror).
 */

import type { IncidentSeverity } from "../../feed/incident.ts";
import { MAX_URL_LENGTH } from "../../feed/limits.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { newestFirst } from "../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import type { Stage } from "../parsing/stage.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { type ComponentState, hasOpenIncident, unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";
import { readStatuspage } from "./statuspage.ts";

export const incidentIo = jsonAdapter("incident-io", (value, source, unknown) => {
  const document = fieldsOf(value);
  const summary = fieldsOf(document?.summary) ?? document;
  if (summary === null) return null;
  if (!("ongoing_incidents" in summary))
    return "public_url" in summary && Array.isArray(summary.components)
      ? readSummary(summary, source, unknown)
      : readStatuspage(value, source, unknown);
  return isList(summary.ongoing_incidents) ? readSummary(summary, source, unknown) : null;
});

/** An array, or what stands for an empty one: null or "$undefined". */
function isList(value: unknown): boolean {
  return Array.isArray(value) || value === null || value === "$undefined";
}

const STATES = vocabulary<IncidentSeverity | "fine">({
  operational: "fine",
  degraded_performance: "minor",
  partial_outage: "major",
  full_outage: "critical",
  major_outage: "critical",
  under_maintenance: "maintenance",
});

const STAGES = vocabulary<Stage>({
  investigating: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  resolved: "resolved",
  maintenance_scheduled: "planned",
  maintenance_in_progress: "identified",
  maintenance_complete: "resolved",
});

function readSummary(summary: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const names = new Map(listOf(summary.components).map((component) => [textOf(component.id), textOf(component.name)]));
  const page = firstText(summary.public_url, summary.page_url, source.page);
  const read = (raw: Fields, maintenance: boolean) => readIncident(raw, maintenance, names, page, source, unknown);
  const announced = [
    ...listOf(summary.ongoing_incidents, unknown).flatMap((raw) => read(raw, raw.type === "maintenance")),
    ...listOf(summary.in_progress_maintenances).flatMap((raw) => read(raw, true)),
    ...listOf(summary.scheduled_maintenances).flatMap((raw) => read(raw, true)),
  ];
  const affected = listOf(summary.affected_components).map((component): ComponentState => {
    const state = meaningOf(STATES, component.status, unknown);
    return { name: names.get(textOf(component.component_id)) ?? textOf(component.name), severity: state === "fine" ? null : state };
  });
  return hasOpenIncident(announced) ? announced : [...announced, ...unannouncedOutage(source, affected)];
}

function readIncident(
  raw: Fields,
  maintenance: boolean,
  names: Map<string, string>,
  page: string,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const stage = meaningOf(STAGES, raw.status, unknown);
  if (stage === "planned") return [];
  const updates = newestFirst(
    listOf(raw.updates).map((update) => ({
      at: parseTime(update.published_at),
      text: textOf(update.message_string) || richText(update.message, 0),
    })),
  );
  const components = listOf(raw.affected_components);
  const states = [
    ...components.map(({ status }) => status),
    ...listOf(raw.component_impacts).map(({ status }) => status),
    raw.current_worst_impact,
  ];
  const severities = states.map((state) => meaningOf(STATES, state, unknown)).filter((state) => state !== null && state !== "fine");
  const severity = worstSeverity(severities.filter((state) => state !== "maintenance")) ?? "minor";
  const published = parseTime(raw.published_at) ?? parseTime(raw.started_at);
  const last = parseTime(raw.last_update_at);
  const posts = updates.length > 0 ? updates.map(({ text }) => text) : [textOf(raw.last_update_message)];
  const times = updates.map(({ at }) => at);
  const id = textOf(raw.id);
  return toIncidents(source, {
    id,
    places: [
      { region: null, services: components.map((component) => names.get(textOf(component.component_id)) ?? textOf(component.name)) },
    ],
    severity: maintenance ? "maintenance" : severity,
    status: stage ?? statusFromText(posts),
    // A post can be dated back to the start of the trouble (OpenAI, 17 March 2026).
    started: earliest([published, ...times, ...listOf(raw.status_summaries).map((span) => parseTime(span.start_at))]),
    acknowledged: published ?? earliest(times),
    updated: latest([...times, last]),
    resolved: stage === "resolved" ? (parseTime(raw.resolved_at) ?? latest([...times, last])) : null,
    title: textOf(raw.name),
    posts,
    links: [textOf(raw.url), incidentPage(page, id), page],
  });
}

/** The page of an incident; "" where the page's own address is none. */
function incidentPage(page: string, id: string): string {
  const path = `incidents/${id}`;
  return page.length <= MAX_URL_LENGTH && id.length <= MAX_URL_LENGTH && URL.canParse(path, page) ? new URL(path, page).href : "";
}

/** Judged: a list in a quote in a list needs fewer levels. */
const MAX_TEXT_DEPTH = 12;

/** The text of a ProseMirror tree, one paragraph per line. */
function richText(node: unknown, depth: number): string {
  const fields = fieldsOf(node);
  if (fields === null || depth > MAX_TEXT_DEPTH) return "";
  if (fields.type === "lineBreak" || fields.type === "hardBreak") return "\n";
  const inner = listOf(fields.content).map((child) => richText(child, depth + 1));
  return textOf(fields.text) + inner.join(fields.type === "doc" || fields.type === "bulletList" ? "\n" : "");
}
