/**
 * Pages hosted by FireHydrant: `/data/payload.json`. Undocumented; seen 2026 (Redis).
 *
 * Holds incidents with a timeline of events, components, and a table of the page's own names for conditions.
 * Traps: of each event `occurredAt` is its time, `time` is when it was copied to the page; pages that moved from another platform keep the
 * status in the text of the posts; the severity is a slug that each page can define.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { plainText } from "../../parsing/plain-text.ts";
import type { BegunStage } from "../../parsing/stage.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { unnamedOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { FIREHYDRANT } from "../word-table.ts";

export const firehydrant = jsonAdapter("firehydrant", (value, source, unknown) => {
  const document = fieldsOf(value);
  if (
    document === null ||
    !Array.isArray(document.incidents) ||
    fieldsOf(document.conditions) === null ||
    !Array.isArray(document.components)
  )
    return null;
  const conditions = fieldsOf(document.conditions) ?? {};
  const severityOf = (name: unknown) => {
    const meaning = meaningOf(FIREHYDRANT.condition, firstText(conditions[textOf(name)], name), unknown);
    return meaning === "fine" ? null : meaning;
  };
  const announced = listOf(document.incidents, unknown).flatMap((incident) => readIncident(incident, severityOf, source, unknown));
  const failing = listOf(document.components)
    .filter(({ condition }) => textOf(condition) !== "")
    .map((component) => ({ name: textOf(component.name), severity: severityOf(component.condition) }));
  return [...announced, ...unnamedOutage(source, announced, failing)];
});

type Post = { at: number | null; text: string; stage: BegunStage | null };

/** "➡️ **Identified** — text": pages that moved from another platform keep the status in the text. */
const STATED = /^\P{L}{0,12}(Investigating|Identified|Monitoring|Resolved|Update)\b\W{0,8}(?:—|–|-)\s?/u;

function postOf(event: Fields, unknown: UnknownValues): Post {
  const details = fieldsOf(event.details) ?? {};
  const raw = firstText(details.note, fieldsOf(details.note)?.note);
  const text = plainText(raw, 8000);
  const stated = STATED.exec(text);
  const milestone = fieldsOf(details.milestoneUpdate)?.currentMilestone;
  const keyword = stated?.[1]?.toLowerCase() === "update" ? null : stated?.[1];
  return {
    at: parseTime(event.occurredAt) ?? parseTime(event.time),
    text: stated === null ? text : text.slice(stated[0].length),
    stage: meaningOf(FIREHYDRANT.stage, milestone ?? keyword, unknown),
  };
}

function readIncident(
  incident: Fields,
  severityOf: (name: unknown) => IncidentSeverity | null,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const times = fieldsOf(incident.timestamps) ?? {};
  const posts = newestFirst(listOf(incident.timeline).map((event) => postOf(event, unknown)));
  const resolved = parseTime(times.resolved) ?? parseTime(times.closed);
  const stage = posts.find((post) => post.stage !== null)?.stage ?? null;
  const isResolved = resolved !== null || stage === "resolved";
  const components = listOf(incident.components);
  const byName = Object.entries(fieldsOf(incident.componentConditions) ?? {});
  const slug = meaningOf(FIREHYDRANT.severity, incident.severitySlug, unknown);
  const planned = slug === "maintenance" || (textOf(incident.severitySlug) === "UNSET" && /\bmaintenance\b/i.test(textOf(incident.title)));
  const conditions = [...components.map(({ condition }) => condition), ...byName.map(([, condition]) => condition)].map(severityOf);
  const texts = posts.map(({ text }) => text).filter((text) => text !== "");
  const started = parseTime(times.started) ?? parseTime(times.detected) ?? earliest(posts.map(({ at }) => at));
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: components.length > 0 ? components.map(({ name }) => textOf(name)) : byName.map(([name]) => name) }],
    severity: planned ? "maintenance" : (worstSeverity(["minor", slug, ...conditions]) ?? "minor"),
    status: isResolved ? "resolved" : (stage ?? stageFromText(texts)),
    started,
    acknowledged: earliest(posts.map(({ at }) => at)) ?? started,
    updated: latest([...posts.map(({ at }) => at), resolved]),
    resolved,
    title: textOf(incident.title),
    posts: texts,
  });
}
