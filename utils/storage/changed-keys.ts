import type { World } from "../core/world/world.ts";
import { storeSite } from "./store-site.ts";
import { PART, SITE } from "./world-keys.ts";

/**
 * The keys that differ between two worlds, with their new values; a key to be removed has the value undefined. The reducer keeps the
 * references of unchanged parts, so comparing references finds what to write.
 */
export function changedKeys(before: World | null, after: World): { [key: string]: string | undefined } {
  const changed: { [key: string]: string | undefined } = {};
  for (const part of Object.keys(after) as (keyof World)[]) {
    if (part !== "sites" && after[part] !== before?.[part]) changed[PART + part] = JSON.stringify(after[part]);
  }
  if (after.sites !== before?.sites) {
    for (const [name, site] of Object.entries(after.sites))
      if (site !== before?.sites[name]) changed[SITE + name] = JSON.stringify(storeSite(site));
    for (const name in before?.sites) if (after.sites[name] === undefined) changed[SITE + name] = undefined;
  }
  return changed;
}
