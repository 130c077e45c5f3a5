import { describe, expect, test } from "vitest";
import { feedStatus, loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve, startMirror } from "./support/mirrors.ts";
import { feedDocument, signFeed } from "./support/signed-feeds.ts";

const { client, root, status, use } = followFeed();

describe("a mirror that holds back what is new", () => {
  const stale = signFeed(feedDocument(5, 20), root);

  test("is found out where another mirror has a newer feed", async () => {
    const mirrors = [await serve(stale)];
    await use(mirrors);
    await client().refresh(0);
    await use([...mirrors, await serve(signFeed(feedDocument(8), root))]);
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(await status()).toMatchObject({ state: "fresh" });
    expect((await loadFeedState(root)).sequence).toBe(8);
  });

  test("is shown to the person where no mirror has a newer feed, and the copy counts until it expires", async () => {
    const notModified = await startMirror((request, reply) =>
      request.headers["if-none-match"] === undefined
        ? reply.writeHead(200, { etag: '"five"' }).end(stale)
        : reply.writeHead(304, { etag: '"five"' }).end(),
    );
    await use([notModified, await serve(stale)]);
    await client().refresh(0);
    expect(await client().refresh(0)).toEqual({
      ok: false,
      reason: expect.stringMatching(/nothing newer than number 5|anything newer than number 5/),
    });
    expect(await status()).toMatchObject({ state: "frozen", reason: expect.stringContaining("number 5") });
    expect(feedStatus(await loadFeedState(root), Date.now() + 15 * 60_000)).toMatchObject({ state: "stale" });
  });
});
