/** Lengths of time in milliseconds: the unit of every duration and instant inside the core. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
