import { type Browser, browser } from "#imports";
import { originOf } from "../core/net/origin.ts";
import { siteOf } from "../core/net/site-name.ts";
import { writerOfAnswer } from "../core/providers/answer-writer.ts";
import { edgeOfHeaders } from "../core/providers/response-signature.ts";
import type { CompletedEvent, WorldEvent } from "../core/world/events.ts";
import { navigationFacts, observeNavigations } from "./observe-navigations.ts";
import { observeTabs } from "./observe-tabs.ts";

/**
 * The one place that listens to requests and navigations. Everything is registered synchronously and unconditionally: a
 * listener added after an await, or only sometimes, is lost when the browser wakes the background for it
 * (Firefox bug 1869125; tried on Chromium 156 and Firefox 153).
 */

const PAGES_COMPLETED: Browser.webRequest.RequestFilter = { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] };
/** Chromium throws on a resource type that it does not know, so the lists stay small. */
const PARTS_COMPLETED: Browser.webRequest.RequestFilter = {
  urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"],
  types: ["sub_frame", "xmlhttprequest", "websocket"],
};
const FAILED: Browser.webRequest.RequestFilter = {
  urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"],
  types: ["main_frame", "sub_frame", "xmlhttprequest", "script", "stylesheet", "websocket"],
};

/** What only one family of browsers reports of a request. */
type FamilyDetails = {
  /** Firefox says null where there is none. */
  ip?: string | null;
  /** Chromium: an origin. */
  initiator?: string;
  documentId?: string;
  documentLifecycle?: string;
  /** Firefox: a whole URL. */
  originUrl?: string;
  proxyInfo?: { type: string } | null;
};

type Request = (Browser.webRequest.OnCompletedDetails | Browser.webRequest.OnErrorOccurredDetails) & FamilyDetails;

/** The facts of a request that are kept: this and `navigationFacts` are where URLs are cut to origins. */
function requestFacts(details: Request) {
  const proxy = details.proxyInfo;
  const initiator = initiatorOf(details);
  return {
    at: Math.round(details.timeStamp),
    tabId: details.tabId,
    target: originOf(details.url),
    type: details.type as string,
    ip: details.ip ?? undefined,
    initiator: initiator === undefined ? undefined : originOf(initiator),
    speculative: isSpeculative(details) || undefined,
    // Firefox gives the proxy's name and password with it: only the fact that there was one is kept.
    proxied: proxy != null && proxy.type !== "direct" ? true : undefined,
  };
}

function isSpeculative({ type, documentId }: { type: string; documentId?: string }): boolean {
  return !import.meta.env.FIREFOX && type === "main_frame" && documentId !== undefined;
}

function initiatorOf(details: Request): string | undefined {
  return details.initiator ?? details.originUrl;
}

function answer(details: Browser.webRequest.OnCompletedDetails & FamilyDetails): CompletedEvent {
  return { event: "completed", ...requestFacts(details), status: details.statusCode, fromCache: details.fromCache || undefined };
}

/** Who signed an answer and who wrote it. No header is kept: what they tell is read from them here. */
function answerWithHeaders(details: Browser.webRequest.OnCompletedDetails): CompletedEvent {
  const headers = details.responseHeaders ?? [];
  const wrote = writerOfAnswer(details.statusCode, headers) ?? undefined;
  return { ...answer(details), front: edgeOfHeaders(headers) ?? undefined, wrote };
}

/** The extension's own requests would make it count its own outage; a prerendered page is no visit. */
function isOwnOrPrerendered(details: Request, own: string): boolean {
  return (initiatorOf(details)?.startsWith(own) ?? false) || details.documentLifecycle === "prerender";
}

/** Takes an event. @param happened asked when the event's turn comes, and sites can be told apart: without, it always did */
export type EventTaker = (event: WorldEvent, happened?: () => boolean) => void;

/** Registers the listeners and reports every event. Call it once, in the first turn of the background. */
export function observeBrowser(onEvent: EventTaker): void {
  const own = browser.runtime.getURL("/").replace(/\/$/, "");
  // The headers of a healthy call are not read: there are hundreds for each page. Both browsers hand over those of frames and calls that
  // failed; a call that CORS refuses ends as an error in Chromium, without them (tried on Chromium 156 and Firefox ESR on 2026-11-30).
  const completed = (details: Browser.webRequest.OnCompletedDetails) => {
    if (isOwnOrPrerendered(details, own)) return;
    onEvent(details.statusCode < 400 ? answer(details) : answerWithHeaders(details));
  };
  const pageCompleted = (details: Browser.webRequest.OnCompletedDetails) => {
    if (isOwnOrPrerendered(details, own)) return;
    onEvent(answerWithHeaders(details));
  };
  const failed = (details: Browser.webRequest.OnErrorOccurredDetails) => {
    if (isOwnOrPrerendered(details, own)) return;
    onEvent({ event: "error", ...requestFacts(details), error: details.error });
  };
  // The load began at this host and now waits for another site. Its end would tell of the other one only.
  const redirected = (details: Browser.webRequest.OnBeforeRedirectDetails) => {
    const [from, to] = [originOf(details.url).host, originOf(details.redirectUrl).host];
    if (isSpeculative(details as Request) || details.documentLifecycle === "prerender" || from === null || to === null) return;
    onEvent({ event: "navigation-committed", ...navigationFacts(details) }, () => siteOf(from) !== siteOf(to));
  };
  const listen = () => {
    browser.webRequest.onCompleted.addListener(pageCompleted, PAGES_COMPLETED, ["responseHeaders"]);
    browser.webRequest.onCompleted.addListener(completed, PARTS_COMPLETED, ["responseHeaders"]);
    browser.webRequest.onErrorOccurred.addListener(failed, FAILED);
    browser.webRequest.onBeforeRedirect.addListener(redirected, PAGES_COMPLETED);
  };
  listen();
  if (!import.meta.env.FIREFOX) {
    // Chromium 156 refuses a listener while the extension may see no site at all, and reports nothing after full access was given
    // until the worker starts again (tried on 2026-11-23). Firefox needs no second try, and loses its wake-up by it.
    browser.permissions.onAdded.addListener(() => {
      browser.webRequest.onCompleted.removeListener(pageCompleted);
      browser.webRequest.onCompleted.removeListener(completed);
      browser.webRequest.onErrorOccurred.removeListener(failed);
      browser.webRequest.onBeforeRedirect.removeListener(redirected);
      listen();
    });
  } else {
    // While Firefox asks for a name and a password, this is the only event of the load (Firefox 153, 2026-11-30).
    browser.webRequest.onHeadersReceived.addListener((details) => {
      if (details.statusCode === 401) onEvent({ event: "navigation-committed", ...navigationFacts(details) });
      return undefined;
    }, PAGES_COMPLETED);
  }
  observeNavigations(onEvent);
  observeTabs(onEvent);
  globalThis.addEventListener("online", () => onEvent({ event: "online", at: Date.now() }));
  globalThis.addEventListener("offline", () => onEvent({ event: "offline", at: Date.now() }));
}
