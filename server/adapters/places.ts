/** Where an incident is, with the components that suffer there. */
export type Place = { region: string | null; services: string[] };

/** An event that names more regions than this is one incident of the whole provider (design of the feed, §4). */
const MOST_REGIONS = 5;

/** One place a region; the whole provider where no region is named, or too many. */
export function placesOf(regions: string[], services: string[]): Place[] {
  const named = [...new Set(regions)];
  if (named.length === 0 || named.length > MOST_REGIONS) return [{ region: null, services }];
  return named.map((region) => ({ region, services }));
}

/** The same for components that each have their own region: `null` among them means everywhere. */
export function placesByRegion(components: { region: string | null; service: string }[]): Place[] {
  const regions = new Set(components.map(({ region }) => region));
  const all = [...new Set(components.map(({ service }) => service))];
  if (regions.size === 0 || regions.has(null) || regions.size > MOST_REGIONS) return [{ region: null, services: all }];
  return [...regions].map((region) => ({
    region,
    services: [...new Set(components.filter((component) => component.region === region).map(({ service }) => service))],
  }));
}
