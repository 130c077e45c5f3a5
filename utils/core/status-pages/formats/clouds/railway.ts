/**
 * Railway's own page: `api.railwaystatus.com/status`. Undocumented; known from three readers of 2026.
 *
 * Holds components, of which groups nest, incidents with their worst impact, and maintenances.
 * Traps: a group has a state of its own, which repeats that of its members; resolved incidents stay listed.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf, textsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { pathSegment } from "../../parsing/web-address.ts";
import { RAILWAY } from "../word-table.ts";

export const railway = jsonAdapter("railway", (value, source, unknown) => {
  const document = fieldsOf(value);
  const isPage = document !== null && Array.isArray(document.components) && Array.isArray(document.incidents) && "maintenances" in document;
  // Statuspage and FireHydrant have lists of the same names, and further fields beside them.
  if (!isPage || ["page", "conditions", "summary", "activeIncidents"].some((key) => isGiven(document[key]))) return null;
  const components = leavesOf(document.components, 0).map((component): ComponentState => {
    const state = meaningOf(RAILWAY.state, component.status, unknown);
    return { name: textOf(component.name), severity: state === "fine" ? null : state, changed: parseTime(component.updatedAt) };
  });
  const announced = [
    ...listOf(document.incidents, unknown).flatMap((raw) => readEvent(raw, false, source, unknown)),
    ...listOf(document.maintenances, unknown).flatMap((raw) => readEvent(raw, true, source, unknown)),
  ];
  return [...announced, ...untoldOutage(source, announced, components)];
});

/** Judged: groups of groups of groups need fewer. */
const MAX_GROUPS = 8;

/** The components that are no groups. */
function leavesOf(list: unknown, depth: number): Fields[] {
  if (depth > MAX_GROUPS) return [];
  return listOf(list).flatMap((component) => {
    const inner = [component.components, component.children].find((members) => Array.isArray(members) && members.length > 0);
    return inner === undefined ? [component] : leavesOf(inner, depth + 1);
  });
}

function readEvent(raw: Fields, maintenance: boolean, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(RAILWAY.stage, raw.status, unknown);
  const begins = parseTime(raw.scheduledStartAt) ?? parseTime(raw.startsAt) ?? parseTime(raw.scheduledFor);
  if (stage === "planned" || (maintenance && stage !== "resolved" && begins !== null && begins > source.now)) return [];
  const resolved = parseTime(raw.resolvedAt) ?? parseTime(raw.completedAt);
  const updates = newestFirst(
    listOf(raw.updates).map((update) => ({
      at: parseTime(update.createdAt),
      text: firstText(update.message, update.body, update.content),
    })),
  );
  const posts = updates.map(({ text }) => text);
  const times = updates.map(({ at }) => at);
  const impact = meaningOf(RAILWAY.state, firstText(raw.worstImpact, raw.impact), unknown);
  const components = raw.affectedComponents ?? raw.components;
  const created = parseTime(raw.createdAt);
  return toIncidents(source, {
    id: firstText(raw.id, raw.slug),
    places: [{ region: null, services: [...listOf(components).map(({ name }) => textOf(name)), ...textsOf(components)] }],
    severity: maintenance ? "maintenance" : impact === null || impact === "fine" || impact === "maintenance" ? "minor" : impact,
    status: resolved !== null ? "resolved" : (stage ?? stageFromText(posts)),
    started: begins ?? parseTime(raw.startedAt) ?? created ?? earliest(times),
    acknowledged: created ?? earliest(times),
    updated: latest([parseTime(raw.updatedAt), ...times]),
    resolved: resolved ?? latest([parseTime(raw.updatedAt), ...times]),
    title: firstText(raw.title, raw.name),
    posts,
    links: textOf(raw.slug) === "" ? [] : [`https://status.railway.com/incident/${pathSegment(textOf(raw.slug))}`],
  });
}
