import { emptyWorld } from "../core/world/empty-world.ts";
import type { World } from "../core/world/world.ts";
import { readArea } from "./browser-storage.ts";
import type { Stored } from "./keys.ts";
import { readKeys } from "./world-keys.ts";

/* The world in session storage, where it outlives the background, which may be stopped after any line. `world-writer.ts` writes it. */

const browserFamily = import.meta.env.FIREFOX ? "firefox" : "chromium";

/** Reads the world of this browser session; null at its start or after an update of the format. */
export async function loadWorld(): Promise<World | null> {
  return worldFrom(await readArea("session"));
}

/** The world of a browser that has just started. */
export function newWorld(): World {
  return emptyWorld(browserFamily, "basic");
}

/** The world in what session storage holds; null where it holds none of this format. */
export function worldFrom(stored: Stored): World | null {
  return readKeys(stored, newWorld());
}
