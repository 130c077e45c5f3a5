import type { Incident } from "../feed/incident.ts";
import { type Area, areaOf } from "../providers/region-area.ts";
import type { KnownHost } from "./dependency-map.ts";

/** An incident of the feed, the person's own sites that it touches, and what a list can be filtered by. */
export type Outage = {
  incident: Incident;
  touches: string[];
  /** Null for an outage of no particular region. */
  area: Area | null;
  /** The catalogue's categories of what fails and of what is known to be affected. */
  categories: string[];
};

/** The category of an incident of a provider that the catalogue does not have. */
const PLATFORM = "cloud";

/**
 * Matches the open incidents of a feed with the places that host a person's sites. Those that touch most sites come first.
 * @param serviceOf the catalogue id of a site, where it has one
 * @param categoryOf the category of a catalogue id
 */
export function listOutages(
  incidents: Incident[],
  hosts: KnownHost[],
  serviceOf: (site: string) => string | null,
  categoryOf: (service: string) => string | null,
): Outage[] {
  const ownSites = [...new Set(hosts.map(({ site }) => site))];
  const outages = incidents
    .filter(({ status }) => status !== "resolved")
    .map((incident): Outage => {
      const hosted = hosts.filter((host) => isHostedOn(host, incident)).map(({ site }) => site);
      const named =
        incident.affects.length === 0 && incident.site === null ? [] : ownSites.filter((site) => isNamed(serviceOf(site), incident));
      const { provider, region, site, affects } = incident;
      const first = site === null ? (categoryOf(provider) ?? PLATFORM) : categoryOf(site);
      const categories = [first, ...affects.map(categoryOf)].filter((category) => category !== null);
      return {
        incident,
        touches: [...new Set([...hosted, ...named])],
        area: areaOf(provider, region),
        categories: [...new Set(categories)],
      };
    });
  return outages.sort(
    (one, other) => other.touches.length - one.touches.length || other.incident.started.localeCompare(one.incident.started),
  );
}

/** Whether an incident covers a host's place. One of a single site covers no place, one without a region its whole provider. */
function isHostedOn(host: KnownHost, { provider, region, site }: Incident): boolean {
  return site === null && host.provider === provider && (region === null || host.region === null || host.region === region);
}

function isNamed(service: string | null, { site, affects }: Incident): boolean {
  return service !== null && (service === site || affects.includes(service));
}
