import type { Incident } from "../../utils/core/feed/incident.ts";
import { placementName } from "../../utils/core/providers/known-places.ts";
import { parsePlaceId, placeId } from "../../utils/core/providers/place.ts";
import { isoTime } from "../../utils/core/status-pages/parsing/parse-time.ts";
import { HOUR } from "../../utils/core/time.ts";
import type { DetectorOutput, PlaceAlarm, ServiceAlarm } from "../detect/output.ts";
import { CROWD, type SourcedIncident } from "./sourced-incident.ts";

/** An official incident older than this says little about what fails now: some have stayed open for months. Judged. */
const RECENT = 6 * HOUR;

/** A service in alarm, and the place that it is hosted on where an official incident about that place is open. */
type Attached = { alarm: ServiceAlarm; place: string; crowd: Incident["crowd"] };

/**
 * Makes incidents of the crowd's alarms. All are `possible`, because nobody but people reports them; an alarm of a place is
 * `investigating` where a site that it affects announces serious trouble of its own, which is a second, independent source.
 * A service in alarm has no incident of its own where an official, serious and recent incident covers the place that it is hosted
 * on: it is then named as affected there.
 * @param official what official sources report now
 */
export function crowdIncidents({ at, alarms }: DetectorOutput, official: readonly SourcedIncident[]): SourcedIncident[] {
  const serious = official.map(({ incident }) => incident).filter((incident) => isSeriousAndRecent(incident, at));
  const admitted = new Set(serious.flatMap(({ site }) => site ?? []));
  const announced = new Map(
    serious.filter(({ site }) => site === null).map(({ provider, region, started }) => [placeId(provider, region), started]),
  );
  const incidents: Incident[] = [];
  const attached: Attached[] = [];
  for (const alarm of alarms) {
    if (alarm.kind === "place") {
      incidents.push(placeIncident(alarm, at, admitted));
      continue;
    }
    const host = alarm.hostedOn.find(({ place }) => announced.has(place));
    if (host === undefined) incidents.push(siteIncident(alarm, at));
    else attached.push({ alarm, ...host });
  }
  for (const [place, services] of Map.groupBy(attached, (one) => one.place)) {
    incidents.push(besideOfficial(place, services, at, announced.get(place) ?? isoTime(at)));
  }
  return incidents.map((incident) => ({ source: CROWD, incident }));
}

function isSeriousAndRecent({ severity, status, started, resolved }: Incident, at: number): boolean {
  if (resolved !== null || status === "resolved" || status === "monitoring") return false;
  return severity !== "minor" && severity !== "maintenance" && at - Date.parse(started) <= RECENT;
}

function siteIncident(alarm: ServiceAlarm, at: number): Incident {
  const { service, name, severity, crowd } = alarm;
  const title = `Reports of failures at ${name} are rising`;
  const place = { provider: service, region: null, site: service };
  return incidentOf({ ...place, areas: alarm.areas, severity, crowd, title, affects: [service] }, alarm.since, at);
}

function placeIncident(alarm: PlaceAlarm, at: number, admitted: ReadonlySet<string>): Incident {
  const { place, areas, severity, crowd, affected, since } = alarm;
  const { provider, region } = parsePlaceId(place);
  const title = `Several services on ${placementName(provider, region)} are failing for many people`;
  const incident = incidentOf({ provider, region, site: null, areas, severity, crowd, title, affects: affected }, since, at);
  return affected.some((site) => admitted.has(site)) ? { ...incident, status: "investigating" } : incident;
}

/** The part of an official incident that people see. A few services are no measure of the severity or the start of the place's trouble. */
function besideOfficial(place: string, services: Attached[], at: number, started: string): Incident {
  const { provider, region } = parsePlaceId(place);
  const since = Math.max(Date.parse(started), Math.min(...services.map(({ alarm }) => alarm.since)));
  const affects = services.map(({ alarm }) => alarm.service).toSorted();
  const title = `Services on ${placementName(provider, region)} are failing for many people`;
  const crowd = services[0]?.crowd ?? null;
  return incidentOf({ provider, region, site: null, areas: [], severity: "minor", crowd, title, affects }, since, at);
}

type Particulars = Pick<Incident, "provider" | "region" | "areas" | "site" | "severity" | "crowd" | "title" | "affects">;

function incidentOf({ provider, region, areas, site, severity, crowd, title, affects }: Particulars, since: number, at: number): Incident {
  return {
    id: "",
    provider,
    region,
    areas,
    services: [],
    site,
    severity,
    status: "possible",
    started: isoTime(since),
    updated: isoTime(at),
    resolved: null,
    title,
    summary: "People's browsers report it from many networks. Nothing official yet.",
    advice: [],
    official: null,
    crowd,
    affects,
  };
}
