/** Numbers from 0 (included) to 1 (excluded), the same for the same seed. */
export type Random = () => number;

/** Mulberry32: 32 bits of state are plenty for a simulation. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A Poisson count with this mean. */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  // e^-mean underflows far from zero; there the normal approximation is good.
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count++;
  return count;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A positive factor of mean 1 and variance 1: how much one hour of one service clumps. */
export function exponential(random: Random): number {
  return -Math.log(1 - random());
}
