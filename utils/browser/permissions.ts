import { browser } from "#imports";

const ALL_SITES = { origins: ["<all_urls>"] };

/** `full`: the browser lets the extension see how requests end; `basic`: only failed page loads. */
export async function currentAccess(): Promise<"full" | "basic"> {
  return (await browser.permissions.contains(ALL_SITES)) ? "full" : "basic";
}

/** Asks for full access. Must be the first thing in a click handler: browsers want the gesture still warm. */
export function requestFullAccess(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES);
}

export function withdrawFullAccess(): Promise<boolean> {
  return browser.permissions.remove(ALL_SITES);
}

/** Calls back when the person gives or takes back access, also in the browser's own settings. */
export function watchAccess(onChange: () => void): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
}
