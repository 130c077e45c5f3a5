/**
 * Slack: `slack-status.com/api/v2.0.0/current`, or `/history` (an array). Documented by Slack; seen from 2019 to 26 June 2026.
 *
 * Holds the page's state and active incidents with type, status, services and notes.
 * Traps: times have local offsets; notes come in either order; the page can be "active" with an empty list.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, recognised, textOf, textsOf } from "../../parsing/fields.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { SLACK } from "../word-table.ts";

export const slack = jsonAdapter("slack", (value, source, unknown) => {
  const document = fieldsOf(value);
  const list = Array.isArray(value) ? value : document?.active_incidents;
  if (!Array.isArray(list) || (list.length === 0 && document !== null && typeof document.status !== "string")) return null;
  const incidents = recognised(list, (incident) => "title" in incident && ("notes" in incident || "date_created" in incident), unknown);
  if (incidents === null) return null;
  const page = document === null ? null : meaningOf(SLACK.page, document.status, unknown);
  const announced = incidents.flatMap((incident) => readIncident(incident, source, unknown));
  if (page !== "trouble") return announced;
  return [...announced, ...untoldOutage(source, announced, [], { severity: "minor", updated: parseTime(document?.date_updated) })];
});

function readIncident(incident: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(SLACK.stage, incident.status, unknown);
  const severity = meaningOf(SLACK.kind, incident.type, unknown) ?? "minor";
  if (stage === "unpublished") return [];
  const notes = newestFirst(listOf(incident.notes).map((note) => ({ at: parseTime(note.date_created), text: textOf(note.body) })));
  const times = notes.map(({ at }) => at);
  const created = parseTime(incident.date_created);
  const updated = latest([parseTime(incident.date_updated), ...times]);
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: textsOf(incident.services) }],
    severity,
    status: stage === "resolved" ? "resolved" : (stage === null ? stageFromText : statusFromText)(notes.map(({ text }) => text)),
    started: created ?? earliest(times),
    acknowledged: earliest(times) ?? created,
    updated,
    resolved: updated,
    title: textOf(incident.title),
    posts: notes.map(({ text }) => text),
    links: [textOf(incident.url)],
  });
}
