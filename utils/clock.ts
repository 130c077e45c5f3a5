import { browser } from "#imports";
import { MINUTE } from "./core/time.ts";

const FEED_ALARM = "feed";
const LOOK_ALARM = "look";
/** Minutes between looks for a new feed: at rest, and while something that the person uses is in trouble. */
const FEED_AT_REST = 15;
const FEED_IN_TROUBLE = 5;
/** Verdicts fade without any event; this often they are looked at again while something is wrong. The least Chrome allows. */
const LOOK_EVERY = 0.5;

/** Calls back when it is time for a new feed or for a new look. Registered at once, like every listener. */
export function onClock(handlers: { feed: () => void; look: () => void }): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === FEED_ALARM) handlers.feed();
    if (name === LOOK_ALARM) handlers.look();
  });
}

/** Sets the next feed time, with jitter so that clients do not come in step; an alarm that is due sooner stays. */
export async function scheduleFeed(inTrouble: boolean): Promise<void> {
  const minutes = (inTrouble ? FEED_IN_TROUBLE : FEED_AT_REST) * (0.85 + 0.3 * Math.random());
  const current = await browser.alarms.get(FEED_ALARM);
  // Browsers may forget alarms over a restart or an update, and a wake-up must not push them away.
  if (current !== undefined && current.scheduledTime - Date.now() <= minutes * MINUTE) return;
  await browser.alarms.create(FEED_ALARM, { delayInMinutes: minutes });
}

/** Ticks while something is wrong, and stops when it is over. */
export async function scheduleLooks(inTrouble: boolean): Promise<void> {
  if (!inTrouble) await browser.alarms.clear(LOOK_ALARM);
  else if ((await browser.alarms.get(LOOK_ALARM)) === undefined) await browser.alarms.create(LOOK_ALARM, { periodInMinutes: LOOK_EVERY });
}
