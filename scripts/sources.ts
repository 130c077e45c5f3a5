// npm run sources -- --check [--save DIR] [--only ID,ID]
// Reads every official source once and prints its state, so that a maintainer sees which have changed. Exit 1 when one cannot be read.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Check, checkSources } from "../server/poll/check-source.ts";
import { LINKED_PAGES, SOURCES } from "../utils/core/status-pages/source-table.ts";
import { MINUTE } from "../utils/core/time.ts";

const USAGE = "Usage: npm run sources -- --check [--save DIR] [--only ID,ID]";
const USER_AGENT = "NotJustMe-feed/1 (source check)";
const AT_ONCE = 8;

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options: { check: { type: "boolean" }, save: { type: "string" }, only: { type: "string" } } }).values;
  } catch (problem) {
    return refuse(`${problem instanceof Error ? problem.message : "Cannot read the options"}\n${USAGE}`);
  }
}

/** `3 min`, `5 h`, `12 d`. */
function inWords(milliseconds: number | null): string {
  if (milliseconds === null) return "";
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

const HEAD = ["source", "format", "reachable", "as expected", "last change", "open", "unknown words"];

function rowOf({ source, trouble, asExpected, age, open, unknown }: Check): string[] {
  if (trouble !== null) return [source.id, source.format, trouble, "", "", "", ""];
  if (!asExpected) return [source.id, source.format, "yes", "NO", "", "", ""];
  return [source.id, source.format, "yes", "yes", inWords(age), String(open), unknown.join(", ")];
}

function print(rows: string[][]): void {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}

const { check, save, only } = readOptions();
if (check !== true) refuse(USAGE);
const wanted = only?.split(",");
const missing = wanted?.filter((id) => !SOURCES.some((source) => source.id === id)) ?? [];
if (missing.length > 0) refuse(`No such source: ${missing.join(", ")}`);
if (save !== undefined) mkdirSync(save, { recursive: true });
const chosen = wanted === undefined ? SOURCES : SOURCES.filter(({ id }) => wanted.includes(id));
const checks = await checkSources(chosen, USER_AGENT, AT_ONCE, ({ source, bytes }) => {
  if (save !== undefined && bytes !== null) writeFileSync(join(save, `${source.id}.payload`), bytes);
});
print([HEAD, ...checks.map(rowOf)]);
const good = checks.filter(({ asExpected }) => asExpected).length;
process.stdout.write(`\n${good} of ${checks.length} sources read as expected; ${LINKED_PAGES.length} more pages are linked only.\n`);
if (good < checks.length) process.exitCode = 1;
