import type { Source } from "../../utils/core/status-pages/source.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";

/** However long a source has failed, it is read this often (or at its own pace, where that is slower). */
const LONGEST_BACK_OFF = 15 * MINUTE;
/** So that sources are not read in step with each other, nor with other servers. */
const JITTER = 0.1;
/**
 * Milliseconds over which the first reads are spread. Judged: with some 600 sources, 40 begin in each second, and their payloads do not all lie in
 * memory at once.
 */
const SPREAD_AT_START = 15 * SECOND;
/** Of its own pace: a source that is read often is read soon. */
const SPREAD_OF_PACE = 0.25;

/**
 * Milliseconds until the next read of a source: its own pace, doubled with every failure in a row.
 * @param pause the pause that the source asked for
 * @param random a random number, 0 to 1
 */
export function delayUntilNextRead(source: Source, failures: number, pause: number | null, random: number): number {
  const pace = source.every * SECOND;
  const backOff = Math.min(pace * 2 ** Math.min(failures, 20), Math.max(pace, LONGEST_BACK_OFF));
  return Math.max(backOff * (1 + JITTER * (2 * random - 1)), pause ?? 0);
}

/** Milliseconds until the first read after a start. */
export function delayUntilFirstRead(source: Source, random: number): number {
  return random * Math.min(SPREAD_AT_START, source.every * SECOND * SPREAD_OF_PACE);
}
