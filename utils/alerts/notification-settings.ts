import { browser } from "#imports";
import { isQuiet, type QuietHours } from "../core/alerts/quiet-hours.ts";

/** Whether wide outages are told at once, and when nothing is told at all. */
export type NotificationSettings = { alerts: boolean; quiet: QuietHours | null };

/** Where they are kept. */
export const NOTIFICATIONS = "notifications";
/** Nobody is interrupted unless they say so. */
const AT_FIRST: NotificationSettings = { alerts: false, quiet: null };

export async function notificationSettings(): Promise<NotificationSettings> {
  return { ...AT_FIRST, ...((await browser.storage.local.get(NOTIFICATIONS))[NOTIFICATIONS] as Partial<NotificationSettings> | undefined) };
}

export async function setNotificationSettings(change: Partial<NotificationSettings>): Promise<void> {
  await browser.storage.local.set({ [NOTIFICATIONS]: { ...(await notificationSettings()), ...change } });
}

/** Whether the person wants silence at this moment, by the device's own clock. */
export function isQuietNow({ quiet }: NotificationSettings, now: number): boolean {
  const clock = new Date(now);
  return isQuiet(quiet, clock.getHours() * 60 + clock.getMinutes());
}
