// npm run sources -- --check [--save DIR] [--only ID,ID]
// Reads every official source once and prints how it stands, so that a maintainer sees rot at a glance.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { adapterFor } from "../server/adapters/index.ts";
import { fetchPayload } from "../server/poll/fetch-payload.ts";
import type { Source } from "../server/source.ts";
import { LINKED_PAGES, SOURCES } from "../server/source-list.ts";

const USER_AGENT = "NotJustMe-feed/1 (source check)";
const AT_ONCE = 8;

type Row = { id: string; format: string; reachable: string; asExpected: string; age: string; open: string; unknown: string };

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options: { check: { type: "boolean" }, save: { type: "string" }, only: { type: "string" } } }).values;
  } catch (problem) {
    return refuse(problem instanceof Error ? problem.message : "Cannot read the options");
  }
}

/** `3 min`, `5 h`, `12 d`: how long ago the source last changed anything it tells. */
function ageOf(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

async function check(source: Source, folder: string | undefined): Promise<Row> {
  const row: Row = { id: source.id, format: source.format, reachable: "yes", asExpected: "", age: "", open: "", unknown: "" };
  const fetched = await fetchPayload(source.url, { etag: null, lastModified: null }, USER_AGENT, new AbortController().signal);
  if (fetched.result !== "payload") return { ...row, reachable: fetched.result === "trouble" ? fetched.reason : "answered without a body" };
  if (folder !== undefined) writeFileSync(join(folder, `${source.id}.payload`), fetched.bytes);
  const { id, provider, site, page } = source;
  const now = Date.now();
  const reading = adapterFor(source.format)?.read(fetched.bytes, { id, provider, site, page, now });
  if (reading === undefined || !reading.parsed) return { ...row, asExpected: "NO" };
  const told = reading.incidents.map(({ updated }) => Date.parse(updated));
  const changed = fetched.lastModified === null ? Math.max(...told) : Date.parse(fetched.lastModified);
  const open = reading.incidents.filter(({ status, severity }) => status !== "resolved" && severity !== "maintenance");
  return {
    ...row,
    asExpected: "yes",
    age: Number.isFinite(changed) ? ageOf(now - changed) : "",
    open: String(open.length),
    unknown: reading.unknown.join(", "),
  };
}

async function checkAll(sources: readonly Source[], folder: string | undefined): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const queue = [...sources];
  const work = async () => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) rows.set(source.id, await check(source, folder));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sources.flatMap(({ id }) => rows.get(id) ?? []);
}

function print(rows: Row[]): void {
  const head: Row = {
    id: "source",
    format: "format",
    reachable: "reachable",
    asExpected: "as expected",
    age: "last change",
    open: "open",
    unknown: "unknown values",
  };
  const columns = Object.keys(head) as (keyof Row)[];
  const widths = columns.map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  for (const row of [head, ...rows]) {
    process.stdout.write(
      `${columns
        .map((column, index) => row[column].padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}

const options = readOptions();
if (options.check !== true) refuse("Usage: npm run sources -- --check [--save DIR] [--only ID,ID]");
const wanted = options.only?.split(",");
const chosen = wanted === undefined ? SOURCES : SOURCES.filter(({ id }) => wanted.includes(id));
const missing = wanted?.filter((id) => !SOURCES.some((source) => source.id === id)) ?? [];
if (missing.length > 0) refuse(`No such source: ${missing.join(", ")}`);
if (options.save !== undefined) mkdirSync(options.save, { recursive: true });
const rows = await checkAll(chosen, options.save);
print(rows);
const good = rows.filter((row) => row.asExpected === "yes").length;
process.stdout.write(`\n${good} of ${rows.length} sources read as expected; ${LINKED_PAGES.length} more pages are linked only.\n`);
if (good < rows.length) process.exitCode = 1;
