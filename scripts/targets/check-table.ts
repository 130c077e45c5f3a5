import { askedName, dateAsked } from "../../server/measure/asked.ts";
import type { TargetCheck, TargetSeen } from "../../server/measure/check-targets.ts";
import type { MeasuredTarget } from "../../server/measure/targets.ts";

type Kind = TargetSeen["kind"];

/** In the order of the table: what needs a person comes first. */
const KINDS: { [kind in Kind]: { title: string; todo: string } } = {
  "no-such-name": { title: "name does not exist", todo: "correct the name, or remove the target" },
  fails: { title: "fails", todo: "look at it by hand; correct it where it fails again" },
  unclear: { title: "not known", todo: "nothing, unless it stays so" },
  "no-view": { title: "no view: turns programs away", todo: "find a name or path that answers, or remove the target" },
  answered: { title: "answered", todo: "nothing" },
};

/** The table for whoever keeps the list: what became of each target and what there is to do, and the numbers. */
export function checkTable(checks: readonly TargetCheck[]): string[] {
  const lines: string[] = [];
  for (const [kind, { title, todo }] of Object.entries(KINDS)) {
    const rows = checks.filter(({ seen }) => seen.kind === kind).map(rowOf);
    if (rows.length === 0) continue;
    const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    lines.push(`${title} (${rows.length}). To do: ${todo}.`);
    lines.push(
      ...rows.map(([id = "", name = "", found = ""]) =>
        `  ${id.padEnd(widths[0] ?? 0)}  ${name.padEnd(widths[1] ?? 0)}  ${found}`.trimEnd(),
      ),
    );
    lines.push("");
  }
  const counts = Object.entries(KINDS).map(([kind, { title }]) => `${checks.filter(({ seen }) => seen.kind === kind).length} ${title}`);
  return [...lines, `${checks.length} targets: ${counts.reverse().join(", ")}.`];
}

function rowOf({ target, seen }: TargetCheck): string[] {
  return [target.id, askedName(target), wordsOf(seen)];
}

function wordsOf(seen: TargetSeen): string {
  switch (seen.kind) {
    case "answered":
      return `HTTP ${seen.status} after ${seen.ms} ms`;
    case "fails":
      return seen.status === null ? seen.failure : `${seen.failure}, HTTP ${seen.status}`;
    case "no-such-name":
      return "";
    case "no-view":
    case "unclear":
      return seen.reason;
  }
}

/** Whether the list needs no change. */
export function isInOrder(checks: readonly TargetCheck[]): boolean {
  return checks.every(({ seen }) => seen.kind === "answered" || seen.kind === "no-view" || seen.kind === "unclear");
}

/**
 * What `server/measure/asked.json` is to be after a check: the date for each name of the list that was asked now, and the date that each
 * other one had.
 * @param day of the check: `2026-12-07`
 */
export function askedDates(list: readonly MeasuredTarget[], checks: readonly TargetCheck[], day: string): { [name: string]: string } {
  const now = new Set(checks.flatMap(({ target, seen }) => (seen.kind === "unclear" ? [] : [target.id])));
  const dates = list.flatMap((target): [string, string][] => {
    const date = now.has(target.id) ? day : dateAsked(target);
    return date === null ? [] : [[askedName(target), date]];
  });
  return Object.fromEntries(dates.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
