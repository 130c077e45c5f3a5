import { MINUTE } from "../../utils/core/time.ts";

/**
 * The detector counts time in whole UTC minutes of the epoch; the order of events within a minute means nothing to it. Everything
 * called a minute in this folder is such a number, and every length of time is a number of minutes.
 */
export const MINUTES_AN_HOUR = 60;
export const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
export const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** The minute that an instant (milliseconds of the epoch) lies in. */
export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE);
}

/** When a minute begins, milliseconds of the epoch. */
export function instantOf(minute: number): number {
  return minute * MINUTE;
}
