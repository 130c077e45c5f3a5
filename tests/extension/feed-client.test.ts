import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { feedStatuses, loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, serve, startMirror } from "./support/mirrors.ts";
import { createSigner, feedDocument, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, status, use } = followFeed();

const stranger = createSigner();

describe("the feed client", () => {
  test("gives the world a feed that its root key signed", async () => {
    const mirrors = [await serve(signFeed(feedDocument(7), root))];
    await use(mirrors);
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(events).toMatchObject([{ event: "feed", feed: { sequence: 7 } }]);
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("asks the other mirror when one is dead", async () => {
    const dead = DEAD_MIRROR;
    const mirrors = [dead, await serve(signFeed(feedDocument(1), root))];
    await use(mirrors);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(events.at(-1)).toMatchObject({ event: "feed" });
  });

  test("reports a feed again after a mirror failed, also when the other one has nothing new: the connection works", async () => {
    const alive = await serve(signFeed(feedDocument(1), root));
    await use([alive]);
    const running = client();
    await running.refresh(0);
    await use([DEAD_MIRROR, alive]);
    // The mirrors are asked in random order.
    do {
      events.length = 0;
      await running.refresh(0);
    } while (!events.some(({ event }) => event === "feed-failed"));
    expect(events.map(({ event }) => event)).toEqual(["feed-failed", "feed"]);
    expect(events[1]?.at).toBeGreaterThanOrEqual(events[0]?.at ?? Number.NaN);
  });

  test("reports it too when all mirrors had failed before, and when the one that answers holds an old copy", async () => {
    const alive = await serve(signFeed(feedDocument(1), root));
    await use([alive]);
    const running = client();
    await running.refresh(0);
    await use([DEAD_MIRROR]);
    await running.refresh(0);
    await use([alive]);
    events.length = 0;
    await running.refresh(0);
    expect(events.map(({ event }) => event)).toEqual(["feed"]);

    const old = await serve(signFeed(feedDocument(2, 20), root));
    await use([old]);
    await running.refresh(0);
    await use([DEAD_MIRROR, old]);
    events.length = 0;
    await running.refresh(0);
    expect(events.map(({ event }) => event)).toEqual(["feed-failed", "feed"]);
  });

  test("sends the ETag of its copy and accepts 304", async () => {
    const asked: (string | undefined)[] = [];
    const bytes = signFeed(feedDocument(3), root);
    const mirrors = [
      await startMirror((request, reply) => {
        asked.push(request.headers["if-none-match"]);
        if (request.headers["if-none-match"] === '"three"') reply.writeHead(304).end();
        else reply.writeHead(200, { etag: '"three"' }).end(bytes);
      }),
    ];
    await use(mirrors);
    await client().refresh(0);
    await client().refresh(0);
    expect(asked).toEqual([undefined, '"three"']);
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test.each([
    ["forged", () => signFeed(feedDocument(9), stranger, root.rootKey), /signature/],
    ["expired", () => signFeed(feedDocument(9, 45), root), /expired/],
    ["older than one already seen", () => signFeed(feedDocument(2), root), /sequence 2 is older than 5/],
    ["truncated", () => signFeed(feedDocument(9), root).slice(0, 200), /signature|JSON|document/],
    ["oversized", () => new Uint8Array(300 * 1024), /larger/],
    ["garbage", () => new TextEncoder().encode("<html>log in to the hotel network</html>"), /first line/],
  ])("refuses a feed that is %s, keeps its copy, and says why", async (_name, bytes, reason) => {
    let served = signFeed(feedDocument(5), root);
    const mirrors = [await serve(() => served)];
    await use(mirrors);
    const running = client();
    await running.refresh(0);
    served = bytes();
    events.length = 0;
    const outcome = await running.refresh(0);
    expect(outcome.ok).toBe(false);
    expect(outcome.reason).toMatch(reason);
    expect(events.filter(({ event }) => event === "feed")).toEqual([]);
    expect((await loadFeedState(root)).feed?.sequence).toBe(5);
    expect(await status()).toMatchObject({ state: "refused", reason: expect.stringMatching(reason) });
  });

  test("gives the world what a full disk did not keep, and accepts nothing older afterwards", async () => {
    let served = signFeed(feedDocument(5), root);
    await use([await serve(() => served)]);
    const running = client();
    const full = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("QUOTA_BYTES quota exceeded"));
    try {
      expect(await running.refresh(0)).toEqual({ ok: true, reason: null });
      expect(events).toMatchObject([{ event: "feed", feed: { sequence: 5 } }]);
      served = signFeed(feedDocument(4), root);
      expect((await running.refresh(0)).reason).toMatch(/sequence 4 is older than 5/);
      served = signFeed(feedDocument(6), root);
      // The background is stopped, and the next one knows it too.
      await client().refresh(0);
      expect((await feedStatuses(Date.now(), fakeBrowser.storage.session.get(null))).main).toMatchObject({ state: "fresh" });
    } finally {
      full.mockRestore();
    }
    expect(events.at(-1)).toMatchObject({ event: "feed", feed: { sequence: 6 } });
    await running.refresh(0);
    expect((await loadFeedState(root)).sequence).toBe(6);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  test("says that no feed is set when there is none", async () => {
    expect(await client().refresh(0)).toEqual({ ok: false, reason: "no feed is set" });
  });

  test("does not accept 304 when it has no copy", async () => {
    await use([await startMirror((_request, reply) => reply.writeHead(304).end())]);
    expect(await client().refresh(0)).toEqual({ ok: false, reason: expect.stringMatching(/HTTP 304/) });
  });
});
