import { browser } from "#imports";

const PERMISSION = { permissions: ["notifications" as const] };

/** Asks for the permission to notify. Call it first in a click handler: browsers allow the question only directly after a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Whether the browser allows notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}
