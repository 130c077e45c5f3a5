import { isPrivateAddress, parseAddress } from "../net/address.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Service } from "../providers/catalogue.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import type { Placement } from "../providers/placement.ts";
import { isSharedEdge } from "../providers/shared-edges.ts";
import { isTrackerLabel } from "../world/filtered-tracker.ts";

/**
 * Names and addresses that take the place of real ones in a trace that leaves the browser, always the same for the same. What
 * the diagnosis reads from a name stays readable: who belongs together, what a cloud handed out, what is a workshop.
 */
export type Pseudonyms = {
  host(name: string): string;
  /** @param on what is known to stand at the address; a workshop's address without that stays one */
  address(ip: string, on: Placement | null): string;
  /** A cloud that people rent keeps its id; the network of a company's own would tell who it is. */
  provider(id: string): string;
  /** The id that a service of the catalogue goes by here; null for one that was not met. */
  service(id: string): string | null;
  /** The services met, under their stand-ins. */
  services(): PseudonymService[];
  /** A text without the real names in it. */
  text(words: string): string;
};

/** What the diagnosis needs of a service: what belongs to it, who runs it, what it generally stands on. */
export type PseudonymService = Pick<Service, "id" | "name" | "domains" | "on" | "owner">;

/** Of RFC 2544, for measurements: 131,072 addresses that belong to nobody. */
const NOBODYS_NET = [198, 18];
const PRIVATE_NET = [10, 0];

/** The catalogue's category of what people rent. */
const CLOUDS = "cloud";

/** Labels below a site that say what a host does and nothing of whose it is. */
const COMMON_LABEL = /^(?:www|m|api|app|auth|login|accounts?|static|assets|cdn|img|images|media|video|mail|shop|ws)\d*$/;

/** Makes stand-ins for one trace. */
export function createPseudonyms(knowledge: Knowledge): Pseudonyms {
  const hosts = new Map<string, string>();
  const sites = new Map<string, string>();
  const labels = new Map<string, string>();
  const addresses = new Map<string, string>();
  const services = new Map<string, { service: Service; alias: string; domains: Set<string> }>();
  const owners = new Map<string, string>();
  const companies = new Map<string, string>();
  const ownNetworks = new Map<string, string>();
  let workshops = 0;

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

  /** A name that a cloud hands out with its region in it says so by its form, which is kept. */
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
    const spelt = `${on.region}-${numbered(labels, name, (number) => `part-${number}`)}.${parts.slice(1).join(".")}`;
    return same(spelt) ? spelt : null;
  }

  /** example.com and example.de are of one owner and stay so: they differ in their endings only. */
  function site(real: string): string {
    const known = sites.get(real);
    if (known !== undefined) return known;
    const owner = numbered(owners, ownerOf(real, null), (number) => `site-${number}`);
    const alike = [...sites.values()].filter((standIn) => standIn.startsWith(`${owner}.`)).length;
    const made = `${owner}.example${alike === 0 ? "" : `-${alike + 1}`}`;
    sites.set(real, made);
    return made;
  }

  function noteService(name: string, standIn: string): void {
    const service = knowledge.serviceOf(name);
    if (service === null) return;
    const known = services.get(service.id) ?? { service, alias: `service-${services.size + 1}`, domains: new Set<string>() };
    known.domains.add(siteOf(standIn));
    services.set(service.id, known);
    if (service.category === CLOUDS) return;
    for (const provider of service.on) {
      const isOwn = provider === service.id || provider === service.owner;
      if (isOwn && !isSharedEdge(provider, null)) numbered(ownNetworks, provider, (number) => `own-network-${number}`);
    }
  }

  function makeHost(name: string): string {
    const address = parseAddress(name);
    if (isPrivateHost(name)) return `workshop-${++workshops}.internal`;
    if (address !== null) return standInAddress(name, null);
    const cloud = cloudName(name);
    if (cloud !== null) return cloud;
    const real = siteOf(name);
    const below = name === real ? [] : name.slice(0, -real.length - 1).split(".");
    const standIn = [...below.map(label), site(real)].join(".");
    noteService(name, standIn);
    return standIn;
  }

  function standInAddress(ip: string, on: Placement | null): string {
    const known = addresses.get(ip);
    if (known !== undefined) return known;
    const parsed = parseAddress(ip);
    const workshop = on === null && parsed !== null && isPrivateAddress(parsed);
    const number = addresses.size + 1;
    const made = [...(workshop ? PRIVATE_NET : NOBODYS_NET), number >> 8, number & 0xff].join(".");
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
    address: standInAddress,
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
    text(words) {
      let clean = words;
      for (const [real, standIn] of [...hosts, ...sites, ...addresses]) clean = clean.replaceAll(real, standIn);
      return clean;
    },
  };
}
