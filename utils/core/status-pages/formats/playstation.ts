import type { IncidentSeverity } from "../../feed/feed.ts";
import type { SourceContext, SourceIncident } from "../parsing/adapter.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "../parsing/fields.ts";
import { incidentPlaces } from "../parsing/incident-places.ts";
import { jsonAdapter } from "../parsing/make-adapter.ts";
import { earliest, latest, parseTime } from "../parsing/parse-time.ts";
import { fingerprint, toIncidents } from "../parsing/to-incident.ts";
import { meaningOf, type UnknownValues, vocabulary } from "../parsing/unknown-values.ts";
import { worstSeverity } from "../parsing/worst-severity.ts";

const KINDS = vocabulary<IncidentSeverity>({ outage: "major", degraded: "minor", maintenance: "maintenance" });

type Hit = {
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

/** `status.playstation.com/data/statuses/region/….json`: lists of statuses by region, country, service and part of a service; empty is fine. */
export const playstation = jsonAdapter("playstation", (value, source, unknown) => {
  const region = fieldsOf(value);
  if (region === null || !Array.isArray(region.countries) || !Array.isArray(region.status)) return null;
  const countries = listOf(region.countries);
  if (region.countries.length > 0 && !countries.some((country) => Array.isArray(country.services))) return null;
  const hits = [
    ...listOf(region.status, unknown).map((status) => readHit(status, "", "", unknown)),
    ...countries.flatMap((country) => hitsOf(country, unknown)),
  ];
  return [...Map.groupBy(hits, ({ id }) => id)].flatMap(([id, members]) => readEvent(id, members, countries.length, source));
});

function hitsOf(country: Fields, unknown: UnknownValues): Hit[] {
  const code = textOf(country.countryCode).toLowerCase();
  const own = listOf(country.status).map((status) => readHit(status, code, "", unknown));
  const services = listOf(country.services).flatMap((service) => {
    const parts = [...listOf(service.status), ...listOf(service.resources).flatMap((part) => listOf(part.status))];
    return parts.map((status) => readHit(status, code, textOf(service.serviceName), unknown));
  });
  return [...own, ...services];
}

function readHit(status: Fields, country: string, service: string, unknown: UnknownValues): Hit {
  const message = messageOf(status.message);
  const started = parseTime(status.startDate) ?? parseTime(status.startTime);
  return {
    id: firstText(status.statusId, status.id) || fingerprint(`${textOf(status.statusType)} ${started} ${message}`),
    country,
    service,
    kind: textOf(status.statusType),
    severity: meaningOf(KINDS, status.statusType, unknown) ?? "minor",
    started,
    ended: parseTime(status.endDate) ?? parseTime(status.endTime),
    updated: parseTime(status.modifiedDate) ?? parseTime(status.updatedDate),
    message,
  };
}

/** Text, or text by language, which may lie under `messages` beside a key that says nothing to people. */
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

function readEvent(id: string, hits: Hit[], countries: number, source: SourceContext): SourceIncident[] {
  const places = [...new Set(hits.map(({ country }) => country).filter((country) => country !== ""))];
  const services = [...new Set(hits.map(({ service }) => service).filter((service) => service !== ""))];
  const severity = worstSeverity(hits.map((hit) => hit.severity)) ?? "minor";
  const started = earliest(hits.map((hit) => hit.started));
  // A maintenance is listed before it begins.
  if (severity === "maintenance" && started !== null && started > source.now) return [];
  // An end ahead is only expected.
  const over = hits.every(({ ended }) => ended !== null && ended <= source.now);
  const kind = hits.find((hit) => hit.severity === severity)?.kind || "Status";
  return toIncidents(source, {
    id,
    places: incidentPlaces(places.length < countries ? places : [], services),
    severity,
    status: over ? "resolved" : "investigating",
    started,
    updated: latest(hits.map((hit) => hit.updated)) ?? started,
    resolved: over ? latest(hits.map(({ ended }) => ended)) : null,
    title: services.length === 0 ? kind : `${kind}: ${services.join(", ")}`,
    posts: hits.map(({ message }) => message).filter((message, index, all) => all.indexOf(message) === index),
  });
}
