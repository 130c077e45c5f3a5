import type { IncidentSeverity } from "../../feed/incident.ts";
import { worstSeverity } from "./worst-severity.ts";

/** A region of an incident and the components that are affected there; `severity` where the regions differ in it. */
export type IncidentPlace = { region: string | null; services: string[]; severity?: IncidentSeverity | null };

/** Judged: an incident in more regions than this is one of the whole provider. */
const MAX_SINGLE_REGIONS = 5;

/** The places of an event that affects the same components in all of its regions. */
export function incidentPlaces(regions: string[], services: string[]): IncidentPlace[] {
  return splitByRegion(regions).map((region) => ({ region, services }));
}

type Component = { region: string | null; service: string; severity?: IncidentSeverity | null };

/** The places of components that each have a region of their own. One component without a region makes it the whole provider. */
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

/**
 * The regions for which an event becomes one incident each: all of up to five. The whole provider (null) for more, for none, and
 * where "global" is among them.
 */
function splitByRegion(named: readonly string[]): (string | null)[] {
  const regions = [...new Set(named)];
  if (regions.length === 0 || regions.length > MAX_SINGLE_REGIONS || regions.includes("global")) return [null];
  return regions;
}
