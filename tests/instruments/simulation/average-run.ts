import { type Chart, costOfTime, gainOfReport } from "../../../server/detect/cusum.ts";

/** Steps into which a score is divided for the Markov chain. */
const STEPS = 500;

/**
 * Average minutes between false alarms of one chart on one healthy service whose minutes clump as the chart expects, from a Markov
 * chain over its score (Brook and Evans 1972): the rate at which probability leaves the range in the long run.
 */
export function minutesBetweenAlarms(chart: Chart, usual: number, threshold: number): number {
  const step = threshold / STEPS;
  const moves = clumpedCounts(usual).map((chance, count) => ({
    chance,
    by: (count * gainOfReport(chart, usual) - costOfTime(chart, usual)) / step,
  }));
  let state = new Float64Array(STEPS);
  state[0] = 1;
  let before = 0;
  for (let minute = 1; ; minute++) {
    const next = new Float64Array(STEPS);
    let left = 0;
    for (let from = 0; from < STEPS; from++) {
      const mass = state[from] ?? 0;
      if (mass < 1e-22) continue;
      for (const { chance, by } of moves) left += move(next, from + by, mass * chance);
    }
    const kept = next.reduce((sum, mass) => sum + mass, 0);
    state = next.map((mass) => mass / kept);
    if (minute % 50 !== 0) continue;
    if (minute > 200 && (Math.abs(left - before) < 1e-3 * left || minute > 3000)) return 1 / left;
    before = left;
  }
}

/** Puts probability at a fractional step; returns what went over the top. */
function move(next: Float64Array, to: number, mass: number): number {
  if (to >= STEPS) return mass;
  const lower = Math.max(0, Math.floor(to));
  const upper = to <= 0 ? 0 : to - lower;
  next[lower] = (next[lower] ?? 0) + mass * (1 - upper);
  if (lower + 1 >= STEPS) return mass * upper;
  next[lower + 1] = (next[lower + 1] ?? 0) + mass * upper;
  return 0;
}

/** Chances of 0, 1, 2 … reports: negative binomial of that mean, with variance mean + mean². */
function clumpedCounts(mean: number): number[] {
  const more = mean / (1 + mean);
  const chances: number[] = [];
  for (let chance = 1 - more; chance > 1e-17; chance *= more) chances.push(chance);
  return chances;
}
