import { browser } from "#imports";
import { MINUTE } from "../core/time.ts";

const FEED_ALARM = "feed";
const EVALUATION_ALARM = "evaluation";
/** Minutes between requests for a new feed: at rest, and while something that the person uses is in trouble. Judged. */
const FEED_AT_REST = 15;
const FEED_IN_TROUBLE = 5;
/** Share of that time by which clients differ, either way, so that they do not come in step. Judged. */
const JITTER = 0.15;
/** Verdicts fade without any event: minutes between evaluations while something is wrong. The least that Chrome allows. */
const EVALUATE_EVERY = 0.5;

/**
 * The two alarms. What is set is remembered, so that a page with two hundred failing requests does not ask the browser for it two
 * hundred times.
 */
export function createAlarms() {
  /** Whether the evaluation alarm is set; null until this life of the background knows. */
  let isEvaluating: boolean | null = null;
  /** When the next feed is due, milliseconds of the epoch. */
  let feedDue = 0;

  return {
    /** Calls back when it is time for a new feed, or for a new evaluation. Call it in the first turn. */
    on(handlers: { feed: () => void; evaluate: () => void }): void {
      browser.alarms.onAlarm.addListener(({ name }) => {
        if (name === FEED_ALARM) handlers.feed();
        if (name === EVALUATION_ALARM) handlers.evaluate();
      });
    },

    /** Sets the next feed alarm; one that is due sooner stays. */
    async scheduleFeed(isInTrouble: boolean): Promise<void> {
      const usual = isInTrouble ? FEED_IN_TROUBLE : FEED_AT_REST;
      const now = Date.now();
      if (feedDue > now && feedDue - now <= usual * (1 + JITTER) * MINUTE) return;
      const minutes = usual * (1 - JITTER + 2 * JITTER * Math.random());
      const current = await browser.alarms.get(FEED_ALARM);
      // Browsers may forget alarms over a restart or an update, and a wake-up must not postpone them.
      const stays = current !== undefined && current.scheduledTime - now <= minutes * MINUTE;
      if (!stays) await browser.alarms.create(FEED_ALARM, { delayInMinutes: minutes });
      feedDue = stays ? current.scheduledTime : now + minutes * MINUTE;
    },

    /** Repeats evaluations while they are needed. */
    async scheduleEvaluations(needed: boolean): Promise<void> {
      if (isEvaluating === needed) return;
      if (!needed) await browser.alarms.clear(EVALUATION_ALARM);
      else if ((await browser.alarms.get(EVALUATION_ALARM)) === undefined)
        await browser.alarms.create(EVALUATION_ALARM, { periodInMinutes: EVALUATE_EVERY });
      isEvaluating = needed;
    },
  };
}
