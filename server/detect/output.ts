import type { Feed, Incident } from "../../utils/core/feed/feed.ts";
import { placementName } from "../../utils/core/providers/known-places.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { conditionsAt, usualNow } from "./baseline.ts";
import { crowdFigures } from "./crowd-figures.ts";
import type { Alarm, Detector, PlaceRecord, ServiceRecord } from "./detector.ts";
import { joinIncidents } from "./join-officials.ts";
import { openOfficialAt } from "./official-incidents.ts";
import { siteSubject } from "./subject-incidents.ts";

/** What the feed says of incidents and services. */
export type DetectorOutput = Pick<Feed, "incidents" | "services">;
export type WatchedService = Feed["services"][number];

/** What is to be published as of the last minute that was closed. */
export function detectorOutput(detector: Detector): DetectorOutput {
  const mood = conditionsAt(detector.rhythm, detector.closed + 1);
  const usualAnHour = (record: ServiceRecord) => usualNow(record.baseline, mood) * 60;
  const crowds: { subject: string; incident: Incident }[] = [];
  const services: WatchedService[] = [];
  const carried = new Map<string, Set<string>>();

  for (const id of detector.active) {
    const record = detector.services.get(id);
    if (record === undefined || record.standing.state === "calm") continue;
    const crowd = crowdFigures(record.hour, usualAnHour(record), record.curve, detector.closed);
    services.push({ id, state: record.standing.state === "alarm" ? "elevated" : "watch", crowd });
    if (record.standing.state !== "alarm") continue;
    const cloud = cloudInTrouble(detector, record);
    if (cloud === null)
      crowds.push({ subject: siteSubject(id), incident: { ...siteIncident(detector, record, record.standing.alarm), crowd } });
    else carried.set(cloud, (carried.get(cloud) ?? new Set()).add(id));
  }
  for (const key of detector.activePlacements) {
    const placement = detector.placements.get(key);
    if (placement?.alarm && !isCovered(detector, key)) {
      crowds.push({ subject: key, incident: placementIncident(detector, placement, placement.alarm, usualAnHour, carried.get(key)) });
    }
  }
  const incidents = joinIncidents(detector, crowds);
  for (const [key, ids] of carried) addAffected(detector, incidents, key, ids, usualAnHour);
  return {
    incidents: incidents.sort((a, b) => a.started.localeCompare(b.started) || a.id.localeCompare(b.id)),
    services: services.sort((a, b) => a.id.localeCompare(b.id)),
  };
}

/** A region of a provider that is in alarm as a whole has no incident of its own. */
function isCovered(detector: Detector, key: string): boolean {
  const { provider, region } = parsePlaceId(key);
  return region !== null && Boolean(detector.placements.get(provider)?.alarm);
}

/** The provider or region to which a service's trouble belongs because that is known to be in trouble; null if none is. */
function cloudInTrouble(detector: Detector, record: ServiceRecord): string | null {
  const subject = mostNamed(record);
  if (subject === null) return null;
  const { provider } = parsePlaceId(subject);
  for (const key of [provider, subject]) if (detector.placements.get(key)?.alarm) return key;
  for (const key of [subject, provider]) if (openOfficialAt(detector, key)) return key;
  return null;
}

/** What at least half of those say who name anything. */
function mostNamed(record: ServiceRecord): string | null {
  const named = new Map<string, number>();
  let all = 0;
  for (const { on } of record.minutes) {
    for (const [subject, count] of on) {
      if (subject === "") continue;
      named.set(subject, (named.get(subject) ?? 0) + count);
      all += count;
    }
  }
  for (const [subject, count] of named) if (count >= all / 2) return subject;
  return null;
}

function siteIncident(detector: Detector, record: ServiceRecord, alarm: Alarm): Incident {
  return {
    ...crowdIncident(detector, alarm),
    provider: record.id,
    region: null,
    site: record.id,
    title: `Reports of failures at ${record.name} are rising`,
    affects: [record.id],
  };
}

function placementIncident(
  detector: Detector,
  placement: PlaceRecord,
  alarm: Alarm,
  usualAnHour: (record: ServiceRecord) => number,
  carried: Set<string> | undefined,
): Incident {
  const { provider, region } = parsePlaceId(placement.key);
  return {
    ...crowdIncident(detector, alarm),
    provider,
    region,
    site: null,
    title: `Several services on ${placementName(provider, region)} are failing for many people`,
    crowd: crowdOf(detector, placement, usualAnHour),
    affects: namedAt(placement, carried),
  };
}

function namedAt(placement: PlaceRecord, carried: Set<string> | undefined): string[] {
  const named = new Set(carried);
  for (const [id, seenByMany] of placement.affected) if (seenByMany) named.add(id);
  return [...named].sort();
}

function crowdOf(detector: Detector, placement: PlaceRecord, usualAnHour: (record: ServiceRecord) => number): Incident["crowd"] {
  let usual = 0;
  for (const id of placement.members) {
    const record = detector.services.get(id);
    if (record !== undefined) usual += usualAnHour(record);
  }
  return crowdFigures(placement.hour, usual, placement.curve, detector.closed);
}

function crowdIncident(detector: Detector, alarm: Alarm): Omit<Incident, "provider" | "region" | "site" | "title" | "affects"> {
  return {
    id: alarm.id,
    services: [],
    severity: alarm.severity,
    status: "possible",
    started: isoMinute(alarm.started),
    updated: isoMinute(detector.closed + 1),
    resolved: null,
    summary: "People's browsers report it from many networks. Nothing official yet.",
    advice: [],
    official: null,
    crowd: null,
  };
}

/** A service in alarm on a cloud that officially is in trouble joins that incident. */
function addAffected(
  detector: Detector,
  incidents: Incident[],
  key: string,
  ids: Set<string>,
  usualAnHour: (record: ServiceRecord) => number,
): void {
  const { provider, region } = parsePlaceId(key);
  const incident = incidents.find((one) => one.site === null && one.provider === provider && one.region === region);
  if (incident === undefined) return;
  incident.affects = [...new Set([...incident.affects, ...ids])].sort();
  const placement = detector.placements.get(key);
  if (placement !== undefined) incident.crowd ??= crowdOf(detector, placement, usualAnHour);
}

/** ISO time of a minute of the epoch. */
export function isoMinute(minute: number): string {
  return `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`;
}
