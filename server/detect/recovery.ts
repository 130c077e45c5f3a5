import { spreadOf, type Tally } from "./network-spread.ts";

/** Quiet must have lasted this long; longer where so few report that a pause means little. Minutes. */
export const SHORTEST_QUIET = 15;
export const LONGEST_QUIET = 30;
/** Many fresh "works again" from many networks shorten the wait to this, never more. */
const CONFIRMED_QUIET = 10;
/** A pause is believed when this many reports would have come at the loudest rate. */
const MISSED_REPORTS = 6;

/** How long reports must have stayed at the usual level before trouble counts as over. */
export function quietMinutesNeeded(loudest: number, satisfied: Tally, stillFailing: number): number {
  const praise = spreadOf(satisfied);
  if (praise.isQuorum && praise.levelled >= 2 * stillFailing) return CONFIRMED_QUIET;
  return Math.min(LONGEST_QUIET, Math.max(SHORTEST_QUIET, Math.ceil(MISSED_REPORTS / Math.max(0.01, loudest))));
}

/** People still reporting, with no network above its share; of two or three that report alone each counts once. */
export function stillReporting(present: Tally): number {
  return Math.max(present.size, spreadOf(present).levelled);
}
