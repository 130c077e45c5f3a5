import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkSources } from "../server/poll/check-source.ts";
import { LINKED_PAGES, SOURCES } from "../utils/core/status-pages/all-sources.ts";
import type { Source } from "../utils/core/status-pages/source.ts";
import { MINUTE } from "../utils/core/time.ts";
import { type BadSince, followBad, readBadSince } from "./sources/bad-since.ts";
import { reportOf } from "./sources/report.ts";
import { isGood, type SourceReport } from "./sources/source-report.ts";
import { command } from "./support/command.ts";
import { someOf, text, toggle, UsageError } from "./support/flags.ts";

const AT_ONCE = 8;

/** `3 min`, `5 h`, `12 d`. */
function inWords(milliseconds: number | null): string {
  if (milliseconds === null) return "none";
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

/** Prints rows in columns. The last column is as long as it is. */
function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}

function printReports(reports: readonly SourceReport[]): void {
  const head = ["source", "format", "address", "outcome", "newest incident", "open", "unknown words", "leads to", "what to do"];
  print([
    head,
    ...reports.map((report) => [
      ...[report.source, report.format, report.address, report.isFirst ? report.outcome : `${report.outcome} (2nd)`],
      ...(isGood(report) ? [inWords(report.age), String(report.open)] : [report.detail.slice(0, 60), ""]),
      ...[report.unknown.join(", ").slice(0, 60), report.target ?? "", report.advice],
    ]),
  ]);
}

type Given = { only: readonly string[] | undefined; save: string | undefined; json: boolean; state: string | undefined; contact: string };

async function check(chosen: readonly Source[], { save, json, state, contact }: Given): Promise<number> {
  if (save !== undefined) mkdirSync(save, { recursive: true });
  const userAgent = `NotJustMe-feed/2 (source check${contact === "" ? "" : `; +${contact}`})`;
  const checks = await checkSources(chosen, {
    ...{ userAgent, atOnce: AT_ONCE },
    onCheck({ source, answers }) {
      for (const [index, { bytes }] of answers.entries())
        if (save !== undefined && bytes !== null)
          writeFileSync(join(save, `${source.id}${index === 0 ? "" : `-${index + 1}`}.payload`), bytes);
    },
  });
  const found = checks.map((one) => reportOf(one, {}));
  const before: BadSince = state !== undefined && existsSync(state) ? readBadSince(readFileSync(state, "utf8")) : {};
  const verdicts = found.map((report) => ({ id: report.source, good: isGood(report) }));
  const since = followBad(before, verdicts, new Date().toISOString());
  if (state !== undefined) writeFileSync(state, `${JSON.stringify(since, null, 2)}\n`);
  const reports = found.map((report) => ({ ...report, since: since[report.source] ?? null }));
  const good = reports.filter(isGood).length;
  const never = chosen.filter(({ answered }) => answered === undefined).map(({ id }) => id);
  const first = reports.filter((report) => isGood(report) && never.includes(report.source)).length;
  if (json) process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), good, sources: reports }, null, 2)}\n`);
  else {
    printReports(reports);
    process.stdout.write(
      `\n${good} of ${reports.length} sources answered and were understood. Of ${never.length} never read before, ${first}.\n`,
    );
  }
  return good < reports.length ? 1 : 0;
}

function list(chosen: readonly Source[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ sources: chosen, pages: LINKED_PAGES }, null, 2)}\n`);
  else {
    print([
      ["source", "format", "known to have answered", "other addresses", "address"],
      ...chosen.map(({ id, format, url, answered, others = [] }) => [id, format, answered ?? "never", String(others.length), url]),
    ]);
    process.stdout.write(`\n${chosen.length} sources; ${LINKED_PAGES.length} more pages are linked only.\n`);
  }
}

async function run(given: Given & { check: boolean }): Promise<number> {
  const { only, json, save, state } = given;
  const chosen = only === undefined ? SOURCES : SOURCES.filter(({ id }) => only.includes(id));
  if (given.check) return await check(chosen, given);
  if (save !== undefined || state !== undefined) throw new UsageError("--save and --state need --check: without it nothing is asked");
  list(chosen, json);
  return 0;
}

export default await command(import.meta, {
  name: "sources",
  group: "product",
  summary: "lists the official status pages that are read; with --check asks each and says what a maintainer should do",
  takes: "a second; with --check three minutes",
  details: `Without --check nothing is asked. With it, each source is asked once, at its other addresses too where the first does not do; hosts
that have many pages are asked one after the other. Exit status 1 when a source did not answer or was not understood.`,
  flags: {
    check: toggle("asks every source once"),
    only: someOf(
      SOURCES.map(({ id }) => id),
      "ID",
      "these sources alone",
    ),
    json: toggle("one JSON document instead of the table (add --silent after npm run)"),
    save: text("FOLDER", "keeps every payload there"),
    state: text("FILE", "remembers there since when each source has not been understood"),
    contact: text("ADDRESS", "web or mail address where the operators of sources reach you", process.env.CONTACT ?? ""),
  },
  run: ({ flags }) => run(flags),
});
