import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type Answer, type Given, mark } from "../../instruments/scenarios/expectation.ts";

/** Example traces with the answers that are right, kept beside the repository where they exist. */
const folder = new URL("../../../../shared/traces/", import.meta.url);
const expectedFile = new URL("expected.json", folder);

type Expected = Readonly<Record<string, readonly { stage: "first" | "mid" | "final"; truth: string; accept: readonly Answer[] }[]>>;

function answersOf(name: string): Given[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, folder), "utf8").split("\n");
  const replay = replayTrace(lines, replayKnowledge);
  const answers: Given[] = [];
  let step = replay.next();
  while (!step.done) {
    answers.push(step.value.verdict);
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`${name}: line ${step.value.line}: ${step.value.field}: ${step.value.problem}`);
  return answers;
}

if (existsSync(expectedFile)) {
  const expected = JSON.parse(readFileSync(expectedFile, "utf8")) as Expected;
  describe("the shared example traces", () => {
    test.each(Object.entries(expected))("%s is answered as expected", (name, asks) => {
      const answers = answersOf(name);
      expect(answers).toHaveLength(asks.length);
      for (const [index, ask] of asks.entries()) {
        const given = answers[index] as Given;
        const { scope, cause, subject } = given;
        const tolerated = ask.accept.some((answer) => answer.scope === "unclear") ? ["right", "weak", "unclear"] : ["right", "weak"];
        expect(tolerated, `question ${index + 1} (${ask.stage}) was answered ${scope}, ${cause}, ${subject}`).toContain(mark(given, ask));
        expect(given.confidence).toBeGreaterThanOrEqual(0);
        expect(given.confidence).toBeLessThanOrEqual(1);
      }
    });
  });
} else {
  test("needs the folder of shared example traces", (context) => {
    const reason = "skipped: there is no ../shared/traces beside the repository";
    console.info(reason);
    context.skip(reason);
  });
}
