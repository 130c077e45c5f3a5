import { browser } from "#imports";

/** Firefox's name for sending the name of a visited service. The types of the browser lack this permission (December 2026). */
const REPORTS = { data_collection: ["browsingActivity"] } as unknown as Parameters<typeof browser.permissions.contains>[0];

/**
 * Asks for the browser's own consent to send reports, where it has such a switch (Firefox 140). Call it first in a click handler:
 * browsers allow the question only directly after a click.
 */
export async function requestDataConsent(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.request(REPORTS));
}

/** Whether the browser's own switch, where it has one, allows reports. */
export async function hasDataConsent(): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains(REPORTS));
}

/** Calls back when the person turns the browser's own switch off. */
export function onDataConsentWithdrawn(onWithdrawn: () => void): void {
  if (!import.meta.env.FIREFOX) return;
  browser.permissions.onRemoved.addListener((removed) => {
    if ((removed as { data_collection?: string[] }).data_collection?.includes("browsingActivity")) onWithdrawn();
  });
}
