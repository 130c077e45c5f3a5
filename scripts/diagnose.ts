import { readFileSync } from "node:fs";
import { measuredTargets } from "../server/measure/targets.ts";
import { targetNames } from "../utils/core/feed/target-document.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { catalogue } from "../utils/core/providers/catalogue.ts";
import { explain } from "../utils/core/trace/explain.ts";
import { replayTrace } from "../utils/core/trace/replay.ts";
import { replayKnowledge } from "../utils/core/trace/replay-knowledge.ts";
import type { Answer } from "../utils/core/trace/replayed-browser.ts";
import { evidenceSentence } from "../utils/core/view/evidence-sentence.ts";
import { command } from "./support/command.ts";
import { endWithReader } from "./support/ending.ts";
import { toggle } from "./support/flags.ts";
import { loadTranslator } from "./support/translator.ts";

const words = loadTranslator("en");

/** A trace that a browser saved has the list of what vantages ask; a hand-written one with `views` alone means the usual list. */
const HAS_LIST = /"event":\s*"targets"/;
const usualTargets = () => targetNames(measuredTargets(catalogue()));

/** Prints a verdict for each question; returns 2 when one of the files cannot be read to its end. */
function diagnoseFiles(files: readonly string[], explaining: boolean): number {
  endWithReader();
  let broken = false;
  for (const file of files) {
    const text = readTrace(file);
    if (text === null) {
      broken = true;
      continue;
    }
    const replay = replayTrace(text.split("\n"), replayKnowledge, HAS_LIST.test(text) ? [] : usualTargets());
    let step = replay.next();
    while (!step.done) {
      process.stdout.write(`${explaining ? explain(step.value, sentences(step.value)) : JSON.stringify(lineOf(step.value))}\n`);
      step = replay.next();
    }
    if (step.value !== null) {
      const { line, field, problem } = step.value;
      console.error(`${file}: line ${line}: ${field}: ${problem}`);
      broken = true;
    }
  }
  return broken ? 2 : 0;
}

function readTrace(file: string): string | null {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    console.error(`${file}: cannot be read: ${messageOf(cause)}`);
    return null;
  }
}

function sentences({ verdict, snapshot }: Answer): string[] {
  return verdict.evidence.map((item) => {
    const { key, values } = evidenceSentence(item, snapshot.now);
    return words.text(key, values);
  });
}

/** The verdict line of the trace format: the evidence carries its numbers and, in English, its sentence. */
function lineOf(answer: Answer): object {
  const { trace, t, ask, verdict } = answer;
  const texts = sentences(answer);
  const { scope, cause, subject, site, confidence, evidence } = verdict;
  return {
    trace,
    t,
    ask,
    scope,
    cause,
    subject,
    site,
    confidence: Math.round(confidence * 1000) / 1000,
    evidence: evidence.map((item, index) => ({ ...item, text: texts[index] })),
  };
}

export default await command(import.meta, {
  name: "diagnose",
  group: "product",
  summary: "replays a trace of browser events and prints a verdict for each question in it",
  takes: "a second",
  details:
    "A file named - is standard input. A trace without a question (a line with the event ask) prints nothing. Exit status 2 when a file cannot be read to its end.",
  flags: { explain: toggle("shows the reasoning in words instead of JSON") },
  operands: { form: "FILE.jsonl [MORE.jsonl …]", least: 1 },
  silent: true,
  run: ({ flags: { explain: explaining }, operands }) => diagnoseFiles(operands, explaining),
});
