import { browser } from "#imports";
import { hostPattern } from "../core/net/match-pattern.ts";

export const ALL_SITES = { origins: ["<all_urls>"] };

/** The access that the extension has. `full`: it sees how requests end; `basic`: it sees only failed page loads. */
export async function currentAccess(): Promise<"full" | "basic"> {
  return (await browser.permissions.contains(ALL_SITES)) ? "full" : "basic";
}

/** Calls back when the person gives or withdraws access, here or in the browser's own settings. */
export function watchAccess(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}

/**
 * Whether requests to an address name no installation. Firefox sends `Origin: moz-extension://UUID`, which differs from profile to
 * profile, to every host for which the extension has no permission (tried on Firefox 153, 2026-11-30). Chromium sends the same to all.
 */
export async function isAnonymousAt(address: string): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains({ origins: [hostPattern(address)] }));
}
