import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import type { Verdict } from "../../utils/core/verdict.ts";
import { type Database, openDatabase } from "../../utils/database.ts";
import { createHistory, setHistoryDays } from "../../utils/history.ts";
import { createLearnedMap } from "../../utils/learned-map.ts";
import { createVisits } from "../../utils/visits.ts";

let database: Promise<Database>;
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

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});

describe("the learned map", () => {
  const seen = { host: "api.shop.example", site: "shop.example", on: "aws/us-east-1" };

  test("answers for a failing host after the background died", async () => {
    await createLearnedMap(database).note([seen], now);
    const awake = createLearnedMap(database);
    expect(awake.get(seen.host)).toBeNull();
    await awake.recall([seen.host]);
    expect(awake.get(seen.host)).toMatchObject({ provider: "aws", region: "us-east-1" });
  });

  test("takes back what turns out to be a proxy's address", async () => {
    const map = createLearnedMap(database);
    await map.note([seen], now);
    await map.note([{ ...seen, on: null }], now + MINUTE);
    expect(await map.all()).toEqual([]);
  });

  test("lets go of what was not seen for three months", async () => {
    const map = createLearnedMap(database);
    await map.note([seen], now - 91 * DAY);
    await map.note([{ ...seen, host: "www.shop.example" }], now);
    await map.tidy(now);
    expect((await map.all()).map(({ host }) => host)).toEqual(["www.shop.example"]);
  });

  test("erases one site, or everything", async () => {
    const map = createLearnedMap(database);
    await map.note([seen, { host: "news.example", site: "news.example", on: "fastly" }], now);
    await map.erase("shop.example");
    expect((await map.all()).map(({ site }) => site)).toEqual(["news.example"]);
    await map.erase(null);
    expect(await map.all()).toEqual([]);
  });
});

describe("visits", () => {
  test("count a page's many loads once, also when the background died in between", async () => {
    await createVisits(database).note("shop.example", now);
    await createVisits(database).note("shop.example", now + MINUTE);
    const visits = createVisits(database);
    await visits.note("shop.example", now + HOUR);
    expect(await visits.all()).toEqual([{ site: "shop.example", count: 2, last: now + HOUR }]);
  });
});

describe("the history", () => {
  test("closes an episode that was open when the background died", async () => {
    await createHistory(database).follow([fails("shop.example")], now);
    const awake = createHistory(database);
    await awake.follow([], now + MINUTE);
    expect(await awake.read()).toMatchObject([{ site: "shop.example", started: now - MINUTE, ended: now + MINUTE }]);
  });

  test("keeps nothing when the person wants none", async () => {
    await setHistoryDays(0);
    const history = createHistory(database);
    await history.follow([fails("shop.example")], now);
    expect(await history.read()).toEqual([]);
  });

  test("lets go of what is older than the person wants to keep", async () => {
    const history = createHistory(database);
    await history.follow([fails("shop.example")], now);
    await history.tidy(now + 29 * DAY);
    expect(await history.read()).toHaveLength(1);
    await history.tidy(now + 31 * DAY);
    expect(await history.read()).toEqual([]);
  });

  test("knows when it was erased, also after the background died, and takes the erasing of one site for none", async () => {
    const history = createHistory(database);
    await history.erase("shop.example");
    expect(await history.erasedAt()).toBe(0);
    const before = Date.now();
    await history.erase(null);
    expect(await createHistory(database).erasedAt()).toBeGreaterThanOrEqual(before);
  });

  test("erases one site and leaves the others", async () => {
    const history = createHistory(database);
    await history.follow([fails("shop.example"), fails("news.example")], now);
    await history.erase("shop.example");
    expect((await history.read()).map(({ site }) => site)).toEqual(["news.example"]);
  });
});
