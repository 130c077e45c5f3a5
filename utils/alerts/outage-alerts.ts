import { type AlertState, type AlertStep, NO_ALERT, updateAlerts } from "../core/alerts/outage-alert.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { read, write } from "../storage/browser-storage.ts";
import { ALERTING } from "../storage/keys.ts";

/** Announces the beginning and the end of a wide outage to a person who wants that. What was announced outlives the background. */
export function createAlerts(announce: (step: AlertStep) => Promise<void>) {
  let known: AlertState | null = null;

  async function last(): Promise<AlertState> {
    known ??= await read(ALERTING);
    return known;
  }

  async function keep(alerting: AlertState): Promise<void> {
    if (alerting === known) return;
    known = alerting;
    await write(ALERTING, alerting);
  }

  return {
    /** Announces what a new verdict begins or ends. @returns whether another evaluation is needed although nothing may be wrong any more */
    async follow(verdict: Verdict, quiet: boolean, now: number): Promise<boolean> {
      const { alerting, announce: step } = updateAlerts(await last(), verdict, quiet, now);
      // Stored first: where the background is stopped here nothing is announced, and nothing is announced twice.
      await keep(alerting);
      if (step !== null) await announce(step);
      return alerting.state !== "calm";
    },

    /** Forgets what was announced, and when, of any outage. */
    erase: () => keep(NO_ALERT),

    /** The person wants no announcements: forgets what was announced, so that its end is not announced either. */
    async forget(): Promise<false> {
      if ((await last()).state !== "calm") await keep(NO_ALERT);
      return false;
    },
  };
}
