/** The 95th percentile of a Poisson count of mean `expected`; at least one. */
export function noiseAllowed(expected: number): number {
  // Far from zero the normal approximation is as good and does not underflow.
  if (expected > 200) return Math.ceil(expected + 1.65 * Math.sqrt(expected));
  let probability = Math.exp(-expected);
  let sum = probability;
  let count = 0;
  while (sum < 0.95) {
    count++;
    probability *= expected / count;
    sum += probability;
  }
  return Math.max(1, count);
}

/** The probability of at least `count` successes in `all` independent trials that succeed with a probability of `each`. */
export function probabilityOfAtLeast(count: number, all: number, each: number): number {
  if (each >= 1) return 1;
  let probability = Math.exp(all * Math.log1p(-each));
  let below = 0;
  for (let successes = 0; successes < count; successes++) {
    below += probability;
    probability *= ((all - successes) / (successes + 1)) * (each / (1 - each));
  }
  return Math.max(0, 1 - below);
}

/**
 * No less than the probability of at least `count` successes in `all` trials, where more than `each` of them succeed: Hoeffding (1963),
 * theorem 1. Unlike the exact figure it does not underflow, and counts may be fractions.
 */
export function boundOfAtLeast(count: number, all: number, each: number): number {
  const part = count / all;
  if (part <= each) return 1;
  const rest = part >= 1 ? 0 : (1 - part) * Math.log((1 - part) / (1 - each));
  return Math.exp(-all * (part * Math.log(part / each) + rest));
}
