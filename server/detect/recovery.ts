import { spreadOf, type Tally } from "./reporters/network-spread.ts";

/** Reports must have been at the usual level for this long; longer where so few report that a pause means little. Judged (2026-11-23). */
const SHORTEST_RECOVERY = 15;
export const LONGEST_RECOVERY = 30;
/** Many fresh "works for me" from many networks shorten that to this, never more. Judged (2026-11-23). */
const CONFIRMED_RECOVERY = 10;
/** That many are twice the people who still report. */
const CONFIRMED_BY = 2;
/** A pause counts once this many reports would have come at the rate of the peak. Judged (2026-11-23). */
const MISSED_REPORTS = 6;
const LEAST_PEAK = 0.01;

/**
 * How long reports must have been at the usual level before trouble counts as over, in minutes.
 * @param peak reports a minute in the worst quarter of an hour
 */
export function recoveryMinutes(peak: number, worksForMe: Tally, stillFailing: number): number {
  const { isQuorum, withinShare } = spreadOf(worksForMe);
  if (isQuorum && withinShare >= CONFIRMED_BY * stillFailing) return CONFIRMED_RECOVERY;
  return Math.min(LONGEST_RECOVERY, Math.max(SHORTEST_RECOVERY, Math.ceil(MISSED_REPORTS / Math.max(LEAST_PEAK, peak))));
}

/** People still reporting, without networks above their share; where only two or three networks report, each counts as one. */
export function stillReporting(present: Tally): number {
  return Math.max(present.size, spreadOf(present).withinShare);
}
