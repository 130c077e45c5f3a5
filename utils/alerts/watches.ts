import { isExpired, type Return, returnOf, type Watch } from "../core/alerts/watch.ts";
import { MINUTE } from "../core/time.ts";
import type { World } from "../core/world/world.ts";
import { checkSite } from "../net/check-site.ts";
import { onItemChange, read, remove as removeKey, write } from "../storage/browser-storage.ts";
import { WATCHES } from "../storage/keys.ts";

/** A watched site is checked at most this often. Judged. */
const CHECK_SPACING = 2 * MINUTE;

/** The sites and providers that a person waits for; each is announced once when it is back. One writer: the background. */
export function createWatches(announce: (watch: Watch, how: Return) => Promise<void>) {
  let checkedAt = 0;
  let isFollowing = false;
  let writing: Promise<unknown> = Promise.resolve();
  /** A copy in memory, because it is asked for after every event; null where it must be read. */
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
    // A change that a full disk does not take must not stop the next one.
    writing = done.catch(() => {});
    return done;
  }

  const change = (edit: (watches: Watch[]) => Watch[]) =>
    inTurn(async () => {
      const edited = edit(await read(WATCHES));
      await write(WATCHES, edited);
      known = edited;
    });

  const remove = (site: string) => change((watches) => watches.filter((watch) => watch.site !== site));

  /** How it is known that something is back; null where it is not. */
  async function howBack(watch: Watch, world: World, now: number, checking: boolean): Promise<Return | null> {
    const back = watch.held ?? returnOf(watch, world, now);
    if (back !== null || !checking || !watch.check || watch.host === null || world.mode !== "full") return back;
    return (await checkSite(watch.host)) ? "check" : null;
  }

  /** Announces the return of a watch, or removes it where it has expired. */
  async function update(
    watch: Watch,
    world: World,
    now: number,
    { checking, quiet }: { checking: boolean; quiet: boolean },
  ): Promise<void> {
    const back = await howBack(watch, world, now, checking);
    if (back === null && !isExpired(watch, now)) return;
    // A check takes seconds: meanwhile the person may have had the site forgotten.
    if (!(await all()).some(({ site, requestedAt }) => site === watch.site && requestedAt === watch.requestedAt)) return;
    if (back !== null && quiet) {
      if (watch.held === undefined) await hold(watch, back);
      return;
    }
    // Removed first: where the background is stopped here nothing is announced, and nothing is announced twice.
    await remove(watch.site);
    if (back !== null) await announce(watch, back);
  }

  const hold = (watch: Watch, held: Return) =>
    change((watches) => watches.map((one) => (one.site === watch.site ? { ...one, held } : one)));

  const keep = (watch: Watch) => change((watches) => [...watches.filter(({ site }) => site !== watch.site), watch]);

  return {
    remove,
    add: keep,

    /** Forgets what a person waits for: one site, or with null everything. */
    erase(site: string | null): Promise<void> {
      return site === null ? inTurn(() => removeKey(WATCHES)) : remove(site);
    },

    /** Whether the person waits for something: for its return, or with "any" also for the end of quiet hours to hear of it. */
    async some(which: "not yet back" | "any"): Promise<boolean> {
      return (await all()).some(({ held }) => which === "any" || held === undefined);
    },

    /**
     * Announces what is back, and removes what has expired. A check of a site takes time, so nothing should wait for this.
     * @param quiet whether it is quiet hours: what is back then is announced when they end
     */
    async follow(world: World, now: number, quiet: boolean): Promise<void> {
      if (isFollowing) return;
      isFollowing = true;
      try {
        const checking = Math.abs(now - checkedAt) >= CHECK_SPACING;
        if (checking) checkedAt = now;
        for (const watch of await all()) await update(watch, world, now, { checking, quiet });
      } finally {
        isFollowing = false;
      }
    },
  };
}
