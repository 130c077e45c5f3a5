import type { Knowledge } from "../providers/knowledge.ts";
import { placeId } from "../providers/place.ts";
import type { Placement } from "../providers/placement.ts";
import { isSharedEdge } from "../providers/shared-edges.ts";
import type { Observation } from "./observation.ts";
import { ADDRESSES_KEPT, type Host, type World } from "./world.ts";

/** So many unrelated owners behind one address that no known CDN announces: somebody's proxy or filter stands in between. */
const INTERMEDIARY_OWNERS = 3;
/** An edge of a CDN serves many owners rightly, unless it serves everybody: so many owners, with hardly any other address in sight. */
const EDGE_OWNERS = 6;
const OTHER_ADDRESSES = 2;
/** Hosts remembered for one address, so that what was read from it can be taken back. */
const HOSTS_OF_ADDRESS = 12;

const NEW_HOST: Host = { on: null, ip: null, okAt: 0, trouble: null };

/**
 * Finds out what a host stands on: by this response's address, else by what was learned of this exact host, else by who signed
 * the response, else by a name that spells its cloud.
 * @returns the host so placed, and the world with what the address taught
 */
export function placeHost(
  world: World,
  observation: Observation,
  known: Host | undefined,
  owner: string,
  knowledge: Knowledge,
): { world: World; host: Host } {
  const { ip, host: name } = observation;
  // A later answer may be signed where the first was not.
  const told = observation.front === null || known?.on != null;
  if (known !== undefined && told && (ip === null || known.ip === ip)) return { world, host: known };
  const named = knowledge.byHost(name);
  const signed: HostPlace | null = observation.front === null ? null : { provider: observation.front, region: null };
  const host = known ?? (named?.service == null ? NEW_HOST : { ...NEW_HOST, service: named.service });
  if (ip === null) {
    const placement = knowledge.learned(name) ?? narrower(signed, named);
    return { world, host: placement === null ? host : { ...host, on: placeId(placement.provider, placement.region) } };
  }
  const placement = narrower(knowledge.byAddress(ip) ?? signed, named);
  const on = placement === null ? null : placeId(placement.provider, placement.region);
  const entry = noteOwner(world.addresses[ip], owner, name);
  const noted = entry === world.addresses[ip] ? world : { ...world, addresses: withAddress(world.addresses, ip, entry) };
  // What was read from this address before its nature showed is taken back.
  if (isIntermediary(noted, entry, placement)) return { world: takeBack(noted, ip, entry.hosts), host: { ...host, ip, on: null } };
  return { world: noted, host: { ...host, ip, on } };
}

type HostPlace = Pick<Placement, "provider" | "region">;

/** The response wins over the name, but a name may know the region where the response only knows the provider. */
function narrower(seen: HostPlace | null, named: HostPlace | null): HostPlace | null {
  if (seen === null) return named;
  return seen.region === null && named?.provider === seen.provider ? named : seen;
}

function isIntermediary(world: World, entry: Entry | undefined, placement: HostPlace | null): boolean {
  if (entry === undefined) return false;
  if (placement === null || !isSharedEdge(placement.provider, placement.region)) return entry.owners.length >= INTERMEDIARY_OWNERS;
  return entry.owners.length >= EDGE_OWNERS && Object.keys(world.addresses).length <= 1 + OTHER_ADDRESSES;
}

/** Places every host whose address is known and whose cloud is not, now that there is a table to ask. */
export function updatePlacements(world: World, knowledge: Knowledge): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const [hostName, host] of Object.entries(site.hosts)) {
      if (host.ip === null || host.on !== null) continue;
      const placement = knowledge.byAddress(host.ip);
      if (placement === null) continue;
      if (isIntermediary(world, world.addresses[host.ip], placement)) continue;
      sites = withPlacement(sites, name, hostName, placeId(placement.provider, placement.region));
    }
  }
  return sites === world.sites ? world : { ...world, sites };
}

type Entry = World["addresses"][string];

function noteOwner(before: Entry | undefined, owner: string, host: string): Entry {
  if (before === undefined) return { owners: [owner], hosts: [host] };
  const newOwner = before.owners.length < EDGE_OWNERS && !before.owners.includes(owner);
  const newHost = !before.hosts.includes(host);
  if (!newOwner && !newHost) return before;
  return {
    owners: newOwner ? [...before.owners, owner] : before.owners,
    hosts: newHost ? [...before.hosts, host].slice(-HOSTS_OF_ADDRESS) : before.hosts,
  };
}

/** Takes back the placement of every host that was placed by this address. */
function takeBack(world: World, ip: string, hosts: string[]): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const hostName of hosts) {
      const host = site.hosts[hostName];
      if (host !== undefined && host.ip === ip && host.on !== null) sites = withPlacement(sites, name, hostName, null);
    }
  }
  return sites === world.sites ? world : { ...world, sites };
}

function withPlacement(sites: World["sites"], name: string, hostName: string, on: string | null): World["sites"] {
  const site = sites[name];
  const host = site?.hosts[hostName];
  if (site === undefined || host === undefined) return sites;
  return { ...sites, [name]: { ...site, hosts: { ...site.hosts, [hostName]: { ...host, on } } } };
}

function withAddress(addresses: World["addresses"], ip: string, entry: Entry): World["addresses"] {
  const { [ip]: _, ...others } = addresses;
  const names = Object.keys(others);
  if (names.length >= ADDRESSES_KEPT && names[0] !== undefined) delete others[names[0]];
  return { ...others, [ip]: entry };
}
