/**
 * Pages hosted by incident.io: the page's own summary (`/proxy/<host>`, or embedded in the page; seen 17 March 2026 at Aiven, OpenAI and
 * Linear), the widget API (`/api/v1/summary`, documented by incident.io), or its Statuspage-compatible API.
 *
 * Holds open incidents with updates and affected components, and maintenance in progress and scheduled.
 * Traps: empty lists are null, missing or "$undefined"; a post can be dated back to when the trouble began; components carry only a name,
 * their states are in `affected_components`; messages are rich text (ProseMirror).
 */

import { MAX_URL_LENGTH } from "../../../feed/limits.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { INCIDENT_IO } from "../word-table.ts";
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

export function readSummary(summary: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const names = new Map(listOf(summary.components).map((component) => [textOf(component.id), textOf(component.name)]));
  const page = firstText(summary.public_url, summary.page_url, source.page);
  const read = (raw: Fields, maintenance: boolean) => readIncident(raw, maintenance, names, page, source, unknown);
  const announced = [
    ...listOf(summary.ongoing_incidents, unknown).flatMap((raw) => read(raw, raw.type === "maintenance")),
    ...listOf(summary.in_progress_maintenances).flatMap((raw) => read(raw, true)),
    ...listOf(summary.scheduled_maintenances).flatMap((raw) => read(raw, true)),
  ];
  const affected = listOf(summary.affected_components).map((component): ComponentState => {
    const state = meaningOf(INCIDENT_IO.component, component.status, unknown);
    return { name: names.get(textOf(component.component_id)) ?? textOf(component.name), severity: state === "fine" ? null : state };
  });
  const overall = meaningOf(INCIDENT_IO.component, fieldsOf(summary.overall)?.status, unknown);
  return [...announced, ...untoldOutage(source, announced, affected, { severity: overall === "fine" ? null : overall })];
}

function readIncident(
  raw: Fields,
  maintenance: boolean,
  names: Map<string, string>,
  page: string,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const stage = meaningOf(INCIDENT_IO.stage, firstText(raw.status, raw.phase), unknown);
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
    raw.impact,
  ];
  const severities = states
    .map((state) => meaningOf(INCIDENT_IO.component, state, unknown))
    .filter((state) => state !== null && state !== "fine");
  const severity = worstSeverity(severities.filter((state) => state !== "maintenance")) ?? "minor";
  const published = parseTime(raw.published_at) ?? parseTime(raw.started_at);
  // FlashDuty has the same in an object.
  const newest = fieldsOf(raw.last_update);
  const last = latest([parseTime(raw.last_update_at), parseTime(raw.updated_at), parseTime(newest?.at)]);
  const posts = updates.length > 0 ? updates.map(({ text }) => text) : [firstText(raw.last_update_message, newest?.message)];
  const times = updates.map(({ at }) => at);
  const id = textOf(raw.id);
  return toIncidents(source, {
    id,
    places: [
      { region: null, services: components.map((component) => names.get(textOf(component.component_id)) ?? textOf(component.name)) },
    ],
    severity: maintenance ? "maintenance" : severity,
    status: stage ?? stageFromText(posts),
    // A post can be dated back to the start of the trouble (OpenAI, 17 March 2026).
    started: earliest([published, ...times, ...listOf(raw.status_summaries).map((span) => parseTime(span.start_at))]),
    acknowledged: published ?? earliest(times),
    updated: latest([...times, last]),
    resolved: parseTime(raw.resolved_at) ?? latest([...times, last]),
    title: firstText(raw.name, raw.title),
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
