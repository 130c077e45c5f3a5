import { DAY, MINUTE } from "../core/time.ts";
import type { OpenDatabase, Visits } from "../storage/database.ts";

/** Loads of one site that are closer together than this are one visit. Judged. */
const SAME_VISIT = 5 * MINUTE;
/** Beyond this many, visits that have ended are dropped from memory. Judged. */
const MEMORY_LIMIT = 200;
/** A site that was not opened for this long no longer counts as one of the person's. Judged. */
const LIFETIME = 90 * DAY;

/** How often each site was opened: a number and a date, no page. Only the dependency map uses it. */
export function createVisits(database: OpenDatabase) {
  /** The last load of each site that is being visited: the many loads of a visit read the database once. */
  const lastLoads = new Map<string, number>();

  function dropEnded(now: number): void {
    for (const [site, last] of lastLoads) if (now - last >= SAME_VISIT) lastLoads.delete(site);
  }

  return {
    /** Counts a load of a site, unless it belongs to the visit before it. @param now milliseconds of the epoch */
    async note(site: string, now: number): Promise<void> {
      if (lastLoads.size >= MEMORY_LIMIT) dropEnded(now);
      const last = lastLoads.get(site) ?? 0;
      lastLoads.set(site, now);
      if (now - last < SAME_VISIT) return;
      const transaction = (await database()).transaction("visits", "readwrite");
      const row = await transaction.store.get(site);
      // The background may have been stopped during the visit: the row knows of loads that memory does not.
      if (row === undefined || now - row.last >= SAME_VISIT) await transaction.store.put({ site, count: (row?.count ?? 0) + 1, last: now });
      await transaction.done;
    },

    async all(): Promise<Visits[]> {
      return await (await database()).getAll("visits");
    },

    async erase(site: string | null): Promise<void> {
      lastLoads.clear();
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
