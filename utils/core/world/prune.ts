import { lastSeenAt } from "./record.ts";
import { SITE_LIFETIME, type World } from "./world.ts";

/**
 * Lets go of sites that nobody touched for a quarter of an hour, and of who answered before that. A new site pushes them out too; this
 * is for the hours in which none comes.
 * @param now milliseconds of the epoch
 * @returns the same world where there is nothing to let go of
 */
export function pruneSites(world: World, now: number): World {
  const sites = Object.entries(world.sites);
  const touched = sites.filter(([, { hosts }]) => Object.values(hosts).some((host) => now - lastSeenAt(host) <= SITE_LIFETIME));
  const answers = world.answers.filter(({ at }) => now - at <= SITE_LIFETIME);
  if (touched.length === sites.length && answers.length === world.answers.length) return world;
  return { ...world, sites: Object.fromEntries(touched), answers };
}
