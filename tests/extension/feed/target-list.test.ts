import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { readTargets } from "../../../utils/feed/target-list.ts";
import { type OpenDatabase, openDatabase } from "../../../utils/storage/database.ts";
import { DEAD_MIRROR, serve, stopMirrors } from "../support/mirrors.ts";

let database: OpenDatabase;

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});
afterEach(stopMirrors);

function listOf(...ids: string[]) {
  const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, targets: ids.map((id) => ({ id, host: `www.${id}.com` })) }));
  const sha256 = createHash("sha256").update(bytes).digest("base64url");
  const url = `v2/targets-${sha256}.json`;
  return { feed: { targets: { url, sha256 } } as Feed, path: `/${url}`, bytes };
}

describe("the list of what the feed's vantages ask", () => {
  test("is downloaded once, from the first mirror that has it, and again when the feed names another", async () => {
    const [one, two] = [listOf("netflix"), listOf("netflix", "spotify")];
    const asked: string[] = [];
    const mirror = await serve({ [one.path]: one.bytes, [two.path]: two.bytes }, asked);
    const mirrors = [DEAD_MIRROR, mirror];
    for (let time = 0; time < 2; time++) expect(await readTargets(one.feed, mirrors, database)).toEqual(["netflix", "www.netflix.com"]);
    expect(asked).toEqual([one.path]);
    expect(await readTargets(two.feed, mirrors, database)).toHaveLength(4);
    expect(asked).toEqual([one.path, two.path]);
  });

  test("is refused where it has another hash, is too large, or is no list; a later mirror may have it", async () => {
    const { feed, path, bytes } = listOf("netflix");
    const forged = await serve({ [path]: listOf("evil").bytes });
    const large = await serve({ [path]: new Uint8Array(600 * 1024) });
    expect(await readTargets(feed, [forged, large], database)).toBeNull();
    expect(await readTargets(feed, [forged, await serve({ [path]: bytes })], database)).toEqual(["netflix", "www.netflix.com"]);
  });

  test("is none where the feed has none", async () => {
    expect(await readTargets({ targets: null } as Feed, [DEAD_MIRROR], database)).toBeNull();
  });
});
