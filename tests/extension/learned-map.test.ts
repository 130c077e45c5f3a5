import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
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
  const seen = { host: "api.shop.example", site: "shop.example", visited: true, on: "aws/us-east-1" };

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
    const hosts = Array.from({ length: 4100 }, (_, index) => ({ ...seen, host: `h${index}.shop.example`, site: `s${index}.example` }));
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

  /** The hosts of 500 sites that a person uses, and then what a hostile page makes of 4,000 names. */
  async function flooded(hostile: (index: number) => Partial<typeof seen>) {
    const map = createLearnedMap(database);
    const own = Array.from({ length: 500 }, (_, index) => ({ ...seen, host: `www.own-${index}.example`, site: `own-${index}.example` }));
    await map.note(own, now);
    for (let part = 0; part < 8; part++) {
      const names = Array.from({ length: 500 }, (_, index) => ({ ...seen, ...hostile(part * 500 + index) }));
      await map.note(names, now + HOUR);
    }
    await map.prune(now + HOUR);
    const kept = (await map.all()).map(({ host }) => host);
    expect(own.filter(({ host }) => !kept.includes(host))).toEqual([]);
    return kept.length - own.length;
  }

  test("keeps the person's own hosts whatever a page with a wildcard name calls", async () => {
    expect(await flooded((index) => ({ host: `h${index}.evil.example`, site: "evil.example" }))).toBe(50);
  });

  test("keeps the person's own hosts whatever a page with thousands of domains calls", async () => {
    expect(await flooded((index) => ({ host: `www.evil-${index}.example`, site: `evil-${index}.example`, visited: false }))).toBe(1000);
  });

  test("knows a site as the person's own from the first visit on", async () => {
    const map = createLearnedMap(database);
    const visited = async () => (await map.all()).map((row) => row.visited);
    await map.note([{ ...seen, visited: false }], now);
    expect(await visited()).toEqual([0]);
    await map.note([seen], now + MINUTE);
    expect(await visited()).toEqual([1]);
    await map.note([{ ...seen, visited: false }], now + 7 * HOUR);
    expect(await visited()).toEqual([1]);
  });

  test("erases one site, also its hosts that pages of other sites called", async () => {
    const map = createLearnedMap(database);
    await map.note(
      [seen, { ...seen, host: "cdn.shop.example", site: "blog.example" }, { ...seen, host: "x.blog.example", site: "blog.example" }],
      now,
    );
    await map.erase("shop.example");
    expect((await map.all()).map(({ host }) => host)).toEqual(["x.blog.example"]);
  });

  test("erases one site, or everything", async () => {
    const map = createLearnedMap(database);
    await map.note([seen, { host: "news.example", site: "news.example", visited: true, on: "fastly" }], now);
    await map.erase("shop.example");
    expect((await map.all()).map(({ site }) => site)).toEqual(["news.example"]);
    await map.erase(null);
    expect(await map.all()).toEqual([]);
  });
});
