import { describe, expect, test, vi } from "vitest";
import { HEAD_PATH, rootPath } from "../../utils/core/feed/paths.ts";
import { rootText } from "../../utils/core/feed/root-text.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve } from "./support/mirrors.ts";
import { createSigner, type Files, feedDocument, incident, type Signer, signFeed, signRoot } from "./support/signed-feeds.ts";

const { client, status, use } = followFeed();

const [first, second, third, offline, thief] = [createSigner(), createSigner(), createSigner(), createSigner(), createSigner()];
const root = (number: number, keys: Signer[], threshold = 1) => ({ number, keys: keys.map(({ rootKey }) => rootKey), threshold });
const ONE = root(1, [first]);
const TWO = root(2, [second]);
const THREE = root(3, [third, offline], 2);

let sequence = Math.floor(Date.now() / 1000);

/** A feed that a root key granted, with the root documents up to that root. */
const feedUnder = (signer: Signer, roots: Files, id = "news"): Files => ({
  ...signFeed(feedDocument(++sequence, 0, { incidents: [incident(id)] }), signer),
  ...roots,
});
const CHAIN = { [rootPath(2)]: signRoot(TWO, [first, second]), [rootPath(3)]: signRoot(THREE, [second, third, offline]) };

/** Follows what one mirror serves. @returns the outcome, the ids of the incidents, and the number of the root that is trusted */
async function follow(files: Files, rootKey = rootText(ONE), random?: () => number) {
  await use([await serve(files)], rootKey);
  const { ok, reason } = await client(random).refresh(0);
  const state = await loadFeedState({ rootKey });
  return { ok, reason, ids: state.feed?.incidents.map(({ id }) => id) ?? [], root: state.root.number };
}

describe("the chain of roots", () => {
  test("leads from the root of the build to the one that granted the feed's key now", async () => {
    expect(await follow(feedUnder(third, CHAIN))).toEqual({ ok: true, reason: null, ids: ["news"], root: 3 });
  });

  test("is asked for only where the known root did not grant the key", async () => {
    const asked: string[] = [];
    await use([await serve(feedUnder(first, CHAIN), asked)], rootText(ONE));
    await client(() => 0.5).refresh(0);
    expect(asked.filter((path) => path.includes("root"))).toEqual([]);
  });

  test("is looked at about once a day, so that a key that was taken back is not trusted for longer", async () => {
    await use([await serve(feedUnder(first, CHAIN))], rootText(ONE));
    const running = client(() => 0.003);
    await running.poll();
    expect((await loadFeedState({ rootKey: rootText(ONE) })).root).toEqual(THREE);
    expect(await running.poll()).toMatchObject({ ok: false, reason: expect.stringContaining("was not granted by root 3") });
  });

  test.each<[string, Signer[], RegExp]>([
    ["the old keys only", [first], /signed by 0 of 1 keys of its own keys/],
    ["the new keys only", [second], /signed by 0 of 1 keys of the root before it/],
    ["a stranger beside the new keys", [second, thief], /signed by 0 of 1 keys of the root before it/],
  ])("does not go on to a root that is signed by %s", async (_, signers, reason) => {
    const result = await follow(feedUnder(second, { [rootPath(2)]: signRoot(TWO, signers) }));
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(reason), ids: [], root: 1 });
    expect(await status(rootText(ONE))).toMatchObject({ state: "refused", reason: expect.stringMatching(reason) });
  });

  test("goes on only where as many keys signed as each root asks for", async () => {
    const from = root(1, [first, second, offline], 2);
    const next = root(2, [second, offline, third], 2);
    const under = (signers: Signer[]) => follow(feedUnder(third, { [rootPath(2)]: signRoot(next, signers) }), rootText(from));
    expect(await under([first, third])).toMatchObject({ ok: false, reason: expect.stringContaining("1 of 2 keys of the root before it") });
    expect(await under([first, second])).toMatchObject({ ok: false, reason: expect.stringContaining("1 of 2 keys of its own") });
    expect(await under([second, second, third])).toMatchObject({ ok: false });
    expect(await under([second, offline])).toMatchObject({ ok: true, root: 2 });
  });

  test("skips no number and goes back to none", async () => {
    expect(await follow(feedUnder(third, { [rootPath(2)]: CHAIN[rootPath(3)] ?? new Uint8Array() }))).toMatchObject({ ok: false, root: 1 });
    expect(await follow(feedUnder(third, CHAIN))).toMatchObject({ ok: true, root: 3 });
    expect(await follow(feedUnder(first, CHAIN))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("not granted by root 3"),
      ids: ["news"],
      root: 3,
    });
  });

  test("is asked for in the same way by everybody, whatever root they know", async () => {
    // Somebody who has all the keys leads one person along a chain of their own: 2, 3, … 20, each with the same key.
    const own = Object.fromEntries(
      Array.from({ length: 19 }, (_, index) => [
        rootPath(index + 2),
        signRoot(root(index + 2, [second]), index === 0 ? [first, second] : [second]),
      ]),
    );
    const poll = async (files: Files) => {
      const asked: string[] = [];
      await use([await serve(files, asked)], rootText(ONE));
      const running = client(() => 0);
      for (let time = 0; time < 3; time++) await running.poll();
      return {
        roots: [...new Set(asked.filter((path) => path.includes("root")))],
        known: (await loadFeedState({ rootKey: rootText(ONE) })).root.number,
      };
    };
    expect(await poll(feedUnder(second, own))).toMatchObject({ known: 20 });
    expect(await poll(feedUnder(second, {}))).toEqual({ roots: [rootPath(2)], known: 20 });
  });

  test("that forks before the known root is not gone along, and holds up no other mirror", async () => {
    expect(await follow(feedUnder(second, { [rootPath(2)]: CHAIN[rootPath(2)] ?? new Uint8Array() }))).toMatchObject({ root: 2 });
    const stolen = { [rootPath(2)]: signRoot(root(2, [thief]), [first, thief]), [rootPath(3)]: signRoot(root(3, [thief]), [thief]) };
    expect(await follow(feedUnder(thief, stolen))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("do not lead through root 2"),
      root: 2,
    });
    await use([await serve(feedUnder(thief, stolen)), await serve(feedUnder(third, CHAIN))], rootText(ONE));
    await client(() => 0).poll();
    expect((await loadFeedState({ rootKey: rootText(ONE) })).root).toEqual(THREE);
  });

  test("outlives the loss of a key: another of two keys grants, and names a root without the lost one", async () => {
    const pair = root(1, [first, offline]);
    const without = root(2, [offline, second]);
    const files = feedUnder(second, { [rootPath(2)]: signRoot(without, [offline]) });
    expect(await follow(files, rootText(pair))).toMatchObject({ ok: true, root: 2 });
  });

  test("outlives the theft of one of three keys where two have to sign: the thief cannot name a root, the others end his grants", async () => {
    const machine = thief;
    const from = root(1, [machine, first, offline], 2);
    const next = root(2, [second, first, offline], 2);
    const rootKey = rootText(from);
    const stolen = root(2, [machine]);
    expect(await follow(feedUnder(machine, { [rootPath(2)]: signRoot(stolen, [machine]) }), rootKey)).toMatchObject({ ok: true, root: 1 });
    expect(await follow(feedUnder(second, { [rootPath(2)]: signRoot(next, [first, offline]) }, "owner"), rootKey)).toMatchObject({
      ...{ ok: true, root: 2, ids: ["owner"] },
    });
    expect(await follow(feedUnder(machine, {}), rootKey)).toMatchObject({ ok: false, ids: ["owner"] });
  });

  test("ends at once what a stolen key signed, also where that was dated an hour ahead and holds for a day", async () => {
    const rootKey = rootText(root(1, [thief, first, offline], 2));
    const next = { [rootPath(2)]: signRoot(root(2, [second, first, offline], 2), [first, offline]) };
    const ahead = Date.now() + 59 * MINUTE;
    const times = {
      sequence: Math.floor(ahead / 1000),
      issued: new Date(ahead).toISOString(),
      expires: new Date(ahead + 23 * HOUR).toISOString(),
    };
    const document = { ...feedDocument(1, 0, { incidents: [incident("false")] }), ...times, reports: "https://feed.example/v2/reports" };
    expect(await follow(signFeed(document, thief), rootKey)).toMatchObject({ ok: true, ids: ["false"] });
    const now = { ...feedDocument(Math.floor(Date.now() / 1000), 1, { incidents: [incident("owner")] }) };
    expect(await follow({ ...signFeed(now, second), ...next }, rootKey)).toMatchObject({ ok: true, root: 2, ids: ["owner"] });
    expect((await loadFeedState({ rootKey })).reports).toBeNull();
  });

  test("begins anew with a build that has another root, after the old one was lost or stolen", async () => {
    const stolen = { [rootPath(2)]: signRoot(root(2, [thief]), [first, thief]) };
    expect(await follow(feedUnder(thief, stolen, "stolen"))).toMatchObject({ ok: true, root: 2, ids: ["stolen"] });
    const rootKey = rootText(root(1, [third]));
    expect(await follow(feedUnder(thief, stolen, "stolen"), rootKey)).toMatchObject({ ok: false, ids: [], root: 1 });
    expect(await follow(feedUnder(third, {}, "ours"), rootKey)).toMatchObject({ ok: true, ids: ["ours"], root: 1 });
  });

  test("changes nothing, and warns, where the next root is garbage or endless", async () => {
    const warned = vi.spyOn(console, "warn").mockReturnValue();
    for (const garbage of [new TextEncoder().encode("<html>"), new Uint8Array(100_000), signRoot(TWO, [second])]) {
      await use([await serve(feedUnder(first, { [rootPath(2)]: garbage }))], rootText(ONE));
      expect((await client(() => 0).poll()).ok).toBe(true);
      expect((await loadFeedState({ rootKey: rootText(ONE) })).root).toEqual(ONE);
    }
    expect(warned.mock.calls.map(([line]) => line)).toEqual(
      Array(3).fill(expect.stringContaining("next root of the outage feed was refused")),
    );
    warned.mockRestore();
  });

  test("is asked at the other mirror where one lacks it", async () => {
    const files = feedUnder(second, CHAIN);
    const { [rootPath(2)]: _, [rootPath(3)]: __, ...without } = files;
    await use([await serve(without), await serve({ ...files, [HEAD_PATH]: new Uint8Array() })], rootText(ONE));
    await client().refresh(0);
    expect((await loadFeedState({ rootKey: rootText(ONE) })).root.number).toBe(3);
  });
});
