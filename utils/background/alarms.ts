import { browser } from "#imports";
import { MINUTE } from "../core/time.ts";

const FEED_ALARM = "feed";
const LOOK_ALARM = "look";
/** Minutes between looks for a new feed: at rest, and while something that the person uses is in trouble. */
const FEED_AT_REST = 15;
const FEED_IN_TROUBLE = 5;
/** Share of that time by which clients differ, either way. */
const JITTER = 0.15;
/** Verdicts fade without any event; this often they are looked at again while something is wrong. The least Chrome allows. */
const LOOK_EVERY = 0.5;

/** The two alarms. What is set is remembered, so that a page with two hundred failing requests does not ask for it two hundred times. */
export function createAlarms() {
  /** Whether looks are ticking; null until this life of the background knows. */
  let ticking: boolean | null = null;
  /** When the feed is looked for next, milliseconds of the epoch. */
  let feedDue = 0;

  return {
    /** Calls back when it is time for a new feed or for a new look. Registered at once, like every listener. */
    on(handlers: { feed: () => void; look: () => void }): void {
      browser.alarms.onAlarm.addListener(({ name }) => {
        if (name === FEED_ALARM) handlers.feed();
        if (name === LOOK_ALARM) handlers.look();
      });
    },

    /** Sets the next feed time, with jitter so that clients do not come in step; an alarm that is due sooner stays. */
    async scheduleFeed(inTrouble: boolean): Promise<void> {
      const usual = inTrouble ? FEED_IN_TROUBLE : FEED_AT_REST;
      const now = Date.now();
      if (feedDue > now && feedDue - now <= usual * (1 + JITTER) * MINUTE) return;
      const minutes = usual * (1 - JITTER + 2 * JITTER * Math.random());
      const current = await browser.alarms.get(FEED_ALARM);
      // Browsers may forget alarms over a restart or an update, and a wake-up must not push them away.
      const stays = current !== undefined && current.scheduledTime - now <= minutes * MINUTE;
      if (!stays) await browser.alarms.create(FEED_ALARM, { delayInMinutes: minutes });
      feedDue = stays ? current.scheduledTime : now + minutes * MINUTE;
    },

    /** Ticks while something is wrong, and stops when it is over. */
    async scheduleLooks(needed: boolean): Promise<void> {
      if (ticking === needed) return;
      if (!needed) await browser.alarms.clear(LOOK_ALARM);
      else if ((await browser.alarms.get(LOOK_ALARM)) === undefined)
        await browser.alarms.create(LOOK_ALARM, { periodInMinutes: LOOK_EVERY });
      ticking = needed;
    },
  };
}
