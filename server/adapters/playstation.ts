import type { IncidentSeverity } from "../../utils/core/feed.ts";
import type { SourceContext, SourceIncident } from "./adapter.ts";
import { jsonAdapter } from "./define.ts";
import { type Fields, fieldsOf, firstText, listOf, textOf } from "./fields.ts";
import { fingerprint, incidentsOf } from "./incident.ts";
import { earliest, instantOf, latest } from "./instant.ts";
import { placesOf } from "./places.ts";
import { worst } from "./severity.ts";
import { meaningOf, type UnknownValues, vocabulary } from "./unknown-values.ts";

const KINDS = vocabulary<IncidentSeverity>({ outage: "major", degraded: "minor", maintenance: "maintenance" });

type Hit = {
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
  const events = new Map<string, Hit[]>();
  const note = (status: Fields, country: string, service: string) => {
    const hit = readHit(status, country, service, unknown);
    const key = firstText(status.statusId, status.id) || fingerprint(`${hit.kind} ${hit.started} ${hit.message}`);
    events.set(key, [...(events.get(key) ?? []), hit]);
  };
  for (const status of listOf(region.status)) note(status, "", "");
  for (const country of countries) {
    const code = textOf(country.countryCode).toLowerCase();
    for (const status of listOf(country.status)) note(status, code, "");
    for (const service of listOf(country.services)) {
      const name = textOf(service.serviceName);
      for (const status of listOf(service.status)) note(status, code, name);
      for (const part of listOf(service.resources)) for (const status of listOf(part.status)) note(status, code, name);
    }
  }
  return [...events].flatMap(([id, hits]) => readEvent(id, hits, countries.length, source));
});

function readHit(status: Fields, country: string, service: string, unknown: UnknownValues): Hit {
  const message = fieldsOf(status.message);
  return {
    country,
    service,
    kind: textOf(status.statusType),
    severity: meaningOf(KINDS, status.statusType, unknown) ?? "minor",
    started: instantOf(status.startDate) ?? instantOf(status.startTime),
    ended: instantOf(status.endDate) ?? instantOf(status.endTime),
    updated: instantOf(status.modifiedDate) ?? instantOf(status.updatedDate),
    message: message === null ? textOf(status.message) : firstText(message.text, message.message, message.en, ...Object.values(message)),
  };
}

function readEvent(id: string, hits: Hit[], countries: number, source: SourceContext): SourceIncident[] {
  const places = [...new Set(hits.map(({ country }) => country).filter((country) => country !== ""))];
  const services = [...new Set(hits.map(({ service }) => service).filter((service) => service !== ""))];
  const severity = worst(hits.map((hit) => hit.severity)) ?? "minor";
  const started = earliest(hits.map((hit) => hit.started));
  // A maintenance is listed before it begins.
  if (severity === "maintenance" && started !== null && started > source.now) return [];
  const kind = hits.find((hit) => hit.severity === severity)?.kind || "Status";
  return incidentsOf(source, {
    id,
    places: placesOf(places.length < countries ? places : [], services),
    severity,
    // What is listed is on; an end is only expected.
    status: "investigating",
    started,
    updated: latest(hits.map((hit) => hit.updated)) ?? started,
    title: services.length === 0 ? kind : `${kind}: ${services.join(", ")}`,
    posts: hits.map(({ message }) => message).filter((message, index, all) => all.indexOf(message) === index),
  });
}
