import { graverSeverity } from "../../utils/core/feed/severity.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { HORIZON, isHeldByFew, newAlarm, RETURN_FROM, RETURN_WITHIN } from "./alarm.ts";
import { type Conditions, usualNow } from "./baseline.ts";
import { severityOf } from "./crowd-severity.ts";
import type { Alarm, Detector, PlaceRecord } from "./detector.ts";
import { allRisers, FEWEST_SERVICES, type JointRise, jointRiseOf, RISING_WINDOW, type Riser, risersAt, type Usual } from "./joint-rise.ts";
import { addTally, sumOf, type Tally, takeTally, trusted } from "./network-spread.ts";
import { isOfFewNetworks } from "./network-trouble.ts";
import { noiseAllowed, probabilityOfAtLeast } from "./probability.ts";
import { LONGEST_QUIET, quietMinutesNeeded, stillReporting } from "./recovery.ts";
import { drawCurve } from "./report-series.ts";
import { type AlarmedService, spreadStrayReports } from "./stray-reports.ts";

/** More regions than this are the provider as a whole, as with official incidents. */
const MAX_REGIONS = 5;
/** A provider's trouble is a region's where enough reports name one and few name another. */
const REGIONS_NAMED = 0.3;
const OTHER_REGIONS_SHARE = 0.2;
const OTHER_REGIONS_AT_LEAST = 3;
/** A provider's services must rise so many times as often as others do, and so many must not rise by chance. */
const CONTRAST = 5;
const COINCIDENCE = 3e-4;
/**
 * Weak rises are judged the more strictly the more services stand there: with hundreds of them some always seem to rise, and a few
 * thousand looks a week find the one lucky moment in a thousand.
 */
const COINCIDENCE_OF_WEAK_RISES = 3e-4;
/** Before anything is counted: one service in a hundred rises by chance; three in a thousand have trouble of their own. */
const PRIOR_SERVICES = 50;
const RISE_BY_CHANCE = 0.01;
const RISE_OF_THEIR_OWN = 0.003;

/** Looks at all providers and regions with reports as a minute ends. */
export function advancePlaces(detector: Detector, minute: number, mood: Conditions, louds: AlarmedService[]): void {
  const usual = usualsOf(detector, mood, louds);
  const candidates: { placement: PlaceRecord; rise: JointRise }[] = [];
  for (const key of detector.activePlacements) {
    const placement = detector.placements.get(key);
    if (placement === undefined) continue;
    keepMinute(placement, minute);
    if (placement.alarm !== null) followAlarm(placement, placement.alarm, minute, usual, detector.troubled);
    else if (mayBeBlamed(detector, key)) {
      const rise = jointRiseOf(placement, minute, usual, detector.troubled);
      if (rise !== null && rise.strength >= (isReturning(placement, minute) ? RETURN_FROM : 1)) candidates.push({ placement, rise });
    }
    if (placement.minutes.length === 0 && placement.alarm === null) detector.activePlacements.delete(key);
  }
  const alarmed = [...detector.activePlacements].flatMap((key) => detector.placements.get(key) ?? []).filter(({ alarm }) => alarm !== null);
  if (candidates.length + alarmed.length === 0) return;
  const everywhere = new Map<number, Riser[]>();
  const risersWithin = (window: number) => {
    const risers = everywhere.get(window) ?? allRisers(detector, minute, window, usual);
    everywhere.set(window, risers);
    return risers;
  };
  for (const placement of alarmed) if (isEverywhere(detector, placement, risersWithin(RISING_WINDOW))) placement.alarm = null;
  const regionsFirst = (key: string) => (key.includes("/") ? 0 : 1);
  candidates.sort((a, b) => regionsFirst(a.placement.key) - regionsFirst(b.placement.key) || b.rise.strength - a.rise.strength);
  for (const { placement, rise } of candidates) {
    if (!mayBeBlamed(detector, placement.key) || !standsOut(detector, placement, rise, risersWithin(rise.window))) continue;
    const blamed = blamedFor(detector, placement, rise, minute);
    if (blamed.alarm === null) raise(detector, blamed, rise, minute, usual);
  }
}

function usualsOf(detector: Detector, mood: Conditions, louds: AlarmedService[]): Usual {
  const known = new Map<string, { own: number; withStrays: number }>();
  const usualOf = (service: string) => {
    const before = known.get(service);
    if (before !== undefined) return before;
    const record = detector.services.get(service);
    const own = record === undefined ? 0 : usualNow(record.baseline, mood);
    const usual = { own, withStrays: record === undefined ? 0 : own + spreadStrayReports(record, own, louds) };
    known.set(service, usual);
    return usual;
  };
  return { own: (service) => usualOf(service).own, withStrays: (service) => usualOf(service).withStrays };
}

function keepMinute(placement: PlaceRecord, minute: number): void {
  const { open } = placement;
  placement.open = null;
  if (open !== null) {
    placement.minutes.push(open);
    addTally(placement.hour, open.reporters);
    drawCurve(placement.curve, open.minute, open.people);
  }
  for (let oldest = placement.minutes[0]; oldest !== undefined && oldest.minute <= minute - HORIZON; oldest = placement.minutes[0]) {
    takeTally(placement.hour, oldest.reporters);
    placement.minutes.shift();
  }
}

function isReturning(placement: PlaceRecord, minute: number): boolean {
  return placement.ended !== null && minute - placement.ended.minute <= RETURN_WITHIN;
}

/**
 * The rise belongs to the provider only if its services rise far more often than all others do. What other providers in alarm
 * explain does not count against it, nor does one service that happens to have a bad day; but somebody must be left who is well.
 */
function standsOut(detector: Detector, placement: PlaceRecord, rise: JointRise, everywhere: Riser[]): boolean {
  const members = placement.members.size;
  if (detector.services.size === members) return true;
  const { services, risers } = controlFor(detector, placement, everywhere);
  if (services === 0) return false;
  const rising = Math.max(0, risers - 1) / services;
  const isNoCoincidence = (here: number, elsewhere: number, usually: number, level: number) =>
    here >= FEWEST_SERVICES &&
    here / members >= CONTRAST * rising &&
    probabilityOfAtLeast(here, members, (elsewhere + usually * PRIOR_SERVICES) / (services + PRIOR_SERVICES)) <= level;
  const level = Math.min(COINCIDENCE, COINCIDENCE_OF_WEAK_RISES / members);
  if (isNoCoincidence(rise.risers.length, risers, RISE_BY_CHANCE, level) && !isOfFewNetworks(detector, placement.key)) return true;
  // Or few, but so clearly that hardly any service ever does.
  const evident = controlFor(detector, placement, everywhere.filter(isEvident)).risers;
  return isNoCoincidence(rise.risers.filter(isEvident).length, evident, RISE_OF_THEIR_OWN, COINCIDENCE);
}

function isEvident(riser: Riser): boolean {
  return riser.evident;
}

/**
 * Whether an alarm has turned out to be no provider's: services that have nothing to do with it rise half as often, or more, and
 * that is not just a second provider's trouble.
 */
function isEverywhere(detector: Detector, placement: PlaceRecord, everywhere: Riser[]): boolean {
  const rising = new Set(everywhere.map(({ id }) => id));
  const here = [...placement.members].filter((id) => rising.has(id)).length;
  const { services, risers } = controlFor(detector, placement, everywhere, secondMostRising(detector, placement, rising));
  return services > 0 && risers >= FEWEST_SERVICES && risers / services > here / placement.members.size / 2;
}

function secondMostRising(detector: Detector, placement: PlaceRecord, rising: Set<string>): Set<string> {
  let second = new Set<string>();
  let most = 0;
  for (const other of detector.placements.values()) {
    if (other === placement || other.key.startsWith(`${placement.key}/`) || placement.key.startsWith(`${other.key}/`)) continue;
    let count = 0;
    for (const id of other.members) if (rising.has(id) && !placement.members.has(id)) count++;
    if (count > most) [second, most] = [other.members, count];
  }
  return second;
}

/** The services that prove a provider's trouble by being well: those on no other place in alarm. */
function controlFor(
  detector: Detector,
  placement: PlaceRecord,
  everywhere: Riser[],
  besides: Set<string> = new Set(),
): { services: number; risers: number } {
  const apart = new Set([...placement.members, ...besides]);
  for (const other of detector.activePlacements) {
    const alarmed = detector.placements.get(other);
    if (alarmed?.alarm) for (const id of alarmed.members) apart.add(id);
  }
  return { services: detector.services.size - apart.size, risers: everywhere.filter(({ id }) => !apart.has(id)).length };
}

/** A region is not blamed when its whole provider is, nor the provider while a few of its regions explain the trouble. */
function mayBeBlamed(detector: Detector, key: string): boolean {
  const { provider, region } = parsePlaceId(key);
  if (region !== null) return !detector.placements.get(provider)?.alarm;
  const alarmed = regionsOf(detector, provider).filter((one) => one.alarm !== null).length;
  return alarmed === 0 || alarmed > MAX_REGIONS;
}

function regionsOf(detector: Detector, provider: string): PlaceRecord[] {
  const regions: PlaceRecord[] = [];
  for (const key of detector.activePlacements) {
    const region = key.startsWith(`${provider}/`) ? detector.placements.get(key) : undefined;
    if (region !== undefined) regions.push(region);
  }
  return regions;
}

/** Where to lay a rise at a provider: at the region that most of its reports name, or at the provider as a whole. */
function blamedFor(detector: Detector, placement: PlaceRecord, rise: JointRise, minute: number): PlaceRecord {
  const regions = regionsOf(detector, placement.key);
  if (regions.some((region) => region.alarm !== null)) return placement;
  const ids = rise.risers.map(({ id }) => id);
  const all = sumOf(tallySince(placement, minute - rise.window, ids, "fresh"));
  let named = 0;
  let most = 0;
  let first: PlaceRecord | null = null;
  for (const region of regions) {
    const reports = sumOf(tallySince(region, minute - rise.window, ids, "fresh"));
    named += reports;
    if (reports > most) [first, most] = [region, reports];
  }
  if (first === null || named < REGIONS_NAMED * all) return placement;
  return named - most < Math.max(OTHER_REGIONS_AT_LEAST, OTHER_REGIONS_SHARE * named) ? first : placement;
}

function reportersSince(placement: PlaceRecord, minute: number): number {
  let sum = 0;
  for (const old of placement.minutes) if (old.minute > minute) sum += sumOf(old.reporters);
  return sum;
}

function raise(detector: Detector, placement: PlaceRecord, rise: JointRise, minute: number, usual: Usual): void {
  const { ended } = placement;
  if (ended !== null && isReturning(placement, minute)) {
    placement.alarm = ended.alarm;
    placement.affected = ended.affected;
  } else {
    placement.alarm = newAlarm(rise.started, minute);
    placement.affected = new Map();
  }
  placement.ended = null;
  markAffected(placement, rise.risers);
  detector.activePlacements.add(placement.key);
  grow(placement, placement.alarm, minute, usual);
}

/** What a single person saw counts, but is not named in public. */
function markAffected(placement: PlaceRecord, risers: Riser[]): void {
  for (const { id, evident } of risers) placement.affected.set(id, evident || placement.affected.get(id) === true);
}

function followAlarm(placement: PlaceRecord, alarm: Alarm, minute: number, usual: Usual, troubled: ReadonlyMap<string, unknown>): void {
  markAffected(placement, risersAt(placement, minute, usual, troubled));
  grow(placement, alarm, minute, usual);
  const isHeld = isHeldByFew(trusted(placement.hour, troubled), usualOfAffected(placement, usual), minute - alarm.raised);
  if (!isHeld && !isOver(placement, alarm, minute, usual)) return;
  placement.ended = { alarm, minute, affected: placement.affected };
  placement.alarm = null;
  placement.affected = new Map();
}

function grow(placement: PlaceRecord, alarm: Alarm, minute: number, usual: Usual): void {
  const size = {
    reporters: sumOf(placement.hour),
    networks: placement.hour.size,
    rate: reportersSince(placement, minute - 15) / 15,
    usual: usualOfAffected(placement, usual),
    services: placement.affected.size,
  };
  alarm.loudest = Math.max(alarm.loudest, size.rate);
  alarm.severity = graverSeverity(alarm.severity, severityOf(size));
}

/** Over when the services that suffered are back to what is usual for them. */
function isOver(placement: PlaceRecord, alarm: Alarm, minute: number, usual: Usual): boolean {
  const expected = 1.3 * usualOfAffected(placement, usual);
  if (stillReporting(tallySince(placement, minute - 3, placement.affected.keys(), "present")) > noiseAllowed(expected * LONGEST_QUIET))
    return false;
  const quiet = quietMinutesNeeded(alarm.loudest, new Map(), 0);
  return stillReporting(tallySince(placement, minute - quiet, placement.affected.keys(), "present")) <= noiseAllowed(expected * quiet);
}

function usualOfAffected(placement: PlaceRecord, usual: Usual): number {
  let sum = 0;
  for (const id of placement.affected.keys()) sum += usual.withStrays(id);
  return sum;
}

/** Reports on some services there, by network. */
function tallySince(placement: PlaceRecord, minute: number, ids: Iterable<string>, kind: "fresh" | "present"): Tally {
  const tally: Tally = new Map();
  const wanted = [...ids];
  for (let index = placement.minutes.length - 1; index >= 0; index--) {
    const old = placement.minutes[index];
    if (old === undefined || old.minute <= minute) break;
    for (const id of wanted) {
      const found = old[kind].get(id);
      if (found !== undefined) addTally(tally, found);
    }
  }
  return tally;
}
