import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, listOf, recognised, textOf, textsOf } from "../parsing/fields.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";

const PAGES = vocabulary<"fine" | "trouble">({ ok: "fine", active: "trouble" });
const KINDS = vocabulary<IncidentSeverity>({ notice: "minor", incident: "minor", outage: "major", maintenance: "maintenance" });
const STAGES = vocabulary<"open" | "over" | "none">({
  active: "open",
  resolved: "over",
  completed: "over",
  scheduled: "none",
  cancelled: "none",
});

/** `slack-status.com/api/v2.0.0/current`, or `/history` (an array). Times have local offsets; notes come in either order. */
export const slack = jsonAdapter("slack", (value, source, unknown) => {
  const document = fieldsOf(value);
  const list = Array.isArray(value) ? value : document?.active_incidents;
  if (!Array.isArray(list) || (list.length === 0 && document !== null && typeof document.status !== "string")) return null;
  const incidents = recognised(list, (incident) => "title" in incident && ("notes" in incident || "date_created" in incident), unknown);
  if (incidents === null) return null;
  const page = document === null ? null : meaningOf(PAGES, document.status, unknown);
  const told = incidents.flatMap((incident) => readIncident(incident, source, unknown));
  if (page !== "trouble" || told.some(({ status }) => status !== "resolved")) return told;
  return [...told, ...unannouncedOutage(source, [], { severity: "minor", words: "", updated: parseTime(document?.date_updated) })];
});

function readIncident(incident: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(STAGES, incident.status, unknown);
  const severity = meaningOf(KINDS, incident.type, unknown) ?? "minor";
  if (stage === "none") return [];
  const notes = listOf(incident.notes)
    .map((note) => ({ at: parseTime(note.date_created), text: textOf(note.body) }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const times = notes.map(({ at }) => at);
  const created = parseTime(incident.date_created);
  const updated = latest([parseTime(incident.date_updated), ...times]);
  return toIncidents(source, {
    id: textOf(incident.id),
    places: [{ region: null, services: textsOf(incident.services) }],
    severity,
    status: stage === "over" ? "resolved" : statusFromText(notes.map(({ text }) => text)),
    started: created ?? earliest(times),
    acknowledged: earliest(times) ?? created,
    updated,
    resolved: stage === "over" ? updated : null,
    title: textOf(incident.title),
    posts: notes.map(({ text }) => text),
    url: textOf(incident.url),
  });
}
