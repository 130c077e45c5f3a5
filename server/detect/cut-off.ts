import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { HORIZON, isOver, RATE_WINDOW } from "./alarm.ts";
import { type Confinement, confinementOf, DAY_OVER_NIGHT } from "./confinement.ts";
import type { CutOff, Detector, PlaceRecord } from "./detector.ts";
import { type JointRise, risersAt, type Usual } from "./joint-rise.ts";
import { originsSince, reportersSince } from "./place-minutes.ts";
import { isNamed, LARGEST_SHARE, largestOf, QUORUM, sumOf } from "./reporters/network-spread.ts";
import { byCountry, byNetwork, type Origins, originsIn, originsWithout, type Part, withinShares } from "./reporters/origins.ts";
import { shareOf, usualShares } from "./reporters/usual-countries.ts";

/*
 * People who are cut off from a provider: by order of a court, by a censor, by a fault of their operator. What they report looks like an
 * outage of the provider, but others reach it, so it is none. (Weekend after weekend since 2025 operators in Spain block shared addresses
 * of CDNs; 40 people on 35 networks there made an outage of the CDN for everybody, 2026-11-30.)
 */

/** Fewer people are not cut off, for one or two may have trouble of their own, and the feed would point at them. Judged (2026-11-30). */
const FEWEST_PEOPLE = 2 * QUORUM;
/** Fewer networks are no country. Some countries have no more large operators than this. Judged (2026-11-30). */
const FEWEST_NETWORKS = 3;
/** Countries must be known of at least this part of the reporters. Judged (2026-11-30). */
const LOCATED = 0.5;
/** A region is reached where at least this part of its reporters got an error page. Judged (2026-11-30). */
const ANSWERED = 0.5;

type Found = { confinement: Confinement; part: Part | null };
const EVERYWHERE: Found = { confinement: "everywhere", part: null };

/**
 * Whether the reporters of a place since a minute are in one country, though people elsewhere could report too. Without usual shares that is
 * never assumed.
 *
 * The people whom a region of a cloud serves may all live in one country, so its outage is confined to that country as well. There an error
 * page tells the two apart: whoever gets one from the region reaches it.
 */
export function countryOf(detector: Detector, place: PlaceRecord, since: number, minute: number, usual: Usual): Found {
  const shares = usualShares(detector.countries);
  if (shares === null || (isRegion(place) && isAnswering(place, since))) return EVERYWHERE;
  const origins = originsOf(detector, place, since);
  const fair = withinShares(origins);
  const countries = byCountry(fair);
  const all = sumOf(countries);
  const country = largestOf(countries)?.network;
  if (country === undefined || all < LOCATED * sumOf(fair)) return EVERYWHERE;
  const part: Part = { network: null, country };
  if (byNetwork(originsIn(part, origins)).size < FEWEST_NETWORKS) return EVERYWHERE;
  const contrast = { inside: countries.get(country) ?? 0, all, share: shareOf(shares, country), odds: DAY_OVER_NIGHT };
  return { confinement: confinementOf({ ...contrast, usual: usualReporters(place, minute - since, usual) }), part };
}

/** Whether the reporters of a place since a minute are on one network. What is usual for a network is not known: no more than its share. */
function networkOf(detector: Detector, place: PlaceRecord, since: number, minute: number, usual: Usual): Found {
  const networks = byNetwork(originsOf(detector, place, since));
  const largest = largestOf(networks);
  if (largest === null || !isNamed(largest.network)) return EVERYWHERE;
  const contrast = { inside: largest.count, all: sumOf(networks), share: LARGEST_SHARE, odds: 1 };
  return {
    confinement: confinementOf({ ...contrast, usual: usualReporters(place, minute - since, usual) }),
    part: { network: largest.network, country: null },
  };
}

/** The network or else the country that alone reports a place since a minute; null where there is none, or it is not sure yet. */
export function partCutOff(detector: Detector, place: PlaceRecord, since: number, minute: number, usual: Usual): Part | null {
  if (sumOf(originsOf(detector, place, since)) < FEWEST_PEOPLE) return null;
  for (const find of [networkOf, countryOf]) {
    const { confinement, part } = find(detector, place, since, minute, usual);
    if (confinement === "confined") return part;
  }
  return null;
}

/** Notes who is cut off from a provider. It goes on where somebody was already: they may turn out to be more, or fewer. */
export function cutOff(place: PlaceRecord, part: Part, rise: Pick<JointRise, "started" | "risers">, minute: number): void {
  place.cutOff ??= { part, started: rise.started, found: minute, peak: 0, affected: new Set() };
  place.cutOff.part = part;
  for (const { id } of rise.risers) place.cutOff.affected.add(id);
}

/** Brings up to date who is cut off from a provider, and ends it once they report no more. */
export function followCutOff(detector: Detector, place: PlaceRecord, minute: number, usual: Usual): void {
  const { cutOff: known } = place;
  if (known === null) return;
  for (const { id } of risersAt(place, minute, usual, detector.distrusted)) known.affected.add(id);
  const since = Math.max(minute - HORIZON, known.started - 1);
  known.part = partCutOff(detector, place, since, minute, usual) ?? known.part;
  known.peak = Math.max(known.peak, insideSince(place, known, minute - RATE_WINDOW, "origins") / RATE_WINDOW);
  let expected = 0;
  for (const id of known.affected) expected += usual.withStrays(id);
  const still = (from: number) => insideSince(place, known, from, "people");
  if (minute - known.found < RATE_WINDOW || !isOver(known, minute, expected, still, () => new Map())) return;
  place.cutOff = null;
  place.cutOffUntil = minute;
}

/** The people who could be cut off together: enough, and most of them on one network or in one country. A cheap first look. */
export function mayBeCutOff(place: PlaceRecord): boolean {
  if (isRegion(place) || sumOf(place.hour) < FEWEST_PEOPLE) return false;
  const isMost = (tally: Map<string, number>) => (largestOf(tally)?.count ?? 0) >= LARGEST_SHARE * sumOf(tally);
  return isMost(place.hour) || isMost(byCountry(place.origins));
}

/**
 * Whether the reports about a service come from people who are cut off from a provider that hosts it.
 * @param usual reports about the service that are usual in an hour
 */
export function isExplained(detector: Detector, origins: Origins, { part }: CutOff, usual: number): boolean {
  const inside = sumOf(originsIn(part, origins));
  const shares = usualShares(detector.countries);
  const ofPart =
    part.network === null && shares !== null
      ? { share: shareOf(shares, part.country), odds: DAY_OVER_NIGHT }
      : { share: LARGEST_SHARE, odds: 1 };
  return confinementOf({ inside, all: sumOf(origins), ...ofPart, usual }) !== "everywhere";
}

function originsOf(detector: Detector, place: PlaceRecord, since: number): Origins {
  return originsWithout(originsSince(place, since, "origins"), detector.distrusted);
}

function insideSince(place: PlaceRecord, { part }: CutOff, minute: number, kind: "origins" | "people"): number {
  return sumOf(originsIn(part, originsSince(place, minute, kind)));
}

function usualReporters(place: PlaceRecord, minutes: number, usual: Usual): number {
  let sum = 0;
  for (const id of place.members) sum += usual.own(id);
  return sum * minutes;
}

function isRegion({ id }: PlaceRecord): boolean {
  return parsePlaceId(id).region !== null;
}

function isAnswering(place: PlaceRecord, since: number): boolean {
  let answered = 0;
  for (const old of place.minutes) if (old.minute > since) answered += old.answered;
  return answered >= ANSWERED * reportersSince(place, since);
}
