import { hostOf, siteOf } from "../core/net/site-name.ts";
import type { Service } from "../core/providers/catalogue.ts";
import { onlyName, type ServiceName, serviceNameIn } from "../core/providers/service-name.ts";
import { knownServices } from "./known-services.ts";

/** A service or site that can be asked about. */
export type Found = {
  name: string;
  /** The site that was typed, or the service's own. */
  site: string;
  host: string;
  service: ServiceName | null;
};

/** At most this many services are found. Judged. */
const HITS_SHOWN = 6;

/** Finds services that are known here by any of their names or domains, the closest first; an address that looks like one is found too. */
export function searchServices(words: string, language: string): Found[] {
  const asked = words.trim().toLowerCase();
  const ranked = knownServices()
    .map((service) => ({ service, rank: rankOf(service, asked) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank || one.service.name.localeCompare(other.service.name));
  const found = ranked.slice(0, HITS_SHOWN).map(({ service }) => foundService(service, language));
  const host = hostOf(/^[a-z]+:\/\//.test(asked) ? asked : `https://${asked}`);
  if (host === null || !host.includes(".") || host.endsWith(".")) return found;
  const site = siteOf(host);
  const known = knownServices().find(({ domains }) => domains.includes(site));
  const own = known === undefined ? { name: site, site, host, service: null } : { ...foundService(known, language), site, host };
  return [own, ...found.filter((other) => other.site !== site)];
}

function rankOf({ name, names: translated, domains }: Service, asked: string): number {
  const names = [...[name, ...Object.values(translated ?? {})].map((one) => one.toLowerCase()), ...domains];
  if (names.includes(asked)) return 3;
  if (names.some((candidate) => candidate.startsWith(asked))) return 2;
  return names.some((candidate) => candidate.includes(asked)) ? 1 : 0;
}

function foundService(service: Service, language: string): Found {
  const [host = ""] = service.domains;
  return { name: serviceNameIn(service, language), site: siteOf(host), host, service: onlyName(service) };
}
