import { describe, expect, test } from "vitest";
import { takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { type LoggedEvent, loggedEvent } from "../../../utils/core/trace/logged-event.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import { writeTrace } from "../../../utils/core/trace/write.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { takeStep } from "../../../utils/core/world/reduce.ts";
import type { World } from "../../../utils/core/world/world.ts";
import { namelessAnswers, writtenAgain } from "./written-again.ts";

const knowledge: Knowledge = {
  ...createLocator({ extraRanges: [{ cidr: "192.0.2.0/24", provider: "aws", region: "us-east-1" }] }),
  learned: (host) => (host === "www.shop.example" ? { provider: "aws", region: "us-east-1" } : null),
};

const NOW = Date.parse("2026-03-03T09:00:00Z");

const page = (at: number, tabId: number, url: string, more: object = {}): WorldEvent =>
  toWorldEvent({ event: "completed", tabId, url, type: "main_frame", status: 200, ip: "192.0.2.7", ...more }, "chromium", NOW + at);

function live(events: WorldEvent[], before: World = emptyWorld("chromium", "full")): { world: World; log: LoggedEvent[] } {
  let world = before;
  const log: LoggedEvent[] = [];
  for (const event of events) {
    const step = takeStep(world, event, knowledge);
    const kept = loggedEvent(event, { changed: step.world !== world, ignored: step.ignored });
    if (kept !== null) log.push(kept);
    world = step.world;
  }
  return { world, log };
}

type Line = { t: number; event: string; [field: string]: unknown };

function saved(events: WorldEvent[], pseudonyms: boolean, before?: World): Line[] {
  const { world, log } = live(events, before);
  const snapshot = takeSnapshot(world, NOW + 60_000);
  const text = writeTrace({ name: "saved", events: log, snapshot, knowledge, pseudonyms });
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

describe("a saved trace", () => {
  test("writes scheme, host and port of a URL, and no user, path, query or fragment", () => {
    const url = "https://me:secret@www.Shop.example:8443/basket?id=7#top";
    const lines = saved([page(0, 1, url, { initiator: "https://www.shop.example/a?b" })], false);
    expect(lines[1]).toMatchObject({ url: "https://www.shop.example:8443/", initiator: "https://www.shop.example/" });
    expect(JSON.stringify(lines)).not.toMatch(/secret|basket|id=7|top/);
  });

  test.each([true, false])("keeps who signed an answer and who wrote it, with pseudonyms: %s", (pseudonyms) => {
    const failed = page(0, 1, "https://www.garden-club.com/", { status: 503, front: "heroku", wrote: "origin" });
    const answered = page(1000, 2, "https://www.other.com/");
    const [, first, second] = saved([failed, answered], pseudonyms);
    expect(first).toMatchObject({ front: "heroku", wrote: "origin" });
    expect(second).not.toHaveProperty("front");
    expect(second).not.toHaveProperty("wrote");
  });

  test("replaces a company's own network where it signed an answer", () => {
    const lines = saved([page(0, 1, "https://slack.com/", { front: "slack" })], true);
    expect(JSON.stringify(lines)).not.toContain("slack");
    expect(lines[1]?.front).toMatch(/^own-network-\d+$/);
  });

  test("ends with what this browser answered about each tab and the toolbar, and the rule that decided", () => {
    const failures = [1000, 9000].map((at) => page(at, 1, "https://www.shop.example/", { status: 503, ip: undefined }));
    const others = [2000, 10_000].flatMap((at) => ["a", "b", "c"].map((name) => page(at, 2, `https://www.${name}.example/`)));
    const lines = saved(
      [...failures, ...others].toSorted((a, b) => a.at - b.at),
      true,
    );
    expect(lines.filter(({ event }) => event === "ask").map(({ tabId, answered }) => ({ tabId, answered }))).toEqual([
      { tabId: 1, answered: { scope: "site", cause: "http", rule: "site" } },
      { tabId: 2, answered: { scope: "clear", cause: null, rule: null } },
      { tabId: undefined, answered: { scope: "site", cause: "http", rule: "site" } },
    ]);
  });

  test("writes an IPv6 address in brackets", () => {
    expect(saved([page(0, 1, "http://[2001:db8::1]:8080/x")], false)[1]).toMatchObject({ url: "http://[2001:db8::1]:8080/" });
  });

  test("says that a load was speculative, and not which document asked for it", () => {
    const lines = saved([page(0, 1, "https://www.shop.example/", { documentId: "9F0C", status: 503 })], false);
    expect(lines[1]).toMatchObject({ documentId: "document", ignored: "speculative" });
    expect(saved([page(0, 1, "https://www.shop.example/")], false)[1]).not.toHaveProperty("documentId");
  });

  test("says that another extension asked, and not which", () => {
    const initiator = "moz-extension://5d1c4e0a/popup.html";
    const lines = saved([page(0, 1, "https://www.shop.example/", { initiator, status: 503 })], false);
    expect(lines[1]).toMatchObject({ initiator: "moz-extension://other/", ignored: "extension-request" });
  });

  test("says why a failure counted for nothing, in a field that a replay ignores", () => {
    const failed = { tabId: 1, url: "https://www.shop.example/a", type: "xmlhttprequest", error: "net::ERR_ABORTED" };
    const lines = saved(
      [page(0, 1, "https://www.shop.example/"), toWorldEvent({ event: "error", ...failed }, "chromium", NOW + 10)],
      false,
    );
    expect(lines[2]).toMatchObject({ event: "error", error: "net::ERR_ABORTED", ignored: "aborted" });
    const replay = replayTrace(
      lines.map((line) => JSON.stringify(line)),
      replayKnowledge,
    );
    expect(replay.next().value).toMatchObject({ verdict: { scope: "clear", site: "shop.example" }, ignored: { aborted: 1 } });
  });

  test("never goes back in time, although events may arrive with the time of an earlier one", () => {
    const lines = saved(
      [page(500, 1, "https://a.example/"), page(100, 2, "https://b.example/"), page(900, 3, "https://c.example/")],
      false,
    );
    const times = lines.map(({ t }) => t);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test("says which provider each address belongs to, so that no address table is needed", () => {
    const [start] = saved([page(0, 1, "https://www.shop.example/")], true);
    expect(start?.ranges).toEqual([{ cidr: "198.18.0.1/32", provider: "aws", region: "us-east-1" }]);
    expect(start?.learned).toMatchObject([{ provider: "aws", region: "us-east-1" }]);
  });

  test("asks for every tab and for the toolbar", () => {
    const lines = saved([page(0, 4, "https://a.example/"), page(10, 9, "https://b.example/")], false);
    expect(lines.filter(({ event }) => event === "ask").map(({ tabId }) => tabId)).toEqual([4, 9, undefined]);
  });

  test("reports tabs that were opened before its first event", () => {
    const { world } = live([page(0, 4, "https://a.example/")]);
    const later = saved([page(5000, 9, "https://b.example/")], false, world);
    expect(later[1]).toEqual({ t: 0, event: "navigation-completed", tabId: 4, url: "https://a.example/" });
  });

  test("begins where access was last given or taken, because the browser reports other events from then on", () => {
    const given = saved(
      [page(0, 1, "https://a.example/"), { event: "access", at: NOW + 10, mode: "basic" }, page(20, 2, "https://b.example/")],
      false,
    );
    expect(given.filter(({ event }) => event === "completed").map(({ url }) => url)).toEqual(["https://b.example/"]);
    expect(given[0]?.mode).toBe("basic");
  });

  test("can be written before anything was seen", () => {
    expect(saved([], true).map(({ event }) => event)).toEqual(["start", "ask"]);
  });

  test("keeps what one service's hosts have to do with each other, under another name", () => {
    const host = "www.netflix.com";
    const lines = [
      { t: 0, event: "start", trace: 1, name: "x", browser: "chromium", epoch: new Date(NOW).toISOString() },
      { t: 0, event: "completed", tabId: 1, url: `https://${host}/`, type: "main_frame", status: 200 },
      { t: 10, event: "completed", tabId: 2, url: "https://a.example/", type: "main_frame", status: 200 },
      ...[500, 4500, 8500].map((t) => ({
        t,
        event: "completed",
        tabId: 1,
        url: "https://api.nflxvideo.net/",
        type: "xmlhttprequest",
        initiator: `https://${host}`,
        status: 503,
      })),
      { t: 9000, event: "completed", tabId: 2, url: "https://a.example/", type: "main_frame", status: 200 },
    ];
    const again = writtenAgain(lines.map((line) => JSON.stringify(line)).join("\n"), true);
    expect(again.saved).not.toMatch(/netflix|nflx/);
    expect(namelessAnswers(again.lived)["1"]).toMatchObject({ scope: "site", cause: "http" });
    expect(namelessAnswers(again.replayed)).toEqual(namelessAnswers(again.lived));
  });

  test("shows of a feed which clouds have trouble, and of services only those seen, under another name", () => {
    const incident = (changes: Partial<Incident>): Incident => ({
      id: "aws-us-east-1-1",
      provider: "aws",
      region: "us-east-1",
      areas: [],
      services: [],
      site: null,
      severity: "major",
      status: "investigating",
      started: "2026-03-03T08:50:00Z",
      updated: "2026-03-03T08:55:00Z",
      resolved: null,
      title: "Increased error rates",
      summary: "",
      advice: [],
      official: null,
      crowd: null,
      affects: ["netflix", "spotify"],
      ...changes,
    });
    const feed: Feed = {
      version: 2,
      previous: null,
      sequence: 1,
      issued: "2026-03-03T08:59:00Z",
      expires: "2026-03-03T09:29:00Z",
      sources: { read: null, except: [], named: [{ id: "spotify", checked: "2026-03-03T08:59:00Z", ok: true }] },
      incidents: [
        incident({}),
        incident({ id: "netflix-1", provider: "netflix", region: null, site: "netflix", title: "Netflix does not stream" }),
        incident({ id: "spotify-1", provider: "spotify", region: null, site: "spotify", title: "Spotify is silent" }),
      ],
      services: [],
      networks: [],
      views: null,
      catalogue: null,
      ranges: null,
    };
    const local = saved([{ event: "feed", at: NOW, feed, local: true }], true).find(({ event }) => event === "feed");
    expect(local, "a feed that proves no connection says so").toMatchObject({ local: true });
    const lines = saved([{ event: "feed", at: NOW, feed }, page(5, 1, "https://www.netflix.com/")], true);
    expect(JSON.stringify(lines)).not.toMatch(/netflix|spotify/i);
    expect(lines.find(({ event }) => event === "feed")).not.toHaveProperty("local");
    const written = lines.find(({ event }) => event === "feed")?.feed as Feed;
    expect(written.incidents.map(({ provider, site, affects }) => [provider, site, affects])).toEqual([
      ["aws", null, ["service-1"]],
      ["service-1", "service-1", ["service-1"]],
    ]);
  });
});
