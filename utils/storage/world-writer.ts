import type { World } from "../core/world/world.ts";
import { changeArea } from "./browser-storage.ts";
import { changedKeys } from "./changed-keys.ts";
import { createCoalescer } from "./coalesce.ts";

/**
 * Writes the world to session storage. `world-store.ts` reads it and is a file of its own because pages read and never write. At most
 * one write runs at a time, and the next one carries all changes since.
 */
export function createWorldWriter() {
  /** What storage holds; null before the first write of a session, which carries every part. */
  let written: World | null = null;
  let latest: World | null = null;
  const writing = createCoalescer("the world cannot be written", write);

  async function write(): Promise<void> {
    if (latest === null || latest === written) return;
    const target: World = latest;
    await changeArea("session", changedKeys(written, target));
    written = target;
  }

  return {
    /** Returns at once. @param maxDelay milliseconds until it is written at the latest */
    save(world: World, maxDelay = 0): void {
      latest = world;
      writing.within(maxDelay);
    },
    /** Takes note that storage holds this world already. */
    loaded(world: World): void {
      written = world;
      latest = world;
    },
    /** Resolves once everything is written. */
    settled: () => writing.now(),
  };
}
