import { HOSTS_KEPT, SITE_LIFETIME, SITES_KEPT, TROUBLED_KEPT } from "./caps.ts";
import { lastFaultAt, lastSeenAt } from "./host-record.ts";
import type { Host, Site, World } from "./world.ts";

/**
 * Drops sites that neither answered nor failed for a quarter of an hour, and answers as old. A new site pushes them out too; this is
 * for the hours in which no new site comes.
 * @param now milliseconds of the epoch
 * @returns the same world where there is nothing to drop
 */
export function pruneSites(world: World, now: number): World {
  const sites = Object.entries(world.sites);
  const kept = sites.filter(([, { hosts }]) => Object.values(hosts).some((host) => now - lastSeenAt(host) <= SITE_LIFETIME));
  const answers = world.answers.filter(({ at }) => now - at <= SITE_LIFETIME);
  const passing = world.passing.filter(({ okAt }) => now - okAt <= SITE_LIFETIME);
  const isUnchanged = kept.length === sites.length && answers.length === world.answers.length && passing.length === world.passing.length;
  return isUnchanged ? world : { ...world, sites: Object.fromEntries(kept), answers, passing };
}

/** Drops the host that was seen longest ago, where a site has one too many. */
export function capHosts(hosts: Site["hosts"]): Site["hosts"] {
  const names = Object.keys(hosts);
  if (names.length <= HOSTS_KEPT) return hosts;
  const oldest = names.reduce((a, b) => (lastSeenAt(hosts[a]) <= lastSeenAt(hosts[b]) ? a : b));
  const { [oldest]: _, ...rest } = hosts;
  return rest;
}

/**
 * Adds or replaces a site, and drops others where it is one too many: of all sites, or of those in trouble.
 * @param at the present, milliseconds of the epoch
 */
export function capSites(sites: World["sites"], name: string, site: Site, at: number): World["sites"] {
  const next = { ...sites, [name]: site };
  if (sites[name] === undefined) dropOldest(next, SITES_KEPT, lastSeenAt, at);
  if (sites[name]?.troubleSince !== site.troubleSince) dropOldest(next, TROUBLED_KEPT, lastFaultAt, at);
  return next;
}

/**
 * Drops sites past their lifetime. Of those that have a sign, if they are more than the cap, it drops the one whose newest sign is
 * the oldest. Changes the object it is given.
 * @param signOf when a host last showed the sign; 0 for never
 */
function dropOldest(sites: World["sites"], cap: number, signOf: (host: Host) => number, at: number): void {
  let withSign = 0;
  let oldest: string | null = null;
  let oldestSign = Number.POSITIVE_INFINITY;
  for (const name in sites) {
    let sign = 0;
    let seen = 0;
    for (const host of Object.values(sites[name]?.hosts ?? {})) {
      sign = Math.max(sign, signOf(host));
      seen = Math.max(seen, lastSeenAt(host));
    }
    if (at - seen > SITE_LIFETIME) delete sites[name];
    else if (sign > 0) {
      withSign++;
      if (sign < oldestSign) {
        oldestSign = sign;
        oldest = name;
      }
    }
  }
  if (withSign > cap && oldest !== null) delete sites[oldest];
}
