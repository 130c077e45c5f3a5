import { isKept, type Outcome } from "./outcome.ts";

const HEADINGS = ["what", "budget", "figure", "reference in the same run", "result"];

/** Draws the lines as a table for people, details below their line. */
export function drawTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(cellsOf);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row.length === 2 ? 0 : (row[column]?.length ?? 0)))),
  );
  widths[0] = Math.max(HEADINGS[0]?.length ?? 0, ...rows.map(([what = ""]) => what.length));
  const draw = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const lines = outcomes.flatMap((outcome, index) => {
    const line = draw(rows[index] ?? []);
    return "detail" in outcome && outcome.detail !== undefined ? [line, `    ${outcome.detail}`] : [line];
  });
  return [draw(HEADINGS), draw(widths.map((width) => "-".repeat(width))), ...lines].join("\n");
}

function cellsOf(outcome: Outcome): string[] {
  if ("skipped" in outcome) return [outcome.what, `skipped: ${outcome.skipped}`];
  const { what, value, unit, budget, reference } = outcome;
  const limit = budget === null ? "–" : "atMost" in budget ? `≤ ${number(budget.atMost)} ${unit}` : `≥ ${number(budget.atLeast)} ${unit}`;
  const kept = isKept(outcome);
  return [what, limit, `${number(value)} ${unit}`, reference, kept === null ? "–" : kept ? "pass" : "MISSED"];
}

/** Four digits that count, thousands set apart. */
export function number(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(4)));
}
