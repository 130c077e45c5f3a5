import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { noteInstalls } from "./baseline.ts";
import { advance } from "./close-minute.ts";
import { type Detector, type PlaceMinute, type PlaceRecord, placeAndProvider, placeRecordOf, type ServiceRecord } from "./detector.ts";
import { ingestFromNetwork } from "./network-trouble.ts";
import { addReporter } from "./reporters/distinct-reporters.ts";
import type { Tally } from "./reporters/network-spread.ts";
import { originOf } from "./reporters/origins.ts";
import { type CountryShares, giveShares } from "./reporters/usual-countries.ts";

/** The kind of failure where an HTTP answer came all the way. */
const ANSWERED = "http.error";

/** One accepted report: what it says, and who sent it. */
export type ReceivedReport = {
  service: string;
  on: string | null;
  failure: string;
  /** Keyed hash of the sender's network prefix: distinguishes reporters. */
  prefix: string;
  /** The network's number or what stands in for it. */
  network: string;
  /** ISO code; null where it is not known. */
  country?: string | null;
};

/**
 * Counts one report. Minutes that ended before it are closed first.
 * @param at when it arrived, milliseconds of the epoch; an arrival before the running minute counts in the running one
 * @returns false if the service is not in the catalogue (nothing is changed then)
 */
export function ingestReport(detector: Detector, report: ReceivedReport, at: number): boolean {
  const record = detector.services.get(report.service);
  if (record === undefined) return false;
  advance(detector, at);
  const minute = detector.closed + 1;
  if (report.failure === "ok") ingestWorksForMe(record, report, minute);
  else ingestFailure(detector, record, report, minute);
  return true;
}

/**
 * Notes how many installs were seen active lately.
 * @param at milliseconds of the epoch
 * @param shares where people usually are; null where that is not known
 */
export function ingestActive(detector: Detector, installs: number, at: number, shares: CountryShares | null = null): void {
  advance(detector, at);
  noteInstalls(detector.pattern, installs, detector.closed + 1);
  if (shares !== null) giveShares(detector.countries, shares);
}

/** "Works for me" counts only where it was asked for, so that nobody can store up such reports for later. */
function ingestWorksForMe(record: ServiceRecord, report: ReceivedReport, minute: number): void {
  if (record.status.kind === "calm") return;
  const { fresh } = addReporter(record.worksForMe, report.prefix, minute);
  if (fresh > 0) add(record.openWorksForMe, report.network, fresh);
}

function ingestFailure(detector: Detector, record: ServiceRecord, report: ReceivedReport, minute: number): void {
  const { fresh, present } = addReporter(record.reporters, report.prefix, minute);
  const place = placeOf(record, report.on);
  if (present === 0) return;
  record.open ??= { minute, fresh: new Map(), present: new Map(), origins: new Map(), on: new Map(), calm: true };
  if (fresh > 0) {
    add(record.open.fresh, report.network, fresh);
    add(record.open.origins, originOf(report.network, report.country ?? null), fresh);
    add(record.open.on, place ?? "", fresh);
  }
  add(record.open.present, report.network, present);
  detector.active.add(record.id);
  if (fresh > 0) ingestFromNetwork(detector, report.network, place, record.id, fresh);
  if (place === null) return;
  for (const id of placeAndProvider(place))
    ingestAtPlace(detector, placeRecordOf(detector, id), record, report, { fresh, present }, minute);
}

function ingestAtPlace(
  detector: Detector,
  place: PlaceRecord,
  record: ServiceRecord,
  report: ReceivedReport,
  counted: { fresh: number; present: number },
  minute: number,
): void {
  place.members.add(record.id);
  place.open ??= newPlaceMinute(minute);
  if (counted.fresh > 0) add(tallyOf(place.open.fresh, record.id), report.network, counted.fresh);
  add(tallyOf(place.open.present, record.id), report.network, counted.present);
  const person = addReporter(place.reporters, report.prefix, minute);
  const origin = originOf(report.network, report.country ?? null);
  if (person.present > 0) add(place.open.people, origin, person.present);
  if (person.fresh > 0) {
    add(place.open.reporters, report.network, person.fresh);
    add(place.open.origins, origin, person.fresh);
    if (report.failure === ANSWERED) place.open.answered += person.fresh;
  }
  detector.activePlaces.add(place.id);
}

function newPlaceMinute(minute: number): PlaceMinute {
  return { minute, fresh: new Map(), present: new Map(), reporters: new Map(), origins: new Map(), answered: 0, people: new Map() };
}

/** The place that the report names; where it names none, what all places that the catalogue knows have in common. */
function placeOf(record: ServiceRecord, on: string | null): string | null {
  if (on !== null) return on;
  const [first, ...others] = record.on;
  if (first === undefined || others.length === 0) return first ?? null;
  const { provider } = parsePlaceId(first);
  return others.every((other) => parsePlaceId(other).provider === provider) ? provider : null;
}

function tallyOf(tallies: Map<string, Tally>, id: string): Tally {
  const known = tallies.get(id);
  if (known !== undefined) return known;
  const tally: Tally = new Map();
  tallies.set(id, tally);
  return tally;
}

function add(tally: Tally, key: string, count: number): void {
  tally.set(key, (tally.get(key) ?? 0) + count);
}
