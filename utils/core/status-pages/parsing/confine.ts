import { MAX_AREAS } from "../../feed/limits.ts";
import { type IncidentPlace, incidentPlaces, placesByRegion } from "./incident-places.ts";
import { citiesIn, type NamedPlaces, placesIn } from "./places-in-text.ts";
import { findRegions, regionId } from "./region-ids.ts";

/** What an event says of its places. `named`: the words that may name them. */
type Located = { places: IncidentPlace[] | undefined; areas: string[] | undefined; isWorldwide: boolean; named: string };

/** Names of components that are read. The incident keeps some hundreds; a page has no more regions. */
const MAX_NAMES = 100;

/**
 * The regions and countries of an event: those of its fields; else those that its words name; else those of its components, where each of
 * them names one.
 */
export function confine(
  { places: given, areas, isWorldwide, named }: Located,
  provider: string,
): { places: IncidentPlace[]; areas: string[] } {
  const places = given ?? [{ region: null, services: [] }];
  const [only] = places;
  if (areas !== undefined || isWorldwide || only === undefined || places.length > 1 || only.region !== null)
    return { places, areas: areas === undefined || areas.length > MAX_AREAS ? [] : areas };
  const severity = only.severity ?? null;
  const mentioned = findRegions(provider, named);
  const own = mentioned.length > 0 ? mentioned : citiesIn(named).flatMap((city) => regionId(provider, city) ?? []);
  const said = own.length > 0 ? { areas: [], regions: own } : placesIn(named);
  if (said.areas.length + said.regions.length > 0)
    return { places: incidentPlaces(said.regions, only.services).map((place) => ({ ...place, severity })), areas: areasOf(said) };
  const names = only.services.slice(0, MAX_NAMES).map((service) => ({ service, ...placesIn(service) }));
  if (names.length === 0 || names.some((name) => name.areas.length + name.regions.length === 0)) return { places, areas: [] };
  const located = names.flatMap(({ service, regions }): { service: string; region: string | null }[] =>
    regions.length === 0 ? [{ service, region: null }] : regions.map((region) => ({ service, region })),
  );
  return {
    places: placesByRegion(located).map((place) => ({ ...place, severity })),
    areas: areasOf({ areas: names.flatMap((name) => name.areas), regions: names.flatMap(({ regions }) => regions) }),
  };
}

/** A region is more than the countries that are named beside it, "EU (Frankfurt, Germany)": those do not confine it. */
function areasOf({ areas, regions }: NamedPlaces): string[] {
  const countries = [...new Set(areas)];
  return regions.length > 0 || countries.length > MAX_AREAS ? [] : countries;
}
