import { type Browser, browser } from "#imports";
import { edgeOfHeaders } from "../core/providers/response-signature.ts";
import type { CompletedEvent, WorldEvent } from "../core/world/events.ts";

/**
 * The one place that listens to requests and navigations. Everything is registered synchronously and unconditionally: a
 * listener added after an await, or only sometimes, is lost when the browser wakes the background for it
 * (Firefox bug 1869125; tried on Chromium 156 and Firefox 153).
 */

/** The pages themselves: one request a load, so that its headers may be looked at for who signed it. */
const PAGES_COMPLETED: Browser.webRequest.RequestFilter = { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] };
/** Chromium throws on a resource type that it does not know, so the lists stay small. */
const PARTS_COMPLETED: Browser.webRequest.RequestFilter = {
  urls: ["http://*/*", "https://*/*"],
  types: ["sub_frame", "xmlhttprequest"],
};
const FAILED: Browser.webRequest.RequestFilter = {
  urls: ["http://*/*", "https://*/*"],
  types: ["main_frame", "sub_frame", "xmlhttprequest", "script", "stylesheet"],
};
/** Firefox throws on an empty navigation filter. */
const PAGES = { url: [{ schemes: ["http", "https"] }] };

/** What only one family of browsers tells of a request. */
type FamilyDetails = {
  /** Firefox says null where there is none. */
  ip?: string | null;
  /** Chromium. */
  initiator?: string;
  documentId?: string;
  documentLifecycle?: string;
  /** Firefox. */
  originUrl?: string;
  proxyInfo?: { type: string } | null;
};

type Request = (Browser.webRequest.OnCompletedDetails | Browser.webRequest.OnErrorOccurredDetails) & FamilyDetails;

function requestFacts(details: Request) {
  const proxy = details.proxyInfo;
  return {
    at: Math.round(details.timeStamp),
    tabId: details.tabId,
    url: details.url,
    type: details.type as string,
    ip: details.ip ?? undefined,
    initiator: details.initiator ?? details.originUrl,
    documentId: details.documentId,
    // Firefox gives the proxy's name and password with it: only the fact that there was one is kept.
    proxied: proxy != null && proxy.type !== "direct" ? true : undefined,
  };
}

function answer(details: Browser.webRequest.OnCompletedDetails & FamilyDetails): CompletedEvent {
  return { event: "completed", ...requestFacts(details), status: details.statusCode, fromCache: details.fromCache || undefined };
}

/** The extension's own requests would make it count its own outage; prerendered pages are nobody's visit. */
function isOurs(details: Request, own: string): boolean {
  const from = details.initiator ?? details.originUrl;
  return (from?.startsWith(own) ?? false) || details.documentLifecycle === "prerender";
}

type Navigation = { tabId: number; frameId: number; url: string; timeStamp: number; documentLifecycle?: string };

function isPage(details: Navigation): boolean {
  return details.frameId === 0 && (details.documentLifecycle === undefined || details.documentLifecycle === "active");
}

/** Registers the listeners and hands every event on. Call it once, in the first turn of the background. */
export function observeBrowser(onEvent: (event: WorldEvent) => void, onStart: (tabId: number, at: number) => void): void {
  const own = browser.runtime.getURL("/").replace(/\/$/, "");
  const completed = (details: Browser.webRequest.OnCompletedDetails) => {
    // The first comparison returns for nearly everything: answers of parts that nobody asked about.
    if (isOurs(details, own)) return;
    onEvent(answer(details));
  };
  // No header is kept: what they betray of a provider is read here, and they are let go.
  const pageCompleted = (details: Browser.webRequest.OnCompletedDetails) => {
    if (isOurs(details, own)) return;
    onEvent({ ...answer(details), front: edgeOfHeaders(details.responseHeaders ?? []) ?? undefined });
  };
  const failed = (details: Browser.webRequest.OnErrorOccurredDetails) => {
    if (isOurs(details, own)) return;
    onEvent({ event: "error", ...requestFacts(details), error: details.error });
  };
  const listen = () => {
    browser.webRequest.onCompleted.addListener(pageCompleted, PAGES_COMPLETED, ["responseHeaders"]);
    browser.webRequest.onCompleted.addListener(completed, PARTS_COMPLETED);
    browser.webRequest.onErrorOccurred.addListener(failed, FAILED);
  };
  listen();
  if (!import.meta.env.FIREFOX) {
    // Chromium 156 refuses a listener while the extension may see no site at all, and stays deaf after full access was given
    // until the worker starts again (tried on 2026-11-23). Firefox needs no second try, and loses its wake-up by it.
    browser.permissions.onAdded.addListener(() => {
      browser.webRequest.onCompleted.removeListener(pageCompleted);
      browser.webRequest.onCompleted.removeListener(completed);
      browser.webRequest.onErrorOccurred.removeListener(failed);
      listen();
    });
  }
  browser.webNavigation.onBeforeNavigate.addListener((details) => {
    if (isPage(details as Navigation)) onStart(details.tabId, Math.round(details.timeStamp));
  }, PAGES);
  browser.webNavigation.onErrorOccurred.addListener((details) => {
    const { error } = details as unknown as { error?: string };
    if (!isPage(details as Navigation)) return;
    onEvent({ event: "navigation-error", at: Math.round(details.timeStamp), tabId: details.tabId, url: details.url, error: error ?? "" });
  }, PAGES);
  browser.webNavigation.onCompleted.addListener((details) => {
    if (!isPage(details as Navigation)) return;
    onEvent({ event: "navigation-completed", at: Math.round(details.timeStamp), tabId: details.tabId, url: details.url });
  }, PAGES);
  browser.tabs.onRemoved.addListener((tabId) => onEvent({ event: "tab-closed", at: Date.now(), tabId }));
  globalThis.addEventListener("online", () => onEvent({ event: "online", at: Date.now() }));
  globalThis.addEventListener("offline", () => onEvent({ event: "offline", at: Date.now() }));
}
