import { browser } from "#imports";
import { originOf } from "../core/net/origin.ts";
import type { WorldEvent } from "../core/world/events.ts";

/** Firefox throws on an empty navigation filter. */
const PAGES = { url: [{ schemes: ["http", "https"] }] };

/** What the events of navigations have in common. */
type Navigation = { tabId: number; frameId: number; url: string; timeStamp: number; documentLifecycle?: string };

function isPage(details: Navigation): boolean {
  return details.frameId === 0 && (details.documentLifecycle === undefined || details.documentLifecycle === "active");
}

/** The facts of a navigation that are kept. */
export function navigationFacts({ timeStamp, tabId, url }: Omit<Navigation, "frameId">) {
  return { at: Math.round(timeStamp), tabId, target: originOf(url) };
}

/** Firefox says that a load was given up, or replaced by the load that begins next. */
const FIREFOX_ABORTED = "Error code 2152398850";

/** Registers the listeners of navigations and reports every event of a page. Call it in the first turn of the background. */
export function observeNavigations(onEvent: (event: WorldEvent) => void): void {
  /** Tabs whose load has failed: Firefox then commits its error page under the address that failed (Firefox 153, 2026-11-30). */
  const failed = new Set<number>();
  browser.webNavigation.onBeforeNavigate.addListener((details) => {
    if (!isPage(details as Navigation)) return;
    failed.delete(details.tabId);
    onEvent({ event: "navigation-started", ...navigationFacts(details) });
  }, PAGES);
  browser.webNavigation.onCommitted.addListener((details) => {
    if (!isPage(details as Navigation) || failed.delete(details.tabId)) return;
    onEvent({ event: "navigation-committed", ...navigationFacts(details) });
  }, PAGES);
  browser.webNavigation.onErrorOccurred.addListener((details) => {
    const { error = "" } = details as unknown as { error?: string };
    if (!isPage(details as Navigation)) return;
    if (import.meta.env.FIREFOX && error !== FIREFOX_ABORTED) failed.add(details.tabId);
    onEvent({ event: "navigation-error", ...navigationFacts(details), error });
  }, PAGES);
  browser.webNavigation.onCompleted.addListener((details) => {
    if (!isPage(details as Navigation)) return;
    onEvent({ event: "navigation-completed", ...navigationFacts(details) });
  }, PAGES);
}
