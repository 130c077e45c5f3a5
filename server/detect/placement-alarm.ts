import { type Mood, usualNow } from "./baseline.ts";
import { drawCurve } from "./curve.ts";
import { type JointRise, jointRiseOf, type Riser, risersAt, risersElsewhere } from "./joint-rise.ts";
import { LONGEST_QUIET, noiseAllowed, quietNeeded, stillReporting } from "./quiet.ts";
import { HORIZON, newAlarm, RETURN_FROM, RETURN_WITHIN } from "./service-alarm.ts";
import { graver, severityOf } from "./severity.ts";
import { type Loud, spillOnto } from "./spill.ts";
import { addTally, QUORUM, sumOf, type Tally, takeTally } from "./spread.ts";
import { idForCrowd } from "./standing-incident.ts";
import type { Alarm, Detector, PlacementRecord } from "./state.ts";

/** More regions than this are the provider as a whole, as with official incidents. */
const MOST_REGIONS = 5;
/** A provider's trouble is a region's where most of the reports that name a region name this one, and enough name any. */
const REGION_DOMINATES = 0.8;
const REGIONS_NAMED = 0.3;
/** Everything an alarm needs besides the time: what each service's reports are usually like right now. */
export type Usual = (service: string) => number;

/** Looks at all providers and regions with reports as a minute ends. */
export function closePlacements(detector: Detector, minute: number, mood: Mood, louds: Loud[]): void {
  const usual = usualsOf(detector, mood, louds);
  const candidates: { placement: PlacementRecord; rise: JointRise }[] = [];
  for (const key of detector.activePlacements) {
    const placement = detector.placements.get(key);
    if (placement === undefined) continue;
    keepMinute(placement, minute);
    if (placement.alarm !== null) followAlarm(placement, placement.alarm, minute, usual);
    else {
      const rise = jointRiseOf(placement, minute, usual);
      if (rise !== null && rise.strength >= (isReturning(placement, minute) ? RETURN_FROM : 1)) candidates.push({ placement, rise });
    }
    if (placement.minutes.length === 0 && placement.alarm === null) detector.activePlacements.delete(key);
  }
  if (candidates.length === 0) return;
  const elsewhere = risersElsewhere(detector, minute, usual);
  const regionsFirst = (key: string) => (key.includes("/") ? 0 : 1);
  candidates.sort((a, b) => regionsFirst(a.placement.key) - regionsFirst(b.placement.key) || b.rise.strength - a.rise.strength);
  for (const { placement, rise } of candidates) {
    if (!standsOut(detector, placement, rise, elsewhere)) continue;
    const blamed = blamedFor(detector, placement, minute);
    if (blamed !== null && blamed.alarm === null) raise(detector, blamed, rise, minute, usual);
  }
}

function usualsOf(detector: Detector, mood: Mood, louds: Loud[]): Usual {
  const known = new Map<string, number>();
  return (service) => {
    const before = known.get(service);
    if (before !== undefined) return before;
    const record = detector.services.get(service);
    if (record === undefined) return 0;
    const own = usualNow(record.baseline, mood);
    const usual = own + spillOnto(record, own, louds);
    known.set(service, usual);
    return usual;
  };
}

function keepMinute(placement: PlacementRecord, minute: number): void {
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

function isReturning(placement: PlacementRecord, minute: number): boolean {
  return placement.ended !== null && minute - placement.ended.minute <= RETURN_WITHIN;
}

/**
 * The rise belongs to the provider only if its services suffer far more often than all others do. What other providers in
 * alarm explain does not count against it, nor does one service that happens to have a bad day.
 */
function standsOut(detector: Detector, placement: PlacementRecord, rise: JointRise, elsewhere: Riser[]): boolean {
  const others = detector.services.size - placement.members.size;
  if (others <= 0) return true;
  const explained = new Set<string>();
  for (const other of detector.placements.values()) if (other.alarm !== null) for (const id of other.affected) explained.add(id);
  const unexplained = elsewhere.filter(({ id }) => !placement.members.has(id) && !explained.has(id));
  const shareHere = rise.risers.length / placement.members.size;
  const shareElsewhere = Math.max(0, unexplained.length - 1) / others;
  return shareHere >= CONTRAST * shareElsewhere;
}
const CONTRAST = 5;

/** Which record the rise is to be laid to: the region, the provider as a whole, or (null) regions that are in alarm already. */
function blamedFor(detector: Detector, placement: PlacementRecord, minute: number): PlacementRecord | null {
  const provider = placement.key.split("/", 1)[0] ?? placement.key;
  if (placement.key !== provider) return detector.placements.get(provider)?.alarm ? null : placement;
  const regions: { region: PlacementRecord; reporters: number }[] = [];
  for (const region of detector.placements.values()) {
    if (!region.key.startsWith(`${provider}/`)) continue;
    const reporters = reportersSince(region, minute - LONGEST_QUIET);
    if (reporters > 0) regions.push({ region, reporters });
  }
  const alarmed = regions.filter(({ region }) => region.alarm !== null).length;
  if (alarmed > 0) return alarmed > MOST_REGIONS ? placement : null;
  const named = regions.reduce((sum, { reporters }) => sum + reporters, 0);
  const first = regions.reduce<(typeof regions)[number] | null>(
    (best, entry) => (best === null || entry.reporters > best.reporters ? entry : best),
    null,
  );
  if (first === null || named < REGIONS_NAMED * reportersSince(placement, minute - LONGEST_QUIET)) return placement;
  return first.reporters >= REGION_DOMINATES * named ? first.region : placement;
}

function reportersSince(placement: PlacementRecord, minute: number): number {
  let sum = 0;
  for (const old of placement.minutes) if (old.minute > minute) sum += sumOf(old.reporters);
  return sum;
}

function raise(detector: Detector, placement: PlacementRecord, rise: JointRise, minute: number, usual: Usual): void {
  const { ended } = placement;
  if (ended !== null && isReturning(placement, minute)) {
    placement.alarm = ended.alarm;
    placement.affected = new Set(ended.affected);
  } else {
    placement.alarm = newAlarm(idForCrowd(detector, placement.key, rise.started, minute), rise.started, minute);
    placement.affected = new Set();
  }
  placement.ended = null;
  for (const { id } of rise.risers) placement.affected.add(id);
  detector.activePlacements.add(placement.key);
  grow(placement, placement.alarm, minute, usual);
}

function followAlarm(placement: PlacementRecord, alarm: Alarm, minute: number, usual: Usual): void {
  for (const { id } of risersAt(placement, minute, usual)) placement.affected.add(id);
  grow(placement, alarm, minute, usual);
  if (!isOver(placement, alarm, minute, usual)) return;
  placement.ended = { alarm, minute, affected: [...placement.affected] };
  placement.alarm = null;
  placement.affected = new Set();
}

function grow(placement: PlacementRecord, alarm: Alarm, minute: number, usual: Usual): void {
  const size = {
    reporters: sumOf(placement.hour),
    networks: placement.hour.size,
    rate: reportersSince(placement, minute - 15) / 15,
    usual: usualOfAffected(placement, usual),
    services: placement.affected.size,
  };
  alarm.loudest = Math.max(alarm.loudest, size.rate);
  alarm.severity = graver(alarm.severity, severityOf(size));
}

/** Over when the services that suffered are back to what is usual for them. */
function isOver(placement: PlacementRecord, alarm: Alarm, minute: number, usual: Usual): boolean {
  if (sumOf(placement.hour) < QUORUM) return true;
  const expected = 1.3 * usualOfAffected(placement, usual);
  if (stillReporting(presentSince(placement, minute - 3)) > noiseAllowed(expected * LONGEST_QUIET)) return false;
  const quiet = quietNeeded(alarm.loudest, new Map(), 0);
  return stillReporting(presentSince(placement, minute - quiet)) <= noiseAllowed(expected * quiet);
}

export function usualOfAffected(placement: PlacementRecord, usual: Usual): number {
  let sum = 0;
  for (const id of placement.affected) sum += usual(id);
  return sum;
}

function presentSince(placement: PlacementRecord, minute: number): Tally {
  const tally: Tally = new Map();
  for (let index = placement.minutes.length - 1; index >= 0; index--) {
    const old = placement.minutes[index];
    if (old === undefined || old.minute <= minute) break;
    for (const id of placement.affected) {
      const present = old.present.get(id);
      if (present !== undefined) addTally(tally, present);
    }
  }
  return tally;
}
