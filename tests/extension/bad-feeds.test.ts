import { expect, test } from "vitest";
import { FEED_SIZE_LIMIT } from "../../utils/core/feed/envelope.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve } from "./support/mirrors.ts";
import { createSigner, feedDocument, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, status, use } = followFeed();

const stranger = createSigner();

/** A good feed, long enough to be cut short and changed in every part of it. */
const GOOD = signFeed(
  feedDocument(500, 0, {
    incidents: Array.from({ length: 5 }, (_, index) => ({
      ...{ id: `aws-${index}`, provider: "aws", region: "us-east-1", severity: "major", status: "investigating", title: "Errors" },
      ...{ started: "2026-01-01T00:00:00Z", updated: "2026-01-01T00:00:00Z" },
    })),
  }),
  root,
);

/** One bad feed of each kind in turn; `chance` chooses where and how. */
function badFeed(index: number, chance: number): Uint8Array<ArrayBuffer> {
  const at = Math.floor(chance * GOOD.length);
  switch (index % 8) {
    case 0:
      return signFeed(feedDocument(501 + index), stranger, root.rootKey);
    case 1:
      return signFeed(feedDocument(501 + index), stranger);
    case 2:
      return GOOD.slice(0, at);
    case 3:
      return GOOD.map((byte, place) => (place === at ? byte ^ (1 << (index % 7)) : byte));
    case 4:
      return signFeed(feedDocument(Math.floor(chance * 500)), root);
    case 5:
      return new Uint8Array(FEED_SIZE_LIMIT + 1 + at);
    case 6:
      return signFeed(feedDocument(501 + index, 31 + Math.floor(chance * 10_000)), root);
    default:
      return new Uint8Array([...GOOD, at % 256]);
  }
}

test("of a thousand forged, truncated, corrupted, replayed, oversized and expired feeds none is accepted, and each time the status says why", async () => {
  let served: Uint8Array = GOOD;
  await use([await serve(() => served)]);
  const running = client();
  await running.refresh(0);
  const before = (await loadFeedState(root)).feed;
  events.length = 0;
  const reasons = new Set<string>();
  for (let index = 0; index < 1000; index++) {
    served = badFeed(index, Math.abs(Math.sin(index + 1)));
    const outcome = await running.refresh(0);
    const now = await status();
    expect({ index, ok: outcome.ok, state: now.state }).toEqual({ index, ok: false, state: "refused" });
    reasons.add("reason" in now && now.reason !== null ? now.reason.replace(/^\S+: /, "").replaceAll(/[0-9]+/g, "N") : "none");
  }
  expect(events.filter(({ event }) => event === "feed")).toEqual([]);
  expect((await loadFeedState(root)).feed).toEqual(before);
  expect([...reasons]).not.toContain("none");
  for (const word of ["signature does not fit", "not known here", "older than", "larger than", "expired", "first line"])
    expect([...reasons].join("; ")).toContain(word);
  served = signFeed(feedDocument(501), root);
  expect(await running.refresh(0)).toEqual({ ok: true, reason: null });
}, 60_000);
