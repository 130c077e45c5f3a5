import { describe, expect, test } from "vitest";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";

/** Every part of it that is not the host carries a secret. */
const url = (host: string) => `https://secret-user:secret-word@${host}:8443/secret-path/index.html?token=secret-query#secret-fragment`;
const request = { tabId: 1, url: url("api.shop.example"), initiator: url("www.shop.example"), documentId: "secret-document" };

function lines(browser: "chromium" | "firefox"): ReportLine[] {
  const error = browser === "firefox" ? "NS_ERROR_NET_RESET" : "net::ERR_CONNECTION_RESET";
  return [
    { event: "completed", tabId: 1, url: url("www.shop.example"), type: "main_frame", status: 503, ip: "192.0.2.7" },
    { event: "completed", ...request, type: "xmlhttprequest", status: 503 },
    { event: "error", ...request, type: "sub_frame", error },
    { event: "error", tabId: 1, url: url("www.shop.example"), type: "main_frame", error },
    { event: "navigation-error", tabId: 2, url: url("www.bank.example"), error },
    { event: "navigation-completed", tabId: 3, url: url("www.news.example") },
    { event: "navigation-completed", tabId: 4, url: "about:neterror?e=secret-error&u=https%3A//secret-host/" },
    { event: "feed-failed", mirror: url("mirror.example"), error: "TimeoutError" },
  ];
}

describe.each(["chromium", "firefox"] as const)("the events that are read from a trace of %s", (browser) => {
  test("hold no user, path, query or fragment of any URL, nor does the world that is made of them", () => {
    const knowledge = { ...createLocator(), learned: () => null };
    const events = lines(browser).map((line, index) => toWorldEvent(line, browser, index));
    const worlds = (["full", "basic"] as const).map((mode) =>
      events.reduce((world, event) => reduce(world, event, knowledge), emptyWorld(browser, mode)),
    );
    const held = JSON.stringify([events, worlds]);
    for (const host of ["api.shop.example", "www.bank.example", "www.news.example", "mirror.example"]) expect(held).toContain(host);
    expect(held).not.toMatch(/secret|token|index\.html/);
  });

  test("leave no secret in the world of a replay or in its answers", () => {
    // A port of its own is never judged, so a plain address of the bank makes sure that there is an answer.
    const plain: ReportLine = {
      event: "completed",
      tabId: 1,
      url: url("www.shop.example").replace(":8443", ""),
      type: "main_frame",
      status: 503,
    };
    const start = { t: 0, event: "start", trace: 1, name: "made", browser, epoch: "2026-03-03T09:00:00Z" };
    const trace = [
      start,
      ...[plain, ...lines(browser)].map((line) => ({ t: 1, ...line })),
      { t: 2, event: "ask" },
      { t: 2, event: "ask", tabId: 1 },
    ];
    const replay = replayTrace(
      trace.map((line) => JSON.stringify(line)),
      replayKnowledge,
    );
    const answers = JSON.stringify([...replay]);
    expect(answers).toContain("www.shop.example");
    expect(answers).not.toMatch(/secret|token|index\.html/);
  });
});

describe("an event that is read from a trace", () => {
  test("reads null like a field that is absent", () => {
    const line: ReportLine = { event: "completed", tabId: 1, url: "https://a.example/", type: "main_frame", status: 200 };
    const nulls = { ip: null, proxied: null, initiator: null, documentId: null, ms: null, fromCache: null };
    expect(toWorldEvent({ ...line, ...nulls }, "chromium", 7)).toEqual(toWorldEvent(line, "chromium", 7));
  });

  test.each([
    ["chromium", "main_frame", true],
    ["chromium", "xmlhttprequest", false],
    ["firefox", "main_frame", false],
  ] as const)("in %s, a %s with the id of a document is speculative: %s", (browser, type, speculative) => {
    const line: ReportLine = { event: "completed", tabId: 1, url: "https://a.example/", type, status: 200, documentId: "A" };
    expect(toWorldEvent(line, browser, 7)).toMatchObject({ speculative });
  });

  test("takes an error of the site's own that was measured elsewhere for a failure", () => {
    const views = [
      { from: "fra", failure: null, status: 200 },
      { from: "iad", failure: null, status: 404 },
      { from: "sin", failure: null, status: 503 },
      { from: "syd", failure: "tcp.refused" },
    ];
    const read = toWorldEvent({ event: "elsewhere", host: "WWW.Shop.example", views }, "chromium", 7);
    const silent = { country: null, status: null, ms: null };
    expect(read).toEqual({
      ...{ event: "elsewhere", at: 7, host: "www.shop.example" },
      views: [
        { ...silent, id: "fra", failure: null, status: 200 },
        { ...silent, id: "iad", failure: null, status: 404 },
        { ...silent, id: "sin", failure: "http.error", status: 503 },
        { ...silent, id: "syd", failure: "tcp.refused" },
      ],
    });
  });

  test("carries the network of the browser, with or without its number", () => {
    const check = { event: "connectivity", result: "reached" } as const;
    expect(toWorldEvent({ ...check, network: { asn: 3352, country: "ES" } }, "chromium", 7)).toMatchObject({
      network: { asn: 3352, country: "ES" },
    });
    expect(toWorldEvent({ ...check, network: { country: "ES" } }, "chromium", 7)).toMatchObject({ network: { asn: null, country: "ES" } });
    expect(toWorldEvent(check, "chromium", 7)).toMatchObject({ network: undefined });
  });
});
