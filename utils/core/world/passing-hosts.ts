import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { SECOND } from "../time.ts";
import { PASSING_KEPT } from "./caps.ts";
import type { Observation } from "./observation.ts";
import { placeHost } from "./place-host.ts";
import type { PassingHost, Site, World } from "./world.ts";

/** The answers of one passing host are recorded at most this often: only its age in minutes matters. Judged. */
const PASSING_SPACING = 5 * SECOND;

/** Whether an observation is no more than an answer in passing: no page, no failure, of a site that is not followed. */
export function isInPassing({ sites }: World, { site, role, fault }: Observation): boolean {
  return fault === null && role !== "page" && sites[site] === undefined;
}

/** Counts an answer in passing. Returns the same world where it adds nothing. */
export function recordPassing(world: World, observation: Observation, knowledge: Knowledge): World {
  const { host: name, at, site, ip } = observation;
  const known = world.passing.findLast(({ host }) => host === name);
  if (known !== undefined && at - known.okAt < PASSING_SPACING && (ip === null || ip === known.ip)) return world;
  const owner = known?.owner ?? ownerOf(site, knowledge.serviceOf(name));
  const placed = placeHost(world, observation, known && hostOf(known), { owner, visited: false }, knowledge);
  const record: PassingHost = { host: name, site, owner, on: placed.host.on, ip: placed.host.ip, okAt: at };
  // Placing it may have revoked the placements of others.
  const others = known === undefined ? placed.world.passing : placed.world.passing.filter(({ host }) => host !== name);
  return { ...placed.world, passing: [...others, record].slice(-PASSING_KEPT) };
}

/** Moves what is known of a site's hosts in passing into the site, from now on a site of its own. */
export function adoptPassing(world: World, name: string, site: Site): { world: World; site: Site } {
  const own = world.passing.filter((record) => record.site === name);
  if (own.length === 0) return { world, site };
  const hosts = Object.fromEntries(own.map((record) => [record.host, hostOf(record)]));
  return { world: { ...world, passing: world.passing.filter((record) => !own.includes(record)) }, site: { ...site, hosts } };
}

function hostOf({ on, ip, okAt }: PassingHost): Site["hosts"][string] {
  return { on, ip, okAt, trouble: null };
}
