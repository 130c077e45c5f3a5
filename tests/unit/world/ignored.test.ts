import { describe, expect, test } from "vitest";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import type { IgnoredReason } from "../../../utils/core/world/ignored.ts";
import { takeStep } from "../../../utils/core/world/reduce.ts";
import { Scene } from "../diagnosis/scene.ts";

const knowledge = { ...createLocator(), learned: () => null };

/** Why the next event of a scene counts for nothing; null where it counts. */
function reasonOf(scene: Scene, line: ReportLine): IgnoredReason | null {
  return takeStep(scene.world, toWorldEvent(line, scene.world.browser, scene.now), knowledge).ignored;
}

/** A person reads shop.com in tab 1, and it works. */
const reading = (browser: "chromium" | "firefox" = "chromium") => new Scene({ browser }).page("shop.com").wait(5);
const basic = () => new Scene({ mode: "basic" }).page("shop.com").wait(5);

const answer = { event: "completed", tabId: 1, url: "https://api.shop.com/", type: "xmlhttprequest", status: 200 } as const;
const page = { ...answer, url: "https://www.shop.com/", type: "main_frame" } as const;
const failure = {
  event: "error",
  tabId: 1,
  url: "https://api.shop.com/",
  type: "xmlhttprequest",
  error: "net::ERR_CONNECTION_RESET",
} as const;
const navigationError = { event: "navigation-error", tabId: 1, url: "https://www.shop.com/", error: "net::ERR_CONNECTION_RESET" } as const;
const shown = { event: "navigation-completed", tabId: 1, url: "https://www.shop.com/" } as const;

describe("an event counts", () => {
  test.each<[string, Scene, ReportLine]>([
    ["an answer to a call", reading(), answer],
    ["a failed call", reading(), failure],
    ["a page that answers 503", reading(), { ...page, status: 503 }],
    ["a failed navigation in Chromium", reading(), navigationError],
    [
      "a failed page request in Firefox",
      reading("firefox"),
      { ...failure, ...shown, event: "error", type: "main_frame", error: "NS_ERROR_NET_RESET" },
    ],
    ["a page that is shown in basic access", basic(), shown],
    ["a third party's answer, which proves that the connection works", reading(), { ...answer, url: "https://cdn.other.com/" }],
    ["a page request given up after a long wait", reading(), { ...failure, type: "main_frame", error: "net::ERR_ABORTED", ms: 20_000 }],
  ])("%s", (_, scene, line) => expect(reasonOf(scene, line)).toBeNull());
});

describe("a request counts for nothing, and the reason says why", () => {
  test.each<[IgnoredReason, string, Scene, ReportLine]>([
    ["subresource", "an image that answers", reading(), { ...answer, type: "image" }],
    ["subresource", "a script that fails", reading(), { ...failure, type: "script" }],
    ["cached", "an answer from the cache", reading(), { ...answer, fromCache: true }],
    ["speculative", "a prefetched page in Chromium", reading(), { ...page, documentId: "A" }],
    ["speculative", "a prefetched page in Chromium that fails", reading(), { ...failure, type: "main_frame", documentId: "A" }],
    ["extension-request", "an answer to an extension", reading(), { ...answer, initiator: "chrome-extension://abc/" }],
    ["extension-request", "an extension's request that fails", reading(), { ...failure, initiator: "moz-extension://abc/" }],
    ["no-host", "an answer without a host", reading(), { ...answer, url: "data:text/plain,x" }],
    ["no-host", "a failure without a host", reading(), { ...failure, url: "file:///etc/hosts" }],
    ["private-host", "an answer of a private network", reading(), { ...answer, url: "http://192.168.1.1/" }],
    ["private-host", "a failure of this machine", reading(), { ...failure, url: "http://localhost:3000/" }],
    ["captive-portal", "a plain http page behind a captive portal", reading().check("captive"), { ...page, url: "http://plain.com/" }],
    ["third-party", "a third party's error", reading(), { ...answer, url: "https://ads.other.com/", status: 503 }],
    ["third-party", "a third party's failure", reading(), { ...failure, url: "https://ads.other.com/" }],
    ["third-party", "a call of another site's frame", reading(), { ...failure, initiator: "https://frame.other.com" }],
    ["unjudged-page", "a failed call of a private page", reading().page("nas.local"), { ...failure, url: "https://api.other.com/" }],
    ["unvisited-site", "a service worker's request of a site never opened", reading(), { ...answer, tabId: -1, url: "https://never.com/" }],
    ["refused-call", "a call that is answered with 429", reading(), { ...answer, status: 429 }],
    ["other-port", "a page on a port of its own", reading(), { ...page, url: "https://shop.com:8443/" }],
    ["aborted", "a call that its page aborted", reading(), { ...failure, error: "net::ERR_ABORTED" }],
    ["blocked", "a call that an extension blocked", reading(), { ...failure, error: "net::ERR_BLOCKED_BY_CLIENT" }],
    ["page-policy", "a call that the page's policy refused", reading(), { ...failure, error: "net::ERR_BLOCKED_BY_ORB" }],
    ["browser-internal", "a call that the browser's cache failed", reading(), { ...failure, error: "net::ERR_CACHE_MISS" }],
    ["possible-cors-refusal", "a call that failed without saying why", reading(), { ...failure, error: "net::ERR_FAILED" }],
    ["protocol-fallback", "a call that failed over QUIC", reading(), { ...failure, error: "net::ERR_QUIC_PROTOCOL_ERROR" }],
    [
      "filtered-tracker",
      "a tracker of the site's own name that a filtering resolver refuses",
      reading(),
      { ...failure, url: "https://metrics.shop.com/", error: "net::ERR_NAME_NOT_RESOLVED" },
    ],
    ["reported-by-navigation", "a failed page request in Chromium", reading(), { ...failure, type: "main_frame" }],
    ["repeated", "a second answer of the same second", reading().call("shop.com"), answer],
    ["repeated", "a page that opens twice at once", new Scene().page("shop.com"), page],
  ])("%s: %s", (reason, _, scene, line) => expect(reasonOf(scene, line)).toBe(reason));
});

describe("a navigation counts for nothing, and the reason says why", () => {
  const reset = "Error code 2152398868";
  test.each<[IgnoredReason, string, Scene, ReportLine]>([
    ["no-host", "an error page's own address", reading(), { ...navigationError, url: "chrome-error://chromewebdata/" }],
    ["no-host", "a page without a host in basic access", basic(), { ...shown, url: "about:blank" }],
    ["private-host", "a failed page of a private network", reading(), { ...navigationError, url: "http://nas.local/" }],
    [
      "private-host",
      "a blocked page of a private network",
      reading(),
      { ...navigationError, url: "http://nas.local/", error: "net::ERR_BLOCKED_BY_CLIENT" },
    ],
    ["private-host", "a page of a private network in basic access", basic(), { ...shown, url: "http://nas.local/" }],
    ["aborted", "a navigation that the person stopped", reading(), { ...navigationError, error: "net::ERR_ABORTED" }],
    ["aborted", "Firefox's abort on an ordinary load", reading("firefox"), { ...navigationError, error: "Error code 2152398850" }],
    ["blocked", "a page that an extension blocked", reading(), { ...navigationError, error: "net::ERR_BLOCKED_BY_CLIENT" }],
    ["captive-portal", "a plain http page behind a captive portal", basic().check("captive"), { ...shown, url: "http://plain.com/" }],
    ["reported-by-request", "a failed navigation in Firefox with full access", reading("firefox"), { ...navigationError, error: reset }],
    ["reported-by-request", "a page that is shown in full access", reading(), shown],
    ["error-page", "the browser's error page that is complete", basic().pageFails("shop.com", "reset"), shown],
    [
      "https-first",
      "Chrome's warning in place of a plain http page, in basic access",
      basic(),
      { ...navigationError, url: "http://plain.com/", error: "net::ERR_BLOCKED_BY_CLIENT" },
    ],
  ])("%s: %s", (reason, _, scene, line) => expect(reasonOf(scene, line)).toBe(reason));

  test("https-first: Chrome's warning after its https probe failed, and only for the host that was probed", () => {
    const probe = { ...failure, type: "main_frame", url: "https://plain.com/", error: "net::ERR_CONNECTION_REFUSED" };
    const scene = reading().tell(probe).wait(1);
    const blocked = { ...navigationError, error: "net::ERR_BLOCKED_BY_CLIENT" };
    expect(reasonOf(scene, { ...blocked, url: "http://plain.com/" })).toBe("https-first");
    expect(reasonOf(scene, { ...blocked, url: "http://other.com/" })).toBe("blocked");
    expect(reasonOf(scene, { ...blocked, url: "https://plain.com/" })).toBe("blocked");
    expect(reasonOf(scene.wait(10), { ...blocked, url: "http://plain.com/" })).toBe("blocked");
  });
});

describe("a feed counts for nothing, and the reason says why", () => {
  const scene = new Scene().feed([]);
  const feed = scene.world.feeds[0]?.feed as Feed;
  const take = (changes: Partial<Feed>) =>
    takeStep(scene.world, { event: "feed", at: scene.now, feed: { ...feed, ...changes } }, knowledge).ignored;

  test("feed-not-newer: a document with the sequence number of the last", () => {
    expect(take({})).toBe("feed-not-newer");
    expect(take({ sequence: feed.sequence + 1 })).toBeNull();
  });

  test("feed-expired: a document past its end", () => {
    expect(take({ sequence: feed.sequence + 1, expires: scene.ago(1) })).toBe("feed-expired");
  });
});

describe("a replay", () => {
  const start = { t: 0, event: "start", trace: 1, name: "made", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };
  const countsOf = (lines: object[]) =>
    [
      ...replayTrace(
        lines.map((line) => JSON.stringify(line)),
        replayKnowledge,
      ),
    ].map(({ ignored }) => ignored);

  test("counts the ignored events since the ask before, by reason", () => {
    const lines = [
      start,
      { ...page, t: 1 },
      { ...failure, t: 2, error: "net::ERR_ABORTED" },
      { ...failure, t: 3, error: "net::ERR_ABORTED" },
    ];
    const more = [
      { t: 4, event: "ask" },
      { ...answer, t: 5, type: "image" },
      { t: 6, event: "ask" },
      { t: 7, event: "ask" },
    ];
    expect(countsOf([...lines, ...more])).toEqual([{ aborted: 2 }, { subresource: 1 }, {}]);
  });

  test("ignores requests in basic access", () => {
    expect(
      countsOf([
        { ...start, mode: "basic" },
        { ...page, t: 1, status: 503 },
        { t: 2, event: "ask" },
      ]),
    ).toEqual([{ "basic-access": 1 }]);
  });
});
