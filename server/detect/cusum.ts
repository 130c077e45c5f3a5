/**
 * How strong the evidence of a count of reports is: the log-likelihood ratio of "the rate is `rise` times the usual" against "the rate
 * is as usual", with negative-binomial counts, so that ordinary clumping does not count. Summed and floored at zero it is a CUSUM
 * (Page 1954).
 */

/** Extra variance of a minute's count beyond Poisson: variance = mean + CLUMPING × mean². Longer stretches even out. Judged. */
const CLUMPING = 1;
const CLUMPING_OF_STRETCH = 0.25;

/** Two charts side by side: the mild one detects a fivefold rise, the sharp one is faster on services with hardly any reports. */
export type Chart = "mild" | "sharp";
export const CHARTS: readonly Chart[] = ["mild", "sharp"];
const RISE: { [chart in Chart]: number } = { mild: 5, sharp: 20 };

/** Log-likelihood that one more report in a minute adds, when `expected` are usual in it. */
export function gainOfReport(chart: Chart, expected: number, clumping: number = CLUMPING): number {
  const rise = RISE[chart];
  return Math.log((rise * (1 + clumping * expected)) / (1 + clumping * rise * expected));
}

/** Log-likelihood that a minute takes away as it passes, when `expected` reports are usual in it. */
export function costOfTime(chart: Chart, expected: number, clumping: number = CLUMPING): number {
  return Math.log((1 + clumping * RISE[chart] * expected) / (1 + clumping * expected)) / clumping;
}

/** The ratio for a count in a stretch of some minutes, in nats. */
export function logLikelihoodRatio(chart: Chart, count: number, expected: number): number {
  return count * gainOfReport(chart, expected, CLUMPING_OF_STRETCH) - costOfTime(chart, expected, CLUMPING_OF_STRETCH);
}
