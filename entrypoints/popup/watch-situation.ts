import { browser } from "#imports";
import type { Question } from "../../utils/core/diagnosis/diagnose.ts";
import { takeSnapshot } from "../../utils/core/diagnosis/health/snapshot.ts";
import { SECOND } from "../../utils/core/time.ts";
import { type Situation, situationOf } from "../../utils/core/view/situation.ts";
import { waitingLoads } from "../../utils/core/world/waiting-loads.ts";
import { feedStatuses } from "../../utils/feed/feed-statuses.ts";
import { onStorageChange, readArea } from "../../utils/storage/browser-storage.ts";
import { newWorld, worldFrom } from "../../utils/storage/world-store.ts";

/** Verdicts fade and ages grow without any event, so the situation is read again this often. */
const REDRAW = 5 * SECOND;
/** The same while a page load waits for an answer: the popup counts its seconds. */
const REDRAW_WHILE_WAITING = 1 * SECOND;

/** What the popup is about. What was searched for comes with its name, because this browser may never have requested it. */
export type Query = { subject: Question; searched: { service: Situation["service"]; host: string } | null };

/** A situation, and in how many milliseconds it is to be read again. */
type Reading = { situation: Situation; again: number };

/** Makes the situation from storage, without waking the background. */
async function readSituation(query: Query | Promise<Query>): Promise<Reading> {
  // All at once: one after the other they cost a popup a seventh of its time (npm run bench -- --only popup, 2026-11-23).
  const session = readArea("session");
  const [{ subject, searched }, stored, feeds] = await Promise.all([query, session, feedStatuses(Date.now(), session)]);
  const world = worldFrom(stored) ?? newWorld();
  return {
    situation: { ...situationOf(takeSnapshot(world, Date.now()), feeds.main, subject, searched), otherFeeds: feeds.others },
    again: waitingLoads(world).length > 0 ? REDRAW_WHILE_WAITING : REDRAW,
  };
}

/** The tab a popup is about: the one named in its address (`?tab=7`, for tests and for the page view), else the active one. */
export async function queryOfAddress(search: string): Promise<Query> {
  const named = new URLSearchParams(search).get("tab");
  if (named !== null && /^\d+$/.test(named)) return { subject: { tabId: Number(named) }, searched: null };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { subject: tab?.id === undefined ? "everything" : { tabId: tab.id }, searched: null };
}

/**
 * Calls back with the situation at once and whenever it may have changed. A reading that fails is tried again at the next change.
 * @returns a function that ends this
 */
export function watchSituation(query: Query | Promise<Query>, onChange: (situation: Situation) => void): () => void {
  let stopped = false;
  let running = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function draw(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    clearTimeout(timer);
    // A reading that fails is tried again, too.
    timer = setTimeout(onStorage, REDRAW);
    const reading = await readSituation(query).finally(() => {
      running = false;
    });
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(onStorage, reading.again);
    onChange(reading.situation);
    if (again) {
      again = false;
      await draw();
    }
  }

  const onStorage = () => void draw();
  const unfollow = onStorageChange(onStorage);
  void draw();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unfollow();
  };
}
