import { makeTemplate } from "../tests/instruments/browser/built-extension.ts";
import { BrowserMissing, ensureBrowser } from "./browsers/install.ts";
import { command } from "./support/command.ts";
import { someOf, toggle } from "./support/flags.ts";
import { ensurePostgres } from "./support/postgres.ts";
import { CHECKS, type RUNS, runCheck, runTests, total } from "./support/run-tests.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const PARTS = ["types", "lint", "unit", "server", "browser"] as const;
type Part = (typeof PARTS)[number];

/** Finds the browsers and makes a build for each. Without a browser its tests are skipped, and the output says so. */
function prepareBrowsers(): void {
  for (const name of ["chromium", "firefox"] as const) {
    try {
      ensureBrowser(name === "chromium" ? ["chromium", "chrome", "edge"] : ["firefox"], console.log);
      makeTemplate(name);
    } catch (problem) {
      // Where no build succeeds, each test file says so.
      if (!(problem instanceof BrowserMissing || problem instanceof BuildFailed)) throw problem;
      console.log(problem.message);
    }
  }
}

/** Runs the parts one after the other, whatever fails before; the last line counts. */
function test(parts: readonly Part[]): number {
  if (parts.includes("browser")) prepareBrowsers();
  if (parts.includes("server") && ensurePostgres(console.log) === null)
    console.log("No PostgreSQL here: the tests of the second store are skipped.");
  const counts = parts.map((part) => (part in CHECKS ? runCheck(part as keyof typeof CHECKS) : runTests(part as keyof typeof RUNS)));
  const { passed, failed, skipped } = total(counts);
  if (skipped > 0) console.log(`\n${skipped} skipped; the reasons are printed above.`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

export default await command(import.meta, {
  name: "test",
  group: "daily",
  summary: "runs everything: checks, unit and server tests, and the production build in real browsers",
  takes: "a quarter of an hour",
  details:
    "Installs browsers and PostgreSQL by apt-get where they are missing and that needs no password; without them their tests are skipped.",
  flags: {
    only: someOf(PARTS, "PART", `these parts alone: ${PARTS.join(" ")}`),
    whole: toggle(
      "also in Firefox those browser tests that are about pages, storage, mirrors and verdicts, and in both what waits for minutes: 8 minutes more",
    ),
  },
  run({ flags: { only, whole } }) {
    if (whole) process.env.WHOLE_TESTS = "1";
    return test(PARTS.filter((part) => only === undefined || only.includes(part)));
  },
});
