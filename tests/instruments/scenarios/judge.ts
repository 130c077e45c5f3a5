import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type Given, type Mark, mark } from "./expectation.ts";
import type { LabelledAsk } from "./recording.ts";
import type { ToldStory } from "./tell.ts";

export type Judged = LabelledAsk & { given: Given; mark: Mark };

/** Replays a told story through the core, the code path of `npm run diagnose`, and marks every answer. Throws where the trace is refused. */
export function judgeStory(told: ToldStory): Judged[] {
  const lines = told.events.map((event) => JSON.stringify(event));
  const replay = replayTrace(lines, replayKnowledge);
  const judged: Judged[] = [];
  let step = replay.next();
  while (!step.done) {
    const labelled = told.asks[judged.length];
    if (labelled === undefined) throw new Error(`${told.name}: more answers than questions`);
    const { scope, cause, subject, confidence } = step.value.verdict;
    const given = { scope, cause, subject, confidence };
    judged.push({ ...labelled, given, mark: mark(given, labelled.expectation) });
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`${told.name}: line ${step.value.line}: ${step.value.field}: ${step.value.problem}`);
  if (judged.length !== told.asks.length) throw new Error(`${told.name}: ${told.asks.length} questions, ${judged.length} answers`);
  return judged;
}
