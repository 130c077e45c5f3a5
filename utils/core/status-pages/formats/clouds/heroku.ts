/**
 * Heroku: `status.heroku.com/api/v4/current-status`, or `/api/v4/incidents` (an array). Known from its description and from other
 * readers (2026); no capture was at hand.
 *
 * Holds a colour for each of the three systems, open incidents with updates, and scheduled maintenance.
 * Traps: `resolved` is false on resolved incidents too, so `state` decides; `scheduled` keeps outdated entries, so the colours decide;
 * `updated_at` changes without any news.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, isGiven, listOf, recognised, textOf, textsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { unnamedOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { HEROKU } from "../word-table.ts";

export const heroku = jsonAdapter("heroku", (value, source, unknown) => {
  if (Array.isArray(value)) {
    const incidents = recognised(value, (incident) => "title" in incident && "state" in incident, unknown);
    return incidents?.flatMap((incident) => readIncident(incident, [], source, unknown)) ?? null;
  }
  const document = fieldsOf(value);
  const systems = listOf(document?.status).filter((system) => typeof system.system === "string");
  if (document === null || systems.length === 0 || (isGiven(document.incidents) && !Array.isArray(document.incidents))) return null;
  const failing = systems
    .map((system) => ({ name: textOf(system.system), colour: meaningOf(HEROKU.colour, system.status, unknown) }))
    .flatMap(({ name, colour }) => (colour === null || colour === "fine" ? [] : [{ name, severity: colour }]));
  const announced = listOf(document.incidents, unknown).flatMap((incident) => readIncident(incident, failing, source, unknown));
  return [...announced, ...unnamedOutage(source, announced, failing)];
});

function readIncident(
  incident: Fields,
  failing: { name: string; severity: IncidentSeverity }[],
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const stage = meaningOf(HEROKU.stage, incident.state, unknown);
  if (stage === "planned") return [];
  const isResolved = stage === "resolved";
  const updates = newestFirst(
    listOf(incident.updates).map((update) => ({
      at: parseTime(update.created_at),
      text: firstText(update.contents, update.content, update.body),
    })),
  );
  const posts = updates.map(({ text }) => text);
  const times = updates.map(({ at }) => at);
  const created = parseTime(incident.created_at);
  const own = [...listOf(incident.systems).map((system) => firstText(system.name, system.system)), ...textsOf(incident.systems)];
  const concerned = own.length === 0 ? failing : failing.filter(({ name }) => own.includes(name));
  return toIncidents(source, {
    id: textOf(incident.id) || textOf(incident.name),
    places: [{ region: null, services: own.length > 0 || isResolved ? own : failing.map(({ name }) => name) }],
    severity: (isResolved ? null : worstSeverity(concerned.map(({ severity }) => severity))) ?? "minor",
    status: isResolved ? "resolved" : stage === null ? stageFromText(posts) : statusFromText(posts),
    started: created ?? earliest(times),
    acknowledged: created ?? earliest(times),
    // `updated_at` changes without any news.
    updated: latest(times) ?? created,
    resolved: parseTime(incident.resolved_at) ?? latest(times),
    title: textOf(incident.title),
    posts,
    links: textsOf([incident.full_url, incident.url]),
  });
}
