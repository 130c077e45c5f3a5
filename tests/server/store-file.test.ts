import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openStore } from "../../server/store/store.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { NOON, reportAt } from "./support/kept-report.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

test("what is erased is no longer anywhere in the file, nor beside it", async () => {
  const folder = scratchFolder();
  const store = await openStore({ file: join(folder, "feed.sqlite") });
  await store.reports.keep([reportAt(NOON + 1, { slot: "traceable-slot", network: "198.51.0.0/16" })]);
  await store.reports.hourKey(NOON, "traceable-key");
  const bytes = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString("latin1");
  expect(bytes()).toMatch(/traceable-slot/);
  await store.reports.eraseDue(NOON + 2 * HOUR);
  expect(bytes()).not.toMatch(/traceable|198\.51/);
  await store.close();
});

/** A database as version 0.1.0 left it. */
function olderDatabase(migrations: readonly string[], ...statements: string[]): string {
  const file = join(scratchFolder(), "feed.sqlite");
  const before = new DatabaseSync(file);
  before.exec("create table migrations (name text primary key)");
  for (const name of migrations) {
    before.exec(readFileSync(`server/store/migrations/${name}`, "utf8"));
    before.exec(`insert into migrations values ('${name}')`);
  }
  for (const statement of statements) before.exec(statement);
  before.close();
  return file;
}

test("reports in a database of the first shape are still there in the newest", async () => {
  const file = olderDatabase(
    ["0001-first.sql"],
    `insert into reports values (${NOON}, 'netflix', 'aws/us-east-1', 'http.error', 'slot1', '10.0.0.0/16', ${NOON + 1})`,
  );
  const store = await openStore({ file });
  expect(await store.reports.receivedBetween(NOON, NOON + MINUTE)).toEqual([reportAt(NOON + 1)]);
  await store.close();
});
