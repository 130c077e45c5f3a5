import { browser } from "#imports";
import { logProblem } from "../browser/log-problem.ts";
import { pageAddress } from "../browser/own-files.ts";
import { hostOf } from "../core/net/site-name.ts";
import { onItemChange, read, write } from "../storage/browser-storage.ts";
import { LINK_MENU } from "../storage/keys.ts";

const ITEM = "why";
const PERMISSION = { permissions: ["contextMenus" as const] };

/** Firefox has this permission only from the installation on (Firefox 153, 2026-11-28); Chromium is asked for it at first use. */
function isOptional(): boolean {
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return optional.includes("contextMenus");
}

/** Whether the menu of links has an entry of the extension; null where there are no such menus, as on a phone. */
export async function linkMenu(): Promise<boolean | null> {
  if (browser.contextMenus === undefined) return isOptional() ? false : null;
  return await read(LINK_MENU);
}

/** Shows or hides the entry. Call it first in a click handler: Chromium allows the question only directly after a click. */
export async function setLinkMenu(shown: boolean): Promise<void> {
  const allowed = shown && isOptional() ? await browser.permissions.request(PERMISSION) : true;
  await write(LINK_MENU, shown && allowed);
}

/**
 * Adds "Why does this not work?" to the menu of links, where the person wants it. It opens the dashboard for the link's host; nothing
 * else of the link is passed on. The browser keeps the entry, so it is made only when it may be missing. Call it in the first turn.
 */
export function offerLinkMenu(title: string): void {
  async function draw(): Promise<void> {
    const { contextMenus } = browser;
    if (contextMenus === undefined) return;
    await contextMenus.removeAll();
    if (await linkMenu()) contextMenus.create({ id: ITEM, title, contexts: ["link"], targetUrlPatterns: ["http://*/*", "https://*/*"] });
  }

  const redraw = () => void draw().catch(logProblem("the menu of links cannot be changed"));
  // Always the same function: where the permission is withdrawn and given again, the listener must not be added twice.
  const listen = () => browser.contextMenus?.onClicked.addListener(openDashboard);
  browser.runtime.onInstalled.addListener(redraw);
  browser.runtime.onStartup.addListener(redraw);
  onItemChange(LINK_MENU, redraw);
  // Chromium has the menus, and their event, only once the permission is given.
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("contextMenus")) listen();
  });
  listen();
}

function openDashboard({ linkUrl }: { linkUrl?: string }): void {
  const host = linkUrl === undefined ? null : hostOf(linkUrl);
  if (host === null) return;
  browser.tabs.create({ url: pageAddress("dashboard", host) }).catch(logProblem("the dashboard cannot be opened"));
}
