import { DAY, MINUTE } from "../core/time.ts";
import type { OpenDatabase, Visits } from "../storage/database.ts";

/** Loads of one site closer together than this are one visit. */
const SAME_VISIT = 5 * MINUTE;
/** Beyond so many, visits that are over are forgotten in memory. */
const UNDER_WAY_KEPT = 200;
/** A site not opened for so long is no longer one of yours. */
const LIFETIME = 90 * DAY;

/** How often each site was opened: a number and a date, no page. It weighs the dependency map and nothing else. */
export function createVisits(database: OpenDatabase) {
  /** Sites whose visit is under way, so that a page's many loads cost one look. */
  const underWay = new Map<string, number>();

  function forgetEnded(now: number): void {
    for (const [site, last] of underWay) if (now - last >= SAME_VISIT) underWay.delete(site);
  }

  return {
    async note(site: string, now: number): Promise<void> {
      if (underWay.size >= UNDER_WAY_KEPT) forgetEnded(now);
      const last = underWay.get(site) ?? 0;
      underWay.set(site, now);
      if (now - last < SAME_VISIT) return;
      const transaction = (await database()).transaction("visits", "readwrite");
      const row = await transaction.store.get(site);
      // The background may have died within the visit.
      if (row === undefined || now - row.last >= SAME_VISIT) await transaction.store.put({ site, count: (row?.count ?? 0) + 1, last: now });
      await transaction.done;
    },

    async all(): Promise<Visits[]> {
      return await (await database()).getAll("visits");
    },

    async erase(site: string | null): Promise<void> {
      underWay.clear();
      const db = await database();
      if (site === null) await db.clear("visits");
      else await db.delete("visits", site);
    },

    async prune(now: number): Promise<void> {
      const transaction = (await database()).transaction("visits", "readwrite");
      for await (const cursor of transaction.store.index("byLast").iterate(IDBKeyRange.upperBound(now - LIFETIME))) await cursor.delete();
      await transaction.done;
    },
  };
}
