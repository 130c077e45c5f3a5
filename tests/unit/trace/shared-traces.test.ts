import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type Answer, type Given, mark } from "../../instruments/scenarios/expectation.ts";

/** Example traces with the answers that are right, kept beside the repository where they exist. */
const folder = new URL("../../../../shared/traces/", import.meta.url);

type Ask = { stage: "first" | "mid" | "final"; truth: string; accept: readonly Answer[] };
type Expected = Readonly<Record<string, readonly Ask[]>>;

/** The smallest traces of people's reports, traffic of real page loads, and one story each of the first format. */
const COLLECTIONS = [
  { name: "people's reports", path: "field/" },
  { name: "real page loads", path: "real/" },
  { name: "examples of the format", path: "" },
];

/** Final answers in which the rules have changed since the trace was made, with the reason. */
const SUPERSEDED: { [trace: string]: { accept: readonly Answer[]; reason: string } } = {
  "providerAlone-chromium-1": {
    accept: [{ scope: "network", cause: "route", subject: "fastly" }],
    reason: "a shared edge that is only silent, with nobody outside speaking, is a way that is cut and no outage",
  },
};

function answersOf(path: string): Given[] {
  const lines = readFileSync(new URL(`${path}.jsonl`, folder), "utf8").split("\n");
  const replay = replayTrace(lines, replayKnowledge);
  const answers: Given[] = [];
  let step = replay.next();
  while (!step.done) {
    answers.push(step.value.verdict);
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`${path}: line ${step.value.line}: ${step.value.field}: ${step.value.problem}`);
  return answers;
}

describe.each(COLLECTIONS)("the shared traces: $name", ({ path }) => {
  const list = new URL(`${path}expected.json`, folder);
  if (!existsSync(list)) {
    test("needs the folder of shared traces", (context) => {
      const reason = `skipped: there is no ../shared/traces/${path} beside the repository`;
      console.info(reason);
      context.skip(reason);
    });
    return;
  }
  const expected = JSON.parse(readFileSync(list, "utf8")) as Expected;
  test.each(Object.entries(expected))("%s is answered as expected", (name, asks) => {
    const answers = answersOf(path + name);
    expect(answers).toHaveLength(asks.length);
    for (const [index, ask] of asks.entries()) {
      const given = answers[index] as Given;
      const { scope, cause, subject } = given;
      const accept = (ask.stage === "final" ? SUPERSEDED[name]?.accept : undefined) ?? ask.accept;
      const tolerated = accept.some((answer) => answer.scope === "unclear") ? ["right", "weak", "unclear"] : ["right", "weak"];
      expect(tolerated, `question ${index + 1} (${ask.stage}) was answered ${scope}, ${cause}, ${subject}`).toContain(
        mark(given, { ...ask, accept }),
      );
      expect(given.confidence).toBeGreaterThanOrEqual(0);
      expect(given.confidence).toBeLessThanOrEqual(1);
    }
  });
});
