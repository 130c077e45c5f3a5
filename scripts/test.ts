import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BrowserMissing, ensureBrowser } from "./browsers/install.ts";
import { ensurePostgres } from "./support/postgres.ts";

/**
 * `npm test`: checks, unit and server tests, and the production build in real browsers. Everything runs, whatever fails before
 * it; the last line counts. A check counts as one test.
 */
type Count = { passed: number; failed: number; skipped: number };

const REPORTS = join(".cache", "test-reports");

const CHECKS = [
  { name: "types", words: ["run", "--silent", "types"] },
  { name: "style and unused code", words: ["run", "--silent", "lint"] },
];
/** Projects that run together. Browsers three at a time: they mostly wait, and two cores carry no more of them. */
const RUNS = [
  { name: "unit", projects: ["unit", "extension"], words: [] },
  { name: "server", projects: ["server"], words: [] },
  { name: "browser", projects: ["lab-*", "e2e-*"], words: ["--maxWorkers=3"] },
];

function npm(words: string[]): boolean {
  return spawnSync("npm", words, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

function runCheck({ name, words }: (typeof CHECKS)[number]): Count {
  console.log(`\n== ${name}`);
  const passed = npm(words);
  console.log(passed ? "passed" : "FAILED");
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function runProjects({ name, projects, words }: (typeof RUNS)[number]): Count {
  console.log(`\n== ${name} tests`);
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    ...words,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(process.execPath, vitest, { stdio: "inherit" });
  return countOf(report, status === 0);
}

/** A project that broke down before or after its tests counts as one failure more. */
function countOf(report: string, ended: boolean): Count {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, "utf8"));
    const broken = numFailedTests === 0 && !(ended && success) ? 1 : 0;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Without a browser its end-to-end tests are skipped, and say so. */
function findBrowsers(): void {
  for (const name of ["chromium", "firefox"] as const) {
    try {
      ensureBrowser(name === "chromium" ? ["chromium", "chrome", "edge"] : ["firefox"], console.log);
    } catch (problem) {
      if (!(problem instanceof BrowserMissing)) throw problem;
      console.log(problem.message);
    }
  }
}

findBrowsers();
if (ensurePostgres(console.log) === null) console.log("No PostgreSQL here: the tests of the second store are skipped.");
mkdirSync(REPORTS, { recursive: true });
const counts = [...CHECKS.map(runCheck), ...RUNS.map(runProjects)];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
if (sum("skipped") > 0) console.log(`\n${sum("skipped")} skipped; the reasons stand above.`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
