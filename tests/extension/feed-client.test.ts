import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { HEAD_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { HOUR, SECOND } from "../../utils/core/time.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { feedStatuses } from "../../utils/feed/feed-statuses.ts";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, serve, startMirror } from "./support/mirrors.ts";
import { underPublicName } from "./support/public-name.ts";
import { feedDocument, incident, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, status, use } = followFeed();

const kinds = () => events.map(({ event }) => event);
const feedsOf = () => events.flatMap((event) => (event.event === "feeds" ? event.copies.map(({ feed }) => feed) : []));

/** A mirror that has the feed, and answers the reachability check. */
function wholeMirror(): Promise<string> {
  const files = signFeed(feedDocument(7), root);
  return startMirror(({ url = "" }, reply) =>
    url === REACHABLE_PATH ? reply.writeHead(204, { "access-control-expose-headers": "Date" }).end() : reply.end(files[url]),
  );
}

describe("the feed client", () => {
  test("gives the world a feed that its root key granted, and says that the connection works", async () => {
    await use([underPublicName(await serve(signFeed(feedDocument(7), root)))]);
    expect(await client().refresh(0)).toMatchObject({ ok: true, reason: null });
    expect(events).toMatchObject([
      { event: "connectivity", result: "reached" },
      { event: "feeds", copies: [{ kind: "main", of: "", feed: { sequence: 7 } }] },
    ]);
    const skew = events[0]?.event === "connectivity" ? events[0].skew : undefined;
    expect(Math.abs(skew ?? Number.NaN)).toBeLessThan(10 * SECOND);
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("proves nothing of the connection by a mirror on this device", async () => {
    await use([await wholeMirror()]);
    expect(await client().check()).toEqual({ result: "reached-locally" });
    const found = events.filter(({ event }) => event === "connectivity");
    expect(new Set(found.map((event) => JSON.stringify({ ...event, at: 0 })))).toEqual(
      new Set([JSON.stringify({ event: "connectivity", at: 0, result: "reached-locally" })]),
    );
    expect(events.find(({ event }) => event === "feeds")).toMatchObject({ copies: [{ kind: "main" }], local: true });
  });

  test("takes the feed from a mirror on this network, and the word about the connection from one on the internet", async () => {
    const here = await wholeMirror();
    await use([here, underPublicName(DEAD_MIRROR)]);
    expect(await client().check()).toEqual({ result: "unreachable" });
    await use([here, underPublicName(here)]);
    expect(await client().check()).toEqual({ result: "reached" });
    const found = events.flatMap((event) => (event.event === "connectivity" ? event.result : []));
    expect(new Set(found)).toEqual(new Set(["unreachable", "reached"]));
    expect(events.flatMap((event) => (event.event === "feeds" ? event.copies.map(({ feed }) => feed.sequence) : []))).toContain(7);
  });

  test("downloads a body once, and dates the feed by each new head", async () => {
    let document = feedDocument(7, 10, { incidents: [incident("cloud")] });
    const asked: string[] = [];
    await use([await serve(() => signFeed(document, root), asked)]);
    const running = client();
    await running.refresh(0);
    document = { ...feedDocument(8), body: document.body };
    await running.refresh(0);
    expect(asked.filter((path) => path !== HEAD_PATH)).toHaveLength(1);
    expect(feedsOf().at(-1)).toMatchObject({ sequence: 8, issued: document.issued, incidents: [{ id: "cloud" }] });
    expect(feedsOf().at(-1)?.sources.read).toBe(document.issued);
  });

  test("takes the body from another mirror where one has only the head of it yet", async () => {
    const files = signFeed(feedDocument(7), root);
    const { [HEAD_PATH]: head = new Uint8Array() } = files;
    await use([await serve({ [HEAD_PATH]: head }), await serve(() => files)]);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(feedsOf().at(-1)).toMatchObject({ sequence: 7 });
  });

  test("keeps its copy where no mirror has the body of the newer head, and takes an older head that has one", async () => {
    let files = signFeed(feedDocument(7, 9), root);
    const mirror = await serve(() => files);
    await use([mirror]);
    const running = client();
    await running.refresh(0);
    const middle = signFeed(feedDocument(8, 3, { incidents: [incident("middle")] }), root);
    files = { [HEAD_PATH]: signFeed(feedDocument(9, 0, { incidents: [incident("new")] }), root)[HEAD_PATH] ?? new Uint8Array() };
    expect(await running.refresh(0)).toMatchObject({ ok: false, reason: expect.stringContaining("no mirror has its body") });
    expect((await loadFeedState(root)).feed?.sequence).toBe(7);
    await use([mirror, await serve(middle)]);
    expect((await running.refresh(0)).ok).toBe(true);
    expect((await loadFeedState(root)).feed?.sequence).toBe(8);
  });

  test("asks the other mirror when one is dead, and tells the world of both", async () => {
    await use([DEAD_MIRROR, await serve(signFeed(feedDocument(1), root))]);
    const running = client();
    // The mirrors are asked in random order.
    do {
      events.length = 0;
      expect((await running.refresh(0)).ok).toBe(true);
    } while (!kinds().includes("feed-failed"));
    expect(kinds()).toEqual(["feed-failed", "connectivity", "feeds"]);
    expect(events[1]?.at).toBeGreaterThanOrEqual(events[0]?.at ?? Number.NaN);
  });

  test("finds out what stands in the way where no mirror has a head", async () => {
    const portal = await startMirror((_request, reply) => reply.writeHead(302, { location: "http://login.example/" }).end());
    await use([portal]);
    await client().refresh(0);
    expect(events.at(-1)).toMatchObject({ event: "connectivity", result: "captive" });
  });

  test("believes a head that came through more than a static mirror that cannot answer the reachability check", async () => {
    const files = signFeed(feedDocument(1), root);
    const asked: string[] = [];
    const mirror = await startMirror(({ url = "" }, reply) => {
      asked.push(url);
      if (url === REACHABLE_PATH) setTimeout(() => reply.writeHead(404).end(), 300);
      else reply.end(files[url]);
    });
    await use([underPublicName(mirror)]);
    await client().check();
    expect(asked).toContain(REACHABLE_PATH);
    expect(events.filter(({ event }) => event === "connectivity")).toMatchObject([{ result: "reached" }]);
  });

  test("sends a mirror nothing that a mirror sent before", async () => {
    const seen: string[] = [];
    const files = signFeed(feedDocument(3), root);
    const mirror = await startMirror(({ url = "", headers }, reply) => {
      seen.push(`${url} ${JSON.stringify(headers)}`);
      reply
        .writeHead(200, { etag: '"user-96ff0fd7"', "last-modified": "Tue, 03 Mar 2026 09:05:00 GMT", "set-cookie": "user-96ff0fd7=1" })
        .end(files[url]);
    });
    await use([mirror]);
    await client().refresh(0);
    const first = seen.length;
    await client().refresh(0);
    expect(seen).toHaveLength(first + 1);
    expect(seen.join("\n")).not.toMatch(/96ff0fd7|if-none-match|if-modified-since|cookie|03 Mar/i);
  });

  test("gives the world what a full disk did not keep, and accepts nothing older afterwards", async () => {
    let served = signFeed(feedDocument(5, 2), root);
    await use([await serve(() => served)]);
    const running = client();
    const full = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES quota exceeded"));
    try {
      expect((await running.refresh(0)).ok).toBe(true);
      expect(feedsOf()).toMatchObject([{ sequence: 5 }]);
      served = signFeed(feedDocument(4, 1), root);
      expect((await running.refresh(0)).reason).toMatch(/number 4 is older than 5/);
      served = signFeed(feedDocument(6), root);
      // The background is stopped, and the next one knows it too.
      await client().refresh(0);
      expect((await feedStatuses(Date.now(), fakeBrowser.storage.session.get(null))).main).toMatchObject({ state: "fresh" });
    } finally {
      full.mockRestore();
    }
    expect(feedsOf().at(-1)).toMatchObject({ sequence: 6 });
    await running.refresh(0);
    expect((await loadFeedState(root)).feed?.sequence).toBe(6);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  test("says that no feed is set when there is none, and asks nobody", async () => {
    expect(await client().refresh(0)).toMatchObject({ ok: false, reason: "no feed is set" });
    expect(events).toEqual([]);
  });

  test("keeps the address of reports of the last head", async () => {
    let document = { ...feedDocument(1, 1), reports: "https://feed.example/v2/reports" };
    await use([await serve(() => signFeed(document, root))]);
    await client().refresh(0);
    expect((await loadFeedState(root)).reports).toBe("https://feed.example/v2/reports");
    document = feedDocument(2) as typeof document;
    await client().refresh(0);
    expect((await loadFeedState(root)).reports).toBeNull();
  });

  test("does not ask again within the time for which the last answer is fresh enough", async () => {
    const asked: string[] = [];
    await use([await serve(signFeed(feedDocument(1), root), asked)]);
    await client().refresh(0);
    const before = asked.length;
    await client().refresh(HOUR);
    expect(asked).toHaveLength(before);
  });

  test("asks no mirror that would be told which installation asks", async () => {
    const asked: string[] = [];
    const mirror = await serve(signFeed(feedDocument(1), root), asked);
    await use([mirror]);
    vi.stubEnv("FIREFOX", "true");
    let allowed = false;
    const contains = vi.spyOn(fakeBrowser.permissions, "contains").mockImplementation(async () => allowed);
    await client().check();
    expect(await client().refresh(0)).toMatchObject({ ok: false, reason: expect.stringContaining("may be asked") });
    expect([asked, events]).toEqual([[], []]);
    allowed = true;
    expect((await client().refresh(0)).ok).toBe(true);
    expect(contains).toHaveBeenCalledWith({ origins: ["*://127.0.0.1/*"] });
    contains.mockRestore();
  });

  test("forgets everything of the feeds but the newest root, and of a feed that the person added that too", async () => {
    await use([await serve(signFeed(feedDocument(7), root))]);
    const running = client();
    await running.refresh(0);
    vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue({
      feeds: [{ mirrors: ["https://feed.example"], rootKey: root.rootKey }],
    } as never);
    await running.erase();
    const [kept] = Object.values(await fakeBrowser.storage.local.get(`feedState/${root.rootKey}`));
    expect(kept).toEqual({
      ...{ root: { number: 1, keys: [root.rootKey], threshold: 1 }, heads: { highest: {}, last: null } },
      ...{ feed: null, reports: null, checked: null, trouble: null, forked: null },
    });
    vi.restoreAllMocks();
    await running.erase();
    expect(await fakeBrowser.storage.local.get(`feedState/${root.rootKey}`)).toEqual({});
  });
});
