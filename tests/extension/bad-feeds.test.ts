import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { BODY_SIZE_LIMIT } from "../../utils/core/feed/head.ts";
import { bodyPath, HEAD_PATH } from "../../utils/core/feed/paths.ts";
import { documentLimit } from "../../utils/core/feed/signed-document.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../utils/core/time.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve, startMirror } from "./support/mirrors.ts";
import { createSigner, type Files, feedDocument, incident, sha256Of, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, status, use } = followFeed();

const stranger = createSigner();
const nowInSeconds = () => Math.floor(Date.now() / SECOND);

/** A good feed, long enough to be cut short and changed in every part of it. */
const GOOD = signFeed(feedDocument(500, 0, { incidents: Array.from({ length: 5 }, (_, index) => incident(`aws-${index}`)) }), root);

function headOf(files: Files): Uint8Array {
  return files[HEAD_PATH] ?? new Uint8Array();
}

/** The files with another head. */
function withHead(files: Files, head: Uint8Array): Files {
  return { ...files, [HEAD_PATH]: head };
}

/** One bad feed of each kind in turn; `chance` chooses where and how. */
function badFeed(index: number, chance: number): Files {
  const good = headOf(GOOD);
  const next = feedDocument(501 + index);
  const at = Math.floor(chance * good.length);
  switch (index % 9) {
    case 0:
      return signFeed(next, root, { forgedBy: stranger });
    case 1:
      return signFeed(next, stranger);
    case 2:
      return withHead(GOOD, good.slice(0, at));
    case 3:
      return withHead(
        GOOD,
        good.map((byte, place) => (place === at ? byte ^ (1 << (index % 7)) : byte)),
      );
    case 4:
      return signFeed(feedDocument(Math.floor(chance * 500)), root);
    case 5:
      return withHead(GOOD, new Uint8Array(documentLimit("head") + 1 + at));
    case 6:
      return signFeed(feedDocument(501 + index, 31 + Math.floor(chance * 10_000)), root);
    case 7:
      return signFeed(next, root, { notAfter: Date.now() - 1 - Math.floor(chance * DAY) });
    default:
      return withHead(GOOD, new Uint8Array([...good, at % 256]));
  }
}

test("of a thousand forged, truncated, corrupted, replayed, oversized and expired heads none is accepted, and each time the status says why", async () => {
  let served: Files = GOOD;
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
  expect(events.filter(({ event }) => event === "feeds")).toEqual([]);
  expect((await loadFeedState(root)).feed).toEqual(before);
  expect([...reasons]).not.toContain("none");
  for (const word of ["signature does not fit", "not granted", "older than", "larger than", "issued before", "first line", "ended on"])
    expect([...reasons].join("; ")).toContain(word);
  served = signFeed(feedDocument(501), root);
  expect((await running.refresh(0)).ok).toBe(true);
}, 60_000);

describe("a bad body", () => {
  /** Serves the head of one feed with another body under its name. */
  async function serveBody(change: (body: Uint8Array) => Uint8Array): Promise<string> {
    const files = signFeed(feedDocument(9, 0, { incidents: [incident("new")] }), root);
    const [path = ""] = Object.keys(files).filter((name) => name !== HEAD_PATH);
    return await serve({ ...files, [path]: change(files[path] ?? new Uint8Array()) });
  }

  test.each<[string, (body: Uint8Array) => Uint8Array, RegExp]>([
    ["of another head", () => new TextEncoder().encode('{"version":2,"incidents":[]}'), /bytes, not/],
    ["with one bit changed", (body) => body.map((byte, index) => (index === 40 ? byte ^ 1 : byte)), /hash/],
    ["that is longer than the head says", (body) => new Uint8Array([...body, 32]), /larger than the head says/],
    ["that is cut off", (body) => body.slice(0, 100), /bytes, not/],
  ])("%s is refused, and the copy stays", async (_, change, reason) => {
    await use([await serve(signFeed(feedDocument(5, 5), root))]);
    const running = client();
    await running.refresh(0);
    await use([await serveBody(change)]);
    expect((await running.refresh(0)).reason).toMatch(reason);
    expect(await status()).toMatchObject({ state: "refused" });
    expect((await loadFeedState(root)).feed?.sequence).toBe(5);
  });

  test("whose signed head announces more than a body may have is not downloaded", async () => {
    const huge = { version: 2, incidents: [], padding: "x".repeat(BODY_SIZE_LIMIT) };
    const asked: string[] = [];
    await use([await serve(signFeed({ ...feedDocument(1), body: huge }, root), asked)]);
    expect((await client().refresh(0)).reason).toMatch(/body\.bytes/);
    expect(asked.some((path) => path.startsWith("/v2/body-"))).toBe(false);
  });

  test("that is signed and no body is refused", async () => {
    await use([await serve(signFeed({ ...feedDocument(1), body: { version: 2, incidents: "none" } }, root))]);
    expect((await client().refresh(0)).reason).toMatch(/incidents/);
  });
});

describe("an answer that never ends", () => {
  /** A mirror that goes on writing until the reader leaves. @returns how many bytes it could write */
  async function startEndless(endless: string, files: Files): Promise<{ url: string; written: () => number; left: Promise<void> }> {
    let written = 0;
    const { promise: left, resolve } = Promise.withResolvers<void>();
    const url = await startMirror(({ url: path = "" }, reply) => {
      if (!path.startsWith(endless)) return void reply.end(files[path]);
      reply.on("close", resolve);
      const piece = Buffer.alloc(16 * 1024, "x");
      const write = () => {
        while (!reply.closed && reply.write(piece)) written += piece.length;
        if (!reply.closed) reply.once("drain", write);
      };
      write();
    });
    return { url, written: () => written, left };
  }

  test.each([
    ["head", HEAD_PATH],
    ["body", "/v2/body-"],
  ])("as the %s is given up at the largest size", async (_, path) => {
    const { url, written, left } = await startEndless(path, GOOD);
    await use([url]);
    const outcome = await client().refresh(0);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/larger/) });
    await left;
    await wait(50);
    // What lies in the buffers between both ends is written, too.
    expect(written()).toBeLessThan(8 * 1024 * 1024);
  });
});

describe("a feed key that was stolen", () => {
  const thief = createSigner();

  test("cannot lead the number far ahead", async () => {
    await use([await serve(signFeed(feedDocument(Number.MAX_SAFE_INTEGER), root, { by: thief }))]);
    expect((await client().refresh(0)).reason).toMatch(/more than an hour ahead/);
    expect((await loadFeedState(root)).heads.highest).toEqual({});
  });

  test("raises only a number of its own: the next key that is granted goes on from the clock", async () => {
    let served = signFeed(feedDocument(nowInSeconds() + 3000, 5), root, { by: thief });
    await use([await serve(() => served)]);
    const running = client();
    expect((await running.refresh(0)).ok).toBe(true);
    served = signFeed(feedDocument(nowInSeconds(), 0, { incidents: [incident("next")] }), root, { by: createSigner() });
    expect((await running.refresh(0)).ok).toBe(true);
    expect((await loadFeedState(root)).feed?.incidents).toMatchObject([{ id: "next" }]);
  });

  test("is of no use after the end of its grant, which is a week ahead at most", async () => {
    let served = signFeed(feedDocument(1), root, { by: thief, notAfter: Date.now() - 1 });
    await use([await serve(() => served)]);
    expect((await client().refresh(0)).reason).toMatch(/ended on/);
    served = signFeed(feedDocument(1), root, { by: thief, notAfter: Date.now() + 7 * DAY + 2 * HOUR });
    expect((await client().refresh(0)).reason).toMatch(/longer than a week/);
  });
});

test("a head and the body of another head, both genuine, are not put together", async () => {
  const old = signFeed(feedDocument(1, 5, { incidents: [incident("old")] }), root);
  const young = signFeed(feedDocument(2, 0, { incidents: [incident("new!")] }), root);
  const [[, oldBody = new Uint8Array()] = []] = Object.entries(old).filter(([path]) => path !== HEAD_PATH);
  const [youngPath = ""] = Object.keys(young).filter((path) => path !== HEAD_PATH);
  expect(youngPath).not.toBe(bodyPath(sha256Of(oldBody)));
  await use([await serve({ ...young, [youngPath]: oldBody })]);
  expect((await client().refresh(0)).reason).toMatch(/does not have the hash|bytes, not/);
  expect((await loadFeedState(root)).feed).toBeNull();
});

test("a head that is wrong about the time is refused in both directions", async () => {
  const ahead = feedDocument(1, -2 * 60);
  let served = signFeed(ahead, root);
  await use([await serve(() => served)]);
  expect((await client().refresh(0)).reason).toMatch(/in the future/);
  served = signFeed({ ...feedDocument(1), expires: new Date(Date.now() + 25 * HOUR).toISOString() }, root);
  expect((await client().refresh(0)).reason).toMatch(/time of validity/);
  served = signFeed({ ...feedDocument(1, 60), expires: new Date(Date.now() - MINUTE).toISOString() }, root);
  expect((await client().refresh(0)).reason).toMatch(/expired/);
});
