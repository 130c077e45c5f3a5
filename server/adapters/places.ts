import { spreadRegions } from "./adapter.ts";

/** Where an incident is, with the components that suffer there. */
export type Place = { region: string | null; services: string[] };

/** The places of an event whose components suffer in all its regions alike. */
export function placesOf(regions: string[], services: string[]): Place[] {
  return spreadRegions(regions).map((region) => ({ region, services }));
}

/** The places of components that each have their own region: `null` among them means everywhere. */
export function placesByRegion(components: { region: string | null; service: string }[]): Place[] {
  const regions = components.some(({ region }) => region === null) ? [] : components.flatMap(({ region }) => region ?? []);
  return spreadRegions(regions).map((region) => ({
    region,
    services: [...new Set(components.filter((component) => region === null || component.region === region).map(({ service }) => service))],
  }));
}
