/** Somewhere a host can run: a provider and one of its regions. `region` null: the whole provider, or no region known. */
export type Place = { provider: string; region: string | null };

/**
 * A place as one string: `aws/us-east-1`, or `fastly` where there is no region. The form of `HostRecord.on`, of a provider verdict's
 * `subject` and of a report's `on`.
 *
 * A plain alias on purpose: these strings come out of JSON (storage, traces, reports, the feed), so a branded type would be
 * granted by a cast at each of these borders and checked at none. Tried November 2026: 51 errors for the functions below alone,
 * most of them literals in tests.
 */
export type PlaceId = string;

/** Writes a place as an id. */
export function placeId(provider: string, region: string | null): PlaceId {
  return region === null ? provider : `${provider}/${region}`;
}

/** Reads an id: the part before the first slash is the provider, the rest is the region. */
export function parsePlaceId(id: PlaceId): Place {
  const slash = id.indexOf("/");
  if (slash < 0) return { provider: id, region: null };
  return { provider: id.slice(0, slash), region: id.slice(slash + 1) };
}

/**
 * Whether a place lies in an area: it is the same region, or any region of an area that is a whole provider.
 * @param place null where it is not known: then false
 */
export function isWithin(place: PlaceId | null, area: PlaceId): boolean {
  return place !== null && (place === area || (place.startsWith(area) && place[area.length] === "/"));
}
