import { parsePlaceId } from "../core/providers/place.ts";
import { DAY, HOUR } from "../core/time.ts";
import type { LearnedHost, OpenDatabase } from "../storage/database.ts";

/** So many hosts are remembered, in the database and in memory; the longest unseen goes first. */
const HOSTS_KEPT = 4000;
/** What was not seen for so long may have moved. */
const LIFETIME = 90 * DAY;
/** A host that stays where it is gets a new date at most this often. */
const REFRESH = 6 * HOUR;

/**
 * Which hosts stand on what, as this browser has seen it. Chromium gives no address on a failure, so what a host stood on when
 * it last worked is the answer there. Looked up only when something fails; written only when something new was seen.
 */
export function createLearnedMap(database: OpenDatabase) {
  const known = new Map<string, { provider: string; region: string | null; seen: number }>();
  /** Looked up in vain: a tracker that fails on every page is looked up once. */
  const unknown = new Set<string>();

  /** A background that is kept awake for days meets more hosts than are remembered. */
  function know(host: string, row: { provider: string; region: string | null; seen: number }): void {
    known.delete(host);
    const [longest] = known.size < HOSTS_KEPT ? [] : known.keys();
    if (longest !== undefined) known.delete(longest);
    known.set(host, row);
  }

  return {
    /** What is already in memory for a host. */
    get(host: string) {
      return known.get(host) ?? null;
    },

    /** Brings hosts into memory before a failure of theirs is counted. */
    async load(hosts: string[]): Promise<void> {
      const missing = hosts.filter((host) => !known.has(host) && !unknown.has(host));
      if (missing.length === 0) return;
      const db = await database();
      for (const host of missing) {
        const row = await db.get("hosts", host);
        if (row !== undefined) know(host, row);
        else if (unknown.size < HOSTS_KEPT) unknown.add(host);
      }
    },

    /** Keeps or takes back (`on` null) what a host stands on. */
    async note(changes: { host: string; site: string; on: string | null }[], now: number): Promise<void> {
      for (const { host } of changes) unknown.delete(host);
      const fresh = changes.filter(({ host, on }) => isNews(known.get(host), on, now));
      if (fresh.length === 0) return;
      const db = await database();
      const transaction = db.transaction("hosts", "readwrite");
      for (const { host, site, on } of fresh) {
        if (on === null) {
          known.delete(host);
          await transaction.store.delete(host);
          continue;
        }
        const row = { ...parsePlaceId(on), seen: now };
        know(host, row);
        await transaction.store.put({ host, site, ...row });
      }
      await transaction.done;
    },

    /** Everything that is remembered, for the dependency map. */
    async all(): Promise<LearnedHost[]> {
      return await (await database()).getAll("hosts");
    },

    /** Erases all of it, or what is remembered of one site. */
    async erase(site: string | null): Promise<void> {
      known.clear();
      const transaction = (await database()).transaction("hosts", "readwrite");
      if (site === null) await transaction.store.clear();
      else for await (const cursor of transaction.store) if (cursor.value.site === site) await cursor.delete();
      await transaction.done;
    },

    /** Lets go of what is too old and of what is too much. */
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

function isNews(row: { provider: string; region: string | null; seen: number } | undefined, on: string | null, now: number): boolean {
  if (row === undefined || on === null) return true;
  const { provider, region } = parsePlaceId(on);
  return row.provider !== provider || row.region !== region || now - row.seen > REFRESH;
}
