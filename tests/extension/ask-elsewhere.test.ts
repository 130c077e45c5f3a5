import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Feed } from "../../utils/core/feed/feed.ts";
import { MINUTE } from "../../utils/core/time.ts";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { createElsewhere } from "../../utils/feed/ask-elsewhere.ts";
import { elsewhereAddress } from "../../utils/feed/elsewhere-address.ts";
import { loadFeedState, saveFeedState } from "../../utils/feed/feed-state.ts";
import { EPOCH, Scene } from "../unit/diagnosis/scene.ts";
import { startMirror, stopMirrors } from "./support/mirrors.ts";

const HOST = "www.shop.example";
const VIEW = { from: "fra", country: "DE", failure: null, status: 200, ms: 310, at: "2026-03-03T09:00:00Z" };
const FRANKFURT = { from: [{ id: "fra", country: "DE" }] };

let mirror = "";
let bodies: string[] = [];
let paths: string[] = [];
let answer: (reply: ServerResponse, request: IncomingMessage) => void = () => {};
let events: WorldEvent[] = [];

/** The main feed names the server of its reports, and these vantages. */
async function feedSays(views: object | null, reports: string | null = `${mirror}/v2/reports`): Promise<void> {
  const more = { views: views === null ? null : { at: new Date(EPOCH).toISOString(), fail: [], blind: [], ...views } };
  const feed = new Scene().feed([], more as Partial<Feed>).world.feeds[0]?.feed ?? null;
  await saveFeedState({ rootKey: "key" }, { ...(await loadFeedState({ rootKey: "key" })), feed, reports });
}

const json = (value: unknown) => (reply: ServerResponse) => void reply.writeHead(200).end(JSON.stringify(value));
const status =
  (code: number, headers = {}) =>
  (reply: ServerResponse) =>
    void reply.writeHead(code, headers).end("{}");
const elsewhere = () => createElsewhere((event) => void events.push(event));

beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.permissions.contains = async () => true;
  vi.useFakeTimers({ toFake: ["Date"], now: EPOCH });
  [bodies, paths, events] = [[], [], []];
  answer = json({ host: HOST, views: [VIEW] });
  mirror = await startMirror(async (request, reply) => {
    paths.push(request.url ?? "");
    bodies.push((await buffer(request)).toString());
    answer(reply, request);
  });
  await fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors: [mirror], rootKey: "key" }] });
  await feedSays(FRANKFURT);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  stopMirrors();
});

describe("a question from elsewhere", () => {
  test("sends the name of the host and nothing else, and brings what vantages saw into the world", async () => {
    expect(await elsewhere().ask(HOST, [])).toEqual({ result: "answered" });
    expect([paths, bodies]).toEqual([["/v2/ask"], [JSON.stringify({ host: HOST })]]);
    const views = [{ id: "fra", country: "DE", failure: null, status: 200, ms: 310 }];
    expect(events).toEqual([{ event: "elsewhere", at: Date.now(), host: HOST, views }]);
  });

  test("that is pressed twice is asked once, and again only after half a minute, also where the background was stopped meanwhile", async () => {
    const one = elsewhere();
    expect(await Promise.all([one.ask(HOST, []), one.ask(HOST, [])])).toHaveLength(2);
    await one.ask(HOST, []);
    const known = [{ host: HOST, site: "shop.example", at: Date.now(), views: [] }];
    expect(await elsewhere().ask(HOST, known)).toEqual({ result: "answered" });
    expect(bodies).toHaveLength(1);
    vi.setSystemTime(Date.now() + 31_000);
    await elsewhere().ask(HOST, known);
    expect(bodies).toHaveLength(2);
  });

  test.each(["localhost", "printer", "nas.local", "10.0.0.5", "8.8.8.8", "wiki.internal"])("about %s never leaves", async (host) => {
    expect(await elsewhere().ask(host, [])).toEqual({ result: "refused" });
    expect(bodies).toEqual([]);
  });

  test.each<[number, object, object]>([
    [400, {}, { result: "refused" }],
    [403, {}, { result: "unavailable" }],
    [404, {}, { result: "unavailable" }],
    [429, { "retry-after": "40" }, { result: "limited", pause: 40 }],
    [503, { "retry-after": "nonsense" }, { result: "busy", pause: 30 }],
    [503, { "retry-after": "99999999" }, { result: "busy", pause: 30 }],
    [502, {}, { result: "unavailable" }],
    [500, {}, { result: "failed" }],
    [302, { location: "http://127.0.0.1:9/" }, { result: "failed" }],
  ])("that is answered with %i %j comes to %j", async (code, headers, outcome) => {
    answer = status(code, headers);
    expect(await elsewhere().ask(HOST, [])).toEqual(outcome);
    expect(events).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["about another host", { host: "www.other.example", views: [VIEW] }],
    ["with a failure that nobody knows", { host: HOST, views: [{ ...VIEW, failure: "gone" }] }],
    ["without views", { host: HOST }],
    ["of more than 16 kB", { host: HOST, views: [], padding: "x".repeat(17_000) }],
  ])("whose answer is %s changes nothing", async (_, value) => {
    answer = json(value);
    expect(await elsewhere().ask(HOST, [])).toEqual({ result: "failed" });
    expect(events).toEqual([]);
  });

  test("that no vantage can answer says so", async () => {
    answer = json({ host: HOST, views: [] });
    expect(await elsewhere().ask(HOST, [])).toEqual({ result: "no-view" });
    expect(events).toEqual([]);
  });

  test("that was erased while it was asked brings nothing back", async () => {
    let asked = () => {};
    const arrived = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let release = () => {};
    answer = (reply) => {
      release = () => json({ host: HOST, views: [VIEW] })(reply);
      asked();
    };
    const one = elsewhere();
    const outcome = one.ask(HOST, []);
    await arrived;
    one.erase();
    release();
    expect(await outcome).toEqual({ result: "failed" });
    expect(events).toEqual([]);
  });
});

describe("the server to ask", () => {
  test("is the one that takes the reports", async () => {
    expect(await elsewhereAddress()).toBe(`${mirror}/v2/ask`);
  });

  test.each<[string, () => unknown]>([
    ["the feed has no vantages", () => feedSays(null)],
    ["none of them speaks", () => feedSays({ from: [] })],
    ["the feed takes no reports", () => feedSays(FRANKFURT, null)],
    ["its address is on a host that is no mirror", () => feedSays(FRANKFURT, "https://elsewhere.example/v2/reports")],
    ["the feed has expired", () => vi.setSystemTime(EPOCH + 31 * MINUTE)],
    ["the person switched it off", () => fakeBrowser.storage.local.set({ askElsewhere: false })],
    ["the organisation switched it off", () => fakeBrowser.storage.managed.set({ askElsewhere: false })],
    ["no feed is set", () => fakeBrowser.storage.local.set({ ownFeeds: [] })],
  ])("is none where %s", async (_, change) => {
    await change();
    expect(await elsewhereAddress()).toBeNull();
    expect(await elsewhere().ask(HOST, [])).toEqual({ result: "unavailable" });
    expect(bodies).toEqual([]);
  });

  test("is none in a Firefox that would name the installation", async () => {
    vi.stubEnv("FIREFOX", "yes");
    fakeBrowser.permissions.contains = async () => false;
    expect(await elsewhereAddress()).toBeNull();
  });
});
