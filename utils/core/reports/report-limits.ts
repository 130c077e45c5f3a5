import { DAY, HOUR, MINUTE, SECOND } from "../time.ts";

/** A report waits a random time between these, so that its arrival does not reveal the moment of the failure. */
export const SEND_DELAY = { least: 5 * SECOND, most: 45 * SECOND };
/** At most one report of a failure of a service in this time, and this many a day. Judged, as all that follows. */
export const SERVICE_SPACING = 30 * MINUTE;
export const FAILURES_A_DAY = 6;
/** An answer ("it works for me") about a service is sent once in this time: hardly any service is on watch for longer. */
export const ANSWER_SPACING = 2 * HOUR;
/** Answers have a limit of their own, so that whoever asks much cannot use up what is there for failures. */
export const ANSWERS_A_DAY = 2;
/** A feed that has more services on watch is answered about none: it would be asking what its readers use. */
export const WATCHED_AT_MOST = 2;
/** One browser in this many answers about a service on watch, so that no answer says who opened it. */
export const ASKED_FOR_ONE_ANSWER = 5;
/** Whether this browser is one of them is drawn once in this time: a feed that asks again gets no second draw. */
export const DRAW_LIFETIME = DAY;
/** A report whose bucket is more than two buckets old is dropped. */
export const BUCKETS_KEPT = 2;
