import { type Place, parsePlaceId } from "../providers/place.ts";
import type { World } from "./world.ts";

/** Copies the placements that changed from one world to the next into the learned map, as the background does into its database. */
export function learnPlacements(before: World, after: World, learned: Map<string, Place>): void {
  if (before.sites === after.sites) return;
  for (const { host, on } of changedPlacements(before, after)) {
    if (on === null) learned.delete(host);
    else learned.set(host, parsePlaceId(on));
  }
}

/** The hosts whose placement changed from one world to the next. `on` is null for a placement that was revoked. */
export function changedPlacements(before: World, after: World): { host: string; site: string; on: string | null }[] {
  const changed: { host: string; site: string; on: string | null }[] = [];
  for (const name in after.sites) {
    const site = after.sites[name];
    const old = before.sites[name];
    if (site === undefined || site === old) continue;
    for (const hostName in site.hosts) {
      const host = site.hosts[hostName];
      const known = old?.hosts[hostName];
      if (host === undefined || host === known || host.ip === null) continue;
      if (host.on !== (known?.on ?? null)) changed.push({ host: hostName, site: name, on: host.on });
    }
  }
  return changed;
}
