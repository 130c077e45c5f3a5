import { isQuiet } from "../core/alerts/quiet-hours.ts";
import { read, write } from "../storage/browser-storage.ts";
import { NOTIFICATIONS, type NotificationSettings } from "../storage/keys.ts";

export async function setNotificationSettings(change: Partial<NotificationSettings>): Promise<void> {
  await write(NOTIFICATIONS, { ...(await read(NOTIFICATIONS)), ...change });
}

/** Whether it is quiet hours, by the device's own clock. @param now milliseconds of the epoch */
export function isQuietNow({ quiet }: NotificationSettings, now: number): boolean {
  const clock = new Date(now);
  return isQuiet(quiet, clock.getHours() * 60 + clock.getMinutes());
}
