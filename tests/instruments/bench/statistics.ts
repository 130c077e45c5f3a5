import { Random } from "../scenarios/random.ts";

const RESAMPLES = 5000;

/** The value below which a share of the values lies, between two of them in proportion. @throws without values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("no values");
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export type Ratio = { middle: number; lower: number; upper: number };

/**
 * How much larger one series is than another that was measured in turn with it: the geometric mean of the middle half of the ratios pair
 * by pair, so that a round which something else disturbed does not count, with its 95 % interval by bootstrap. The same series give the
 * same interval.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): Ratio {
  if (ours.length !== theirs.length) throw new RangeError("series of unequal length make no pairs");
  const logs = ours.map((value, index) => Math.log(value / (theirs[index] ?? Number.NaN)));
  const random = new Random("paired ratios");
  const means = Array.from({ length: RESAMPLES }, () => middleMean(logs.map(() => random.pick(logs))));
  return { middle: Math.exp(middleMean(logs)), lower: Math.exp(quantile(means, 0.025)), upper: Math.exp(quantile(means, 0.975)) };
}

/** The mean of the middle half: of the values without their lowest and highest quarter. */
export function middleMean(values: readonly number[]): number {
  const outside = Math.floor(values.length / 4);
  return mean(values.toSorted((a, b) => a - b).slice(outside, values.length - outside));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
