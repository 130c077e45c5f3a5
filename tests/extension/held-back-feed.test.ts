import { describe, expect, test } from "vitest";
import { MINUTE } from "../../utils/core/time.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { feedStatus } from "../../utils/feed/feed-statuses.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve } from "./support/mirrors.ts";
import { feedDocument, signFeed } from "./support/signed-feeds.ts";

const { client, root, status, use } = followFeed();

describe("a mirror that holds back what is new", () => {
  const stale = signFeed(feedDocument(5, 20), root);

  test("is found out where another mirror has a newer feed", async () => {
    const mirrors = [await serve(stale)];
    await use(mirrors);
    await client().refresh(0);
    await use([...mirrors, await serve(signFeed(feedDocument(8), root))]);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(await status()).toMatchObject({ state: "fresh" });
    expect((await loadFeedState(root)).feed?.sequence).toBe(8);
  });

  test("is shown to the person where no mirror has a newer feed, and the copy counts until it expires", async () => {
    await use([await serve(stale), await serve(stale)]);
    await client().refresh(0);
    expect(await client().refresh(0)).toMatchObject({ ok: false, reason: expect.stringMatching(/anything newer than number 5/) });
    expect(await status()).toMatchObject({ state: "frozen", reason: expect.stringContaining("number 5") });
    expect(feedStatus(await loadFeedState(root), Date.now() + 15 * MINUTE)).toMatchObject({ state: "stale" });
  });

  test("cannot lead back to an older copy", async () => {
    await use([await serve(signFeed(feedDocument(8), root))]);
    await client().refresh(0);
    await use([await serve(stale)]);
    expect((await client().refresh(0)).reason).toMatch(/number 5 is older than 8/);
    expect((await loadFeedState(root)).feed?.sequence).toBe(8);
  });
});
