import type { Feed } from "../../utils/core/feed/feed.ts";
import type { Crowd } from "../../utils/core/feed/incident.ts";
import type { NetworkTrouble } from "../../utils/core/feed/network-trouble.ts";
import { conditionsAt, usualNow } from "./baseline.ts";
import { areasOf } from "./confinement.ts";
import { type Alarm, type Detector, type PlaceRecord, placeAndProvider, type ServiceRecord } from "./detector.ts";
import { instantOf, MINUTES_AN_HOUR } from "./minutes.ts";
import { isOfPeopleCutOff, networksInTrouble } from "./network-output.ts";
import { crowdFigures } from "./reporters/crowd-figures.ts";
import { sumOf } from "./reporters/network-spread.ts";
import { byCountry, type Origins, originsWithout, withinShares } from "./reporters/origins.ts";
import { usualShares } from "./reporters/usual-countries.ts";

/** Services on watch in one document, at most. */
const MOST_ON_WATCH = 2;

type Figures = {
  /** The countries that it is confined to; empty where it is not, or where that cannot be told. */
  areas: string[];
  /** When the rise began, milliseconds of the epoch. */
  since: number;
  severity: Alarm["severity"];
  /** Null where too few people report it for figures to be published. */
  crowd: Crowd | null;
};

/** Many people report one service, and its provider is not in alarm. */
export type ServiceAlarm = Figures & {
  kind: "service";
  service: string;
  name: string;
  /** The place that most reports name, then its provider: each with the figures of everybody who reports services there. */
  hostedOn: { place: string; crowd: Crowd | null }[];
};

/** Several services on one provider, or on one of its regions, fail at once. */
export type PlaceAlarm = Figures & {
  kind: "place";
  /** `aws/us-east-1`, or `aws` for all of it. */
  place: string;
  /** Services that may be named in public, sorted. */
  affected: string[];
};

export type CrowdAlarm = ServiceAlarm | PlaceAlarm;
export type WatchedService = Feed["services"][number];

/** What the detector reports. */
export type DetectorOutput = {
  /** End of the last minute that was closed, milliseconds of the epoch. */
  at: number;
  /** At most one for each service and place. */
  alarms: CrowdAlarm[];
  services: WatchedService[];
  networks: NetworkTrouble[];
  /** Services that are reported only because people are cut off from their provider: they have no alarm. */
  explained: string[];
};

/** What the detector reports as of the last minute that was closed. It knows nothing of official incidents. */
export function detectorOutput(detector: Detector): DetectorOutput {
  const conditions = conditionsAt(detector.pattern, detector.closed + 1);
  const usualAnHour = (record: ServiceRecord) => usualNow(record.baseline, conditions) * MINUTES_AN_HOUR;
  const alarms: CrowdAlarm[] = [];
  const services: WatchedService[] = [];
  const explained: string[] = [];
  const affectedAt = new Map<string, Set<string>>();

  for (const id of detector.active) {
    const record = detector.services.get(id);
    if (record === undefined || record.status.kind === "calm") continue;
    const crowd = crowdFigures(record.hour, usualAnHour(record), record.series, detector.closed);
    const places = placesOf(record);
    const isAlarm = record.status.kind === "alarm";
    if (isAlarm && isOfPeopleCutOff(detector, record, places, usualAnHour(record))) {
      explained.push(id);
      continue;
    }
    services.push({ id, state: isAlarm ? "elevated" : "watch", crowd });
    if (record.status.kind !== "alarm") continue;
    const alarmed = places.toReversed().find((place) => detector.places.get(place)?.alarm);
    if (alarmed !== undefined) {
      affectedAt.set(alarmed, (affectedAt.get(alarmed) ?? new Set()).add(id));
      continue;
    }
    const hostedOn = places.map((place) => ({ place, crowd: crowdAt(detector, detector.places.get(place), usualAnHour) }));
    const figures = { ...figuresOf(record.status.alarm), areas: areasIn(detector, record.origins), crowd };
    alarms.push({ kind: "service", service: id, name: record.name, ...figures, hostedOn });
  }
  for (const place of detector.activePlaces) {
    const record = detector.places.get(place);
    if (!record?.alarm || isCovered(detector, place)) continue;
    const crowd = crowdAt(detector, record, usualAnHour);
    const figures = { ...figuresOf(record.alarm), areas: areasIn(detector, record.origins), crowd };
    alarms.push({ kind: "place", place, ...figures, affected: publiclyAffected(record, affectedAt.get(place)) });
  }
  const networks = networksInTrouble(detector, (place) => usualAt(detector, place, usualAnHour));
  return { at: instantOf(detector.closed + 1), alarms, services: withFewOnWatch(detector, services), networks, explained };
}

function areasIn(detector: Detector, origins: Origins): string[] {
  const shares = usualShares(detector.countries);
  return shares === null ? [] : areasOf(byCountry(withinShares(originsWithout(origins, detector.distrusted))), shares);
}

/**
 * Browsers answer for services on watch, so whoever fills the feed with them would learn what people use. The two that most people have
 * reported within the hour stay; which of them are in alarm is no question any more.
 */
function withFewOnWatch(detector: Detector, services: WatchedService[]): WatchedService[] {
  const reporters = ({ id }: WatchedService) => sumOf(detector.services.get(id)?.hour ?? new Map());
  const byId = services.toSorted((a, b) => a.id.localeCompare(b.id));
  const onWatch = byId.filter(({ state }) => state === "watch").toSorted((a, b) => reporters(b) - reporters(a));
  const dropped = new Set(onWatch.slice(MOST_ON_WATCH));
  return byId.filter((service) => !dropped.has(service));
}

function figuresOf({ started, severity }: Alarm): Pick<Figures, "since" | "severity"> {
  return { since: instantOf(started), severity };
}

/** A region has no alarm of its own while its whole provider is in alarm. */
function isCovered(detector: Detector, place: string): boolean {
  const provider = placeAndProvider(place)[1];
  return provider !== undefined && Boolean(detector.places.get(provider)?.alarm);
}

/** The place that at least half of the reports name which name one, then its provider; none where no place has as many. */
function placesOf(record: ServiceRecord): string[] {
  const named = new Map<string, number>();
  let all = 0;
  for (const { on } of record.minutes) {
    for (const [place, count] of on) {
      if (place === "") continue;
      named.set(place, (named.get(place) ?? 0) + count);
      all += count;
    }
  }
  for (const [place, count] of named) if (count >= all / 2) return placeAndProvider(place);
  return [];
}

function publiclyAffected(record: PlaceRecord, inAlarm: ReadonlySet<string> | undefined): string[] {
  const affected = new Set(inAlarm);
  for (const [id, mayBeNamed] of record.affected) if (mayBeNamed) affected.add(id);
  return [...affected].sort();
}

function crowdAt(detector: Detector, record: PlaceRecord | undefined, usualAnHour: (record: ServiceRecord) => number): Crowd | null {
  if (record === undefined) return null;
  return crowdFigures(record.hour, usualAt(detector, record, usualAnHour), record.series, detector.closed);
}

function usualAt(detector: Detector, record: PlaceRecord, usualAnHour: (record: ServiceRecord) => number): number {
  let usual = 0;
  for (const id of record.members) {
    const service = detector.services.get(id);
    if (service !== undefined) usual += usualAnHour(service);
  }
  return usual;
}
