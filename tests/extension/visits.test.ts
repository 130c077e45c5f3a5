import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { createVisits } from "../../utils/history/visits.ts";
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
    await createVisits(database).note("shop.example", now);
    await createVisits(database).note("shop.example", now + MINUTE);
    const visits = createVisits(database);
    await visits.note("shop.example", now + HOUR);
    expect(await visits.all()).toEqual([{ site: "shop.example", count: 2, last: now + HOUR }]);
  });
});
