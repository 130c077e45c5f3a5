import type { Alarm } from "./detector.ts";
import { isQuorum, spreadOf, type Tally } from "./network-spread.ts";
import { noiseAllowed } from "./probability.ts";

/** Reports of the last hour are looked at. Minutes. */
export const HORIZON = 60;
/** Trouble that ended within the hour comes back more easily than new trouble starts. */
export const RETURN_FROM = 0.75;
export const RETURN_WITHIN = 60;
/** Of what is usual, the part that comes from outside the four networks that happen to be loudest. */
export const OUTSIDERS_USUAL = 0.7;

export function newAlarm(started: number, minute: number): Alarm {
  return { started, raised: minute, severity: "minor", loudest: 0, decay: 0 };
}

/**
 * Whether all that keeps trouble alive for an hour comes from the loudest networks; ordinary noise from elsewhere is no support.
 * @param hour distinct reporters of the last hour by network, without networks that are in trouble themselves
 */
export function isHeldByFew(hour: Tally, usual: number, minutes: number): boolean {
  return !isQuorum(hour) || (minutes >= HORIZON && spreadOf(hour).outside <= noiseAllowed(OUTSIDERS_USUAL * usual * HORIZON));
}
