import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type Given, type Mark, mark } from "./expectation.ts";
import type { GeneratedTrace } from "./generate-trace.ts";
import type { LabelledAsk } from "./recording.ts";

export type Judged = LabelledAsk & { given: Given; mark: Mark };

/** Replays a trace through the core, the code path of `npm run diagnose`, and marks every answer. Throws where the trace is refused. */
export function judgeTrace(trace: GeneratedTrace): Judged[] {
  const lines = trace.events.map((event) => JSON.stringify(event));
  const replay = replayTrace(lines, replayKnowledge);
  const judged: Judged[] = [];
  let step = replay.next();
  while (!step.done) {
    const labelled = trace.asks[judged.length];
    if (labelled === undefined) throw new Error(`${trace.name}: more answers than questions`);
    const { scope, cause, subject, confidence } = step.value.verdict;
    const given = { scope, cause, subject, confidence };
    judged.push({ ...labelled, given, mark: mark(given, labelled.expectation) });
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`${trace.name}: line ${step.value.line}: ${step.value.field}: ${step.value.problem}`);
  if (judged.length !== trace.asks.length) throw new Error(`${trace.name}: ${trace.asks.length} questions, ${judged.length} answers`);
  return judged;
}
