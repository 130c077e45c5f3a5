import { browser } from "#imports";

/** What Firefox calls it when the name of a visited service leaves the browser. Its types do not know of this permission yet. */
const REPORTS = { data_collection: ["browsingActivity"] } as unknown as Parameters<typeof browser.permissions.contains>[0];

/**
 * Asks for the browser's own consent to send reports, where it has such a switch (Firefox 140). Must be the first thing in a click
 * handler: browsers want the gesture still warm.
 */
export async function requestDataConsent(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.request(REPORTS));
}

/** Whether the browser's own switch, where it has one, lets reports go. */
export async function hasDataConsent(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains(REPORTS));
}

/** Calls back when the person turns the browser's own switch off. */
export function onDataConsentWithdrawn(onWithdrawn: () => void): void {
  if (!import.meta.env.FIREFOX) return;
  browser.permissions.onRemoved.addListener((gone) => {
    if ((gone as { data_collection?: string[] }).data_collection?.includes("browsingActivity")) onWithdrawn();
  });
}
