import { browser } from "#imports";
import type { Subject } from "../../utils/core/diagnosis/diagnose.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { situationOf } from "../../utils/core/view/situation.ts";
import { feedStatuses } from "../../utils/feed/feed-state.ts";
import { onStorageChange, readArea } from "../../utils/storage/browser-storage.ts";
import { newWorld, worldFrom } from "../../utils/storage/world-store.ts";

/** Verdicts fade and ages grow without any event, so the picture is drawn anew this often. */
const REDRAW = 5 * SECOND;

/** Who is asked about; what was searched for brings its name along, because this browser may never have seen it. */
export type Asked = { subject: Subject; searched: { service: Situation["service"]; host: string } | null };

/** Puts the situation of a subject together from what is stored, without waking the background. */
async function readSituation(asked: Asked | Promise<Asked>): Promise<Situation> {
  // All at once: one after the other they cost a popup a seventh of its time (npm run bench -- --only popup, 2026-11-23).
  const session = readArea("session");
  const [{ subject, searched }, stored, feeds] = await Promise.all([asked, session, feedStatuses(Date.now(), session)]);
  return { ...situationOf(worldFrom(stored) ?? newWorld(), feeds.main, subject, Date.now(), searched), otherFeeds: feeds.others };
}

/** The tab a popup speaks of: the one named in its address (`?tab=7`, for tests and for the page view), else the active one. */
export async function askedByPopup(search: string): Promise<Asked> {
  const named = new URLSearchParams(search).get("tab");
  if (named !== null && /^\d+$/.test(named)) return { subject: { tabId: Number(named) }, searched: null };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { subject: tab?.id === undefined ? "everything" : { tabId: tab.id }, searched: null };
}

/**
 * Calls back with the situation at once and whenever it changes.
 * @returns a function that stops it
 */
export function watchSituation(asked: Asked | Promise<Asked>, onChange: (situation: Situation) => void): () => void {
  let stopped = false;
  let running = false;
  let again = false;

  async function draw(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    // What cannot be read now may be readable the next time.
    const situation = await readSituation(asked).finally(() => {
      running = false;
    });
    if (stopped) return;
    onChange(situation);
    if (again) {
      again = false;
      await draw();
    }
  }

  const onStorage = () => void draw();
  const unfollow = onStorageChange(onStorage);
  const timer = setInterval(onStorage, REDRAW);
  void draw();
  return () => {
    stopped = true;
    clearInterval(timer);
    unfollow();
  };
}
