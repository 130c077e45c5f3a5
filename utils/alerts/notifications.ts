import { browser } from "#imports";
import { fileAddress } from "../browser/own-files.ts";

const PERMISSION = { permissions: ["notifications" as const] };

/** Asks for the right to notify. Must be the first thing in a click handler: browsers want the gesture still warm. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Whether the browser lets us notify. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/**
 * Shows one notification; nothing happens where the right was taken back.
 * @param opens the address that a click opens; a second notification for the same address takes the place of the first
 */
export async function notify(opens: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return;
  await browser.notifications.create(opens, {
    type: "basic",
    iconUrl: fileAddress("/icon/clear-128.png"),
    title,
    message,
  });
}

/** Calls back with the address of a notification that was clicked. The browser has this event only once the right is given. */
export function onNotificationClick(tell: (opens: string) => void): void {
  const listen = () => browser.notifications?.onClicked.addListener(tell);
  listen();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) listen();
  });
}
