import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createLocator } from "../../utils/core/providers/locator.ts";
import { emptyWorld } from "../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { reduce } from "../../utils/core/world/reduce.ts";
import { observeBrowser } from "../../utils/world/observe.ts";

type Listener = (details: object | number) => void;

/** What the browser is asked to call, by namespace and event. */
let listeners: Map<string, Listener[]>;
let events: WorldEvent[];

function fakeNamespace(name: string) {
  const event = (key: string) => ({
    addListener: (listener: Listener) => void listeners.set(key, [...(listeners.get(key) ?? []), listener]),
    removeListener: () => {},
  });
  return new Proxy({}, { get: (_, member: string) => event(`${name}.${member}`) });
}

/** Lets the browser report: `webRequest` filters by type, so the first listener of `onCompleted` is for pages, the second for parts. */
function report(event: string, details: object | number): void {
  const called = listeners.get(event) ?? [];
  const type = typeof details === "object" && "type" in details ? details.type : "main_frame";
  const index = event === "webRequest.onCompleted" && type !== "main_frame" ? 1 : 0;
  called[index]?.(typeof details === "number" ? details : { timeStamp: Date.now(), tabId: 1, frameId: 0, ...details });
}

function observe(family: "chromium" | "firefox"): void {
  // Vitest has only text in its environment, and the text "false" is true.
  vi.stubEnv("FIREFOX", family === "firefox" ? "true" : "");
  observeBrowser((event, happened = () => true) => {
    if (happened()) events.push(event);
  });
}

beforeEach(() => {
  listeners = new Map();
  events = [];
  vi.stubGlobal("addEventListener", () => {});
  for (const name of ["webRequest", "webNavigation", "permissions", "tabs"] as const) {
    vi.spyOn(fakeBrowser, name, "get").mockReturnValue(fakeNamespace(name) as never);
  }
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Every part of it that is not the host carries a secret. */
const url = (host: string) => `https://secret-user:secret-word@${host}:8443/secret-path/index.html?token=secret-query#secret-fragment`;
const knowledge = { ...createLocator(), learned: () => null };

describe.each(["chromium", "firefox"] as const)("what is handed over in %s", (family) => {
  const from = (host: string) => (family === "firefox" ? { originUrl: url(host), documentUrl: url(host) } : { initiator: url(host) });

  test("holds no user, path, query or fragment of any URL, nor does the world that is made of it", () => {
    observe(family);
    const request = { url: url("api.shop.example"), ip: "192.0.2.7", ...from("www.shop.example"), documentId: "secret-document" };
    const error = family === "firefox" ? "NS_ERROR_NET_RESET" : "net::ERR_CONNECTION_RESET";
    const headers = [{ name: "set-cookie", value: "secret-cookie" }];
    const page = { ...request, url: url("www.shop.example"), type: "main_frame", documentId: undefined };
    report("webRequest.onCompleted", { ...page, statusCode: 503, responseHeaders: headers });
    report("webRequest.onCompleted", { ...request, type: "xmlhttprequest", statusCode: 503 });
    report("webRequest.onErrorOccurred", { ...page, error });
    report("webRequest.onErrorOccurred", { ...request, type: "sub_frame", error });
    report("webNavigation.onBeforeNavigate", { url: url("www.bank.example") });
    report("webNavigation.onErrorOccurred", { url: url("www.bank.example"), error });
    report("webNavigation.onBeforeNavigate", { url: url("www.news.example") });
    report("webNavigation.onCommitted", { url: url("www.news.example"), transitionType: "typed", transitionQualifiers: [] });
    report("webNavigation.onCompleted", { url: url("www.news.example") });
    report("webRequest.onBeforeRedirect", { url: url("www.news.example"), redirectUrl: url("www.shop.example"), type: "main_frame" });
    expect(events.map(({ event }) => event)).toEqual([
      "completed",
      "completed",
      "error",
      "error",
      "navigation-started",
      "navigation-error",
      "navigation-started",
      "navigation-committed",
      "navigation-completed",
      "navigation-committed",
    ]);
    const worlds = (["full", "basic"] as const).map((mode) =>
      events.reduce((world, event) => reduce(world, event, knowledge), emptyWorld(family, mode)),
    );
    const held = JSON.stringify([events, worlds]);
    expect(held).toContain("www.bank.example");
    expect(held).toContain("api.shop.example");
    expect(held).not.toMatch(/secret|token|index\.html/);
  });

  test("names scheme, host and port of the target and of who asked", () => {
    observe(family);
    report("webRequest.onCompleted", {
      url: url("api.shop.example"),
      ...from("www.shop.example"),
      type: "xmlhttprequest",
      statusCode: 200,
    });
    expect(events[0]).toMatchObject({
      target: { scheme: "https", host: "api.shop.example", port: 8443 },
      initiator: { scheme: "https", host: "www.shop.example", port: 8443 },
    });
  });

  test("leaves the extension's own requests out, and says of another extension only that it is one", () => {
    observe(family);
    const request = { url: url("mirror.example"), type: "xmlhttprequest", statusCode: 200 };
    const own = fakeBrowser.runtime.getURL("/background.html");
    const other = "moz-extension://5d1c4e0a/popup.html";
    for (const page of [own, other])
      report("webRequest.onCompleted", { ...request, ...(family === "firefox" ? { originUrl: page } : { initiator: page }) });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ initiator: { scheme: "moz-extension", host: null } });
  });

  test(`${family === "chromium" ? "marks" : "does not mark"} a page load that carries the id of a document as speculative`, () => {
    observe(family);
    const page = { url: url("www.shop.example"), type: "main_frame", statusCode: 200, responseHeaders: [] };
    report("webRequest.onCompleted", { ...page, documentId: "A" });
    report("webRequest.onCompleted", page);
    report("webRequest.onCompleted", { ...page, type: "sub_frame", documentId: "A" });
    const marks = events.map((event) => "speculative" in event && event.speculative === true);
    expect(marks).toEqual([family === "chromium", false, false]);
  });

  test("says of a redirect to another site that the first host has answered, and nothing of one within the site", () => {
    observe(family);
    const redirect = (from: string, to: string, more = {}) =>
      report("webRequest.onBeforeRedirect", { url: url(from), redirectUrl: url(to), type: "main_frame", ...more });
    redirect("shop.example", "www.shop.example");
    redirect("link.example", "www.shop.example");
    if (family === "chromium") redirect("link.example", "www.shop.example", { documentId: "a prefetch" });
    expect(events).toMatchObject([{ event: "navigation-committed", target: { host: "link.example" } }]);
  });

  test("leaves out frames and pages that are made ready beforehand", () => {
    observe(family);
    for (const event of ["onBeforeNavigate", "onCommitted", "onErrorOccurred", "onCompleted"]) {
      report(`webNavigation.${event}`, { url: url("www.shop.example"), frameId: 7 });
      report(`webNavigation.${event}`, { url: url("www.shop.example"), documentLifecycle: "prerender" });
    }
    expect(events).toEqual([]);
  });

  test("says who signed and who wrote a page and a failed call, and reads no header of a healthy call", () => {
    observe(family);
    const request = { url: url("api.shop.example"), ...from("www.shop.example") };
    const signed = {
      responseHeaders: [
        { name: "Server", value: "cloudflare" },
        { name: "CF-RAY", value: "8f1e2d3c4b5a6978-FRA" },
      ],
    };
    report("webRequest.onCompleted", { ...request, ...signed, type: "main_frame", statusCode: 200 });
    report("webRequest.onCompleted", { ...request, ...signed, type: "main_frame", statusCode: 500 });
    report("webRequest.onCompleted", { ...request, ...signed, type: "xmlhttprequest", statusCode: 502 });
    const healthy = { ...request, type: "xmlhttprequest", statusCode: 200 };
    report("webRequest.onCompleted", Object.defineProperty(healthy, "responseHeaders", { get: () => expect.unreachable("headers read") }));
    const told = events.map((event) => (event.event === "completed" ? [event.front, event.wrote] : null));
    expect(told).toEqual([
      ["cloudflare", undefined],
      ["cloudflare", "edge"],
      ["cloudflare", "origin"],
      [undefined, undefined],
    ]);
  });
});

describe.each(["chromium", "firefox"] as const)("a new tab in %s", (family) => {
  const created = () => report("tabs.onCreated", { id: 7 });
  const byPage = () => report("webNavigation.onCreatedNavigationTarget", { tabId: 7, sourceTabId: 3, url: "about:blank" });
  const openers = () => events.map((event) => (event.event === "tab-opened" ? event.by : event));

  test("is the person's unless a page opened it, whichever is reported first", () => {
    observe(family);
    created();
    expect(openers()).toEqual([null]);
    byPage();
    expect(openers()).toEqual([null, 3]);
    events = [];
    report("tabs.onRemoved", 7);
    byPage();
    created();
    expect(openers().slice(1)).toEqual([3]);
  });
});

describe("what only Firefox does", () => {
  const page = { url: url("www.shop.example") };

  test("an error page that is committed under the address that failed is no answer, and the next load's is one", () => {
    observe("firefox");
    const load = (end: string, details: object) => {
      report("webNavigation.onBeforeNavigate", page);
      report(end, { ...page, ...details });
      report("webNavigation.onCommitted", { ...page, transitionType: "link" });
    };
    load("webNavigation.onErrorOccurred", { error: "Error code 2152398868" });
    expect(events.map(({ event }) => event)).toEqual(["navigation-started", "navigation-error"]);
    events = [];
    // An ordinary load may be told as aborted, and goes on.
    load("webNavigation.onErrorOccurred", { error: "Error code 2152398850" });
    expect(events.map(({ event }) => event)).toEqual(["navigation-started", "navigation-error", "navigation-committed"]);
  });

  test("a load that asks for a password has had its answer", () => {
    observe("firefox");
    for (const statusCode of [200, 401]) report("webRequest.onHeadersReceived", { ...page, type: "main_frame", statusCode });
    expect(events.map(({ event }) => event)).toEqual(["navigation-committed"]);
  });
});
