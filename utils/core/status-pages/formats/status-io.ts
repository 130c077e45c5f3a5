import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, isGiven, listOf, textOf } from "../parsing/fields.ts";
import { incidentPlaces } from "../parsing/incident-places.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { type Failing, unannouncedOutage } from "../parsing/unannounced.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

const CODES = vocabulary<IncidentSeverity | "fine">({
  "100": "fine",
  "200": "maintenance",
  "300": "minor",
  "400": "major",
  "500": "critical",
  "600": "major",
});

type Stage = "investigating" | "identified" | "monitoring" | "resolved";

const STAGES = vocabulary<Stage>({ "100": "investigating", "200": "identified", "300": "monitoring", "400": "resolved" });

/** Of a maintenance: planned, under way, being checked, done. */
const MAINTENANCE_STAGES = vocabulary<Stage>({ "100": "identified", "200": "identified", "300": "monitoring", "400": "resolved" });

/** `api.status.io/1.0/status/<page>`. Containers are data centres: trouble in some of them is trouble there, not everywhere. */
export const statusIo = jsonAdapter("status-io", (value, source, unknown) => {
  const result = fieldsOf(fieldsOf(value)?.result);
  const overall = fieldsOf(result?.status_overall);
  if (result === null || overall === null || (isGiven(result.incidents) && !Array.isArray(result.incidents))) return null;
  const whole = meaningOf(CODES, overall.status_code, unknown);
  const components = listOf(result.status);
  const containers = new Set(components.flatMap((component) => listOf(component.containers).map(({ id }) => textOf(id))));
  const failing = components.flatMap((component) => readComponent(component, unknown));
  const told = [
    ...listOf(result.incidents, unknown).flatMap((raw) => readEvent(raw, false, containers.size, source, unknown)),
    ...listOf(fieldsOf(result.maintenance)?.active).flatMap((raw) => readEvent(raw, true, containers.size, source, unknown)),
  ];
  const open = told.filter(({ status }) => status !== "resolved");
  const planned = open.length > 0;
  if (open.some(({ severity }) => severity !== "maintenance")) return told;
  const untoldOnes = failing.filter(({ severity }) => !(planned && severity === "maintenance"));
  const explained = whole === "fine" || planned || failing.some(({ severity }) => severity !== null);
  return [
    ...told,
    ...unannouncedOutage(source, untoldOnes, {
      severity: explained ? null : whole,
      words: explained ? "" : textOf(overall.status),
      updated: parseTime(overall.updated),
    }),
  ];
});

/** A component that fails in some of its data centres fails there. */
function readComponent(component: Fields, unknown: UnknownValues): Failing[] {
  const name = textOf(component.name);
  const severityOf = (item: Fields) => {
    const state = meaningOf(CODES, item.status_code, unknown);
    return state === "fine" ? null : state;
  };
  const whole: Failing = { name, severity: severityOf(component), changed: parseTime(component.updated) };
  const containers = listOf(component.containers);
  const bad = containers
    .map((container) => ({ ...whole, region: placeName(container), severity: severityOf(container) }))
    .filter(({ severity }) => severity !== null);
  return whole.severity === null || bad.length === 0 || bad.length === containers.length ? [whole] : bad;
}

function placeName(container: Fields): string {
  return textOf(container.name).toLowerCase().trim().replace(/\s+/g, "-");
}

function readEvent(raw: Fields, maintenance: boolean, containers: number, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const messages = listOf(raw.messages)
    .map((message) => ({
      at: parseTime(message.datetime),
      text: textOf(message.details),
      stage: meaningOf(maintenance ? MAINTENANCE_STAGES : STAGES, message.state, unknown),
      state: meaningOf(CODES, message.status, unknown),
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const times = messages.map(({ at }) => at);
  const newest = messages[0];
  const over = newest?.stage === "resolved";
  // The light goes back to operational with the last post: then the worst before it tells how bad it was.
  const current = newest?.state === "fine" || newest?.state === "maintenance" ? null : (newest?.state ?? null);
  const before = worstSeverity(messages.map(({ state }) => (state === "fine" || state === "maintenance" ? null : state)));
  const places = listOf(raw.containers_affected).map(placeName);
  const services = listOf(raw.components_affected).map(({ name }) => textOf(name));
  const opened = parseTime(raw.datetime_open);
  return toIncidents(source, {
    id: textOf(raw._id) || textOf(raw.id),
    places: incidentPlaces(places.length < containers ? places : [], services),
    severity: maintenance ? "maintenance" : ((over ? null : current) ?? before ?? "minor"),
    status: newest?.stage ?? statusFromText(messages.map(({ text }) => text)),
    started: (maintenance ? parseTime(raw.datetime_planned_start) : null) ?? opened ?? earliest(times),
    acknowledged: opened ?? earliest(times),
    updated: latest(times) ?? opened,
    resolved: over ? (newest?.at ?? null) : null,
    title: textOf(raw.name),
    posts: messages.map(({ text }) => text),
  });
}
