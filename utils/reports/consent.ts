import { read, remove, write } from "../storage/browser-storage.ts";
import { type FeedSetting, REPORT_CONSENT } from "../storage/keys.ts";
import { hasDataConsent } from "./data-consent.ts";

/** Whether reports may be sent to a feed: the person has agreed, and so has the browser where it has a switch of its own. */
export async function hasConsent(setting: FeedSetting): Promise<boolean> {
  return (await read(REPORT_CONSENT))[setting.rootKey] !== undefined && (await hasDataConsent());
}

/** Stores consent to reports for one feed. Only ever at a person's own click. */
export async function giveConsent(setting: FeedSetting, now: number): Promise<void> {
  await write(REPORT_CONSENT, { ...(await read(REPORT_CONSENT)), [setting.rootKey]: new Date(now).toISOString() });
}

/** Withdraws consent for one feed. The reports themselves are the queue's. */
export async function withdrawConsent(setting: FeedSetting): Promise<void> {
  const { [setting.rootKey]: _, ...others } = await read(REPORT_CONSENT);
  await write(REPORT_CONSENT, others);
}

/** Withdraws consent for every feed: the browser's own switch is one for all. */
export const withdrawAllConsent = (): Promise<void> => remove(REPORT_CONSENT);
