import { placeId } from "../providers/place.ts";

/** One host and what it stood on when it last worked. */
export type KnownHost = { host: string; site: string; provider: string; region: string | null };

/** One place in the map: a provider, or one region of it, and the sites that stand there. */
export type Dependency = {
  /** `provider/region`, or `provider`. */
  subject: string;
  provider: string;
  region: string | null;
  /** Sites that would suffer, the most visited first. */
  sites: { site: string; visits: number; hosts: string[] }[];
  /** Share of all mapped sites, and of the visits to them, 0 to 1. */
  shareOfSites: number;
  shareOfVisits: number;
  /** Something on it is failing now. */
  failing: boolean;
};

export type DependencyMap = {
  /** The heaviest first. */
  dependencies: Dependency[];
  /** Sites whose ground is known. */
  mapped: number;
  /** Sites that were opened and of whose ground nothing is known. */
  unmapped: string[];
};

/**
 * Groups a person's sites by what they stand on. A site stands on every place that one of its hosts stands on, so the shares of
 * several places may add up to more than one: that is the point of the snapshot.
 * @param visits how often each site was opened; a site without an entry counts once
 * @param failing subjects that are in trouble now
 */
export function dependencyMap(hosts: KnownHost[], visits: ReadonlyMap<string, number>, failing: ReadonlySet<string>): DependencyMap {
  const places = new Map<string, Map<string, string[]>>();
  const mapped = new Set<string>();
  for (const { host, site, provider, region } of hosts) {
    mapped.add(site);
    const subject = placeId(provider, region);
    const sites = places.get(subject) ?? new Map<string, string[]>();
    sites.set(site, [...(sites.get(site) ?? []), host]);
    places.set(subject, sites);
  }
  const weigh = (site: string) => visits.get(site) ?? 1;
  const allVisits = [...mapped].reduce((sum, site) => sum + weigh(site), 0);
  const dependencies = [...places].map(([subject, sites]): Dependency => {
    const [provider = subject, region = null] = subject.split("/");
    const list = [...sites].map(([site, names]) => ({ site, visits: weigh(site), hosts: names.sort() }));
    list.sort((a, b) => b.visits - a.visits || a.site.localeCompare(b.site));
    return {
      subject,
      provider,
      region,
      sites: list,
      shareOfSites: list.length / mapped.size,
      shareOfVisits: list.reduce((sum, { visits: count }) => sum + count, 0) / allVisits,
      failing: failing.has(subject) || failing.has(provider),
    };
  });
  dependencies.sort((a, b) => b.sites.length - a.sites.length || b.shareOfVisits - a.shareOfVisits || a.subject.localeCompare(b.subject));
  return { dependencies, mapped: mapped.size, unmapped: [...visits.keys()].filter((site) => !mapped.has(site)).sort() };
}
