import { DAY } from "../time.ts";

const WEEK = 7 * DAY;
/** The first Monday of the epoch: 5 January 1970. */
const FIRST_MONDAY = 4 * DAY;

/** The Monday (UTC, ISO 8601) of the week that a time falls into, as `2026-11-30`. @param time milliseconds of the epoch */
export function weekOf(time: number): string {
  const monday = Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
  return new Date(monday).toISOString().slice(0, 10);
}
