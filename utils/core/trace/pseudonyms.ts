import { isPrivateAddress, parseAddress } from "../net/address.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Service } from "../providers/catalogue.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { handedOutSuffix, ownerOf } from "../providers/owner.ts";
import type { Placement } from "../providers/placement.ts";
import { isSharedEdge } from "../providers/shared-edges.ts";
import { isTrackerLabel } from "../world/filtered-tracker.ts";

/**
 * Names and addresses that replace the real ones in a trace that leaves the browser; the same real name always gets the same
 * pseudonym. What the diagnosis reads from a name stays readable: which hosts belong together, which names belong to a cloud, and
 * which hosts are private.
 */
export type Pseudonyms = {
  host(name: string): string;
  /** @param on the provider at the address; a private address without one gets a private address */
  address(ip: string, on: Placement | null): string;
  /** A cloud that people rent keeps its id; the id of a company's own network would name the company. */
  provider(id: string): string;
  /** The pseudonym of a service of the catalogue; null for a service without a host in the trace. */
  service(id: string): string | null;
  /** The services with a host in the trace, under their pseudonyms. */
  services(): PseudonymService[];
  /** A text with every real name and address in it replaced. */
  text(real: string): string;
};

/** What the diagnosis needs of a service: its domains, who runs it, where it is generally hosted. */
export type PseudonymService = Pick<Service, "id" | "name" | "domains" | "on" | "owner">;

/** Reserved for measurements (RFC 2544): 131,072 addresses without an owner. */
const RESERVED_NETWORK = [198, 18];
const PRIVATE_NETWORK = [10, 0];

/** The catalogue's category of clouds that people rent. */
const CLOUDS = "cloud";

/** Labels below a site that say what a host does and not whose it is. Judged. */
const COMMON_LABEL = /^(?:www|m|api|app|auth|login|accounts?|static|assets|cdn|img|images|media|video|mail|shop|ws)\d*$/;

/** Makes the pseudonyms of one trace. */
export function createPseudonyms(knowledge: Knowledge): Pseudonyms {
  const hosts = new Map<string, string>();
  const sites = new Map<string, string>();
  const labels = new Map<string, string>();
  const addresses = new Map<string, string>();
  const services = new Map<string, { service: Service; alias: string; domains: Set<string> }>();
  const owners = new Map<string, string>();
  const companies = new Map<string, string>();
  const ownNetworks = new Map<string, string>();
  let privateHosts = 0;

  const numbered = (map: Map<string, string>, key: string, make: (number: number) => string): string => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const made = make(map.size + 1);
    map.set(key, made);
    return made;
  };

  function label(real: string): string {
    return COMMON_LABEL.test(real) || isTrackerLabel(real) ? real : numbered(labels, real, (number) => `part-${number}`);
  }

  /** The form of a name that a cloud gives to a customer is kept, because it shows the cloud and the region; null for other names. */
  function cloudName(name: string): string | null {
    const on = knowledge.byHost(name);
    if (on?.region == null) return null;
    const parts = name.split(".");
    const same = (candidate: string) => {
      const found = knowledge.byHost(candidate);
      return found?.provider === on.provider && found.region === on.region && found.service === on.service;
    };
    for (let cut = parts.length - 2; cut > 0; cut--) {
      const tail = parts.slice(cut).join(".");
      if (same(`part.${tail}`)) return `${numbered(labels, name, (number) => `part-${number}`)}.${tail}`;
    }
    const withRegion = `${on.region}-${numbered(labels, name, (number) => `part-${number}`)}.${parts.slice(1).join(".")}`;
    return same(withRegion) ? withRegion : null;
  }

  /**
   * Sites of one owner, such as example.com and example.de, get names that differ only in their endings. A name that a platform hands out
   * stays one of that platform, because its customers fail together.
   */
  function site(real: string): string {
    const known = sites.get(real);
    if (known !== undefined) return known;
    const owner = numbered(owners, ownerOf(real, null), (number) => `site-${number}`);
    const suffix = knowledge.serviceOf(real) === null ? handedOutSuffix(real) : null;
    const alike = [...sites.values()].filter((name) => name.startsWith(`${owner}.`)).length;
    const made = `${owner}.${suffix ?? `example${alike === 0 ? "" : `-${alike + 1}`}`}`;
    sites.set(real, made);
    return made;
  }

  function addService(name: string, pseudonym: string): void {
    const service = knowledge.serviceOf(name);
    if (service === null) return;
    const known = services.get(service.id) ?? { service, alias: `service-${services.size + 1}`, domains: new Set<string>() };
    known.domains.add(siteOf(pseudonym));
    services.set(service.id, known);
    if (service.category === CLOUDS) return;
    // A company that rents its addresses may still sign its answers.
    for (const provider of [service.id, service.owner]) {
      const isNamed = provider !== undefined && !isSharedEdge(provider, null);
      if (isNamed) numbered(ownNetworks, provider, (number) => `own-network-${number}`);
    }
  }

  function makeHost(name: string): string {
    const address = parseAddress(name);
    if (isPrivateHost(name)) return `private-${++privateHosts}.internal`;
    if (address !== null) return addressFor(name, null);
    const cloud = cloudName(name);
    if (cloud !== null) return cloud;
    const real = siteOf(name);
    const below = name === real ? [] : name.slice(0, -real.length - 1).split(".");
    const pseudonym = [...below.map(label), site(real)].join(".");
    addService(name, pseudonym);
    return pseudonym;
  }

  function addressFor(ip: string, on: Placement | null): string {
    const known = addresses.get(ip);
    if (known !== undefined) return known;
    const parsed = parseAddress(ip);
    const isPrivate = on === null && parsed !== null && isPrivateAddress(parsed);
    const number = addresses.size + 1;
    const made = [...(isPrivate ? PRIVATE_NETWORK : RESERVED_NETWORK), number >> 8, number & 0xff].join(".");
    addresses.set(ip, made);
    return made;
  }

  return {
    host(name) {
      const known = hosts.get(name);
      if (known !== undefined) return known;
      const made = makeHost(name);
      hosts.set(name, made);
      return made;
    },
    address: addressFor,
    provider: (id) => ownNetworks.get(id) ?? id,
    service: (id) => services.get(id)?.alias ?? null,
    services() {
      return [...services.values()].map(({ service, alias, domains }) => ({
        id: alias,
        name: alias,
        domains: [...domains],
        on: service.on.map((provider) => ownNetworks.get(provider) ?? provider),
        ...(service.owner === undefined ? {} : { owner: numbered(companies, service.owner, (number) => `owner-${number}`) }),
      }));
    },
    text(real) {
      let clean = real;
      for (const [name, pseudonym] of [...hosts, ...sites, ...addresses]) clean = clean.replaceAll(name, pseudonym);
      return clean;
    },
  };
}
