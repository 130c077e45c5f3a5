import type { World } from "../core/world/world.ts";
import { SITES, type Stored, WORLD_PARTS } from "./keys.ts";
import { readSite, type StoredSite } from "./stored-site.ts";

/*
 * How session storage holds the world: a key for each of its parts, and one for each site. Values are JSON, because a browser
 * copies a text between processes in one step and an object piece by piece. `changed-keys.ts` writes what this file reads.
 */

export const PART = WORLD_PARTS.prefix;
export const SITE = SITES.prefix;

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
