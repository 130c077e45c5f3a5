import { isGood, type SourceReport } from "./source-report.ts";

/** An open issue about a source, as far as it matters here. */
export type OpenIssue = { number: number; body: string };

/** What to do with the issues of a repository. */
export type IssueStep =
  | { do: "open"; source: string; title: string; body: string }
  | { do: "update"; number: number; source: string; body: string }
  | { do: "close"; number: number; source: string; comment: string };

const DAY = 24 * 60 * 60 * 1000;
/** A source has an issue when it has not been understood for this long. */
const PATIENCE = 2 * DAY;
/** New issues in one run. Judged: more at once are no work for a person, and the rest comes with the next runs. */
const MAX_NEW = 10;
/** Where more of all sources are bad, the fault is this side's. Judged: of 170, 40 could not be read in the worst week that is known. */
const MOST_BAD = 0.5;

const MARK = /<!-- source: ([a-z0-9-]+) -->/;

/**
 * Decides which issues to open, to update and to close, one for each source. Nothing where so many sources are bad that the check itself must
 * have failed.
 * @param now milliseconds of the epoch
 */
export function issueSteps(reports: readonly SourceReport[], open: readonly OpenIssue[], now: number): IssueStep[] {
  const bad = reports.filter((report) => !isGood(report));
  if (bad.length > reports.length * MOST_BAD) return [];
  const issues = new Map(open.flatMap((issue) => sourceOf(issue).map((source) => [source, issue] as const)));
  const due = bad.filter(({ since }) => since !== null && now - Date.parse(since) >= PATIENCE);
  const fresh = due.filter(({ source }) => !issues.has(source));
  // Those that nobody is known to have read come last: their lines may be wrong from the start.
  const ranked = [...fresh.filter(({ answered }) => answered !== null), ...fresh.filter(({ answered }) => answered === null)];
  return [
    ...ranked
      .slice(0, MAX_NEW)
      .map((report): IssueStep => ({ do: "open", source: report.source, title: titleOf(report), body: bodyOf(report) })),
    ...[...issues].flatMap(([source, { number, body }]): IssueStep[] => {
      const report = reports.find((one) => one.source === source);
      if (report === undefined) return [{ do: "close", number, source, comment: "This source is not in the list any more." }];
      if (isGood(report)) return [{ do: "close", number, source, comment: `It can be read again, at ${report.address}.` }];
      const current = bodyOf(report);
      return current === body ? [] : [{ do: "update", number, source, body: current }];
    }),
  ];
}

function sourceOf({ body }: OpenIssue): string[] {
  const source = MARK.exec(body)?.[1];
  return source === undefined ? [] : [source];
}

function titleOf({ source, outcome }: SourceReport): string {
  return `Source ${source}: ${outcome === "unknown-words" ? "words that its parser does not know" : `cannot be read (${outcome})`}`;
}

function bodyOf(report: SourceReport): string {
  const { source, format, address, page, outcome, detail, target, unknown, since, answered, advice } = report;
  const lines = [
    `<!-- source: ${source} -->`,
    `| | |`,
    `| --- | --- |`,
    `| source | ${source} |`,
    `| address | ${quoted(address)} |`,
    `| page | ${quoted(page)} |`,
    `| format | ${format} |`,
    `| outcome | ${outcome} |`,
    ...(detail === "" ? [] : [`| what it said | ${quoted(detail)} |`]),
    ...(target === null ? [] : [`| leads to | ${quoted(target)} |`]),
    ...(unknown.length === 0 ? [] : [`| unknown words | ${unknown.map(quoted).join(", ")} |`]),
    `| since | ${since ?? "unknown"} |`,
    `| known to have answered | ${answered ?? "never"} |`,
    "",
    `What to do: ${advice}.`,
    "",
    `See for yourself: \`npm run sources -- --check --only ${source}\`. This issue is updated daily, and closed when the source can be read.`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Text from elsewhere as code, in which nothing is a link, a mention or a table. */
function quoted(text: string): string {
  const safe = text
    .replace(/[`|\r\n<>]/g, " ")
    .trim()
    .slice(0, 300);
  return `\`${safe}\``;
}
