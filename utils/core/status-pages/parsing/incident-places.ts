import type { IncidentSeverity } from "../../feed/feed.ts";
import { spreadRegions } from "./adapter.ts";
import { worst } from "./worst-severity.ts";

/** Where an incident is, with the components that suffer there; `severity` where it is not the same everywhere. */
export type Place = { region: string | null; services: string[]; severity?: IncidentSeverity | null };

/** The places of an event whose components suffer in all its regions alike. */
export function placesOf(regions: string[], services: string[]): Place[] {
  return spreadRegions(regions).map((region) => ({ region, services }));
}

type Component = { region: string | null; service: string; severity?: IncidentSeverity | null };

/** The places of components that each have their own region: `null` among them means everywhere. */
export function placesByRegion(components: Component[]): Place[] {
  const regions = components.some(({ region }) => region === null) ? [] : components.flatMap(({ region }) => region ?? []);
  return spreadRegions(regions).map((region) => {
    const here = components.filter((component) => region === null || component.region === region);
    return {
      region,
      services: [...new Set(here.map(({ service }) => service))],
      severity: worst(here.map(({ severity }) => severity ?? null)),
    };
  });
}
