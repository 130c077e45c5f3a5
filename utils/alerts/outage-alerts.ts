import { type AlertState, type AlertStep, NO_ALERT, updateAlerts } from "../core/alerts/outage-alert.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { read, write } from "../storage/browser-storage.ts";
import { ALERTING } from "../storage/keys.ts";

/** Tells a person who wants it that something wide begins and that it is over. What was told survives the background. */
export function createAlerts(tell: (telling: AlertStep) => Promise<void>) {
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
    /** @returns whether another look is needed although nothing may be wrong any more */
    async follow(verdict: Verdict, quiet: boolean, now: number): Promise<boolean> {
      const { alerting, tell: telling } = updateAlerts(await last(), verdict, quiet, now);
      // Written first: a background that dies here tells nothing, and nobody is told twice.
      await keep(alerting);
      if (telling !== null) await tell(telling);
      return alerting.state !== "calm";
    },

    /** Forgets what was announced, and when, of any outage. */
    erase: () => keep(NO_ALERT),

    /** Nobody wants to be told: what was told is forgotten, and its end too. */
    async forget(): Promise<false> {
      if ((await last()).state !== "calm") await keep(NO_ALERT);
      return false;
    },
  };
}
