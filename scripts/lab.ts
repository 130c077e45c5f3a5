import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Access } from "../tests/lab/access.ts";
import { CASES } from "../tests/lab/cases/index.ts";
import { openLaboratory } from "../tests/lab/laboratory.ts";
import type { Outcome } from "../tests/lab/outcome.ts";
import { confusionMatrix, lineOf, skippedLines } from "../tests/lab/print.ts";
import { keepTrace } from "../tests/lab/recording.ts";
import { type FoundBrowser, findBrowser } from "./browsers/find.ts";
import { runMain } from "./support/run-main.ts";
import { BuildFailed } from "./support/run-wxt.ts";

const USAGE = "usage: npm run lab -- [--browser chromium|firefox] [--access full|basic] [--case NAME]… [--quick] [--record]";

/** Real recordings of both browsers, for the unit tests. */
const RECORDINGS = join("tests", "recordings");
/** What the extension saw in the last run, right or wrong. */
const LAST = join(".cache", "lab");

const FAMILIES = {
  chromium: () => findBrowser(["chromium", "chrome", "edge"]),
  firefox: () => findBrowser(["firefox"]),
};

/** `npm run lab`: real faults in real browsers, and what the extension says about each. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      browser: { type: "string" },
      access: { type: "string" },
      case: { type: "string", multiple: true },
      quick: { type: "boolean" },
      record: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const families = values.browser === undefined ? Object.keys(FAMILIES) : [values.browser];
  const accesses = values.access === undefined ? ["basic", "full"] : [values.access];
  const unknown =
    families.find((name) => !Object.hasOwn(FAMILIES, name)) ??
    accesses.find((name) => name !== "full" && name !== "basic") ??
    values.case?.find((name) => !CASES.some((labCase) => labCase.name === name));
  if (unknown !== undefined) throw new RangeError(`unknown: ${unknown}\n${USAGE}\ncases: ${CASES.map(({ name }) => name).join(" ")}`);
  const cases = CASES.filter(
    ({ name, quick }) => (values.case === undefined || values.case.includes(name)) && (values.quick !== true || quick === true),
  );
  const outcomes: Outcome[] = [];
  for (const family of families as (keyof typeof FAMILIES)[]) {
    const found: FoundBrowser | null = FAMILIES[family]();
    if (found === null) {
      console.log(`${family}: skipped, because no such browser is on this machine`);
      continue;
    }
    const laboratory = await openLaboratory(found);
    try {
      await laboratory.run(cases, accesses as Access[], (outcome) => {
        outcomes.push(outcome);
        console.log(lineOf(outcome));
        if ("trace" in outcome) keepTrace(LAST, outcome, outcome.trace);
        if (outcome.result === "right" && values.record === true) keepTrace(RECORDINGS, outcome, outcome.trace);
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

await runMain(main, BuildFailed);
