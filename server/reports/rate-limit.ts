/** So many are counted at a time; beyond that counting starts anew, because memory is bounded and a disk is large. */
const COUNTED = 50_000;

export type RateLimit = {
  /** Counts one more from `who` within `time`; false when that is too much. */
  allows(who: string, time: number): boolean;
};

/** Lets each say something only so often within a stretch of time. */
export function createRateLimit(most: number): RateLimit {
  let counted = { time: Number.NaN, counts: new Map<string, number>() };
  return {
    allows(who, time) {
      if (counted.time !== time || counted.counts.size >= COUNTED) counted = { time, counts: new Map() };
      const count = (counted.counts.get(who) ?? 0) + 1;
      counted.counts.set(who, count);
      return count <= most;
    },
  };
}
