import { browser } from "#imports";
import type { Subject } from "./core/diagnose.ts";
import type { Situation } from "./core/situation.ts";
import { situationOf } from "./core/situation-of.ts";
import { SECOND } from "./core/time.ts";
import { feedSetting } from "./feed-settings.ts";
import { feedStanding, feedStateUnder, keptFeedState } from "./feed-state.ts";
import { newWorld, worldFrom } from "./world-store.ts";

/** Verdicts fade and ages grow without any event, so the picture is drawn anew this often. */
const REDRAW = 5 * SECOND;

/** Puts the situation of a subject together from what is stored, without waking the background. */
export async function readSituation(asked: Subject | Promise<Subject>): Promise<Situation> {
  // All at once: one after the other they cost a popup a seventh of its time (npm run bench -- --only popup, 2026-11-23).
  const [subject, stored, setting, kept] = await Promise.all([asked, browser.storage.session.get(null), feedSetting(), keptFeedState()]);
  const state = setting === null ? null : feedStateUnder(setting, kept);
  const now = Date.now();
  return situationOf(worldFrom(stored) ?? newWorld(), feedStanding(setting, state, now), subject, now);
}

/** The tab a popup speaks of: the one named in its address (`?tab=7`, for tests and for the page view), else the active one. */
export async function subjectOfPopup(search: string): Promise<Subject> {
  const parameters = new URLSearchParams(search);
  const named = parameters.get("tab");
  if (named !== null && /^\d+$/.test(named)) return { tabId: Number(named) };
  const site = parameters.get("site");
  if (site !== null) return { site };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? "everything" : { tabId: tab.id };
}

/**
 * Calls back with the situation at once and whenever it changes.
 * @returns a function that stops it
 */
export function watchSituation(onChange: (situation: Situation) => void, search = globalThis.location.search): () => void {
  let stopped = false;
  let subject: Subject | null = null;
  let running = false;
  let again = false;

  async function draw(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const asked = subject ?? subjectOfPopup(search);
    const situation = await readSituation(asked);
    subject = await asked;
    running = false;
    if (stopped) return;
    onChange(situation);
    if (again) {
      again = false;
      await draw();
    }
  }

  const onStorage = () => void draw();
  browser.storage.onChanged.addListener(onStorage);
  const timer = setInterval(onStorage, REDRAW);
  void draw();
  return () => {
    stopped = true;
    clearInterval(timer);
    browser.storage.onChanged.removeListener(onStorage);
  };
}
