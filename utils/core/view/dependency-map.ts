import { parsePlaceId, placeId } from "../providers/place.ts";

/** One host and the place that hosted it when it last worked. */
export type KnownHost = { host: string; site: string; provider: string; region: string | null };

/** One place of the map, a provider or one region of it, and the sites hosted there. */
export type Dependency = {
  /** The place as an id: `provider/region`, or `provider`. */
  place: string;
  provider: string;
  region: string | null;
  /** Sites that would be affected, the most visited first. */
  sites: { site: string; visits: number; hosts: string[] }[];
  /** Share of all mapped sites, and of the visits to them, 0 to 1. */
  shareOfSites: number;
  shareOfVisits: number;
  /** The place, or its whole provider, is failing now. */
  failing: boolean;
};

export type DependencyMap = {
  /** Those with most sites first. */
  dependencies: Dependency[];
  /** How many sites have a host whose place is known. */
  mapped: number;
  /** Visited sites without a host whose place is known. */
  unmapped: string[];
};

/**
 * Groups a person's sites by the places that host them. A site belongs to every place that hosts one of its hosts, so the shares of
 * several places may add up to more than one.
 * @param visits how often each site was visited; a site without an entry counts once
 * @param failing ids of the places that are failing now
 */
export function dependencyMap(hosts: KnownHost[], visits: ReadonlyMap<string, number>, failing: ReadonlySet<string>): DependencyMap {
  const places = new Map<string, Map<string, string[]>>();
  const mapped = new Set<string>();
  for (const { host, site, provider, region } of hosts) {
    mapped.add(site);
    const place = placeId(provider, region);
    const sites = places.get(place) ?? new Map<string, string[]>();
    sites.set(site, [...(sites.get(site) ?? []), host]);
    places.set(place, sites);
  }
  const visitsOf = (site: string) => visits.get(site) ?? 1;
  const allVisits = [...mapped].reduce((sum, site) => sum + visitsOf(site), 0);
  const dependencies = [...places].map(([place, sites]): Dependency => {
    const { provider, region } = parsePlaceId(place);
    const list = [...sites].map(([site, names]) => ({ site, visits: visitsOf(site), hosts: names.sort() }));
    list.sort((a, b) => b.visits - a.visits || a.site.localeCompare(b.site));
    return {
      place,
      provider,
      region,
      sites: list,
      shareOfSites: list.length / mapped.size,
      shareOfVisits: list.reduce((sum, { visits: count }) => sum + count, 0) / allVisits,
      failing: failing.has(place) || failing.has(provider),
    };
  });
  dependencies.sort((a, b) => b.sites.length - a.sites.length || b.shareOfVisits - a.shareOfVisits || a.place.localeCompare(b.place));
  return { dependencies, mapped: mapped.size, unmapped: [...visits.keys()].filter((site) => !mapped.has(site)).sort() };
}
