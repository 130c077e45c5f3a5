// npm run --silent incidents -- FORMAT FILE
// Prints the incidents of one saved payload as JSON: {"ok", "incidents", "unknown"}. Exit status 2 for an unreadable file or an unknown format.
import { readFileSync } from "node:fs";
import { adapterFor, FORMATS } from "../utils/core/status-pages/formats.ts";
import { identifySource } from "../utils/core/status-pages/identify-source.ts";
import { LINKED_PAGES, SOURCES } from "../utils/core/status-pages/source-table.ts";

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (problem) {
    return refuse(`Cannot read ${file}: ${problem instanceof Error ? problem.message : "unknown error"}`);
  }
}

const [format, file, ...rest] = process.argv.slice(2);
if (format === undefined || file === undefined || rest.length > 0)
  refuse(`Usage: npm run --silent incidents -- FORMAT FILE, with FORMAT one of: ${FORMATS.join(" ")}`);
const adapter = adapterFor(format);
if (adapter === null) refuse(`Unknown format "${format}". Known formats: ${FORMATS.join(" ")}`);
const bytes = readBytes(file);
const { parsed, incidents, unknown } = adapter.read(bytes, identifySource(format, bytes, [...SOURCES, ...LINKED_PAGES], Date.now()));
process.stdout.write(`${JSON.stringify({ ok: parsed, incidents, unknown })}\n`);
