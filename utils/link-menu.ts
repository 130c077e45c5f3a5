import { browser } from "#imports";
import { hostOf } from "./core/site-name.ts";

const KEY = "linkMenu";
const ITEM = "why";

/** Whether links have an entry of ours in their menu. */
export async function linkMenu(): Promise<boolean> {
  return ((await browser.storage.local.get(KEY))[KEY] as boolean | undefined) ?? true;
}

export async function setLinkMenu(shown: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: shown });
}

/**
 * "Why does this not work?" on links asks the dashboard about the link's host; nothing else of the link is handed on. The entry is
 * kept by the browser, so it is made only when it may be missing. Firefox for Android has no such menu.
 */
export function offerLinkMenu(title: string): void {
  const { contextMenus } = browser;
  if (contextMenus === undefined) return;

  async function draw(): Promise<void> {
    await contextMenus.removeAll();
    if (await linkMenu()) contextMenus.create({ id: ITEM, title, contexts: ["link"], targetUrlPatterns: ["http://*/*", "https://*/*"] });
  }

  const drawAgain = () => void draw().catch((problem: unknown) => console.error("the menu of links:", problem));
  browser.runtime.onInstalled.addListener(drawAgain);
  browser.runtime.onStartup.addListener(drawAgain);
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) drawAgain();
  });
  contextMenus.onClicked.addListener(({ linkUrl }) => {
    const host = linkUrl === undefined ? null : hostOf(linkUrl);
    if (host === null) return;
    void browser.tabs.create({ url: `${browser.runtime.getURL("/dashboard.html" as never)}?search=${encodeURIComponent(host)}` });
  });
}
