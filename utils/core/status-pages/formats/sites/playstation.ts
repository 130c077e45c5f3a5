/**
 * PlayStation Network: `status.playstation.com/data/statuses/region/{SCEA,SCEE,SCEJA}.json`. Undocumented; known from other readers (2026).
 *
 * Holds lists of statuses for a region, its countries, their services and parts of services. Empty lists mean that everything works.
 * Traps: one event is listed under each country and service that it affects, often without an id; an end in the future is only expected;
 * maintenance is listed before it begins; messages are text, or text by language.
 */

import type { IncidentSeverity } from "../../../feed/incident.ts";
import type { SourceContext, SourceIncident } from "../../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../../parsing/fields.ts";
import { fingerprint } from "../../parsing/incident-id.ts";
import { jsonAdapter } from "../../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../../parsing/parse-time.ts";
import { toIncidents } from "../../parsing/to-incident.ts";
import { meaningOf, type UnknownValues } from "../../parsing/unknown-values.ts";
import { worstSeverity } from "../../parsing/worst-severity.ts";
import { PLAYSTATION } from "../word-table.ts";

/** An event as it is listed at one place. */
type Entry = {
  id: string;
  country: string;
  service: string;
  kind: string;
  severity: IncidentSeverity;
  started: number | null;
  ended: number | null;
  updated: number | null;
  message: string;
};

export const playstation = jsonAdapter("playstation", (value, source, unknown) => {
  const region = fieldsOf(value);
  if (region === null || !Array.isArray(region.countries) || !Array.isArray(region.status)) return null;
  const countries = listOf(region.countries);
  if (region.countries.length > 0 && !countries.some((country) => Array.isArray(country.services))) return null;
  const entries = [
    ...listOf(region.status, unknown).map((status) => readEntry(status, "", "", unknown)),
    ...countries.flatMap((country) => entriesOf(country, unknown)),
  ];
  return [...Map.groupBy(entries, ({ id }) => id)].flatMap(([id, members]) => readEvent(id, members, countries.length, source));
});

function entriesOf(country: Fields, unknown: UnknownValues): Entry[] {
  const code = textOf(country.countryCode).toUpperCase();
  const own = listOf(country.status).map((status) => readEntry(status, code, "", unknown));
  const services = listOf(country.services).flatMap((service) => {
    const parts = [...listOf(service.status), ...listOf(service.resources).flatMap((part) => listOf(part.status))];
    return parts.map((status) => readEntry(status, code, textOf(service.serviceName), unknown));
  });
  return [...own, ...services];
}

function readEntry(status: Fields, country: string, service: string, unknown: UnknownValues): Entry {
  const message = messageOf(status.message);
  const started = parseTime(status.startDate) ?? parseTime(status.startTime);
  return {
    id: firstText(status.statusId, status.id) || fingerprint(`${textOf(status.statusType)} ${started} ${message}`),
    country,
    service,
    kind: textOf(status.statusType),
    severity: meaningOf(PLAYSTATION.kind, status.statusType, unknown) ?? "minor",
    started,
    ended: parseTime(status.endDate) ?? parseTime(status.endTime),
    updated: parseTime(status.modifiedDate) ?? parseTime(status.updatedDate),
    message,
  };
}

/** A message: text, or text by language, which may be nested under `messages`. English where that is given. */
function messageOf(value: unknown): string {
  const fields = fieldsOf(value);
  if (fields === null) return textOf(value);
  const byLanguage = fieldsOf(fields.messages) ?? fields;
  return firstText(
    byLanguage.text,
    byLanguage.message,
    byLanguage.en,
    byLanguage["en-US"],
    byLanguage["en-us"],
    ...Object.values(byLanguage),
  );
}

function readEvent(id: string, entries: Entry[], countries: number, source: SourceContext): SourceIncident[] {
  const places = [...new Set(entries.map(({ country }) => country).filter((country) => country !== ""))];
  const services = [...new Set(entries.map(({ service }) => service).filter((service) => service !== ""))];
  const severity = worstSeverity(entries.map((entry) => entry.severity)) ?? "minor";
  const started = earliest(entries.map((entry) => entry.started));
  // Maintenance is listed before it begins.
  if (severity === "maintenance" && started !== null && started > source.now) return [];
  // An end in the future is only expected.
  const isResolved = entries.every(({ ended }) => ended !== null && ended <= source.now);
  const kind = entries.find((entry) => entry.severity === severity)?.kind || "Status";
  return toIncidents(source, {
    id,
    places: [{ region: null, services }],
    areas: places.length < countries ? places : [],
    severity,
    status: isResolved ? "resolved" : "investigating",
    started,
    updated: latest(entries.map((entry) => entry.updated)) ?? started,
    resolved: isResolved ? latest(entries.map(({ ended }) => ended)) : null,
    title: services.length === 0 ? kind : `${kind}: ${services.join(", ")}`,
    posts: entries.map(({ message }) => message).filter((message, index, all) => all.indexOf(message) === index),
  });
}
