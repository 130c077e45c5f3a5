/** At most this many senders are counted; beyond that counting starts anew, because memory is scarcer than room on the disk. */
const MAX_COUNTED = 50_000;

export type RateLimit = {
  /** Counts one more from `who` within `time`; false if that exceeds the limit. */
  allows(who: string | number, time: number): boolean;
};

/** Limits how often each sender is allowed something within a stretch of time. */
export function createRateLimit(most: number): RateLimit {
  let counted = { time: Number.NaN, counts: new Map<string | number, number>() };
  return {
    allows(who, time) {
      if (counted.time !== time || counted.counts.size >= MAX_COUNTED) counted = { time, counts: new Map() };
      const count = (counted.counts.get(who) ?? 0) + 1;
      counted.counts.set(who, count);
      return count <= most;
    },
  };
}
