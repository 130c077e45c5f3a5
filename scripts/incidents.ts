import { readFileSync } from "node:fs";
import { messageOf } from "../utils/core/message-of.ts";
import { adapterFor, FORMATS } from "../utils/core/status-pages/formats.ts";
import { identifySource } from "../utils/core/status-pages/identify-source.ts";
import { LINKED_PAGES, SOURCES } from "../utils/core/status-pages/source-table.ts";
import { command } from "./support/command.ts";
import { UsageError } from "./support/flags.ts";

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
is 0 then; "unknown" lists words that the format's reader does not know. Exit status 2 for a file that cannot be read and a format that is not known.
Formats: ${FORMATS.join(" ")}`,
  flags: {},
  operands: { form: "FORMAT FILE", least: 2, most: 2 },
  silent: true,
  run({ operands: [format = "", file = ""] }) {
    const adapter = adapterFor(format);
    if (adapter === null) throw new UsageError(`Unknown format "${format}". Known formats: ${FORMATS.join(" ")}`);
    const bytes = readBytes(file);
    const { parsed, incidents, unknown } = adapter.read(bytes, identifySource(format, bytes, [...SOURCES, ...LINKED_PAGES], Date.now()));
    process.stdout.write(`${JSON.stringify({ ok: parsed, incidents, unknown })}\n`);
  },
});
