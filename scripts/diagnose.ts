import { readFileSync } from "node:fs";
import { explain } from "../utils/core/trace/explain.ts";
import { replayTrace } from "../utils/core/trace/replay.ts";
import { replayKnowledge } from "../utils/core/trace/replay-knowledge.ts";
import type { Answer } from "../utils/core/trace/replayed-browser.ts";
import { evidenceSentence } from "../utils/core/view/evidence-sentence.ts";
import { loadTranslator } from "./support/translator.ts";

const USAGE = "usage: npm run --silent diagnose -- [--explain] FILE.jsonl [MORE.jsonl …]   (- reads standard input)";

const given = process.argv.slice(2);
const explaining = given.includes("--explain");
const files = given.filter((word) => word !== "--explain");
const unknown = files.find((word) => word.startsWith("--"));
if (files.length === 0 || unknown !== undefined) {
  console.error(unknown === undefined ? USAGE : `unknown option ${unknown}\n${USAGE}`);
  process.exit(2);
}

// A reader such as `head` may close the pipe early.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));

const words = loadTranslator("en");
let broken = false;
for (const file of files) {
  const text = readTrace(file);
  if (text === null) {
    broken = true;
    continue;
  }
  const replay = replayTrace(text.split("\n"), replayKnowledge);
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
process.exitCode = broken ? 2 : 0;

function readTrace(file: string): string | null {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    console.error(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    return null;
  }
}

function sentences({ verdict, snapshot }: Answer): string[] {
  return verdict.evidence.map((item) => {
    const { key, values } = evidenceSentence(item, snapshot.now);
    return words.text(key, values);
  });
}

/** The verdict line of the trace format. Each piece of evidence carries its numbers and its sentence in English. */
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
