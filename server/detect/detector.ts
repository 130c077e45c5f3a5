import type { IncidentSeverity } from "../../utils/core/feed/incident.ts";
import { type Baseline, newBaseline, newWeeklyPattern, USUAL_UNKNOWN, type WeeklyPattern } from "./baseline.ts";
import { minuteOf } from "./minutes.ts";
import { type Distinct, noReporters } from "./reporters/distinct-reporters.ts";
import type { Tally } from "./reporters/network-spread.ts";
import type { Origins, Part } from "./reporters/origins.ts";
import { noSeries, type ReportSeries } from "./reporters/report-series.ts";
import { noUsualCountries, type UsualCountries } from "./reporters/usual-countries.ts";

/** A service as the detector knows it: catalogue id, and the places (`aws/us-east-1`) that it is known to be hosted on. */
export type Watched = { id: string; name?: string | undefined; on: string[] };

/** The reports on one service in one minute. */
export type Minute = {
  minute: number;
  /** Reporters not counted within the last hour. */
  fresh: Tally;
  /** Reporters not counted yet in this five-minute bucket: people who still see it. */
  present: Tally;
  /** Fresh reporters by network and country. */
  origins: Origins;
  /** Fresh reporters by the place that they report it to be hosted on; "" for unknown. */
  on: Tally;
  /** Whether this minute may teach what is usual: not while trouble is suspected. */
  calm: boolean;
};

/** The same for a provider or one of its regions: by service, then by network. */
export type PlaceMinute = {
  minute: number;
  fresh: Map<string, Tally>;
  present: Map<string, Tally>;
  /** Distinct reporters over all services, by network, and by network and country. */
  reporters: Tally;
  origins: Origins;
  /** Those of them who got an error page, so that their way to the place works. */
  answered: number;
  /** People who report for the first time in this five-minute bucket, whatever the service. */
  people: Origins;
};

/** A rise that counts as trouble. */
export type Alarm = {
  /** When the rise began. It stays the same when the trouble returns within the hour. */
  started: number;
  raised: number;
  severity: Exclude<IncidentSeverity, "maintenance">;
  /** Fresh reporters a minute in its worst quarter of an hour. */
  peak: number;
  /** Fresh reporters a minute; it rises at once and falls slowly. */
  smoothedRate: number;
};

/** People on one network or in one country do not reach a provider that others reach. */
export type CutOff = {
  part: Part;
  /** When it began, and the minute in which it was found. */
  started: number;
  found: number;
  /** Fresh reporters a minute in its worst quarter of an hour. */
  peak: number;
  /** The services that they report. */
  affected: Set<string>;
};

export type ServiceStatus = { kind: "calm" } | { kind: "watch"; since: number } | { kind: "alarm"; alarm: Alarm };

/** Everything remembered about one service. */
export type ServiceRecord = {
  id: string;
  name: string;
  on: string[];
  baseline: Baseline;
  /** CUSUM scores of the two charts, in nats. */
  mild: number;
  sharp: number;
  reporters: Distinct;
  /** The minute still running; the output does not include it. */
  open: Minute | null;
  /** Ended minutes with reports, of the last hour, oldest first. */
  minutes: Minute[];
  /** Their fresh reporters by network, and by network and country. */
  hour: Tally;
  origins: Origins;
  /** Who reports "works for me", which is asked for while the service is on watch. */
  worksForMe: Distinct;
  openWorksForMe: Tally;
  worksForMeMinutes: { minute: number; networks: Tally }[];
  status: ServiceStatus;
  /** The alarm that ended last, and when: it continues if trouble returns within the hour. */
  ended: { alarm: Alarm; minute: number } | null;
  series: ReportSeries;
};

/** Everything remembered about a provider (`fastly`, or `aws` as a whole) or a provider's region (`aws/us-east-1`). */
export type PlaceRecord = {
  id: string;
  /** Services hosted there by the catalogue or by their own reports. */
  members: Set<string>;
  reporters: Distinct;
  open: PlaceMinute | null;
  minutes: PlaceMinute[];
  /** Distinct reporters of these minutes by network, and by network and country. */
  hour: Tally;
  origins: Origins;
  alarm: Alarm | null;
  /** On a provider without an alarm: the network or country that does not reach it, though others do. */
  cutOff: CutOff | null;
  /** When people were cut off last: the reports that showed it do not count again. */
  cutOffUntil: number;
  /** Services that rose there since the alarm began; true for those that may be named: they rise clearly, on at least two networks. */
  affected: Map<string, boolean>;
  ended: { alarm: Alarm; minute: number; affected: Map<string, boolean> } | null;
  series: ReportSeries;
};

/**
 * Everything that the detector remembers: plain data, no clock, no input or output. The detector finds services and places in trouble
 * from people's reports alone; it ends at alarms, and the merge room makes incidents of them.
 */
export type Detector = {
  services: Map<string, ServiceRecord>;
  places: Map<string, PlaceRecord>;
  /** Services and places that must be evaluated when a minute ends. */
  active: Set<string>;
  activePlaces: Set<string>;
  /** The last minute that was closed. */
  closed: number;
  pattern: WeeklyPattern;
  countries: UsualCountries;
  /** What each access network reports in the running minute, and in the last half hour. */
  fromNetworks: Map<string, Tally>;
  networkMinutes: NetworkMinute[];
  /** Access networks in trouble themselves: since when, and the minute until which their reports do not count. */
  distrusted: Map<string, { since: number; until: number }>;
};

export type Setup = {
  services: Watched[];
  /** Usual reports a minute by service id. */
  baseline?: { [id: string]: number } | undefined;
};

/**
 * A detector without any reports.
 * @param at milliseconds of the epoch; minutes before it are never evaluated
 */
export function createDetector(setup: Setup, at: number): Detector {
  const detector: Detector = {
    services: new Map(),
    places: new Map(),
    active: new Set(),
    activePlaces: new Set(),
    closed: minuteOf(at) - 1,
    pattern: newWeeklyPattern(minuteOf(at)),
    countries: noUsualCountries(),
    fromNetworks: new Map(),
    networkMinutes: [],
    distrusted: new Map(),
  };
  for (const service of setup.services) addService(detector, service, setup.baseline?.[service.id]);
  return detector;
}

/** Adds a service of a new catalogue, or changes where a known one is hosted. What was learned stays. */
export function addService(detector: Detector, watched: Watched, usual?: number | undefined): void {
  const known = detector.services.get(watched.id);
  if (known === undefined) detector.services.set(watched.id, newService(watched, usual, detector.pattern));
  else Object.assign(known, { name: watched.name ?? watched.id, on: watched.on });
  for (const place of watched.on) {
    for (const id of placeAndProvider(place)) placeRecordOf(detector, id).members.add(watched.id);
  }
}

function newService(watched: Watched, usual: number | undefined, pattern: WeeklyPattern): ServiceRecord {
  return {
    id: watched.id,
    name: watched.name ?? watched.id,
    on: watched.on,
    baseline: newBaseline(usual ?? USUAL_UNKNOWN, usual !== undefined, pattern),
    mild: 0,
    sharp: 0,
    reporters: noReporters(),
    open: null,
    minutes: [],
    hour: new Map(),
    origins: new Map(),
    worksForMe: noReporters(),
    openWorksForMe: new Map(),
    worksForMeMinutes: [],
    status: { kind: "calm" },
    ended: null,
    series: noSeries(),
  };
}

/** The records that a report on `provider/region` belongs to: the region's, then the provider's. */
export function placeAndProvider(place: string): string[] {
  const slash = place.indexOf("/");
  return slash < 0 ? [place] : [place, place.slice(0, slash)];
}

export function placeRecordOf(detector: Detector, id: string): PlaceRecord {
  const known = detector.places.get(id);
  if (known !== undefined) return known;
  const place: PlaceRecord = {
    id,
    members: new Set(),
    reporters: noReporters(),
    open: null,
    minutes: [],
    hour: new Map(),
    origins: new Map(),
    alarm: null,
    cutOff: null,
    cutOffUntil: Number.NEGATIVE_INFINITY,
    affected: new Map(),
    ended: null,
    series: noSeries(),
  };
  detector.places.set(id, place);
  return place;
}

/** Fresh reports of one minute by network, then by who runs the failing service: its provider, or itself where none is known. */
export type NetworkMinute = { minute: number; networks: Map<string, Tally> };
