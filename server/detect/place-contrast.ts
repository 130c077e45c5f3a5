import { isWithin } from "../../utils/core/providers/place.ts";
import type { Detector, PlaceRecord } from "./detector.ts";
import { FEWEST_SERVICES, type JointRise, type RequiredSpread, type Riser } from "./joint-rise.ts";
import { isOfFewNetworks } from "./network-trouble.ts";
import { probabilityOfAtLeast } from "./probability.ts";

/** A provider's services must rise this many times as often as others do. Judged (2026-11-23). */
const CONTRAST = 5;
/** As many rises there are by chance at most this likely. Fitted by `npm run simulate`, 2026-11-23. */
const COINCIDENCE = 3e-4;
/**
 * Divided by the number of services at the place: with hundreds of services some always seem to rise, and a few thousand evaluations
 * a week find the one lucky minute in a thousand. Fitted by `npm run simulate`, 2026-11-28.
 */
const COINCIDENCE_OF_WEAK_RISES = 3e-4;
/**
 * Before anything is counted: one service in a hundred rises by chance, three in a thousand have trouble of their own; this prior
 * weighs as much as 50 services. Fitted by `npm run simulate`, 2026-11-28.
 */
const PRIOR_SERVICES = 50;
const RISE_BY_CHANCE = 0.01;
const RISE_OF_THEIR_OWN = 0.003;
/** With more of all services than this left out, nobody is left to compare with. Judged (2026-12-01). */
const MOST_AT_ONCE = 0.7;
/** An alarm is not the place's when unrelated services rise at least this many times as often as those there. Judged (2026-11-23). */
const AS_OFTEN_ELSEWHERE = 0.5;

/**
 * Whether a rise belongs to the place: its services rise far more often than all others do. Services on other places in alarm do
 * not count against it, nor does one service that has trouble of its own; but services must be left that are well.
 * @param everywhere the services that rise, wherever they are hosted
 * @param spread `any`: the rise may be that of a few networks, which do not reach the place. One order often cuts people off from two
 * places at once, so the one that rises most besides is then left out of the comparison, and so is what is hosted on both.
 */
export function standsOut(detector: Detector, place: PlaceRecord, rise: JointRise, everywhere: Riser[], spread: RequiredSpread): boolean {
  if (isAboveOthers(detector, place, rise, everywhere, spread, new Set())) return true;
  if (spread === "wide") return false;
  const second = secondMostRising(detector, place, new Set(everywhere.map(({ id }) => id)));
  if (second.size === 0 || second.size + place.members.size > MOST_AT_ONCE * detector.services.size) return false;
  const own = { ...rise, risers: rise.risers.filter(({ id }) => !second.has(id)) };
  return isAboveOthers(detector, place, own, everywhere, spread, second);
}

/** @param besides services that are left out of the comparison */
function isAboveOthers(
  detector: Detector,
  place: PlaceRecord,
  rise: JointRise,
  everywhere: Riser[],
  spread: RequiredSpread,
  besides: Set<string>,
): boolean {
  const members = place.members.size;
  if (detector.services.size === members) return true;
  const { services, risers } = controlFor(detector, place, everywhere, besides);
  if (services === 0) return false;
  const rising = Math.max(0, risers - 1) / services;
  const isNoCoincidence = (here: number, elsewhere: number, usually: number, level: number) =>
    here >= FEWEST_SERVICES &&
    here / members >= CONTRAST * rising &&
    probabilityOfAtLeast(here, members, (elsewhere + usually * PRIOR_SERVICES) / (services + PRIOR_SERVICES)) <= level;
  const level = Math.min(COINCIDENCE, COINCIDENCE_OF_WEAK_RISES / members);
  const mayBeTheirs = spread === "wide" && isOfFewNetworks(detector, place.id);
  if (isNoCoincidence(rise.risers.length, risers, RISE_BY_CHANCE, level) && !mayBeTheirs) return true;
  // Or few services rise, but so clearly that hardly any service ever does.
  const evident = controlFor(detector, place, everywhere.filter(isEvident), besides).risers;
  return isNoCoincidence(rise.risers.filter(isEvident).length, evident, RISE_OF_THEIR_OWN, COINCIDENCE);
}

function isEvident(riser: Riser): boolean {
  return riser.evident;
}

/**
 * Whether an alarm has turned out not to be the place's: services that have nothing to do with it rise nearly as often, and a second
 * provider's trouble does not explain that.
 */
export function isEverywhere(detector: Detector, place: PlaceRecord, everywhere: Riser[]): boolean {
  const rising = new Set(everywhere.map(({ id }) => id));
  const here = [...place.members].filter((id) => rising.has(id)).length;
  const { services, risers } = controlFor(detector, place, everywhere, secondMostRising(detector, place, rising));
  return services > 0 && risers >= FEWEST_SERVICES && risers / services > AS_OFTEN_ELSEWHERE * (here / place.members.size);
}

/** Services of the unrelated place where most services rise that are not hosted on this place. */
function secondMostRising(detector: Detector, place: PlaceRecord, rising: Set<string>): Set<string> {
  let second = new Set<string>();
  let most = 0;
  for (const other of detector.places.values()) {
    if (isWithin(other.id, place.id) || isWithin(place.id, other.id)) continue;
    let count = 0;
    for (const id of other.members) if (rising.has(id) && !place.members.has(id)) count++;
    if (count > most) [second, most] = [other.members, count];
  }
  return second;
}

/** The control of a place: the services that are hosted on no place in alarm or cut off from people, and how many of them rise. */
function controlFor(
  detector: Detector,
  place: PlaceRecord,
  everywhere: Riser[],
  besides: Set<string> = new Set(),
): { services: number; risers: number } {
  const apart = new Set([...place.members, ...besides]);
  for (const other of detector.activePlaces) {
    const alarmed = detector.places.get(other);
    if (alarmed?.alarm || alarmed?.cutOff) for (const id of alarmed.members) apart.add(id);
  }
  return { services: detector.services.size - apart.size, risers: everywhere.filter(({ id }) => !apart.has(id)).length };
}
