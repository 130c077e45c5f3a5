import { MINUTE, SECOND } from "../../utils/core/time.ts";

/** Whoever is asked may ask for a pause of this length at most. */
const LONGEST_PAUSE = 60 * MINUTE;

/**
 * Reads `Retry-After`, which gives seconds or a date.
 * @returns milliseconds, an hour at most; null where there is no header, or one that cannot be read
 */
export function pauseOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const pause = /^\d+$/.test(text) ? Number(text) * SECOND : Date.parse(text) - Date.now();
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), LONGEST_PAUSE);
}
