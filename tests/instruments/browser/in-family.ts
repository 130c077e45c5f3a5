import { describe } from "vitest";
import { type FoundBrowser, findBrowser } from "../../../scripts/browsers/find.ts";

/** Describes tests in the browser family of this run; where this machine has none, they are skipped, and say so. */
export function inFamily(what: string, tests: (found: FoundBrowser | null) => void): void {
  const family = process.env.BROWSER_FAMILY;
  if (family !== "chromium" && family !== "firefox") throw new Error("BROWSER_FAMILY: vitest.config.ts sets it to chromium or firefox");
  const found = findBrowser(family === "firefox" ? ["firefox"] : ["chromium", "chrome", "edge"]);
  if (found === null) console.warn(`${what}: skipped in ${family}, because no such browser is on this machine`);
  describe.skipIf(found === null)(`${what}, in ${family}`, () => tests(found));
}
