import type { UsualTime } from "../providers/knowledge.ts";
import { SECOND } from "../time.ts";
import type { Pace } from "./world.ts";

// All thresholds in this file are judged (2026-11-30).

/** The usual time is known from this many earlier loads on. */
const LOADS_NEEDED = 2;
/** How long the site's pages usually take to answer, milliseconds; null where too few loads are known. */
export function usualTime(pace: UsualTime | undefined): number | null {
  return pace === undefined || pace.loads < LOADS_NEEDED ? null : Math.exp(pace.usual);
}

/** How long a person may have to wait for a site as usual, milliseconds: its usual time, or what its last loads took; 0 where none is known. */
export function expectedTime(pace: (UsualTime & Partial<Pace>) | undefined): number {
  const last = pace?.last?.map(({ ms }) => ms).sort((a, b) => a - b) ?? [];
  return Math.max(usualTime(pace) ?? 0, last[Math.floor(last.length / 2)] ?? 0);
}

/**
 * Whether a load took clearly longer than usual.
 * @param times at least so many times the usual time; the spread of the site's loads raises it
 */
export function isSlower(pace: Pace, ms: number, times: number, least = 2 * SECOND): boolean {
  const usual = usualTime(pace);
  return usual !== null && ms >= least && ms >= usual * Math.max(times, Math.exp(2 * pace.spread));
}
