import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DAY, MINUTE } from "../../utils/core/time.ts";
import { createLearnedMap } from "../../utils/providers/learned-map.ts";
import { type OpenDatabase, openDatabase } from "../../utils/storage/database.ts";

let database: OpenDatabase;
const now = Date.parse("2021-12-07T16:00:00Z");

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});

describe("the learned map", () => {
  const seen = { host: "api.shop.example", site: "shop.example", on: "aws/us-east-1" };

  test("knows the place of a failing host after the background was stopped", async () => {
    await createLearnedMap(database).note([seen], now);
    const awake = createLearnedMap(database);
    expect(awake.get(seen.host)).toBeNull();
    await awake.load([seen.host]);
    expect(awake.get(seen.host)).toMatchObject({ provider: "aws", region: "us-east-1" });
  });

  test("removes what turns out to be a proxy's address", async () => {
    const map = createLearnedMap(database);
    await map.note([seen], now);
    await map.note([{ ...seen, on: null }], now + MINUTE);
    expect(await map.all()).toEqual([]);
  });

  test("holds no more hosts in memory than in the database, however long the background stays awake", async () => {
    const map = createLearnedMap(database);
    const hosts = Array.from({ length: 4100 }, (_, index) => ({ ...seen, host: `h${index}.shop.example` }));
    await map.note(hosts, now);
    expect(hosts.filter(({ host }) => map.get(host) !== null)).toEqual(hosts.slice(100));
  });

  test("deletes what was not seen for three months", async () => {
    const map = createLearnedMap(database);
    await map.note([seen], now - 91 * DAY);
    await map.note([{ ...seen, host: "www.shop.example" }], now);
    await map.prune(now);
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
