import { browser } from "#imports";

const FEED_ALARM = "feed";
const EVALUATION_ALARM = "evaluation";
/**
 * Minutes between two polls of the feed, whatever happens here: a pace that depends on trouble would tell the feed's host of it. Judged.
 */
const FEED_EVERY = 5;
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

  return {
    /** Calls back when it is time for a new feed, or for a new evaluation. Call it in the first turn. */
    on(handlers: { feed: () => void; evaluate: () => void }): void {
      browser.alarms.onAlarm.addListener(({ name }) => {
        if (name === FEED_ALARM) handlers.feed();
        if (name === EVALUATION_ALARM) handlers.evaluate();
      });
    },

    /** Sets the alarm of the next poll, unless it is set. Browsers may forget alarms over a restart or an update. */
    async scheduleFeed(): Promise<void> {
      if ((await browser.alarms.get(FEED_ALARM)) !== undefined) return;
      await browser.alarms.create(FEED_ALARM, { delayInMinutes: FEED_EVERY * (1 - JITTER + 2 * JITTER * Math.random()) });
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
