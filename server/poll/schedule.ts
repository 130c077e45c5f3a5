import type { Source } from "../../utils/core/status-pages/source.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";

/** However long a source has been silent, it is looked at this often (or at its own pace, where that is slower). */
const LONGEST_BACK_OFF = 15 * MINUTE;
/** Sources are not asked in step with each other, nor with other servers. */
const JITTER = 0.1;
const SPREAD_AT_START = 5 * SECOND;

/**
 * Milliseconds until the next look at a source: its own pace, twice as long with every look in a row that brought nothing.
 * @param pause what the source asked for
 * @param chance a random number, 0 to 1
 */
export function delayUntilNextLook(source: Source, failures: number, pause: number | null, chance: number): number {
  const pace = source.every * SECOND;
  const backOff = Math.min(pace * 2 ** Math.min(failures, 20), Math.max(pace, LONGEST_BACK_OFF));
  return Math.max(backOff * (1 + JITTER * (2 * chance - 1)), pause ?? 0);
}

/** Milliseconds until the first look after a start. */
export function delayUntilFirstLook(source: Source, chance: number): number {
  return chance * Math.min(SPREAD_AT_START, source.every * SECOND * JITTER);
}
