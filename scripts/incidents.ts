import { readFileSync } from "node:fs";
import { createPayloadReader } from "../server/poll/payload-reader.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { FORMATS, isFormat } from "../utils/core/status-pages/format-names.ts";
import { SECOND } from "../utils/core/time.ts";
import { command } from "./support/command.ts";
import { UsageError } from "./support/flags.ts";

/** Milliseconds. A person waits for one payload, and machines differ: longer than the server's. */
const DEADLINE = 20 * SECOND;

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (problem) {
    throw new UsageError(`Cannot read ${file}: ${messageOf(problem)}`);
  }
}

export default await command(import.meta, {
  name: "incidents",
  group: "product",
  summary: "prints the incidents in one saved payload of a status page",
  takes: "a second",
  details: `Prints one line of JSON: {"ok", "incidents", "unknown"}. "ok" is false for a payload that does not have the format, and the exit status
is 0 then, also where parsing it takes longer than ${DEADLINE / SECOND} s (a line on standard error says so); "unknown" lists words that the format's reader does not know. Exit status 2 for a file that cannot be read and a format that is not known.
Formats: ${FORMATS.join(" ")}`,
  flags: {},
  operands: { form: "FORMAT FILE", least: 2, most: 2 },
  silent: true,
  async run({ operands: [format = "", file = ""] }) {
    if (!isFormat(format)) throw new UsageError(`Unknown format "${format}". Known formats: ${FORMATS.join(" ")}`);
    const reader = createPayloadReader({ deadline: DEADLINE });
    const read = await reader
      .read({ format, bytes: readBytes(file), source: { unknownAt: Date.now() }, whole: true })
      .finally(reader.close);
    if (read.result === "trouble") process.stderr.write(`${file}: ${read.reason}\n`);
    const { parsed, incidents, unknown } = read.result === "read" ? read.reading : { parsed: false, incidents: [], unknown: [] };
    process.stdout.write(`${JSON.stringify({ ok: parsed, incidents, unknown })}\n`);
  },
});
