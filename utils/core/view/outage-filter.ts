import { AREAS, type Area } from "../providers/region-area.ts";
import type { Outage } from "./outages.ts";

/** What a person wants to see of the outages; null for no choice. */
export type OutageFilter = { mine: boolean; area: Area | null; category: string | null };

export const NO_FILTER: OutageFilter = { mine: false, area: null, category: null };

/** An outage of no region in particular is everywhere, so it belongs to every part of the world. */
export function filterOutages(outages: Outage[], { mine, area, category }: OutageFilter): Outage[] {
  return outages.filter(
    (outage) =>
      (!mine || outage.touches.length > 0) &&
      (area === null || outage.area === null || outage.area === area) &&
      (category === null || outage.categories.includes(category)),
  );
}

/** What there is to choose from: only what some outage has. */
export function filterChoices(outages: Outage[]): { areas: Area[]; categories: string[] } {
  return {
    areas: AREAS.filter((area) => outages.some((outage) => outage.area === area)),
    categories: [...new Set(outages.flatMap(({ categories }) => categories))],
  };
}
