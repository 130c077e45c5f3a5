import type { Verdict } from "../core/diagnosis/verdict.ts";
import type { Excerpt, HistoryQuery } from "../core/history/describe.ts";
import { type Episode, followEpisodes } from "../core/history/episodes.ts";
import { DAY } from "../core/time.ts";
import { read, write } from "../storage/browser-storage.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { HISTORY_DAYS, HISTORY_ERASED_AT } from "../storage/keys.ts";
import { readEpisode, storeEpisode } from "../storage/stored-episode.ts";

/** Rows deleted in one transaction. They take some twenty milliseconds, and until then other requests of the database wait. */
const DELETED_AT_ONCE = 25;

/** The channel that notifies pages of changes: unlike storage, the database has no event for them. */
const CHANNEL = "history";

function broadcastChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back when another part of the extension has changed the history. */
export function onHistoryChange(callback: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", callback);
}

/**
 * The history of outages, one row an episode: which site failed, what the verdict was, and what the provider said meanwhile. Every
 * change is one transaction. Episodes that have not ended are read again after the background was stopped.
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

  /** @returns how many rows were deleted */
  async function deleteRange(range: IDBKeyRange): Promise<number> {
    const transaction = (await database()).transaction("episodes", "readwrite");
    const keys = await transaction.store.index("byStart").getAllKeys(range, DELETED_AT_ONCE);
    for (const key of keys) void transaction.store.delete(key);
    await transaction.done;
    return keys.length;
  }

  return {
    /** Records the current verdicts: begins, continues and ends episodes. @param now milliseconds of the epoch */
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
      broadcastChange();
    },

    /** When all of it was last erased in this browser session, milliseconds of the epoch; 0 for never. */
    async erasedAt(now: number): Promise<number> {
      erased ??= await read(HISTORY_ERASED_AT);
      // Otherwise, after the clock was set back, nothing would be recorded until it shows that time again.
      if (erased > now) await noteErased(now);
      return erased;
    },

    /** The newest rows, as many as the query asks for: all of them may be a hundred thousand. */
    async newest(query: HistoryQuery): Promise<Excerpt> {
      const { store } = (await database()).transaction("episodes");
      const index = store.index(query.contradicted ? "byContradicted" : "byStart");
      const rows: Episode[] = [];
      for await (const { value } of index.iterate(null, "prev")) if (rows.push(readEpisode(value)) >= query.rows) break;
      // Counting 100,000 rows takes Chromium 156 a tenth of a second by their keys, and five times as long by an index.
      const kept = await store.count();
      return { query, rows, found: query.contradicted ? await index.count() : kept, kept };
    },

    /** The episodes that the provider or the site acknowledged. */
    async acknowledged(): Promise<Episode[]> {
      return (await (await database()).getAllFromIndex("episodes", "byAcknowledged")).map(readEpisode);
    },

    /** All episodes, the newest first. */
    async all(): Promise<Episode[]> {
      return (await (await database()).getAllFromIndex("episodes", "byStart")).map(readEpisode).reverse();
    },

    /** Erases all of it, or the episodes of one site. What is failing then is recorded again only when it fails once more. */
    async erase(site: string | null): Promise<void> {
      open = null;
      const transaction = (await database()).transaction("episodes", "readwrite");
      if (site === null) await transaction.store.clear();
      else await transaction.store.delete(IDBKeyRange.bound([site], [site, []]));
      await transaction.done;
      if (site === null) await noteErased(Date.now());
      broadcastChange();
    },

    /** Deletes what is older than the person wants to keep. */
    async prune(now: number): Promise<void> {
      const limit = IDBKeyRange.upperBound(now - (await read(HISTORY_DAYS)) * DAY);
      let deleted: number;
      do {
        deleted = await deleteRange(limit);
        if (deleted > 0) broadcastChange();
      } while (deleted === DELETED_AT_ONCE);
    },
  };
}
