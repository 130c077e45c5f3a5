/**
 * Pages hosted by Instatus: `/v3/summary.json` and `/v3/components.json` (documented by Instatus; seen September 2026 at Perplexity), the
 * older `/summary.json`, or the state embedded in the page (seen March 2026 at mastodon.social and Whereby).
 *
 * Holds the page's state, active incidents and maintenances, and in some of these forms components.
 * Traps: empty lists are left out; names and messages are text, or text by language; an incident may name no components and may have an
 * impact of "operational" while its components are down.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, textOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { INSTATUS } from "../word-table.ts";

export const instatus = jsonAdapter("instatus", (value, source, unknown) => {
  const document = Array.isArray(value) ? { components: value } : fieldsOf(value);
  if (document === null) return null;
  const page = fieldsOf(document.page) ?? fieldsOf(document.site);
  const components = listOf(document.components);
  if ([document.activeIncidents, document.activeMaintenances, document.components].some((list) => isGiven(list) && !Array.isArray(list)))
    return null;
  if (page === null ? !areComponents(components) : typeof page.status !== "string") return null;
  const failing = components.filter((component) => component.isParent !== true).map((component) => stateOf(component, unknown));
  const states = page === null ? [] : [meaningOf(INSTATUS.page, page.status, unknown), meaningOf(INSTATUS.page, page.mainStatus, unknown)];
  const severity = worstSeverity(states.filter((state) => state !== "fine"));
  const active = listOf(document.activeIncidents, unknown);
  // Where the only incident names no components, those that fail are the ones it is about.
  const implied =
    active.length === 1 ? failing.filter((component) => component.severity !== null && component.severity !== "maintenance") : [];
  const announced = [
    ...active.flatMap((raw) => readIncident(raw, false, implied, source, unknown)),
    ...listOf(document.activeMaintenances).flatMap((raw) => readIncident(raw, true, [], source, unknown)),
  ];
  return [...announced, ...untoldOutage(source, announced, failing, { severity })];
});

/** Whether the list is one of Instatus. Other platforms write the states of similar components in lower case or as numbers. */
function areComponents(components: Fields[]): boolean {
  return components.length > 0 && components.every(({ status }) => typeof status === "string" && /^[A-Z]{5,40}$/.test(status));
}

function stateOf(component: Fields, unknown: UnknownValues): ComponentState {
  const state = meaningOf(INSTATUS.component, component.status, unknown);
  return { name: localText(component.name), severity: state === "fine" ? null : state };
}

/** A name or message: text, or text by language, then in English where that is given. */
function localText(value: unknown): string {
  const byLanguage = fieldsOf(value);
  return byLanguage === null ? textOf(value) : firstText(byLanguage.en, byLanguage.default, ...Object.values(byLanguage));
}

function readIncident(
  raw: Fields,
  maintenance: boolean,
  implied: ComponentState[],
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const stage = meaningOf(INSTATUS.stage, raw.status, unknown);
  if (stage === "planned") return [];
  const resolved = parseTime(raw.resolved);
  const isResolved = stage === "resolved" || (stage === null && resolved !== null);
  const own = listOf(raw.components).map((component) => stateOf(component, unknown));
  const components = own.length > 0 || isResolved ? own : implied;
  const impact = meaningOf(INSTATUS.component, raw.impact, unknown);
  // The impact can be "operational" while components are down (mastodon.social, January 2026).
  const severity = worstSeverity([impact === "fine" ? null : impact, ...components.map((component) => component.severity)]);
  const updates = newestFirst(
    listOf(raw.updates).map((update) => ({
      at: parseTime(update.started) ?? parseTime(update.createdAt),
      text: localText(update.message) || localText(update.messageHtml),
    })),
  );
  const posts = updates.map(({ text }) => text);
  const times = updates.map(({ at }) => at);
  const started = parseTime(raw.started) ?? parseTime(raw.start) ?? earliest(times);
  const name = localText(raw.name);
  const url = textOf(raw.url);
  return toIncidents(source, {
    id: firstText(raw.id, url.split("/").at(-1)),
    places: [{ region: null, services: components.map((component) => component.name) }],
    severity: maintenance ? "maintenance" : severity === null || severity === "maintenance" ? "minor" : severity,
    status: isResolved ? "resolved" : (stage ?? stageFromText(posts)),
    started,
    updated: latest([parseTime(raw.updatedAt), ...times]),
    resolved,
    title: name,
    posts,
    links: [url],
  });
}
