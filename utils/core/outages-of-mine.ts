import type { KnownHost } from "./dependency-map.ts";
import type { Incident } from "./feed.ts";

/** An incident of the feed, and those of a person's sites that it touches, each once. */
export type Outage = { incident: Incident; touches: string[] };

/**
 * Matches what the feed says is broken with what a person's sites stand on; what touches most comes first.
 * @param serviceOf the catalogue id of a site, where it has one
 */
export function outagesOfMine(incidents: Incident[], hosts: KnownHost[], serviceOf: (site: string) => string | null): Outage[] {
  const ownSites = [...new Set(hosts.map(({ site }) => site))];
  const outages = incidents
    .filter(({ status }) => status !== "resolved")
    .map((incident): Outage => {
      const standing = hosts.filter((host) => standsOn(host, incident)).map(({ site }) => site);
      const named =
        incident.affects.length === 0 && incident.site === null ? [] : ownSites.filter((site) => isNamed(serviceOf(site), incident));
      return { incident, touches: [...new Set([...standing, ...named])] };
    });
  return outages.sort(
    (one, other) => other.touches.length - one.touches.length || other.incident.started.localeCompare(one.incident.started),
  );
}

/** An incident of one site touches nobody else on its provider; one without a region is all of the provider. */
function standsOn(host: KnownHost, { provider, region, site }: Incident): boolean {
  return site === null && host.provider === provider && (region === null || host.region === null || host.region === region);
}

function isNamed(service: string | null, { site, affects }: Incident): boolean {
  return service !== null && (service === site || affects.includes(service));
}
