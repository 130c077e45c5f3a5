import { browser } from "#imports";
import { pageAddress } from "../browser/own-files.ts";
import { hostOf } from "../core/net/site-name.ts";
import { onItemChange, read, write } from "../storage/browser-storage.ts";
import { LINK_MENU } from "../storage/keys.ts";

const ITEM = "why";
const PERMISSION = { permissions: ["contextMenus" as const] };

/** Firefox knows this right only as one given at installation (Firefox 153, 2026-11-28); Chromium gives it when it is first used. */
function isAskedFor(): boolean {
  const asked: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return asked.includes("contextMenus");
}

/** Whether links have an entry of ours in their menu; null where there can be none, as on a phone. */
export async function linkMenu(): Promise<boolean | null> {
  if (browser.contextMenus === undefined) return isAskedFor() ? false : null;
  return await read(LINK_MENU);
}

/** Must be the first thing in a click handler: browsers want the gesture still warm. */
export async function setLinkMenu(shown: boolean): Promise<void> {
  const allowed = shown && isAskedFor() ? await browser.permissions.request(PERMISSION) : true;
  await write(LINK_MENU, shown && allowed);
}

/**
 * "Why does this not work?" on links asks the dashboard about the link's host; nothing else of the link is handed on. The entry is
 * kept by the browser, so it is made only when it may be missing.
 */
export function offerLinkMenu(title: string): void {
  async function draw(): Promise<void> {
    const { contextMenus } = browser;
    if (contextMenus === undefined) return;
    await contextMenus.removeAll();
    if (await linkMenu()) contextMenus.create({ id: ITEM, title, contexts: ["link"], targetUrlPatterns: ["http://*/*", "https://*/*"] });
  }

  const drawAgain = () => void draw().catch((problem: unknown) => console.error("the menu of links:", problem));
  // One and the same function each time: a right that is taken back and given again must not be heard twice.
  const listen = () => browser.contextMenus?.onClicked.addListener(askAbout);
  browser.runtime.onInstalled.addListener(drawAgain);
  browser.runtime.onStartup.addListener(drawAgain);
  onItemChange(LINK_MENU, drawAgain);
  // Chromium has the menus, and their event, only once the right is given.
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes("contextMenus")) listen();
  });
  listen();
}

function askAbout({ linkUrl }: { linkUrl?: string }): void {
  const host = linkUrl === undefined ? null : hostOf(linkUrl);
  if (host === null) return;
  void browser.tabs.create({ url: pageAddress("dashboard", host) });
}
