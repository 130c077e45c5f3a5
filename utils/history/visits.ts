import { weekOf } from "../core/history/week.ts";
import type { UsualTime } from "../core/providers/knowledge.ts";
import { DAY, MINUTE } from "../core/time.ts";
import type { OpenDatabase, Visits } from "../storage/database.ts";

/** Loads of one site that are closer together than this are one visit. Judged. */
const SAME_VISIT = 5 * MINUTE;
/** A site that was not opened for this long no longer counts as one of the person's. Judged. */
const LIFETIME = 90 * DAY;
/** At most this many sites are kept, those that were opened most. Judged: the map of a person's sites needs no more. */
export const SITES_KEPT = 1000;
/** A usual time, or a spread, is written again when it is this far from what is written: 10 %. Judged. */
const CHANGE = 0.1;
/** So many loads are written in any case. Judged. */
const FIRST_LOADS = 3;

/**
 * How often each site was opened, which only the dependency map uses, and how fast it usually answers: numbers and a week, no page and no
 * time of day.
 */
export function createVisits(database: OpenDatabase) {
  /** The usual times that were read; null for a site that has none. */
  const usual = new Map<string, UsualTime | null>();

  function remember(site: string, time: UsualTime | null): void {
    if (usual.size >= SITES_KEPT) usual.clear();
    usual.set(site, time);
  }

  /** Drops the sites that were opened least beyond the limit; of those opened alike, the ones opened longest ago. */
  async function dropSurplus(keep: string | null): Promise<void> {
    const transaction = (await database()).transaction("visits", "readwrite");
    const surplus = (await transaction.store.count()) - SITES_KEPT;
    if (surplus > 0) {
      const rows = (await transaction.store.getAll()).filter(({ site }) => site !== keep);
      rows.sort((a, b) => a.count - b.count || a.week.localeCompare(b.week));
      for (const { site } of rows.slice(0, surplus)) void transaction.store.delete(site);
    }
    await transaction.done;
  }

  return {
    /**
     * Counts a load of a site, unless it belongs to the visit before it.
     * @param at milliseconds of the epoch
     * @param before when a page of the site was loaded before, milliseconds of the epoch; 0 where that is not known
     */
    async note(site: string, at: number, before: number): Promise<void> {
      if (at - before < SAME_VISIT) return;
      const transaction = (await database()).transaction("visits", "readwrite");
      const row = await transaction.store.get(site);
      await transaction.store.put({ ...row, site, count: (row?.count ?? 0) + 1, week: weekOf(at) });
      await transaction.done;
      if (row === undefined) await dropSurplus(site);
    },

    /** Brings the usual time of a site into memory. Await it before a load of the site is counted. */
    async load(site: string): Promise<void> {
      if (!usual.has(site)) remember(site, (await (await database()).get("visits", site))?.usual ?? null);
    },

    /** What memory has of a site; null where it was not loaded, or is not known. */
    usualOf: (site: string) => usual.get(site) ?? null,

    /** Keeps the usual time of a site that was opened, where it differs from what is kept. */
    async noteUsual(site: string, { usual: time, spread, loads }: UsualTime): Promise<void> {
      if (loads === 0) return;
      const known = usual.get(site) ?? null;
      if (known !== null && known.loads >= FIRST_LOADS && isNear(known.usual, time) && isNear(known.spread, spread)) return;
      const transaction = (await database()).transaction("visits", "readwrite");
      const row = await transaction.store.get(site);
      if (row !== undefined) {
        remember(site, { usual: time, spread, loads });
        await transaction.store.put({ ...row, usual: { usual: time, spread, loads } });
      }
      await transaction.done;
    },

    async all(): Promise<Visits[]> {
      return await (await database()).getAll("visits");
    },

    async erase(site: string | null): Promise<void> {
      usual.clear();
      const db = await database();
      if (site === null) await db.clear("visits");
      else await db.delete("visits", site);
    },

    /** Deletes sites that were not opened for too long. A week counts from its Monday, so none stays longer. */
    async prune(now: number): Promise<void> {
      const transaction = (await database()).transaction("visits", "readwrite");
      const old = IDBKeyRange.upperBound(new Date(now - LIFETIME).toISOString().slice(0, 10));
      for await (const cursor of transaction.store.index("byWeek").iterate(old)) await cursor.delete();
      await transaction.done;
    },
  };
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < CHANGE;
}
