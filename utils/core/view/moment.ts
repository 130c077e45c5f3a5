import { HOUR } from "../time.ts";
import { say } from "./translator.ts";

/** A time of day further from now than this, milliseconds, is written with its date: alone it would mislead. Judged. */
const DATED_BEYOND = 20 * HOUR;

/**
 * A point in time for a sentence.
 * @param at ISO time, or milliseconds of the epoch
 * @param now milliseconds of the epoch
 */
export function moment(at: string | number, now: number): { instant: number; dated: boolean } {
  const instant = typeof at === "number" ? at : Date.parse(at);
  return { instant, dated: Math.abs(now - instant) > DATED_BEYOND };
}

/** A length of time in seconds, with the decimal place that a whole number would hide: "0.4 seconds". */
export function inSeconds(seconds: number) {
  return say("span.seconds", { count: seconds });
}
