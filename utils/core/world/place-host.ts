import { areOneHouse } from "../providers/house.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { type Place, type PlaceId, parsePlaceId, placeId } from "../providers/place.ts";
import { isPlatform, isSharedEdge } from "../providers/shared-edges.ts";
import { ADDRESSES_KEPT } from "./caps.ts";
import type { Observation } from "./observation.ts";
import type { Host, PassingHost, SharedAddress, Site, World } from "./world.ts";

/*
 * All of these are judged; none is fitted to data.
 */

/** At least this many unrelated owners behind one address that belongs to no known CDN: a proxy or a filter answers for them. */
const INTERMEDIARY_OWNERS = 3;
/**
 * An edge of a CDN serves many owners, as it should. With at least `EDGE_OWNERS` owners behind it and at most `OTHER_ADDRESSES`
 * other addresses seen, it is taken for an intermediary too.
 */
const EDGE_OWNERS = 6;
const OTHER_ADDRESSES = 2;
/** Hosts kept for one address, so that placements read from it can be revoked. */
const HOSTS_OF_ADDRESS = 12;

const NEW_HOST: Host = { on: null, ip: null, okAt: 0, trouble: null };

/**
 * Finds out where a host is hosted: by the address of this response, else by what was learned of this very host, else by the provider
 * that signed the response, else by a host name that a cloud gives to its customers.
 * @param known the host's record so far
 * @param site the host's site. Whether an address is shared shows in the owners of visited sites: a page can call any name it likes
 * @returns the placed host, and the world with the address's owners
 */
export function placeHost(
  world: World,
  observation: Observation,
  known: Host | undefined,
  site: Pick<Site, "owner" | "visited">,
  knowledge: Knowledge,
): { world: World; host: Host } {
  const { ip, host: name } = observation;
  const settled = known !== undefined && isSettled(known, observation.front);
  if (known !== undefined && settled && (ip === null || known.ip === ip)) return { world, host: known };
  const named = knowledge.byHost(name);
  const signed: Place | null = observation.front === null ? null : { provider: observation.front, region: null };
  const host = known ?? (named?.service == null ? NEW_HOST : { ...NEW_HOST, service: named.service });
  if (ip === null) {
    const placement = narrower(knowledge.learned(name) ?? signed, named);
    return { world, host: placement === null ? host : onLayers(host, placement, signed, named) };
  }
  const placement = narrower(knowledge.byAddress(ip) ?? signed, named);
  const visited = site.visited || observation.role === "page";
  const before = addressOf(world, ip);
  const entry = withOwner(before, ip, visited ? site.owner : null, name);
  const seen = entry === before ? world : { ...world, addresses: withAddress(world.addresses, entry) };
  if (isIntermediary(seen, entry, placement)) return { world: revokePlacements(seen, ip, entry.hosts), host: { ...host, ip, on: null } };
  return { world: seen, host: { ...onLayers(host, placement, signed, named), ip } };
}

/** True where a further answer of the same address tells nothing new. A later answer may be signed where the first was not. */
function isSettled({ on, platform }: Host, front: string | null): boolean {
  if (front === null) return true;
  return on !== null && (platform === front || !isPlatform(front) || parsePlaceId(on).provider === front);
}

/**
 * The response wins over the name, but the name may give the region where the response gives only the provider: the addresses of Cloud
 * Run are in Google's list without a region, and its names spell one.
 */
function narrower(byResponse: Place | null, byName: Place | null): Place | null {
  if (byResponse === null) return byName;
  if (byResponse.region !== null || byName === null) return byResponse;
  if (byName.provider === byResponse.provider) return byName;
  return byName.region !== null && areOneHouse(byName.provider, byResponse.provider) ? byName : byResponse;
}

/** A host on a place, with the platform that runs it where that is another layer: by its signature, its name, or an earlier answer. */
function onLayers(host: Host, placement: Place | null, signed: Place | null, named: Place | null): Host {
  const { platform: earlier, ...rest } = host;
  const on: PlaceId | null = placement === null ? null : placeId(placement.provider, placement.region);
  const platform = [signed?.provider, named?.provider, earlier].find((provider) => provider !== undefined && isPlatform(provider));
  return { ...rest, on, ...(placement === null || platform === undefined || platform === placement.provider ? {} : { platform }) };
}

/** True where a proxy or a filter answers at this address, by the owners of the hosts seen there so far. */
export function isIntermediaryAddress(world: World, ip: string, knowledge: Pick<Knowledge, "byAddress">): boolean {
  const entry = addressOf(world, ip);
  return entry !== undefined && entry.owners.length >= INTERMEDIARY_OWNERS && isIntermediary(world, entry, knowledge.byAddress(ip));
}

/** True where a proxy or a filter answers at this address, so that it says nothing about where a host is hosted. */
function isIntermediary(world: World, entry: SharedAddress | undefined, placement: Place | null): boolean {
  if (entry === undefined) return false;
  if (placement === null || !isSharedEdge(placement.provider, placement.region)) return entry.owners.length >= INTERMEDIARY_OWNERS;
  return entry.owners.length >= EDGE_OWNERS && world.addresses.length <= 1 + OTHER_ADDRESSES;
}

/** Places every host whose address is known and whose provider is not, after an address table was loaded. */
export function updatePlacements(world: World, knowledge: Knowledge): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const [hostName, host] of Object.entries(site.hosts)) {
      if (host.ip === null || host.on !== null) continue;
      const placement = knowledge.byAddress(host.ip);
      if (placement === null) continue;
      if (isIntermediary(world, addressOf(world, host.ip), placement)) continue;
      sites = withPlacement(sites, name, hostName, placeId(placement.provider, placement.region));
    }
  }
  const passing = world.passing.map((record) => {
    const placement = record.ip === null || record.on !== null ? null : knowledge.byAddress(record.ip);
    if (placement === null || isIntermediary(world, addressOf(world, record.ip), placement)) return record;
    return { ...record, on: placeId(placement.provider, placement.region) };
  });
  return { ...world, sites, passing };
}

function addressOf({ addresses }: World, ip: string | null): SharedAddress | undefined {
  return addresses.findLast((known) => known.ip === ip);
}

/** Adds an owner, unless it is null, and a host to those seen behind an address. Returns the same entry where both are known. */
function withOwner(before: SharedAddress | undefined, ip: string, owner: string | null, host: string): SharedAddress {
  if (before === undefined) return { ip, owners: owner === null ? [] : [owner], hosts: [host] };
  const newOwner = owner !== null && before.owners.length < EDGE_OWNERS && !before.owners.includes(owner);
  const newHost = !before.hosts.includes(host);
  if (!newOwner && !newHost) return before;
  return {
    ip,
    owners: newOwner ? [...before.owners, owner] : before.owners,
    hosts: newHost ? [...before.hosts, host].slice(-HOSTS_OF_ADDRESS) : before.hosts,
  };
}

/** Revokes the placement of every host that was placed by this address before it proved to be an intermediary's. */
function revokePlacements(world: World, ip: string, hosts: string[]): World {
  let sites = world.sites;
  for (const [name, site] of Object.entries(world.sites)) {
    for (const hostName of hosts) {
      const host = site.hosts[hostName];
      if (host !== undefined && host.ip === ip && host.on !== null) sites = withPlacement(sites, name, hostName, null);
    }
  }
  const isRevoked = ({ host, ip: seen, on }: PassingHost) => seen === ip && on !== null && hosts.includes(host);
  const passing = world.passing.some(isRevoked)
    ? world.passing.map((record) => (isRevoked(record) ? { ...record, on: null } : record))
    : world.passing;
  return sites === world.sites && passing === world.passing ? world : { ...world, sites, passing };
}

function withPlacement(sites: World["sites"], name: string, hostName: string, on: string | null): World["sites"] {
  const site = sites[name];
  const host = site?.hosts[hostName];
  if (site === undefined || host === undefined) return sites;
  return { ...sites, [name]: { ...site, hosts: { ...site.hosts, [hostName]: { ...host, on } } } };
}

/** Adds or replaces an address, as the newest; beyond the cap the oldest is dropped. */
function withAddress(addresses: SharedAddress[], entry: SharedAddress): SharedAddress[] {
  return [...addresses.filter(({ ip }) => ip !== entry.ip), entry].slice(-ADDRESSES_KEPT);
}
