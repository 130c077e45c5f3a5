import { weekOf } from "../core/history/week.ts";
import { DAY, MINUTE } from "../core/time.ts";
import type { OpenDatabase, Visits } from "../storage/database.ts";

/** Loads of one site that are closer together than this are one visit. Judged. */
const SAME_VISIT = 5 * MINUTE;
/** A site that was not opened for this long no longer counts as one of the person's. Judged. */
const LIFETIME = 90 * DAY;
/** At most this many sites are kept, those that were opened most. Judged: the map of a person's sites needs no more. */
export const SITES_KEPT = 1000;

/** How often each site was opened: a number and a week, no page and no time. Only the dependency map uses it. */
export function createVisits(database: OpenDatabase) {
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
      await transaction.store.put({ site, count: (row?.count ?? 0) + 1, week: weekOf(at) });
      await transaction.done;
      if (row === undefined) await dropSurplus(site);
    },

    async all(): Promise<Visits[]> {
      return await (await database()).getAll("visits");
    },

    async erase(site: string | null): Promise<void> {
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
