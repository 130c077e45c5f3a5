import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Results of one part of `npm test`. A check counts as one test. */
export type Count = { passed: number; failed: number; skipped: number };

const REPORTS = join(".cache", "test-reports");

export const CHECKS = {
  types: { title: "types", script: "types" },
  lint: { title: "style and unused code", script: "lint" },
} as const;

/** Test projects that run together. Browsers three at a time: they mostly wait, and two cores carry no more of them. */
export const RUNS = {
  unit: { title: "unit", projects: ["unit", "extension"], words: [] },
  server: { title: "server", projects: ["server"], words: [] },
  browser: { title: "browser", projects: ["lab-*", "e2e-*"], words: ["--maxWorkers=3"] },
} as const;

/** Runs a check of package.json and prints whether it passed. */
export function runCheck(name: keyof typeof CHECKS): Count {
  const { title, script } = CHECKS[name];
  console.log(`\n== ${title}`);
  const passed = spawnSync("npm", ["run", "--silent", script], { stdio: "inherit", shell: process.platform === "win32" }).status === 0;
  console.log(passed ? "passed" : "FAILED");
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs the tests of some projects, or only the given files of them. */
export function runTests(name: keyof typeof RUNS, files: readonly string[] = []): Count {
  const { title, projects, words } = RUNS[name];
  console.log(`\n== ${title} tests`);
  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...files,
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

export function total(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((so, count) => so + count[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}
