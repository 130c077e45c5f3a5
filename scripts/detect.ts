import { createReadStream } from "node:fs";
import { readStreamLine, type StreamReplay } from "../server/replay/replay.ts";
import { linesOf } from "./support/lines.ts";

const USAGE = "usage: npm run --silent detect -- FILE.jsonl [MORE.jsonl …]   (- reads standard input)";

const files = process.argv.slice(2);
const unknown = files.find((word) => word.startsWith("-") && word !== "-");
if (files.length === 0 || unknown !== undefined) {
  console.error(unknown === undefined ? USAGE : `unknown option ${unknown}\n${USAGE}`);
  process.exit(2);
}
// A reader that closes the pipe (`| head`) is not an error.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));

for (const file of files) {
  try {
    const problem = await replay(file);
    if (problem === null) continue;
    console.error(problem);
  } catch (cause) {
    console.error(`${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  process.exitCode = 2;
}

/** Replays one stream; returns the message about the line that stopped it, or null. */
async function replay(file: string): Promise<string | null> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  let stream: StreamReplay = null;
  let number = 0;
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      const { replay, step } = readStreamLine(stream, line);
      stream = replay;
      if (step.kind === "answer") process.stdout.write(`${JSON.stringify({ t: step.t, ...step.answer })}\n`);
      else if (step.kind === "skipped") process.stderr.write(`${file}: line ${number}: report skipped: ${step.reason}\n`);
      else if (step.kind === "broken") return `${file}: line ${number}: ${step.problem.field}: ${step.problem.problem}`;
    }
  }
  return stream === null ? `${file}: line ${Math.max(1, number)}: event: no start` : null;
}
