import { readFileSync, statSync } from "node:fs";
import { createPayloadReader } from "../server/poll/payload-reader.ts";
import type { Incident } from "../utils/core/feed/incident.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { FORMATS, isFormat } from "../utils/core/status-pages/format-names.ts";
import { newestMoment } from "../utils/core/status-pages/newest-moment.ts";
import { parseTime } from "../utils/core/status-pages/parsing/parse-time.ts";
import { SECOND } from "../utils/core/time.ts";
import { command } from "./support/command.ts";
import { text, UsageError } from "./support/flags.ts";

/** Milliseconds. A person waits for one payload, and machines differ: longer than the server's. */
const DEADLINE = 20 * SECOND;

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (problem) {
    throw new UsageError(`Cannot read ${file}: ${messageOf(problem)}`);
  }
}

/**
 * The moment to read a payload in, in milliseconds of the epoch: the one that was asked for; else the newest that the payload tells; where it
 * tells none, when the file was written.
 */
function momentOf(asked: string | undefined, file: string, bytes: Uint8Array): number {
  if (asked === undefined) return newestMoment(bytes, Date.now()) ?? statSync(file).mtimeMs;
  const moment = /^\d+$/.test(asked.trim()) ? null : parseTime(asked);
  if (moment === null || Number.isNaN(moment))
    throw new UsageError(`--as-of ${asked}: an ISO time from 2000 to 2099 is expected, such as 2026-09-20T03:10:00Z (without a zone: UTC)`);
  return moment;
}

/** An incident whose page nobody knows has no official address. */
function toldOf(incident: Incident): object {
  const { official } = incident;
  return { ...incident, official: official === null ? null : { ...official, url: official.url || null } };
}

export default await command(import.meta, {
  name: "incidents",
  group: "product",
  summary: "prints the incidents in one saved payload of a status page",
  takes: "a second",
  details: `Prints one line of JSON: {"ok", "incidents", "unknown"}. "ok" is false for a payload that does not have the format, and the exit status
is 0 then, also where parsing it takes longer than ${DEADLINE / SECOND} s (a line on standard error says so); "unknown" lists words that the format's reader does not know.
The payload is read in the moment given with --as-of; without it, in the newest moment that it tells and that is not in the future. Exit status 2 for a file that cannot be read and a format that is not known.
Formats: ${FORMATS.join(" ")}`,
  flags: { "as-of": text("TIME", "the moment to read the payload in, an ISO time") },
  operands: { form: "FORMAT FILE", least: 2, most: 2 },
  silent: true,
  async run({ flags, operands: [format = "", file = ""] }) {
    if (!isFormat(format)) throw new UsageError(`Unknown format "${format}". Known formats: ${FORMATS.join(" ")}`);
    const bytes = readBytes(file);
    const unknownAt = momentOf(flags["as-of"], file, bytes);
    const reader = createPayloadReader({ deadline: DEADLINE });
    const read = await reader.read({ format, bytes, source: { unknownAt }, whole: true }).finally(reader.close);
    if (read.result === "trouble") process.stderr.write(`${file}: ${read.reason}\n`);
    const { parsed, incidents, unknown } = read.result === "read" ? read.reading : { parsed: false, incidents: [], unknown: [] };
    process.stdout.write(`${JSON.stringify({ ok: parsed, incidents: incidents.map(toldOf), unknown })}\n`);
  },
});
