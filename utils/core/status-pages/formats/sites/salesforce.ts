/**
 * Salesforce Trust: `api.status.salesforce.com/v1/incidents[/active]`, `/maintenances` and `/instances/status/preview`. Documented by
 * Salesforce; no capture was at hand (November 2026).
 *
 * Holds a JSON array of incidents (impacts, events, affected instances and services), of maintenances, or of instances with their state.
 * Traps: incidents have no title; their places are instances (NA123), not regions; maintenance can have a status or only planned times.
 */

import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, recognised, textOf, textsOf } from "../../parsing/fields.ts";
import { incidentPlaces, placesByRegion } from "../../parsing/incident-places.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { newestFirst } from "../../parsing/newest-first.ts";
import { earliest, isoTime, latest, parseTime } from "../../parsing/parse-time.ts";
import { stageFromText, statusFromText } from "../../parsing/status-from-text.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { pathSegment } from "../../parsing/web-address.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { SALESFORCE } from "../word-table.ts";

export const salesforce = jsonAdapter("salesforce", (value, source, unknown) => {
  // The answer for one instance is an object with its incidents and maintenances.
  const own = fieldsOf(value);
  const list = own !== null && isInstance(own) && Array.isArray(own.Incidents) ? [own] : value;
  if (!Array.isArray(list)) return null;
  const items = recognised(list, (item) => isIncident(item) || isMaintenance(item) || isInstance(item), unknown);
  if (items === null) return null;
  return [
    ...items.filter((item) => isIncident(item) && !isMaintenance(item)).flatMap((item) => readIncident(item, source, unknown)),
    ...items.filter(isMaintenance).flatMap((item) => readMaintenance(item, source, unknown)),
    ...readInstances(items.filter(isInstance), source, unknown),
  ];
});

function isIncident(item: Fields): boolean {
  return "IncidentImpacts" in item || "instanceKeys" in item;
}

function isMaintenance(item: Fields): boolean {
  return "MaintenanceImpacts" in item || "MaintenanceEvents" in item || "plannedStartTime" in item;
}

function isInstance(item: Fields): boolean {
  return !isIncident(item) && textOf(item.key) !== "" && typeof item.status === "string";
}

function readIncident(incident: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const stage = meaningOf(SALESFORCE.stage, incident.status, unknown);
  const impacts = listOf(incident.IncidentImpacts);
  const severity =
    worstSeverity(["minor", ...impacts.map((impact) => meaningOf(SALESFORCE.severity, impact.severity, unknown))]) ?? "minor";
  const events = newestFirst(
    listOf(incident.IncidentEvents).map((event) => ({
      at: parseTime(event.createdAt) ?? parseTime(event.updatedAt),
      text: textOf(event.message),
    })),
  );
  const times = events.map(({ at }) => at);
  const message = fieldsOf(incident.message) ?? {};
  const posts = [...events.map(({ text }) => text), textOf(message.actionPlan), textOf(message.rootCause)].filter((post) => post !== "");
  const isResolved = stage === "resolved";
  const created = parseTime(incident.createdAt);
  const instances = textsOf(incident.instanceKeys);
  return toIncidents(source, {
    id: firstText(incident.id, incident.externalId),
    places: incidentPlaces(instances, textsOf(incident.serviceKeys)),
    severity,
    status: isResolved ? "resolved" : stage === null ? stageFromText(posts) : statusFromText(posts),
    started: earliest(impacts.map((impact) => parseTime(impact.startTime))) ?? created ?? earliest(times),
    acknowledged: created ?? earliest(times),
    updated: latest([parseTime(incident.updatedAt), ...times]),
    resolved: latest(impacts.map((impact) => parseTime(impact.endTime))) ?? (isResolved ? latest(times) : null),
    title: titleOf(firstText(impacts[0]?.type, incident.type), instances),
    posts,
    links: [`https://status.salesforce.com/incidents/${pathSegment(firstText(incident.id, incident.externalId))}`],
  });
}

function readMaintenance(item: Fields, source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const message = fieldsOf(item.message) ?? {};
  const planned = parseTime(item.plannedStartTime);
  const until = parseTime(item.plannedEndTime);
  const byClock = planned !== null && planned > source.now ? "planned" : until !== null && until <= source.now ? "resolved" : "in-progress";
  const stage = meaningOf(SALESFORCE.plan, firstText(message.eventStatus, item.status), unknown) ?? byClock;
  if (stage === "planned") return [];
  const events = listOf(item.MaintenanceEvents).map((event) => ({ at: parseTime(event.createdAt), text: textOf(event.message) }));
  const instances = textsOf(item.instanceKeys);
  const created = parseTime(item.createdAt);
  return toIncidents(source, {
    id: firstText(item.id, item.externalId),
    places: incidentPlaces(instances, textsOf(item.serviceKeys)),
    severity: "maintenance",
    status: stage === "resolved" ? "resolved" : "identified",
    started: planned ?? created,
    acknowledged: created ?? planned,
    updated: latest([parseTime(item.updatedAt), ...events.map(({ at }) => at)]) ?? planned,
    resolved: stage === "resolved" ? until : null,
    title: firstText(item.name, message.maintenanceType) || titleOf("maintenance", instances),
    posts: newestFirst(events).map(({ text }) => text),
  });
}

/** The incidents that instances list; and one of all instances that do not work, where an answer has only their states. */
function readInstances(items: Fields[], source: SourceContext, unknown: UnknownValues): SourceIncident[] {
  const told = items.flatMap((item) => [
    ...listOf(item.Incidents).flatMap((incident) => readIncident({ instanceKeys: [item.key], ...incident }, source, unknown)),
    ...listOf(item.Maintenances).flatMap((maintenance) => readMaintenance({ instanceKeys: [item.key], ...maintenance }, source, unknown)),
  ]);
  const open = new Set(told.flatMap(({ region, status }) => (status === "resolved" || region === null ? [] : [region])));
  const affected = items
    .filter((item) => !open.has(textOf(item.key)))
    .flatMap((item) => {
      const state = meaningOf(SALESFORCE.instance, item.status, unknown);
      return state === null || state === "fine" ? [] : [{ region: textOf(item.key), service: "", severity: state }];
    });
  if (affected.length === 0) return told;
  const instances = affected.map(({ region }) => region);
  const untold = toIncidents(source, {
    id: `instances-${isoTime(source.now).slice(0, 10).replaceAll("-", "")}`,
    places: placesByRegion(affected),
    severity: worstSeverity(affected.map(({ severity }) => severity)) ?? "minor",
    status: "investigating",
    started: null,
    updated: null,
    title: titleOf("not operating normally", instances),
    posts: [],
  });
  return [...told, ...untold];
}

/** Makes a title of a type and instances: "Service disruption: NA123". */
function titleOf(type: string, instances: string[]): string {
  const text =
    type
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase() || "incident";
  const name = text.charAt(0).toUpperCase() + text.slice(1);
  if (instances.length === 0) return name;
  return instances.length > 5 ? `${name}: ${instances.length} instances` : `${name}: ${instances.join(", ")}`;
}
