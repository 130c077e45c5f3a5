/** The largest count that a Poisson count of mean `expected` reaches nineteen times in twenty; one at least. */
export function noiseAllowed(expected: number): number {
  // Far from zero the normal approximation is as good and does not underflow.
  if (expected > 200) return Math.ceil(expected + 1.65 * Math.sqrt(expected));
  let chance = Math.exp(-expected);
  let sum = chance;
  let count = 0;
  while (sum < 0.95) {
    count++;
    chance *= expected / count;
    sum += chance;
  }
  return Math.max(1, count);
}

/** The chance that `count` or more of `all` do what each does with a chance of `each`. */
export function probabilityOfAtLeast(count: number, all: number, each: number): number {
  if (each >= 1) return 1;
  let chance = Math.exp(all * Math.log1p(-each));
  let below = 0;
  for (let so = 0; so < count; so++) {
    below += chance;
    chance *= ((all - so) / (so + 1)) * (each / (1 - each));
  }
  return Math.max(0, 1 - below);
}
