import { HOUR, MINUTE, SECOND } from "../time.ts";

/** A report waits a random time between these, so that its arrival does not reveal the moment of the failure. */
export const SEND_DELAY = { least: 5 * SECOND, most: 45 * SECOND };
/** At most one report of a service in this time, and this many a day. Judged, as the times below. */
export const SERVICE_SPACING = 30 * MINUTE;
export const REPORTS_A_DAY = 6;
/** "Works for me" is sent once in this time: hardly any service is on watch for longer. */
export const ANSWER_SPACING = 2 * HOUR;
/** A report whose bucket is more than two buckets old is dropped. */
export const BUCKETS_KEPT = 2;
