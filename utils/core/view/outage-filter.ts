import { AREAS, type Area } from "../providers/region-area.ts";
import type { Outage } from "./outages.ts";

/** Which outages to show. `mine`: only those that touch the person's own sites; null for any area or category. */
export type OutageFilter = { mine: boolean; area: Area | null; category: string | null };

export const NO_FILTER: OutageFilter = { mine: false, area: null, category: null };

/** The outages that pass a filter. An outage of no particular region belongs to every area. */
export function filterOutages(outages: Outage[], { mine, area, category }: OutageFilter): Outage[] {
  return outages.filter(
    (outage) =>
      (!mine || outage.touches.length > 0) &&
      (area === null || outage.area === null || outage.area === area) &&
      (category === null || outage.categories.includes(category)),
  );
}

/** The areas and categories that some outage has: no others are offered. */
export function filterChoices(outages: Outage[]): { areas: Area[]; categories: string[] } {
  return {
    areas: AREAS.filter((area) => outages.some((outage) => outage.area === area)),
    categories: [...new Set(outages.flatMap(({ categories }) => categories))],
  };
}
