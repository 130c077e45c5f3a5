import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { noteInstalls } from "./baseline.ts";
import { advance } from "./close-minute.ts";
import { type Detector, type PlaceRecord, placeAndProvider, placeRecordOf, type ServiceRecord } from "./detector.ts";
import { addReporter } from "./distinct-reporters.ts";
import type { Tally } from "./network-spread.ts";
import { ingestFromNetwork } from "./network-trouble.ts";

/** One accepted report: its content, the keyed hash of the sender's network prefix, and the network's number or what stands in for it. */
export type ReceivedReport = { service: string; on: string | null; failure: string; prefix: string; network: string };

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
 */
export function ingestActive(detector: Detector, installs: number, at: number): void {
  advance(detector, at);
  noteInstalls(detector.pattern, installs, detector.closed + 1);
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
  record.open ??= { minute, fresh: new Map(), present: new Map(), on: new Map(), calm: true };
  if (fresh > 0) {
    add(record.open.fresh, report.network, fresh);
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
  place.open ??= { minute, fresh: new Map(), present: new Map(), reporters: new Map(), people: 0 };
  if (counted.fresh > 0) add(tallyOf(place.open.fresh, record.id), report.network, counted.fresh);
  add(tallyOf(place.open.present, record.id), report.network, counted.present);
  const person = addReporter(place.reporters, report.prefix, minute);
  place.open.people += person.present;
  if (person.fresh > 0) add(place.open.reporters, report.network, person.fresh);
  detector.activePlaces.add(place.id);
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
