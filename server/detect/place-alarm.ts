import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { HORIZON, isHeldByFew, isOver, newAlarm, RETURN_FROM, RETURN_WITHIN, updateSize } from "./alarm.ts";
import { type Conditions, usualNow } from "./baseline.ts";
import { blamedFor, mayBeBlamed } from "./blamed-place.ts";
import { countryOf, cutOff, followCutOff, mayBeCutOff, partCutOff } from "./cut-off.ts";
import { type Alarm, type Detector, type PlaceRecord, placeRecordOf } from "./detector.ts";
import { allRisers, type JointRise, jointRiseOf, RISING_WINDOW, type Riser, risersAt, type Usual } from "./joint-rise.ts";
import { isEverywhere, standsOut } from "./place-contrast.ts";
import { closePlaceMinute, reportersSince, tallySince } from "./place-minutes.ts";
import { stillReporting } from "./recovery.ts";
import { cappedSum, trusted } from "./reporters/network-spread.ts";
import { type AlarmedService, strayRate } from "./stray-reports.ts";

type Candidate = { place: PlaceRecord; rise: JointRise };

/** Evaluates all providers and regions with reports as a minute ends: raises alarms, follows them, ends them. */
export function advancePlaces(detector: Detector, minute: number, conditions: Conditions, alarmedServices: AlarmedService[]): void {
  const usual = usualsOf(detector, conditions, alarmedServices);
  const candidates: Candidate[] = [];
  for (const id of detector.activePlaces) {
    const place = detector.places.get(id);
    if (place === undefined) continue;
    closePlaceMinute(place, minute);
    if (place.alarm !== null) followAlarm(place, place.alarm, minute, usual, detector.distrusted);
    else if (mayBeBlamed(detector, id)) {
      const rise = jointRiseOf(place, minute, usual, detector.distrusted, "wide");
      if (rise !== null && rise.strength >= (isReturning(place, minute) ? RETURN_FROM : 1)) candidates.push({ place, rise });
    }
    followCutOff(detector, place, minute, usual);
    if (place.minutes.length === 0 && place.alarm === null && place.cutOff === null) detector.activePlaces.delete(id);
  }
  const active = [...detector.activePlaces].flatMap((id) => detector.places.get(id) ?? []);
  const alarmed = active.filter(({ alarm }) => alarm !== null);
  const seeming = active.filter((place) => place.alarm === null && mayBeCutOff(place) && mayBeBlamed(detector, place.id));
  if (candidates.length + alarmed.length + seeming.length === 0) return;
  const everywhere = new Map<number, Riser[]>();
  const risersWithin = (window: number) => {
    const risers = everywhere.get(window) ?? allRisers(detector, minute, window, usual);
    everywhere.set(window, risers);
    return risers;
  };
  for (const place of alarmed) {
    if (isEverywhere(detector, place, risersWithin(RISING_WINDOW))) place.alarm = null;
    else withdrawIfCutOff(detector, place, minute, usual);
  }
  for (const { place, rise } of candidates.sort(regionsFirst)) {
    if (!mayBeBlamed(detector, place.id) || !standsOut(detector, place, rise, risersWithin(rise.window), "wide")) continue;
    const blamed = blamedFor(detector, place, rise, minute);
    if (blamed.alarm !== null) continue;
    const { confinement, part } = countryOf(detector, blamed, minute - rise.window, minute, usual);
    if (confinement === "everywhere") raise(detector, blamed, rise, minute, usual);
    else if (confinement === "confined" && part !== null) cutOff(providerOf(detector, blamed), part, rise, minute);
  }
  for (const place of seeming) {
    if (place.alarm !== null || place.cutOff !== null) continue;
    const rise = jointRiseOf(place, minute, usual, detector.distrusted, "any");
    if (rise === null || rise.strength < 1 || !standsOut(detector, place, rise, risersWithin(rise.window), "any")) continue;
    const part = partCutOff(detector, place, minute - rise.window, minute, usual);
    if (part !== null) cutOff(place, part, rise, minute);
  }
}

/** In its first hour an alarm may turn out to be that of people who are cut off: the first reports were too few, or strays among them. */
function withdrawIfCutOff(detector: Detector, place: PlaceRecord, minute: number, usual: Usual): void {
  const { alarm } = place;
  if (alarm === null || minute - alarm.started >= HORIZON) return;
  const { confinement, part } = countryOf(detector, place, alarm.started - 1, minute, usual);
  if (confinement !== "confined" || part === null) return;
  const risers = [...place.affected.keys()].map((id) => ({ id, evident: true }));
  cutOff(providerOf(detector, place), part, { started: alarm.started, risers }, minute);
  place.alarm = null;
  place.affected = new Map();
}

function providerOf(detector: Detector, place: PlaceRecord): PlaceRecord {
  return placeRecordOf(detector, parsePlaceId(place.id).provider);
}

function regionsFirst(one: Candidate, other: Candidate): number {
  const rank = ({ place }: Candidate) => (place.id.includes("/") ? 0 : 1);
  return rank(one) - rank(other) || other.rise.strength - one.rise.strength;
}

/** What is usual for each service this minute, computed once for each service that is looked up. */
function usualsOf(detector: Detector, conditions: Conditions, alarmedServices: AlarmedService[]): Usual {
  const known = new Map<string, { own: number; withStrays: number }>();
  const usualOf = (service: string) => {
    const before = known.get(service);
    if (before !== undefined) return before;
    const record = detector.services.get(service);
    const own = record === undefined ? 0 : usualNow(record.baseline, conditions);
    const usual = { own, withStrays: record === undefined ? 0 : own + strayRate(record, own, alarmedServices) };
    known.set(service, usual);
    return usual;
  };
  return { own: (service) => usualOf(service).own, withStrays: (service) => usualOf(service).withStrays };
}

function isReturning(place: PlaceRecord, minute: number): boolean {
  return place.ended !== null && minute - place.ended.minute <= RETURN_WITHIN;
}

function raise(detector: Detector, place: PlaceRecord, rise: JointRise, minute: number, usual: Usual): void {
  const { ended } = place;
  if (ended !== null && isReturning(place, minute)) {
    place.alarm = ended.alarm;
    place.affected = ended.affected;
  } else {
    place.alarm = newAlarm(rise.started, minute);
    place.affected = new Map();
  }
  place.ended = null;
  providerOf(detector, place).cutOff = null;
  markAffected(place, rise.risers);
  detector.activePlaces.add(place.id);
  updatePlaceSize(place, place.alarm, minute, usual);
}

/** A service that a single person reports counts, but is not named in public. */
function markAffected(place: PlaceRecord, risers: Riser[]): void {
  for (const { id, evident } of risers) place.affected.set(id, evident || place.affected.get(id) === true);
}

function followAlarm(place: PlaceRecord, alarm: Alarm, minute: number, usual: Usual, distrusted: ReadonlyMap<string, unknown>): void {
  markAffected(place, risersAt(place, minute, usual, distrusted));
  updatePlaceSize(place, alarm, minute, usual);
  const expected = usualOfAffected(place, usual);
  const stillSince = (since: number) => stillReporting(tallySince(place, since, place.affected.keys(), "present"));
  const isHeld = !isHeldByFew(trusted(place.hour, distrusted), expected, minute - alarm.raised);
  if (isHeld && !isOver(alarm, minute, expected, stillSince, () => new Map())) return;
  place.ended = { alarm, minute, affected: place.affected };
  place.alarm = null;
  place.affected = new Map();
}

function updatePlaceSize(place: PlaceRecord, alarm: Alarm, minute: number, usual: Usual): void {
  const size = {
    reporters: cappedSum(place.hour),
    networks: place.hour.size,
    usual: usualOfAffected(place, usual),
    services: place.affected.size,
  };
  updateSize(alarm, minute, size, (since) => reportersSince(place, since));
}

function usualOfAffected(place: PlaceRecord, usual: Usual): number {
  let sum = 0;
  for (const id of place.affected.keys()) sum += usual.withStrays(id);
  return sum;
}
