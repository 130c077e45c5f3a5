import { browser } from "#imports";
import { type AlertState, type AlertStep, NO_ALERT, updateAlerts } from "../core/alerts/outage-alert.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";

const KEY = "alerting";

/** Tells a person who wants it that something wide begins and that it is over. What was told survives the background. */
export function createAlerts(tell: (telling: AlertStep) => Promise<void>) {
  let known: AlertState | null = null;

  async function last(): Promise<AlertState> {
    known ??= ((await browser.storage.session.get(KEY))[KEY] as AlertState | undefined) ?? NO_ALERT;
    return known;
  }

  async function keep(alerting: AlertState): Promise<void> {
    if (alerting === known) return;
    known = alerting;
    await browser.storage.session.set({ [KEY]: alerting });
  }

  return {
    /** @returns whether another look is needed although nothing may be wrong any more */
    async follow(verdict: Verdict, quiet: boolean, now: number): Promise<boolean> {
      const { alerting, announce: telling } = updateAlerts(await last(), verdict, quiet, now);
      // Written first: a background that dies here tells nothing, and nobody is told twice.
      await keep(alerting);
      if (telling !== null) await tell(telling);
      return alerting.state !== "calm";
    },

    /** Nobody wants to be told: what was told is forgotten, and its end too. */
    async forget(): Promise<false> {
      if ((await last()).state !== "calm") await keep(NO_ALERT);
      return false;
    },
  };
}
