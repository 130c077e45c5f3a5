import { browser } from "#imports";
import type { WorldEvent } from "../core/world/events.ts";

/**
 * Registers the listeners of tabs, and reports who opened each: the person, or a page, which may hold on to the tab and lead it on. Call
 * it in the first turn of the background.
 */
export function observeTabs(onEvent: (event: WorldEvent) => void): void {
  // Firefox may report the page first, and then the new tab as such (Ctrl and click on a link, Firefox 153, 2026-11-30).
  const openedByPages = new Set<number>();
  browser.tabs.onCreated.addListener(({ id }) => {
    if (id !== undefined && !openedByPages.has(id)) onEvent({ event: "tab-opened", at: Date.now(), tabId: id, by: null });
  });
  // Without a filter: a page may open an empty tab and lead it on later.
  browser.webNavigation.onCreatedNavigationTarget.addListener(({ tabId, sourceTabId, timeStamp }) => {
    openedByPages.add(tabId);
    onEvent({ event: "tab-opened", at: Math.round(timeStamp), tabId, by: sourceTabId });
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    openedByPages.delete(tabId);
    onEvent({ event: "tab-closed", at: Date.now(), tabId });
  });
}
