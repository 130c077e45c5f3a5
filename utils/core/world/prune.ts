import { HOSTS_KEPT, SITE_LIFETIME, SITES_KEPT, TROUBLED_KEPT } from "./caps.ts";
import { lastFaultAt, lastSeenAt } from "./host-record.ts";
import type { Site, World } from "./world.ts";

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

/** This much of a cap is kept where it is exceeded, so that not every new site drops one. Judged. */
const KEPT_OF_CAP = 0.9;

/**
 * Adds or replaces a site, and drops others where there are too many: of all sites, or of those in trouble.
 * @param at the present, milliseconds of the epoch
 */
export function capSites(sites: World["sites"], name: string, site: Site, at: number): World["sites"] {
  const next = sites[name] === undefined ? withNewSite(sites, name, site) : { ...sites, [name]: site };
  if (sites[name]?.troubleSince !== site.troubleSince) dropOldest(next, at);
  return next;
}

/**
 * V8 copies an object with a spread fast where it has the same keys as before, and slowly where it has a new one. 10,000 failures of as
 * many sites took 2.9 s with spreads and without `KEPT_OF_CAP`, and 0.8 s like this (2026-11-30).
 */
function withNewSite(sites: World["sites"], name: string, site: Site): World["sites"] {
  const next: World["sites"] = {};
  for (const known in sites) {
    const record = sites[known];
    if (record !== undefined) next[known] = record;
  }
  next[name] = site;
  return next;
}

/**
 * Drops sites past their lifetime, and beyond each cap those that were seen, or failed, longest ago. Changes the object that it is given.
 */
function dropOldest(sites: World["sites"], at: number): void {
  const seen: Dated[] = [];
  const failed: Dated[] = [];
  for (const name in sites) {
    const hosts = sites[name]?.hosts;
    let seenAt = 0;
    let failedAt = 0;
    for (const host in hosts) {
      const record = hosts[host];
      seenAt = Math.max(seenAt, lastSeenAt(record));
      if (record?.trouble != null) failedAt = Math.max(failedAt, lastFaultAt(record));
    }
    if (at - seenAt > SITE_LIFETIME) delete sites[name];
    else {
      seen.push({ name, at: seenAt });
      if (failedAt > 0) failed.push({ name, at: failedAt });
    }
  }
  for (const { name } of [...beyond(seen, SITES_KEPT), ...beyond(failed, TROUBLED_KEPT)]) delete sites[name];
}

/** A site, and when it last did something: milliseconds of the epoch. */
type Dated = { name: string; at: number };

/** The oldest of the sites, where they are more than the cap. */
function beyond(dated: Dated[], cap: number): Dated[] {
  return dated.length <= cap ? [] : dated.sort((a, b) => b.at - a.at).slice(Math.floor(cap * KEPT_OF_CAP));
}
