import { browser } from "#imports";
import { type Episode, followEpisodes } from "./core/episodes.ts";
import { DAY } from "./core/time.ts";
import type { Verdict } from "./core/verdict.ts";
import type { Database } from "./database.ts";

const KEY = "historyDays";
/** In session storage: when all of it was last erased. The picture of the last minutes, which would bring it back, lies there too. */
const ERASED = "historyErasedAt";
/** Kept for a month unless the person says otherwise; 0 keeps none. */
const DAYS_KEPT = 30;

export async function historyDays(): Promise<number> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as number | undefined;
  return stored ?? DAYS_KEPT;
}

export async function setHistoryDays(days: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: days });
}

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
export function createHistory(database: Promise<Database>) {
  let open: Episode[] | null = null;
  let erased: number | null = null;

  async function openEpisodes(): Promise<Episode[]> {
    const db = await database;
    return (await db.getAll("episodes")).filter(({ ended }) => ended === null);
  }

  return {
    /** Carries what is said now into the history. */
    async follow(verdicts: Verdict[], now: number): Promise<void> {
      if (verdicts.length === 0 && open?.length === 0) return;
      if ((await historyDays()) === 0) return;
      open ??= await openEpisodes();
      const step = followEpisodes(open, verdicts, now);
      open = step.open;
      if (step.changed.length === 0) return;
      const transaction = (await database).transaction("episodes", "readwrite");
      for (const episode of step.changed) await transaction.store.put(episode);
      await transaction.done;
      tellChange();
    },

    /** When all of it was last erased in this session of the browser, milliseconds of the epoch; 0 for never. */
    async erasedAt(): Promise<number> {
      erased ??= ((await browser.storage.session.get(ERASED))[ERASED] as number | undefined) ?? 0;
      return erased;
    },

    /** The newest first. */
    async read(since = 0): Promise<Episode[]> {
      const all = await (await database).getAllFromIndex("episodes", "byStart", IDBKeyRange.lowerBound(since));
      return all.reverse();
    },

    /** Erases all of it, or what is kept of one site. What still fails then is written down again when it fails anew. */
    async erase(site: string | null): Promise<void> {
      open = null;
      if (site === null) {
        erased = Date.now();
        await browser.storage.session.set({ [ERASED]: erased });
      }
      const transaction = (await database).transaction("episodes", "readwrite");
      if (site === null) await transaction.store.clear();
      else for await (const cursor of transaction.store) if (cursor.value.site === site) await cursor.delete();
      await transaction.done;
      tellChange();
    },

    /** Lets go of what is older than the person wants to keep. */
    async tidy(now: number): Promise<void> {
      const limit = now - (await historyDays()) * DAY;
      const transaction = (await database).transaction("episodes", "readwrite");
      for await (const cursor of transaction.store.index("byStart").iterate(IDBKeyRange.upperBound(limit))) await cursor.delete();
      await transaction.done;
    },
  };
}
