import type { IncidentSeverity } from "../../feed/feed.ts";
import { splitByRegion } from "./adapter.ts";
import { worstSeverity } from "./worst-severity.ts";

/** Where an incident is, with the components that suffer there; `severity` where it is not the same everywhere. */
export type IncidentPlace = { region: string | null; services: string[]; severity?: IncidentSeverity | null };

/** The places of an event whose components suffer in all its regions alike. */
export function incidentPlaces(regions: string[], services: string[]): IncidentPlace[] {
  return splitByRegion(regions).map((region) => ({ region, services }));
}

type Component = { region: string | null; service: string; severity?: IncidentSeverity | null };

/** The places of components that each have their own region: `null` among them means everywhere. */
export function placesByRegion(components: Component[]): IncidentPlace[] {
  const regions = components.some(({ region }) => region === null) ? [] : components.flatMap(({ region }) => region ?? []);
  return splitByRegion(regions).map((region) => {
    const here = components.filter((component) => region === null || component.region === region);
    return {
      region,
      services: [...new Set(here.map(({ service }) => service))],
      severity: worstSeverity(here.map(({ severity }) => severity ?? null)),
    };
  });
}
