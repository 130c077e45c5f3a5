import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Check, checkSources } from "../server/poll/check-source.ts";
import { LINKED_PAGES, SOURCES } from "../utils/core/status-pages/source-table.ts";
import { MINUTE } from "../utils/core/time.ts";
import { command } from "./support/command.ts";
import { someOf, text } from "./support/flags.ts";

const USER_AGENT = "NotJustMe-feed/1 (source check)";
const AT_ONCE = 8;

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

async function readSources(only: readonly string[] | undefined, save: string | undefined): Promise<number> {
  if (save !== undefined) mkdirSync(save, { recursive: true });
  const chosen = only === undefined ? SOURCES : SOURCES.filter(({ id }) => only.includes(id));
  const checks = await checkSources(chosen, USER_AGENT, AT_ONCE, ({ source, bytes }) => {
    if (save !== undefined && bytes !== null) writeFileSync(join(save, `${source.id}.payload`), bytes);
  });
  print([HEAD, ...checks.map(rowOf)]);
  const good = checks.filter(({ asExpected }) => asExpected).length;
  process.stdout.write(`\n${good} of ${checks.length} sources read as expected; ${LINKED_PAGES.length} more pages are linked only.\n`);
  return good < checks.length ? 1 : 0;
}

export default await command(import.meta, {
  name: "sources",
  group: "product",
  summary: "reads every status source once and prints whether it is still what its format says",
  takes: "half a minute",
  details: "Exit status 1 when a source cannot be read as expected.",
  flags: {
    only: someOf(
      SOURCES.map(({ id }) => id),
      "ID",
      "these sources alone",
    ),
    save: text("FOLDER", "keeps every payload there"),
  },
  run: ({ flags: { only, save } }) => readSources(only, save),
});
