/** One line of the table: a figure that was measured, and what it is compared with. */
export type Figure = {
  what: string;
  value: number;
  unit: string;
  /** Null: measured because it matters, with no budget of its own. */
  budget: { atMost: number } | { atLeast: number } | null;
  /** What was measured beside it in the same run, in words. */
  reference: string;
  /** What else the run has shown. */
  detail?: string;
};

/** A line that could not be measured here, and why. */
export type Skipped = { what: string; skipped: string };

export type Outcome = Figure | Skipped;

export type Options = {
  /** Rounds of every measurement that repeats visits in a browser. */
  rounds: number;
  say(line: string): void;
};

/** One measurement of `npm run bench`: builds, starts and ends all that it needs itself. */
export type Measurement = { name: string; measure(options: Options): Promise<Outcome[]> };

/** Whether a budget was kept; null where there is no budget. */
export function isKept(outcome: Outcome): boolean | null {
  if ("skipped" in outcome || outcome.budget === null) return null;
  const { budget, value } = outcome;
  return "atMost" in budget ? value <= budget.atMost : value >= budget.atLeast;
}
