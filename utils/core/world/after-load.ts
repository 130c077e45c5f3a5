import { MINUTE } from "../time.ts";
import type { Pace } from "./world.ts";

// All thresholds in this file are judged (2026-11-30).

/** A new load changes the usual time by this share, once there are several. */
const WEIGHT = 0.15;
/** A load counts as at most this many times the usual one, once so many are known: a time of trouble hardly changes what is usual. */
const LOADS_TRUSTED = 3;
const MOST_AT_ONCE = 1.5;
/** Faster than this is as good as this. */
const LEAST = 50;
const LAST_KEPT = 3;
const MOST_LOADS = 100;
/** Longer loads are hangs, which the person ended. */
const LONGEST = 2 * MINUTE;
const UNKNOWN: Pace = { usual: 0, spread: 0, loads: 0, last: [] };

/**
 * The pace of a site after one more of its pages has answered. The last loads are compared with the usual time, so they change it only
 * when later ones follow.
 * @param ms how long the answer took, milliseconds
 */
export function afterLoad(pace: Pace = UNKNOWN, at: number, ms: number): Pace {
  if (!(ms >= 0 && ms <= LONGEST)) return pace;
  const last = [...pace.last, { at, ms: Math.round(ms) }];
  const [oldest] = last;
  return last.length <= LAST_KEPT || oldest === undefined ? { ...pace, last } : { ...withUsual(pace, oldest.ms), last: last.slice(1) };
}

function withUsual(pace: Pace, ms: number): Pace {
  const time = Math.log(Math.max(LEAST, ms));
  if (pace.loads === 0) return { ...pace, usual: rounded(time), loads: 1 };
  const counted = pace.loads < LOADS_TRUSTED ? time : Math.min(time, pace.usual + Math.log(MOST_AT_ONCE));
  const weight = Math.max(WEIGHT, 1 / (pace.loads + 1));
  const usual = pace.usual + weight * (counted - pace.usual);
  const spread = pace.spread + weight * (Math.abs(counted - pace.usual) - pace.spread);
  return { ...pace, usual: rounded(usual), spread: rounded(spread), loads: Math.min(MOST_LOADS, pace.loads + 1) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
