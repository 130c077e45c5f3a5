/** Durations in milliseconds. In the core every duration is in milliseconds, and every instant in milliseconds of the epoch. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
