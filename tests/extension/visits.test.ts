import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import { createVisits, SITES_KEPT } from "../../utils/history/visits.ts";
import { type OpenDatabase, openDatabase } from "../../utils/storage/database.ts";

let database: OpenDatabase;
const now = Date.parse("2021-12-07T16:00:00Z");

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});

describe("visits", () => {
  test("count the many loads of a visit once, also when the background was stopped in between", async () => {
    await createVisits(database).note("shop.example", now, 0);
    await createVisits(database).note("shop.example", now + MINUTE, now);
    const visits = createVisits(database);
    await visits.note("shop.example", now + HOUR, now + MINUTE);
    expect(await visits.all()).toEqual([{ site: "shop.example", count: 2, week: "2021-12-06" }]);
  });

  test("keep the week and no time", async () => {
    const visits = createVisits(database);
    await visits.note("shop.example", now, 0);
    await visits.note("news.example", now + 4 * DAY, 0);
    expect((await visits.all()).map(({ week }) => week)).toEqual(["2021-12-06", "2021-12-06"]);
  });

  test("are kept of the thousand sites that were opened most", async () => {
    const visits = createVisits(database);
    for (let day = 0; day < 2; day++) await visits.note("mine.example", now + day * DAY, 0);
    for (let site = 0; site < SITES_KEPT + 20; site++) await visits.note(`site-${site}.example`, now + 8 * DAY, 0);
    const kept = (await visits.all()).map(({ site }) => site);
    expect(kept).toHaveLength(SITES_KEPT);
    expect(kept).toContain("mine.example");
    expect(kept).toContain(`site-${SITES_KEPT + 19}.example`);
  });

  test("are kept for 90 days at most", async () => {
    const visits = createVisits(database);
    await visits.note("shop.example", now, 0);
    await visits.note("news.example", now + 10 * DAY, 0);
    await visits.prune(now + 83 * DAY);
    expect(await visits.all()).toHaveLength(2);
    await visits.prune(now + 90 * DAY);
    expect((await visits.all()).map(({ site }) => site)).toEqual(["news.example"]);
  });

  test("keep how fast a site usually answers, over a restart and the next visit", async () => {
    const visits = createVisits(database);
    const usual = { usual: 5.99, spread: 0.3, loads: 4 };
    await visits.note("shop.example", now, 0);
    await visits.noteUsual("shop.example", usual);
    const later = createVisits(database);
    expect(later.usualOf("shop.example")).toBeNull();
    await later.load("shop.example");
    await later.note("shop.example", now + HOUR, now);
    expect(later.usualOf("shop.example")).toEqual(usual);
    expect(await later.all()).toEqual([{ site: "shop.example", count: 2, week: "2021-12-06", usual }]);
  });

  test("write a usual time again only where it has changed by a tenth", async () => {
    const visits = createVisits(database);
    await visits.note("shop.example", now, 0);
    for (const usual of [6, 6.05, 6.2]) {
      await visits.noteUsual("shop.example", { usual, spread: 0.3, loads: 9 });
    }
    const [row] = await visits.all();
    expect(row?.usual?.usual).toBe(6.2);
    await visits.noteUsual("shop.example", { usual: 6.25, spread: 0.3, loads: 10 });
    expect((await visits.all())[0]?.usual?.usual).toBe(6.2);
  });

  test("keep no usual time of a site that was only called, and none that was erased", async () => {
    const visits = createVisits(database);
    await visits.noteUsual("cdn.example", { usual: 6, spread: 0, loads: 3 });
    await visits.note("shop.example", now, 0);
    await visits.noteUsual("shop.example", { usual: 6, spread: 0, loads: 3 });
    await visits.erase("shop.example");
    expect([await visits.all(), visits.usualOf("cdn.example"), visits.usualOf("shop.example")]).toEqual([[], null, null]);
  });
});
