import type { Chart } from "./cusum.ts";

/** The sharp chart does not detect mild rises of a busy service, and there the mild one is fast enough. */
const SHARP_UP_TO = 0.1;

/**
 * Thresholds in nats by usual reports a minute. Each gives an average of 4 × 10⁷ minutes between false alarms of one healthy
 * service (half a false alarm a week over 2,000 of them, before the quorum takes its share), from a Markov chain over minutes
 * with the same clumping; computed 2026-11-23, reproduced by `npm run simulate -- --thresholds`. From a tenth of a report a minute
 * one nat is added: there a daily pattern that is not learned yet causes more false alarms than chance.
 */
const THRESHOLDS: {
  [chart in Chart]: readonly (readonly [usual: number, nats: number])[];
} = {
  mild: [
    [0.002, 11.7],
    [0.005, 12.55],
    [0.01, 13.2],
    [0.02, 13.8],
    [0.05, 14.9],
    [0.1, 15.9],
    [0.2, 16.2],
  ],
  sharp: [
    [0.002, 13.1],
    [0.005, 13.9],
    [0.01, 14.45],
    [0.02, 14.85],
    [0.05, 15.15],
  ],
};

/** The score at which a chart calls a rise real; Infinity where the chart does not apply. */
export function thresholdOf(chart: Chart, usual: number): number {
  if (chart === "sharp" && usual > SHARP_UP_TO) return Number.POSITIVE_INFINITY;
  const rows = THRESHOLDS[chart];
  let below = rows[0];
  for (const row of rows) {
    if (row[0] <= usual) {
      below = row;
      continue;
    }
    if (below === undefined || below === row) return row[1];
    const part = Math.log(usual / below[0]) / Math.log(row[0] / below[0]);
    return below[1] + part * (row[1] - below[1]);
  }
  return below?.[1] ?? Number.POSITIVE_INFINITY;
}
