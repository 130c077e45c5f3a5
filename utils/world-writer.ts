import { browser } from "#imports";
import type { World } from "./core/world.ts";
import { createSoon } from "./soon.ts";
import { changedKeys } from "./world-keys.ts";

/**
 * Writes the world to session storage; `world-store.ts` reads it. At most one write is under way, and the next carries all that
 * changed meanwhile. Apart, because pages read and never write.
 */

/** Makes the writer. `settled` waits until everything is written. */
export function createWorldStore() {
  /** What storage holds; null before anything was ever written, so that the first write carries every part. */
  let written: World | null = null;
  let wanted: World | null = null;
  let writing: Promise<void> = Promise.resolve();
  let queued = false;
  const soon = createSoon(() => {
    if (queued) return;
    queued = true;
    writing = writing.then(writeNow).catch((problem: unknown) => console.error("the picture cannot be kept:", problem));
  });

  async function writeNow(): Promise<void> {
    queued = false;
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
      soon.within(patience);
    },
    /** Says that storage holds this world already. */
    loaded(world: World): void {
      written = world;
      wanted = world;
    },
    async settled(): Promise<void> {
      soon.within(0);
      await writing;
    },
  };
}
