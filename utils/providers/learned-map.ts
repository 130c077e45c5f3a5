import { type Place, parsePlaceId } from "../core/providers/place.ts";
import { DAY, HOUR } from "../core/time.ts";
import type { LearnedHost, OpenDatabase } from "../storage/database.ts";

/** At most this many hosts are remembered, in the database and in memory; the one unseen for longest is dropped first. Judged. */
const HOSTS_KEPT = 4000;
/** A host that was not seen for this long may have moved. Judged. */
const LIFETIME = 90 * DAY;
/** The date of a host that has not moved is renewed at most this often. Judged. */
const REFRESH = 6 * HOUR;

/** The place of a host, and when it was last seen there, milliseconds of the epoch. */
type Sighting = Place & { seen: number };

/**
 * Where hosts are hosted, as this browser has seen it. Chromium gives no address with a failure, so the place of a host at its last
 * success is used there. Read only when something fails; written only when something new was seen.
 */
export function createLearnedMap(database: OpenDatabase) {
  const known = new Map<string, Sighting>();
  /** Hosts that the database does not have: a tracker that fails on every page is looked up once. */
  const unknown = new Set<string>();

  /** Within the limit: a background that is kept awake for days meets more hosts. */
  function remember(host: string, row: Sighting): void {
    known.delete(host);
    const [oldest] = known.size < HOSTS_KEPT ? [] : known.keys();
    if (oldest !== undefined) known.delete(oldest);
    known.set(host, row);
  }

  return {
    /** What memory has of a host; null where it was not loaded, or is not known. */
    get(host: string) {
      return known.get(host) ?? null;
    },

    /** Brings hosts into memory. Await it before a failure of theirs is counted. */
    async load(hosts: string[]): Promise<void> {
      const missing = hosts.filter((host) => !known.has(host) && !unknown.has(host));
      if (missing.length === 0) return;
      const db = await database();
      for (const host of missing) {
        const row = await db.get("hosts", host);
        if (row !== undefined) remember(host, row);
        else if (unknown.size < HOSTS_KEPT) unknown.add(host);
      }
    },

    /** Stores where hosts are hosted, or with `on` null that it is not known after all. @param now milliseconds of the epoch */
    async note(changes: { host: string; site: string; on: string | null }[], now: number): Promise<void> {
      for (const { host } of changes) unknown.delete(host);
      const changed = changes.filter(({ host, on }) => isNew(known.get(host), on, now));
      if (changed.length === 0) return;
      const db = await database();
      const transaction = db.transaction("hosts", "readwrite");
      for (const { host, site, on } of changed) {
        if (on === null) {
          known.delete(host);
          await transaction.store.delete(host);
          continue;
        }
        const row = { ...parsePlaceId(on), seen: now };
        remember(host, row);
        await transaction.store.put({ host, site, ...row });
      }
      await transaction.done;
    },

    /** All hosts, for the dependency map. */
    async all(): Promise<LearnedHost[]> {
      return await (await database()).getAll("hosts");
    },

    /** Erases all of it, or the hosts of one site. */
    async erase(site: string | null): Promise<void> {
      known.clear();
      const transaction = (await database()).transaction("hosts", "readwrite");
      if (site === null) await transaction.store.clear();
      else for await (const cursor of transaction.store) if (cursor.value.site === site) await cursor.delete();
      await transaction.done;
    },

    /** Deletes hosts that were not seen for too long, and the oldest ones beyond the limit. */
    async prune(now: number): Promise<void> {
      const db = await database();
      const transaction = db.transaction("hosts", "readwrite");
      let surplus = (await transaction.store.count()) - HOSTS_KEPT;
      for await (const cursor of transaction.store.index("bySeen").iterate()) {
        if (surplus <= 0 && cursor.value.seen > now - LIFETIME) break;
        surplus--;
        await cursor.delete();
      }
      await transaction.done;
    },
  };
}

function isNew(row: Sighting | undefined, on: string | null, now: number): boolean {
  if (row === undefined || on === null) return true;
  const { provider, region } = parsePlaceId(on);
  return row.provider !== provider || row.region !== region || now - row.seen > REFRESH;
}
