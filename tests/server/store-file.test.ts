import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { lockFolder } from "../../server/store/folder-lock.ts";
import { openStore } from "../../server/store/store.ts";
import { HOUR } from "../../utils/core/time.ts";
import { NOON, reportAt } from "./support/kept-report.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

test("what is erased is no longer anywhere in the file, nor beside it", async () => {
  const folder = scratchFolder();
  const store = await openStore({ file: join(folder, "feed.sqlite") });
  await store.reports.keep([reportAt(NOON + 1, { slot: "traceable-slot", network: "AS4242424242" })]);
  const bytes = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString("latin1");
  expect(bytes()).toMatch(/traceable-slot/);
  await store.reports.eraseDue(NOON + 2 * HOUR);
  expect(bytes()).not.toMatch(/traceable|4242424242/);
  await store.close();
});

test("a database of another version is refused in one line", async () => {
  const file = join(scratchFolder(), "feed.sqlite");
  const other = new DatabaseSync(file);
  other.exec("create table migrations (name text primary key); insert into migrations values ('0001-first.sql')");
  other.close();
  await expect(openStore({ file })).rejects.toThrow(
    /^the database was made by another version, which had 0001-first\.sql: start with an empty one$/,
  );
});

test("nobody else may read the lock of a data folder, nor hold it", () => {
  const folder = scratchFolder();
  const release = lockFolder(folder);
  expect(statSync(join(folder, "lock")).mode & 0o777).toBe(0o600);
  release?.();
});
