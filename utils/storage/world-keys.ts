import type { World } from "../core/world/world.ts";
import { SITES, type Stored, WORLD_PARTS } from "./keys.ts";
import { readSite, type StoredSite, storeSite } from "./stored-site.ts";

/*
 * How session storage holds the world: a key for each of its parts, and one for each site. The reducer keeps the references of
 * unchanged parts, so comparing references finds what to write. Values are JSON, because a browser copies a text between processes in
 * one step and an object piece by piece.
 */

const PART = WORLD_PARTS.prefix;
const SITE = SITES.prefix;

/** The world in what session storage holds; null where it holds none of the format of `empty`. */
export function readKeys(stored: Stored, empty: World): World | null {
  if (stored[`${PART}version`] !== JSON.stringify(empty.version)) return null;
  const world: Stored = { ...empty };
  const sites: World["sites"] = {};
  for (const [key, text] of Object.entries(stored)) {
    if (key.startsWith(SITE)) sites[key.slice(SITE.length)] = readSite(JSON.parse(text as string) as StoredSite);
    else if (key.startsWith(PART)) world[key.slice(PART.length)] = JSON.parse(text as string);
  }
  return { ...(world as World), sites };
}

/** The keys that differ between two worlds, with their new values; a key to be removed has the value undefined. */
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
