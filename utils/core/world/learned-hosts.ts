import { type Place, parsePlaceId } from "../providers/place.ts";
import type { PassingHost, World } from "./world.ts";

/** Copies the placements that changed from one world to the next into the learned map, as the background does into its database. */
export function learnPlacements(before: World, after: World, learned: Map<string, Place>): void {
  for (const { host, on } of changedPlacements(before, after)) {
    if (on === null) learned.delete(host);
    else learned.set(host, parsePlaceId(on));
  }
}

/** A placement that changed. `visited`: the person opened a page of the host's site. `on` is null for one that was revoked. */
export type ChangedPlacement = { host: string; site: string; visited: boolean; on: string | null };

/** The hosts whose placement changed from one world to the next, or whose site was visited for the first time. */
export function changedPlacements(before: World, after: World): ChangedPlacement[] {
  const changed = changedInPassing(before.passing, after.passing);
  if (before.sites === after.sites) return changed;
  for (const name in after.sites) {
    const site = after.sites[name];
    const old = before.sites[name];
    if (site === undefined || site === old) continue;
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      const known = old?.hosts[hostName];
      // What never answered is not learned: an entry says that the host used to work.
      if (host === undefined || host.ip === null || host.okAt === 0) continue;
      const isFirstVisit = site.visited && old?.visited !== true && host.on !== null;
      if (isFirstVisit || host.on !== (known?.on ?? null)) changed.push({ host: hostName, site: name, visited: site.visited, on: host.on });
    }
  }
  return changed;
}

/** The same of hosts in passing. The lists keep their order, so that walking both at once finds what only one of them has. */
function changedInPassing(before: PassingHost[], after: PassingHost[]): ChangedPlacement[] {
  if (before === after) return [];
  const changed: ChangedPlacement[] = [];
  let index = 0;
  for (const record of after) {
    if (record === before[index]) index++;
    else if (record === before[index + 1]) index += 2;
    else {
      const known = before.find(({ host }) => host === record.host);
      if (record.on !== (known?.on ?? null)) changed.push({ host: record.host, site: record.site, visited: false, on: record.on });
      // Changed in its place; else it is new, or moved to the end.
      if (known !== undefined && known === before[index]) index++;
    }
  }
  return changed;
}
