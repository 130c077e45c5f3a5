import { parsePlaceId } from "../../utils/core/providers/place.ts";
import type { Detector, PlaceRecord } from "./detector.ts";
import type { JointRise } from "./joint-rise.ts";
import { tallySince } from "./place-minutes.ts";
import { sumOf } from "./reporters/network-spread.ts";

/** More regions than this are the provider as a whole, as with official incidents. */
const MAX_REGIONS = 5;
/** A provider's trouble is a region's where at least this part of its reports name a region, and few name another. Judged (2026-11-23). */
const REGIONS_NAMED = 0.3;
const OTHER_REGIONS_SHARE = 0.2;
const OTHER_REGIONS_AT_LEAST = 3;

/** A region is not blamed while its whole provider is, nor the provider while a few of its regions explain the trouble. */
export function mayBeBlamed(detector: Detector, id: string): boolean {
  const { provider, region } = parsePlaceId(id);
  if (region !== null) return !detector.places.get(provider)?.alarm;
  const alarmed = regionsOf(detector, provider).filter((one) => one.alarm !== null).length;
  return alarmed === 0 || alarmed > MAX_REGIONS;
}

/** Who is to blame for a rise at a place: the region that most of its reports name, or the place itself. */
export function blamedFor(detector: Detector, place: PlaceRecord, rise: JointRise, minute: number): PlaceRecord {
  const regions = regionsOf(detector, place.id);
  if (regions.some((region) => region.alarm !== null)) return place;
  const ids = rise.risers.map(({ id }) => id);
  const all = sumOf(tallySince(place, minute - rise.window, ids, "fresh"));
  let named = 0;
  let most = 0;
  let first: PlaceRecord | null = null;
  for (const region of regions) {
    const reports = sumOf(tallySince(region, minute - rise.window, ids, "fresh"));
    named += reports;
    if (reports > most) [first, most] = [region, reports];
  }
  if (first === null || named < REGIONS_NAMED * all) return place;
  return named - most < Math.max(OTHER_REGIONS_AT_LEAST, OTHER_REGIONS_SHARE * named) ? first : place;
}

function regionsOf(detector: Detector, provider: string): PlaceRecord[] {
  const regions: PlaceRecord[] = [];
  for (const id of detector.activePlaces) {
    const region = id.startsWith(`${provider}/`) ? detector.places.get(id) : undefined;
    if (region !== undefined) regions.push(region);
  }
  return regions;
}
