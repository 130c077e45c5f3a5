import { browser } from "#imports";

const PERMISSION = { permissions: ["notifications" as const] };

/** Asks for the right to notify. Must be the first thing in a click handler: browsers want the gesture still warm. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Shows one notification; nothing happens where the right was taken back. `id` is what a click is told. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await browser.permissions.contains(PERMISSION))) return;
  await browser.notifications.create(id, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icon/clear-128.png" as never),
    title,
    message,
  });
}

/** Calls back with the id of a notification that was clicked. The browser has this event only once the right is given. */
export function onNotificationClick(tell: (id: string) => void): void {
  const listen = () => browser.notifications?.onClicked.addListener(tell);
  listen();
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("notifications")) listen();
  });
}
