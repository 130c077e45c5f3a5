import type { Verdict } from "../core/diagnosis/verdict.ts";
import type { Excerpt, HistoryQuery } from "../core/history/describe.ts";
import { type Episode, followEpisodes } from "../core/history/episodes.ts";
import { DAY } from "../core/time.ts";
import { read, write } from "../storage/browser-storage.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { HISTORY_DAYS, HISTORY_ERASED_AT } from "../storage/keys.ts";
import { readEpisode, storeEpisode } from "../storage/stored-episode.ts";

/** Rows that leave in one transaction: some twenty milliseconds, in which the database answers nobody else. */
const LEAVING_AT_ONCE = 25;

/** Pages hear of the database's changes this way: unlike storage, it tells nobody of them. */
const CHANGED = "history";

function tellChange(): void {
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another part of the extension has changed the history. */
export function onHistoryChange(callback: () => void): void {
  new BroadcastChannel(CHANGED).addEventListener("message", callback);
}

/**
 * Stretches of trouble, one row each, so that a person can look back: what failed here, what was said of it, and what the
 * provider said meanwhile. Every change is one transaction; what is open is read back after the background died.
 */
export function createHistory(database: OpenDatabase) {
  let open: Episode[] | null = null;
  let erased: number | null = null;

  async function openEpisodes(): Promise<Episode[]> {
    return (await (await database()).getAllFromIndex("episodes", "byLasting")).map(readEpisode);
  }

  async function noteErased(at: number): Promise<void> {
    erased = at;
    await write(HISTORY_ERASED_AT, at);
  }

  /** @returns how many rows went */
  async function deleteRange(range: IDBKeyRange): Promise<number> {
    const transaction = (await database()).transaction("episodes", "readwrite");
    const keys = await transaction.store.index("byStart").getAllKeys(range, LEAVING_AT_ONCE);
    for (const key of keys) void transaction.store.delete(key);
    await transaction.done;
    return keys.length;
  }

  return {
    /** Carries what is said now into the history. */
    async follow(verdicts: Verdict[], now: number): Promise<void> {
      if (verdicts.length === 0 && open?.length === 0) return;
      if ((await read(HISTORY_DAYS)) === 0) return;
      open ??= await openEpisodes();
      const step = followEpisodes(open, verdicts, now);
      open = step.open;
      if (step.changed.length === 0) return;
      const transaction = (await database()).transaction("episodes", "readwrite");
      for (const episode of step.changed) await transaction.store.put(storeEpisode(episode));
      await transaction.done;
      tellChange();
    },

    /** When all of it was last erased in this session of the browser, milliseconds of the epoch; 0 for never. */
    async erasedAt(now: number): Promise<number> {
      erased ??= await read(HISTORY_ERASED_AT);
      // A clock that was set back since would leave out all that fails until its old time comes round.
      if (erased > now) await noteErased(now);
      return erased;
    },

    /** The newest rows, as many as are wished for: all of them may be a hundred thousand. */
    async newest(wish: HistoryQuery): Promise<Excerpt> {
      const { store } = (await database()).transaction("episodes");
      const index = store.index(wish.contradicted ? "byContradicted" : "byStart");
      const rows: Episode[] = [];
      for await (const { value } of index.iterate(null, "prev")) if (rows.push(readEpisode(value)) >= wish.rows) break;
      // Counting 100,000 rows takes Chromium 156 a tenth of a second by their keys, and five times as long by an index.
      const kept = await store.count();
      return { wish, rows, found: wish.contradicted ? await index.count() : kept, kept };
    },

    /** Those of which the provider or the site itself spoke. */
    async acknowledged(): Promise<Episode[]> {
      return (await (await database()).getAllFromIndex("episodes", "byAcknowledged")).map(readEpisode);
    },

    /** Every row, the newest first. */
    async all(): Promise<Episode[]> {
      return (await (await database()).getAllFromIndex("episodes", "byStart")).map(readEpisode).reverse();
    },

    /** Erases all of it, or what is kept of one site. What still fails then is written down again when it fails anew. */
    async erase(site: string | null): Promise<void> {
      open = null;
      const transaction = (await database()).transaction("episodes", "readwrite");
      if (site === null) await transaction.store.clear();
      else await transaction.store.delete(IDBKeyRange.bound([site], [site, []]));
      await transaction.done;
      if (site === null) await noteErased(Date.now());
      tellChange();
    },

    /** Lets go of what is older than the person wants to keep. */
    async prune(now: number): Promise<void> {
      const limit = IDBKeyRange.upperBound(now - (await read(HISTORY_DAYS)) * DAY);
      let gone: number;
      do {
        gone = await deleteRange(limit);
        if (gone > 0) tellChange();
      } while (gone === LEAVING_AT_ONCE);
    },
  };
}
