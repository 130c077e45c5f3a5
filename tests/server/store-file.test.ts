import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
