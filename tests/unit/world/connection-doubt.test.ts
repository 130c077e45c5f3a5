import { describe, expect, test } from "vitest";
import { originOf } from "../../../utils/core/net/origin.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { isLastSeenFailing, isNetworkChange, isProven, isSilent } from "../../../utils/core/world/connection-doubt.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { forgetSite } from "../../../utils/core/world/forget-site.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import type { World } from "../../../utils/core/world/world.ts";

const NOW = Date.parse("2026-03-03T09:00:00Z");
const knowledge = { ...createLocator(), learned: () => null };

/** The world after events, one a second. */
function worldAfter(...events: ((at: number) => WorldEvent)[]): World {
  return events.reduce((world, event, index) => reduce(world, event(NOW + index * SECOND), knowledge), emptyWorld("firefox", "full"));
}

const request = (at: number, url: string, type = "main_frame") => ({ at, tabId: 1, target: originOf(url), type });
const fails = (site: string) => (at: number) => ({
  event: "error" as const,
  ...request(at, `https://${site}/`),
  error: "NS_ERROR_NET_TIMEOUT",
});
const answers =
  (url: string, status = 200, type = "main_frame") =>
  (at: number) => ({ event: "completed" as const, ...request(at, url, type), status });
const reached = (at: number) => ({ event: "connectivity" as const, at, result: "reached" as const });

describe("the connection is in doubt", () => {
  const three = [fails("a.example"), fails("b.example"), fails("c.example")];

  test("once three owners have failed and nothing that the person visits has answered in between", () => {
    expect(isSilent(worldAfter(...three.slice(1)))).toBe(false);
    expect(isSilent(worldAfter(fails("a.example"), fails("www.a.example"), fails("b.example")))).toBe(false);
    expect(isSilent(worldAfter(...three))).toBe(true);
  });

  test.each<[string, (at: number) => WorldEvent, boolean]>([
    ["a page over https ends the doubt", answers("https://news.example/"), false],
    ["an error page over https too: its server was reached", answers("https://news.example/", 503), false],
    ["a page over http does not: a captive portal answers it too", answers("http://news.example/"), true],
  ])("%s", (_, answer, silent) => {
    expect(isSilent(worldAfter(...three, answer))).toBe(silent);
    expect(isSilent(worldAfter(...three.slice(0, 2), answer, ...three.slice(2)))).toBe(silent);
  });

  test("an answer of a third party, which nobody visits, does not end it", () => {
    const page = (at: number) => ({
      ...answers("https://cdn.example/", 200, "xmlhttprequest")(at),
      initiator: originOf("https://a.example/"),
    });
    expect(isSilent(worldAfter(...three, page))).toBe(true);
  });

  test("and a site that is forgotten is no part of it any more", () => {
    const world = worldAfter(...three);
    expect(forgetSite(world, "b.example", world.sites["b.example"]?.owner ?? "").silentOwners).toHaveLength(2);
  });
});

describe("the connection is proven", () => {
  test("for a minute after a site or a mirror answered", () => {
    expect(isProven(worldAfter(), NOW)).toBe(false);
    for (const world of [worldAfter(answers("https://news.example/")), worldAfter(reached), { ...worldAfter(), feedAt: NOW }]) {
      expect(isProven(world, NOW + MINUTE - 1)).toBe(true);
      expect(isProven(world, NOW + MINUTE)).toBe(false);
    }
  });

  test("not by a check or a feed of a mirror on this device or its own network, though that feed counts", () => {
    const locally = (at: number) => ({ event: "connectivity" as const, at, result: "reached-locally" as const });
    expect(isProven(worldAfter(locally), NOW)).toBe(false);
    const came = (at: number) => ({ event: "feeds" as const, at, copies: [], checked: NOW });
    expect(isProven(worldAfter(came), NOW)).toBe(true);
    const failed = (at: number) => ({
      event: "feed-failed" as const,
      at: at - 1,
      mirror: originOf("http://127.0.0.1:9"),
      error: "TypeError",
    });
    const local = worldAfter(failed, (at) => ({ ...came(at), local: true }));
    expect(isProven(local, NOW)).toBe(false);
    expect(local).toMatchObject({ feedAt: 0, checkedAt: NOW, feedFailures: {} });
  });
});

describe("a person who opens the popup waits for a check", () => {
  test("where a failure is the last that was seen, and no site answered within the last minute", () => {
    expect(isLastSeenFailing(worldAfter(reached, fails("a.example")), NOW + 5 * SECOND)).toBe(true);
    expect(isLastSeenFailing(worldAfter(fails("a.example"), reached), NOW + 5 * SECOND)).toBe(false);
    expect(isLastSeenFailing(worldAfter(answers("https://news.example/"), fails("a.example")), NOW + 5 * SECOND)).toBe(false);
    expect(isLastSeenFailing(worldAfter(answers("https://news.example/", 503)), NOW + 5 * SECOND)).toBe(false);
    expect(isLastSeenFailing(worldAfter(), NOW)).toBe(false);
  });
});

test("the network of the device changed where it is online again, or where a request failed because of it", () => {
  const world = emptyWorld("chromium", "full");
  const failed = (error: string) => ({ ...fails("a.example")(NOW), error });
  expect(isNetworkChange({ event: "online", at: NOW }, world)).toBe(true);
  expect(isNetworkChange({ event: "offline", at: NOW }, world)).toBe(false);
  for (const error of ["net::ERR_NETWORK_CHANGED", "net::ERR_NETWORK_IO_SUSPENDED"])
    expect(isNetworkChange(failed(error), world)).toBe(true);
  expect(isNetworkChange(failed("net::ERR_CONNECTION_TIMED_OUT"), world)).toBe(false);
});
