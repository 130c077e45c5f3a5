/**
 * Pages hosted by Status.io: `api.status.io/1.0/status/<page>`. Documented by Status.io; seen 1 July 2026 (GitLab, without an incident).
 *
 * Holds components by container, incidents with messages, and active maintenance. States and stages are numbers.
 * Traps: containers can be data centres, so that an incident in some of them is one of these places, or parts of a product; the last message of an incident resets its
 * state, so the severity comes from the messages before.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, isGiven, listOf, textOf } from "../../parsing/fields.ts";
import { incidentPlaces } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { placesIn } from "../../parsing/places-in-text.ts";
import { stageFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { type ComponentState, untoldOutage } from "../../parsing/unannounced.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { STATUS_IO } from "../word-table.ts";

export const statusIo = jsonAdapter("status-io", (value, source, unknown) => {
  const result = fieldsOf(fieldsOf(value)?.result);
  const overall = fieldsOf(result?.status_overall);
  if (result === null || overall === null || (isGiven(result.incidents) && !Array.isArray(result.incidents))) return null;
  const overallState = meaningOf(STATUS_IO.state, overall.status_code, unknown);
  const components = listOf(result.status);
  const containers = containersOf(components);
  const failing = components.flatMap((component) => readComponent(component, containers.arePlaces, unknown));
  const announced = [
    ...listOf(result.incidents, unknown).flatMap((raw) => readEvent(raw, false, containers, source, unknown)),
    ...listOf(fieldsOf(result.maintenance)?.active).flatMap((raw) => readEvent(raw, true, containers, source, unknown)),
  ];
  const isExplained = overallState === "fine" || failing.some(({ severity }) => severity !== null);
  return [
    ...announced,
    ...untoldOutage(source, announced, failing, {
      severity: isExplained ? null : overallState,
      text: isExplained ? "" : textOf(overall.status),
      updated: parseTime(overall.updated),
    }),
  ];
});

/** The containers of a page: how many there are, and whether they are places. Roblox' are parts of the product ("Game Join"). */
type Containers = { count: number; arePlaces: boolean };

function containersOf(components: Fields[]): Containers {
  const names = new Map(components.flatMap((component) => listOf(component.containers).map(({ id, name }) => [textOf(id), textOf(name)])));
  return { count: names.size, arePlaces: [...names.values()].some(isPlace) };
}

function isPlace(name: string): boolean {
  const { areas, regions } = placesIn(name);
  return areas.length + regions.length > 0;
}

/** The state of a component: one for each data centre, or each part of it, where it fails in some of them only. */
function readComponent(component: Fields, arePlaces: boolean, unknown: UnknownValues): ComponentState[] {
  const name = textOf(component.name);
  const severityOf = (item: Fields) => {
    const state = meaningOf(STATUS_IO.state, item.status_code, unknown);
    return state === "fine" ? null : state;
  };
  const whole: ComponentState = { name, severity: severityOf(component), changed: parseTime(component.updated) };
  const containers = listOf(component.containers);
  const bad = containers
    .map((container) => ({
      ...whole,
      ...(arePlaces ? { region: placeName(container) } : { name: textOf(container.name) }),
      severity: severityOf(container),
      changed: parseTime(container.updated) ?? whole.changed ?? null,
    }))
    .filter(({ severity }) => severity !== null);
  if (whole.severity === null || bad.length === 0 || bad.length === containers.length) return [whole];
  return arePlaces ? bad : [whole, ...bad];
}

function placeName(container: Fields): string {
  return textOf(container.name).toLowerCase().trim().replace(/\s+/g, "-");
}

function readEvent(
  raw: Fields,
  maintenance: boolean,
  containers: Containers,
  source: SourceContext,
  unknown: UnknownValues,
): SourceIncident[] {
  const messages = newestFirst(
    listOf(raw.messages).map((message) => ({
      at: parseTime(message.datetime),
      text: textOf(message.details),
      stage: meaningOf(maintenance ? STATUS_IO.maintenance : STATUS_IO.stage, message.state, unknown),
      state: meaningOf(STATUS_IO.state, message.status, unknown),
    })),
  );
  const times = messages.map(({ at }) => at);
  const newest = messages[0];
  const isResolved = newest?.stage === "resolved";
  // The last message of an incident sets its state back to operational: then the worst message before it counts.
  const current = newest?.state === "fine" || newest?.state === "maintenance" ? null : (newest?.state ?? null);
  const before = worstSeverity(messages.map(({ state }) => (state === "fine" || state === "maintenance" ? null : state)));
  const affected = listOf(raw.containers_affected);
  const places = containers.arePlaces ? affected.map(placeName) : [];
  const parts = containers.arePlaces || affected.length >= containers.count ? [] : affected.map(({ name }) => textOf(name));
  const services = [...listOf(raw.components_affected).map(({ name }) => textOf(name)), ...parts];
  const opened = parseTime(raw.datetime_open);
  return toIncidents(source, {
    id: textOf(raw._id) || textOf(raw.id),
    places: incidentPlaces(places.length < containers.count ? places : [], services),
    severity: maintenance ? "maintenance" : ((isResolved ? null : current) ?? before ?? "minor"),
    status: newest?.stage ?? stageFromText(messages.map(({ text }) => text)),
    started: (maintenance ? parseTime(raw.datetime_planned_start) : null) ?? opened ?? earliest(times),
    acknowledged: opened ?? earliest(times),
    updated: latest(times) ?? opened,
    resolved: newest?.at ?? null,
    title: textOf(raw.name),
    posts: messages.map(({ text }) => text),
  });
}
