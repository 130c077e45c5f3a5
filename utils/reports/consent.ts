import { read, write } from "../storage/browser-storage.ts";
import type { OpenDatabase } from "../storage/database.ts";
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

/** Withdraws consent at once, and erases the waiting reports for that feed and the list of sent ones. */
export async function withdrawConsent(setting: FeedSetting, database: OpenDatabase): Promise<void> {
  const { [setting.rootKey]: _, ...others } = await read(REPORT_CONSENT);
  await write(REPORT_CONSENT, others);
  const transaction = (await database()).transaction("reports", "readwrite");
  for await (const cursor of transaction.store) if (cursor.value.feed === setting.rootKey) await cursor.delete();
  await transaction.done;
}
