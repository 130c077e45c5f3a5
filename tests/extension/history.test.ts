import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Evidence } from "../../utils/core/diagnosis/evidence.ts";
import type { Verdict } from "../../utils/core/diagnosis/verdict.ts";
import type { Episode } from "../../utils/core/history/episodes.ts";
import { DAY, MINUTE } from "../../utils/core/time.ts";
import { createHistory } from "../../utils/history/history.ts";
import { write } from "../../utils/storage/browser-storage.ts";
import { type OpenDatabase, openDatabase } from "../../utils/storage/database.ts";
import { HISTORY_DAYS } from "../../utils/storage/keys.ts";

let database: OpenDatabase;
const now = Date.parse("2021-12-07T16:00:00Z");

const fails = (site: string): Verdict => ({
  scope: "site",
  cause: "http",
  subject: site,
  site,
  confidence: 0.9,
  since: now - MINUTE,
  evidence: [],
});

const EPISODE: Episode = {
  site: "shop.example",
  started: now - MINUTE,
  ended: now,
  finding: { scope: "provider", cause: "both", subject: "aws/us-east-1" },
  foundAt: now,
  failures: 3,
  status: 503,
  acknowledged: null,
  officialSilent: false,
  reporters: 0,
};

/** The part of the database's first version that held the history, with one row of its shape. */
async function makeFirstVersion(): Promise<void> {
  const db = await openDB("not-just-me", 1, {
    upgrade(made) {
      made.createObjectStore("episodes", { keyPath: ["site", "started"] }).createIndex("byStart", "started");
    },
  });
  const { finding, ...row } = EPISODE;
  await db.put("episodes", { ...row, ...finding });
  db.close();
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});

describe("the history", () => {
  test("ends an episode that had not ended when the background was stopped", async () => {
    await createHistory(database).follow([fails("shop.example")], now);
    const awake = createHistory(database);
    await awake.follow([], now + MINUTE);
    expect(await awake.all()).toMatchObject([{ site: "shop.example", started: now - MINUTE, ended: now + MINUTE }]);
  });

  test("keeps nothing when the person wants none", async () => {
    await write(HISTORY_DAYS, 0);
    const history = createHistory(database);
    await history.follow([fails("shop.example")], now);
    expect(await history.all()).toEqual([]);
  });

  test("deletes what is older than the person wants to keep", async () => {
    const history = createHistory(database);
    await history.follow([fails("shop.example")], now);
    await history.prune(now + 29 * DAY);
    expect(await history.all()).toHaveLength(1);
    await history.prune(now + 31 * DAY);
    expect(await history.all()).toEqual([]);
  });

  test("knows when all of it was erased, also after the background was stopped; erasing one site does not count", async () => {
    const history = createHistory(database);
    await history.erase("shop.example");
    expect(await history.erasedAt(Date.now())).toBe(0);
    const before = Date.now();
    await history.erase(null);
    expect(await createHistory(database).erasedAt(Date.now())).toBeGreaterThanOrEqual(before);
  });

  test("records what fails after it was erased also where the clock was set back since", async () => {
    await createHistory(database).erase(null);
    const dayBefore = Date.now() - DAY;
    expect(await createHistory(database).erasedAt(dayBefore)).toBe(dayBefore);
    expect(await createHistory(database).erasedAt(dayBefore + MINUTE)).toBe(dayBefore);
  });

  test("gives as many of the newest episodes as the query asks for, and the number of all", async () => {
    const history = createHistory(database);
    for (let index = 0; index < 5; index++) await history.follow([{ ...fails(`shop-${index}.example`), since: now + index }], now + MINUTE);
    const { rows, found, kept } = await history.newest({ rows: 2, contradicted: false });
    expect(rows.map(({ site }) => site)).toEqual(["shop-4.example", "shop-3.example"]);
    expect({ found, kept }).toEqual({ found: 5, kept: 5 });
  });

  test("finds the few episodes that the official page did not mention", async () => {
    const history = createHistory(database);
    const silent: Evidence = { kind: "official-silent", provider: "aws", checked: "2021-12-07T15:40:00Z" };
    const counted: Evidence = { kind: "failures", site: "shop.example", count: 3, failure: "http.error", status: 503, seconds: 9 };
    await history.follow([fails("news.example"), { ...fails("shop.example"), evidence: [counted, silent] }], now);
    const { rows, found, kept } = await history.newest({ rows: 2, contradicted: true });
    expect(rows).toMatchObject([{ site: "shop.example", failures: 3, officialSilent: true }]);
    expect({ found, kept }).toEqual({ found: 1, kept: 2 });
  });

  test("deletes a long history in steps, and nothing that is young enough", async () => {
    const db = await database();
    const row = (started: number) => ({ ...EPISODE, started, ended: started + MINUTE });
    for (let index = 0; index < 60; index++) await db.put("episodes", row(now - 31 * DAY - index));
    await db.put("episodes", row(now - DAY));
    await createHistory(database).prune(now);
    expect((await createHistory(database).all()).map(({ started }) => started)).toEqual([now - DAY]);
  });

  test("begins empty over a database of an earlier version, whose rows have another shape", async () => {
    (await database()).close();
    globalThis.indexedDB = new IDBFactory();
    await makeFirstVersion();
    const history = createHistory(openDatabase());
    expect(await history.all()).toEqual([]);
    await history.follow([fails("shop.example")], now);
    expect((await history.all()).map(({ site }) => site)).toEqual(["shop.example"]);
  });

  test("erases one site and leaves the others", async () => {
    const history = createHistory(database);
    await history.follow([fails("shop.example"), fails("news.example")], now);
    await history.erase("shop.example");
    expect((await history.all()).map(({ site }) => site)).toEqual(["news.example"]);
  });
});
