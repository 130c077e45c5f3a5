/**
 * Pages hosted by Status.io: `api.status.io/1.0/status/<page>`. Documented by Status.io; seen 1 July 2026 (GitLab, without an incident).
 *
 * Holds components by container, incidents with messages, and active maintenance. States and stages are numbers.
 * Traps: containers are data centres, so an incident in some of them is one of these places; the last message of an incident resets its
 * state, so the severity comes from the messages before.
 */

import type { IncidentSeverity } from "../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, isGiven, listOf, textOf } from "../parsing/fields.ts";
import { incidentPlaces } from "../parsing/incident-places.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { newestFirst } from "../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import type { BegunStage } from "../parsing/stage.ts";
import { statusFromText } from "../parsing/status-from-text.ts";
import { toIncidents } from "../parsing/to-incident.ts";
import { type ComponentState, unannouncedOutage } from "../parsing/unannounced.ts";
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

const STAGES = vocabulary<BegunStage>({ "100": "investigating", "200": "identified", "300": "monitoring", "400": "resolved" });

/** Maintenance: planned, in progress, verifying, completed. */
const MAINTENANCE_STAGES = vocabulary<BegunStage>({ "100": "identified", "200": "identified", "300": "monitoring", "400": "resolved" });

export const statusIo = jsonAdapter("status-io", (value, source, unknown) => {
  const result = fieldsOf(fieldsOf(value)?.result);
  const overall = fieldsOf(result?.status_overall);
  if (result === null || overall === null || (isGiven(result.incidents) && !Array.isArray(result.incidents))) return null;
  const overallState = meaningOf(CODES, overall.status_code, unknown);
  const components = listOf(result.status);
  const containers = new Set(components.flatMap((component) => listOf(component.containers).map(({ id }) => textOf(id))));
  const failing = components.flatMap((component) => readComponent(component, unknown));
  const announced = [
    ...listOf(result.incidents, unknown).flatMap((raw) => readEvent(raw, false, containers.size, source, unknown)),
    ...listOf(fieldsOf(result.maintenance)?.active).flatMap((raw) => readEvent(raw, true, containers.size, source, unknown)),
  ];
  const open = announced.filter(({ status }) => status !== "resolved");
  // What is open after this line is maintenance only.
  const hasMaintenance = open.length > 0;
  if (open.some(({ severity }) => severity !== "maintenance")) return announced;
  const unannounced = failing.filter(({ severity }) => !(hasMaintenance && severity === "maintenance"));
  const isExplained = overallState === "fine" || hasMaintenance || failing.some(({ severity }) => severity !== null);
  return [
    ...announced,
    ...unannouncedOutage(source, unannounced, {
      severity: isExplained ? null : overallState,
      text: isExplained ? "" : textOf(overall.status),
      updated: parseTime(overall.updated),
    }),
  ];
});

/** The state of a component: one for each data centre where it fails in some of them only. */
function readComponent(component: Fields, unknown: UnknownValues): ComponentState[] {
  const name = textOf(component.name);
  const severityOf = (item: Fields) => {
    const state = meaningOf(CODES, item.status_code, unknown);
    return state === "fine" ? null : state;
  };
  const whole: ComponentState = { name, severity: severityOf(component), changed: parseTime(component.updated) };
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
  const messages = newestFirst(
    listOf(raw.messages).map((message) => ({
      at: parseTime(message.datetime),
      text: textOf(message.details),
      stage: meaningOf(maintenance ? MAINTENANCE_STAGES : STAGES, message.state, unknown),
      state: meaningOf(CODES, message.status, unknown),
    })),
  );
  const times = messages.map(({ at }) => at);
  const newest = messages[0];
  const isResolved = newest?.stage === "resolved";
  // The last message of an incident sets its state back to operational: then the worst message before it counts.
  const current = newest?.state === "fine" || newest?.state === "maintenance" ? null : (newest?.state ?? null);
  const before = worstSeverity(messages.map(({ state }) => (state === "fine" || state === "maintenance" ? null : state)));
  const places = listOf(raw.containers_affected).map(placeName);
  const services = listOf(raw.components_affected).map(({ name }) => textOf(name));
  const opened = parseTime(raw.datetime_open);
  return toIncidents(source, {
    id: textOf(raw._id) || textOf(raw.id),
    places: incidentPlaces(places.length < containers ? places : [], services),
    severity: maintenance ? "maintenance" : ((isResolved ? null : current) ?? before ?? "minor"),
    status: newest?.stage ?? statusFromText(messages.map(({ text }) => text)),
    started: (maintenance ? parseTime(raw.datetime_planned_start) : null) ?? opened ?? earliest(times),
    acknowledged: opened ?? earliest(times),
    updated: latest(times) ?? opened,
    resolved: isResolved ? (newest?.at ?? null) : null,
    title: textOf(raw.name),
    posts: messages.map(({ text }) => text),
  });
}
