import { isExpired, type Return, returnOf, type Watch } from "../core/alerts/watch.ts";
import { MINUTE } from "../core/time.ts";
import type { World } from "../core/world/world.ts";
import { checkSite } from "../net/check-site.ts";
import { onItemChange, read, remove as removeKey, write } from "../storage/browser-storage.ts";
import { WATCHES } from "../storage/keys.ts";

/** A watched site is asked at most this often. */
const CHECK_SPACING = 2 * MINUTE;

/** Keeps what a person waits for and tells once when it is back. One writer: the background. */
export function createWatches(tell: (watch: Watch, how: Return) => Promise<void>) {
  let checkedAt = 0;
  let following = false;
  let writing: Promise<unknown> = Promise.resolve();
  /** What is kept, so that looking at it after every event costs nothing; null where it must be read. */
  let known: Watch[] | null = null;

  onItemChange(WATCHES, () => {
    known = null;
  });

  async function all(): Promise<Watch[]> {
    known ??= await read(WATCHES);
    return known;
  }

  /** One change after the other: each reads what the one before it wrote. */
  function inTurn(job: () => Promise<void>): Promise<void> {
    const done = writing.then(job);
    // A change that a full disk does not take must not keep the next one.
    writing = done.catch(() => {});
    return done;
  }

  const change = (edit: (watches: Watch[]) => Watch[]) =>
    inTurn(async () => {
      const edited = edit(await read(WATCHES));
      known = edited;
      await write(WATCHES, edited);
    });

  const remove = (site: string) => change((watches) => watches.filter((watch) => watch.site !== site));

  async function howBack(watch: Watch, world: World, now: number, checking: boolean): Promise<Return | null> {
    const back = watch.held ?? returnOf(watch, world, now);
    if (back !== null || !checking || !watch.check || watch.host === null || world.mode !== "full") return back;
    return (await checkSite(watch.host)) ? "check" : null;
  }

  async function lookAt(watch: Watch, world: World, now: number, look: { checking: boolean; quiet: boolean }): Promise<void> {
    const back = await howBack(watch, world, now, look.checking);
    if (back === null && !isExpired(watch, now)) return;
    if (back !== null && look.quiet) {
      if (watch.held === undefined) await keep({ ...watch, held: back });
      return;
    }
    // Taken off the list first: a background that dies here tells nothing, and nobody is told twice.
    await remove(watch.site);
    if (back !== null) await tell(watch, back);
  }

  const keep = (watch: Watch) => change((watches) => [...watches.filter(({ site }) => site !== watch.site), watch]);

  return {
    remove,
    add: keep,

    /** Forgets what a person waits for: one site, or with null everything. */
    erase(site: string | null): Promise<void> {
      return site === null ? inTurn(() => removeKey(WATCHES)) : remove(site);
    },

    /** Whether anybody waits for something: for its return, or for the end of quiet hours to be told of it. */
    async some(which: "not yet back" | "any"): Promise<boolean> {
      return (await all()).some(({ held }) => which === "any" || held === undefined);
    },

    /**
     * Tells what is back, and lets go of what nobody waits for. Asking a site takes time, so nobody should wait for this.
     * @param quiet in quiet hours what is back is remembered and told when they end
     */
    async follow(world: World, now: number, quiet: boolean): Promise<void> {
      if (following) return;
      following = true;
      try {
        const checking = Math.abs(now - checkedAt) >= CHECK_SPACING;
        if (checking) checkedAt = now;
        for (const watch of await all()) await lookAt(watch, world, now, { checking, quiet });
      } finally {
        following = false;
      }
    },
  };
}
