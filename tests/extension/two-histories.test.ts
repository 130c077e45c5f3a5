import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HEAD_PATH } from "../../utils/core/feed/paths.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { followFeed } from "./support/followed-feed.ts";
import { serve } from "./support/mirrors.ts";
import { type Files, feedDocument, incident, sha256Of, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, status, use } = followFeed();

/** A poll on which two mirrors are compared, and one on which they are not. */
const COMPARES = () => 0;
const COMPARES_NOT = () => 0.5;

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** One history: each document follows the one before it, from the oldest to the newest. @param minutes the ages of the documents */
function history(name: string, minutes: readonly number[]): Files[] {
  let previous: string | null = null;
  return minutes.map((minutesOld) => {
    const number = 1000 - minutesOld;
    const files = signFeed(feedDocument(number, minutesOld, { previous, incidents: [incident(`${name}-${number}`)] }), root);
    const [[, body = new Uint8Array()] = []] = Object.entries(files).filter(([path]) => path !== HEAD_PATH);
    previous = sha256Of(body);
    return files;
  });
}

/** All bodies, with the head of the document at a place: what a mirror holds that keeps old bodies. */
function upTo(files: Files[], index: number): Files {
  return Object.assign({}, ...files.slice(0, index < 0 ? undefined : index + 1)) as Files;
}

async function poll(one: Files, other: Files, random = COMPARES): Promise<void> {
  await use([await serve(one), await serve(other)]);
  await client(random).poll();
}

describe("two mirrors of a feed", () => {
  test("that serve one copy agree", async () => {
    const [files = {}] = history("all", [2]);
    await poll(files, files);
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("that are a few bodies apart agree where one follows from the other", async () => {
    const files = history("all", [9, 7, 5, 3, 1]);
    await poll(upTo(files, -1), upTo(files, 1));
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("that give one number two contents show different people different things", async () => {
    const [one = {}] = history("for-most", [2]);
    const [other = {}] = history("for-one", [2]);
    await poll(one, other);
    expect(await status()).toMatchObject({ state: "forked", reason: expect.stringContaining("two contents") });
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("different people different things"));
  });

  test("that serve two histories show different people different things, although each number has one content", async () => {
    await poll(upTo(history("for-most", [9, 7, 5]), -1), upTo(history("for-one", [8, 6, 4]), -1));
    expect(await status()).toMatchObject({ state: "forked", reason: expect.stringContaining("does not follow") });
  });

  test("are not accused where a body is missing", async () => {
    const files = history("all", [9, 7, 5, 3, 1]);
    const { [HEAD_PATH]: head = new Uint8Array(), ...newest } = files.at(-1) ?? {};
    await poll({ [HEAD_PATH]: head, ...newest }, files[0] ?? {});
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("are not accused where they are many bodies apart", async () => {
    const long = history("all", [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    await poll(upTo(long, -1), upTo(long, 0));
    expect(console.warn).not.toHaveBeenCalled();
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("are compared now and then only, and a warning stays until they agree", async () => {
    const [one = {}] = history("for-most", [2]);
    const [other = {}] = history("for-one", [2]);
    await poll(one, one, COMPARES_NOT);
    const asked: string[] = [];
    await use([await serve(one, asked), await serve(one, asked)]);
    await client(COMPARES_NOT).poll();
    expect(asked).toEqual([HEAD_PATH]);
    await poll(one, other);
    expect(await status()).toMatchObject({ state: "forked" });
    await poll(one, other, COMPARES_NOT);
    expect(await status()).toMatchObject({ state: "forked" });
    await poll(one, one, COMPARES_NOT);
    expect(await status()).toMatchObject({ state: "fresh" });
  });

  test("that disagree do not end the feed: what is signed and newer is taken", async () => {
    const [one = {}] = history("for-most", [5]);
    const [other = {}] = history("for-one", [5]);
    await poll(one, other);
    const next = signFeed(feedDocument(2000, 0, { incidents: [incident("next")] }), root);
    await poll(next, next, COMPARES_NOT);
    expect((await loadFeedState(root)).feed?.incidents).toMatchObject([{ id: "next" }]);
    expect(events.at(-1)).toMatchObject({ event: "feeds" });
  });

  test("with two contents under one number are noticed without a comparison too", async () => {
    const [one = {}] = history("for-most", [2]);
    const [other = {}] = history("for-one", [2]);
    await use([await serve(one)]);
    await client(COMPARES_NOT).poll();
    await use([await serve(other)]);
    await client(COMPARES_NOT).poll();
    expect((await loadFeedState(root)).forked).toContain("two contents");
    expect((await loadFeedState(root)).feed?.incidents).toMatchObject([{ id: "for-most-998" }]);
  });
});
