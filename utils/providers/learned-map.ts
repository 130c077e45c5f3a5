import { siteOf } from "../core/net/site-name.ts";
import { type Place, parsePlaceId } from "../core/providers/place.ts";
import { DAY, HOUR } from "../core/time.ts";
import type { ChangedPlacement } from "../core/world/learned-hosts.ts";
import type { LearnedHost, OpenDatabase } from "../storage/database.ts";

/** At most this many hosts are remembered, in the database and in memory; the one unseen for longest is dropped first. Judged. */
const HOSTS_KEPT = 4000;
/**
 * Of these, hosts of sites that the person never opened: a page can call thousands of names, and would push out the person's own sites.
 * Judged.
 */
const NEVER_VISITED_KEPT = HOSTS_KEPT / 4;
/** Of one site: a name server that answers to every name has any number of them. Judged. */
const HOSTS_OF_SITE_KEPT = 50;
/** A host that was not seen for this long may have moved. Judged. */
const LIFETIME = 90 * DAY;
/** The date of a host that has not moved is renewed at most this often. Judged. */
const REFRESH = 6 * HOUR;

/** The place of a host, when it was last seen there, milliseconds of the epoch, and whether the person opened its site. */
type Sighting = Place & Pick<LearnedHost, "seen" | "visited">;

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
    async note(changes: ChangedPlacement[], now: number): Promise<void> {
      for (const { host } of changes) unknown.delete(host);
      const changed = changes.filter((change) => isNew(known.get(change.host), change, now));
      if (changed.length === 0) return;
      const transaction = (await database()).transaction("hosts", "readwrite");
      for (const { host, site, visited, on } of changed) {
        if (on === null) {
          known.delete(host);
          await transaction.store.delete(host);
          continue;
        }
        // Once the person has opened the site, it stays one of theirs.
        const earlier = await transaction.store.get(host);
        const row: Sighting = { ...parsePlaceId(on), seen: now, visited: visited || earlier?.visited === 1 ? 1 : 0 };
        remember(host, row);
        await transaction.store.put({ host, site, ...row });
      }
      for (const site of new Set(changed.map((change) => change.site)))
        for (const { host } of await surplusOf(transaction.store.index("bySite"), site, HOSTS_OF_SITE_KEPT))
          await transaction.store.delete(host);
      for (const { host } of await surplusOf(transaction.store.index("byVisited"), 0, NEVER_VISITED_KEPT))
        await transaction.store.delete(host);
      await transaction.done;
    },

    /** All hosts, for the dependency map. */
    async all(): Promise<LearnedHost[]> {
      return await (await database()).getAll("hosts");
    },

    /** Erases all of it, or the hosts of one site, also those that pages of other sites called. */
    async erase(site: string | null): Promise<void> {
      known.clear();
      unknown.clear();
      const isOfSite = (row: LearnedHost) => row.site === site || siteOf(row.host) === site;
      const transaction = (await database()).transaction("hosts", "readwrite");
      if (site === null) await transaction.store.clear();
      else for await (const cursor of transaction.store) if (isOfSite(cursor.value)) await cursor.delete();
      await transaction.done;
    },

    /** Deletes hosts that were not seen for too long, and the oldest ones beyond the limit. */
    async prune(now: number): Promise<void> {
      const transaction = (await database()).transaction("hosts", "readwrite");
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

/** The part of an index that `surplusOf` reads. */
type HostIndex<Key> = { count(key: Key): Promise<number>; getAll(key: Key): Promise<LearnedHost[]> };

/** Of the hosts that an index has under a key, those seen longest ago beyond a number of them. */
async function surplusOf<Key>(index: HostIndex<Key>, key: Key, kept: number): Promise<LearnedHost[]> {
  const surplus = (await index.count(key)) - kept;
  return surplus <= 0 ? [] : (await index.getAll(key)).sort((a, b) => a.seen - b.seen).slice(0, surplus);
}

function isNew(row: Sighting | undefined, { on, visited }: ChangedPlacement, now: number): boolean {
  if (row === undefined || on === null) return true;
  const { provider, region } = parsePlaceId(on);
  return row.provider !== provider || row.region !== region || now - row.seen > REFRESH || (visited && row.visited === 0);
}
