import { createReadStream } from "node:fs";
import { readStreamLine, type StreamReplay } from "../server/replay/replay.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { command } from "./support/command.ts";
import { endWithReader } from "./support/ending.ts";
import { linesOf } from "./support/lines.ts";

/** Replays streams one after the other; returns 2 when one of them cannot be read to its end. */
async function detect(files: readonly string[]): Promise<number> {
  endWithReader();
  let status = 0;
  for (const file of files) {
    try {
      const problem = await replay(file);
      if (problem === null) continue;
      console.error(problem);
    } catch (cause) {
      console.error(`${file}: cannot be read: ${messageOf(cause)}`);
    }
    status = 2;
  }
  return status;
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

export default await command(import.meta, {
  name: "detect",
  group: "product",
  summary:
    "replays a stream of reports through the crowd detector and prints the incidents, services and networks in trouble at each question in it",
  takes: "a second",
  details: "A file named - is standard input. Exit status 2 when a file cannot be read to its end.",
  flags: {},
  operands: { form: "FILE.jsonl [MORE.jsonl …]", least: 1 },
  silent: true,
  run: ({ operands }) => detect(operands),
});
