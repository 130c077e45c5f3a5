import { browser } from "#imports";
import type { World } from "../core/world/world.ts";
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
    const changed = changedKeys(written, target);
    const gone = Object.keys(changed).filter((key) => changed[key] === undefined);
    for (const key of gone) delete changed[key];
    if (gone.length > 0) await browser.storage.session.remove(gone);
    await browser.storage.session.set(changed);
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
