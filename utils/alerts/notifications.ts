import { browser } from "#imports";
import { fileAddress } from "../browser/own-files.ts";

const PERMISSION = { permissions: ["notifications" as const] };

/** Asks for the permission to notify. Call it first in a click handler: browsers allow the question only directly after a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Whether the browser allows notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/**
 * Shows one notification, where the permission is still there.
 * @param address what a click opens; a second notification with the same address replaces the first
 */
export async function notify(address: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return;
  await browser.notifications.create(address, {
    type: "basic",
    iconUrl: fileAddress("/icon/clear-128.png"),
    title,
    message,
  });
}

/** Calls back with the address of a notification that was clicked. Chromium has this event only once the permission is given. */
export function onNotificationClick(callback: (address: string) => void): void {
  const listen = () => browser.notifications?.onClicked.addListener(callback);
  listen();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) listen();
  });
}
