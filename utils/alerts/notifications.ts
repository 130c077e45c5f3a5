import { browser } from "#imports";
import { fileAddress } from "../browser/own-files.ts";
import { mayNotify } from "./may-notify.ts";

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
