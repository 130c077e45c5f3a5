import { join } from "node:path";
import type { Access } from "../tests/lab/access.ts";
import { CASES } from "../tests/lab/cases/index.ts";
import type { LabCase } from "../tests/lab/lab-case.ts";
import { openLaboratory } from "../tests/lab/laboratory.ts";
import type { Outcome } from "../tests/lab/outcome.ts";
import { confusionMatrix, lineOf, skippedLines } from "../tests/lab/print.ts";
import { keepTrace } from "../tests/lab/recording.ts";
import { findBrowser } from "./browsers/find.ts";
import { command } from "./support/command.ts";
import { oneOf, someOf, toggle } from "./support/flags.ts";

/** Real recordings of both browsers, for the unit tests. */
const RECORDINGS = join("tests", "recordings");
/** What the extension saw in the last run, right or wrong. */
const LAST = join(".cache", "lab");

const BROWSERS = { chromium: ["chromium", "chrome", "edge"], firefox: ["firefox"] } as const;
type Family = keyof typeof BROWSERS;

type Plan = { families: readonly Family[]; accesses: readonly Access[]; cases: readonly LabCase[]; record: boolean };

async function runLab({ families, accesses, cases, record }: Plan): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const family of families) {
    const found = findBrowser([...BROWSERS[family]]);
    if (found === null) {
      console.log(`${family}: skipped, because no such browser is on this machine`);
      continue;
    }
    const laboratory = await openLaboratory(found);
    try {
      await laboratory.run(cases, accesses, (outcome) => {
        outcomes.push(outcome);
        console.log(lineOf(outcome));
        if ("trace" in outcome) keepTrace(LAST, outcome, outcome.trace);
        if (outcome.result === "right" && record) keepTrace(RECORDINGS, outcome, outcome.trace);
      });
    } finally {
      await laboratory.close();
    }
  }
  for (const family of new Set(outcomes.map((outcome) => outcome.family))) {
    console.log(`\n${confusionMatrix(outcomes.filter((outcome) => outcome.family === family))}`);
  }
  for (const line of skippedLines(outcomes)) console.log(line);
  const failed = outcomes.filter(({ result }) => result === "wrong" || result === "broken").length;
  console.log(`\n${outcomes.filter(({ result }) => result === "right").length} right, ${failed} not`);
  return failed === 0 ? 0 : 1;
}

const NAMES = CASES.map(({ name }) => name);

export default await command(import.meta, {
  name: "lab",
  group: "instrument",
  summary:
    "makes real faults on this machine, on loopback and on a cable of its own, and compares what the extension says about each in real browsers",
  takes: "an hour, with --quick 5 minutes",
  details: `What the extension saw is kept in .cache/lab. Exit status 1 when a verdict is wrong or a case breaks down.
Cases: ${NAMES.join(" ")}`,
  flags: {
    browser: oneOf(["chromium", "firefox"], "this browser alone"),
    access: oneOf(["full", "basic"], "this access to sites alone"),
    case: someOf(NAMES, "NAME", "these cases alone"),
    quick: toggle("only the cases that npm test runs"),
    record: toggle("keeps every trace that was answered right in tests/recordings, where the unit tests replay it"),
  },
  run: ({ flags }) =>
    runLab({
      families: flags.browser === undefined ? ["chromium", "firefox"] : [flags.browser],
      accesses: flags.access === undefined ? ["basic", "full"] : [flags.access],
      cases: CASES.filter(({ name, quick }) => (flags.case === undefined || flags.case.includes(name)) && (!flags.quick || quick === true)),
      record: flags.record,
    }),
});
