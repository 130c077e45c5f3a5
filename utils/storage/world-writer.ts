import type { World } from "../core/world/world.ts";
import { changeArea } from "./browser-storage.ts";
import { createCoalescer } from "./coalesce.ts";
import { changedKeys } from "./world-keys.ts";

/**
 * Writes the world to session storage; `world-store.ts` reads it, and lives apart because pages read and never write. At most one
 * write is under way, and the next carries all that changed meanwhile.
 */
export function createWorldWriter() {
  /** What storage holds; null before anything was ever written, so that the first write carries every part. */
  let written: World | null = null;
  let wanted: World | null = null;
  const writing = createCoalescer("the picture cannot be kept", write);

  async function write(): Promise<void> {
    if (wanted === null || wanted === written) return;
    const target: World = wanted;
    await changeArea("session", changedKeys(written, target));
    written = target;
  }

  return {
    /** Returns at once. @param patience milliseconds that the write may wait for company; none unless said */
    save(world: World, patience = 0): void {
      wanted = world;
      writing.within(patience);
    },
    /** Says that storage holds this world already. */
    loaded(world: World): void {
      written = world;
      wanted = world;
    },
    /** Waits until everything is written. */
    settled: () => writing.now(),
  };
}
