import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDatabase } from "../../utils/storage/database.ts";
import { MANAGED, STORES } from "../../utils/storage/kept.ts";

test("the table of what is kept lists every store of the database", async () => {
  expect(Object.keys(STORES).toSorted()).toEqual([...(await openDatabase()()).objectStoreNames].toSorted());
});

test("the table of what is kept lists every setting that an organisation can make", () => {
  const schema = JSON.parse(readFileSync("public/managed-schema.json", "utf8")) as { properties: object };
  expect([...MANAGED].toSorted()).toEqual(Object.keys(schema.properties).toSorted());
});
