import { graverSeverity } from "../../utils/core/feed/severity.ts";
import { type Size, severityOf } from "./crowd-severity.ts";
import type { Alarm } from "./detector.ts";
import { MINUTES_AN_HOUR } from "./minutes.ts";
import { noiseAllowed } from "./probability.ts";
import { LONGEST_RECOVERY, recoveryMinutes } from "./recovery.ts";
import { isQuorum, spreadOf, type Tally } from "./reporters/network-spread.ts";

/** Reports count for this long. */
export const HORIZON = MINUTES_AN_HOUR;
/** Trouble that ended within the hour returns at a lower strength than new trouble needs. Judged (2026-11-23). */
export const RETURN_FROM = 0.75;
export const RETURN_WITHIN = MINUTES_AN_HOUR;
/** The part of the usual reports that comes from outside the four busiest networks. Judged (2026-11-23). */
export const OUTSIDERS_USUAL = 0.7;
/** Severity goes by the reports of the last quarter of an hour. */
export const RATE_WINDOW = 15;
/** What is usual is known only roughly: an alarm ends below this many times of it. Judged (2026-11-23). */
const USUAL_MARGIN = 1.3;
/** "Still reporting now" means within these minutes, and "works for me" counts within these. Judged (2026-11-23). */
const STILL_WINDOW = 3;
const WORKS_FOR_ME_WINDOW = 10;

export function newAlarm(started: number, minute: number): Alarm {
  return { started, raised: minute, severity: "minor", peak: 0, smoothedRate: 0 };
}

/**
 * Whether the reports that keep an alarm up for an hour come only from the busiest networks; ordinary noise from other networks does
 * not keep it up.
 * @param hour distinct reporters of the last hour by network, without networks that are in trouble themselves
 */
export function isHeldByFew(hour: Tally, usual: number, minutes: number): boolean {
  return !isQuorum(hour) || (minutes >= HORIZON && spreadOf(hour).outside <= noiseAllowed(OUTSIDERS_USUAL * usual * HORIZON));
}

/**
 * Brings peak and severity of an alarm up to date. Severity only ever rises while an alarm lasts.
 * @param reportersSince fresh reporters after a minute
 */
export function updateSize(alarm: Alarm, minute: number, size: Omit<Size, "rate">, reportersSince: (minute: number) => number): void {
  const rate = reportersSince(minute - RATE_WINDOW) / RATE_WINDOW;
  alarm.peak = Math.max(alarm.peak, rate);
  alarm.severity = graverSeverity(alarm.severity, severityOf({ ...size, rate }));
}

/**
 * Whether trouble is over: for long enough, reports have been at the usual level.
 * @param usual reports a minute
 * @param stillReportingSince how many people have reported after a minute
 * @param worksForMeSince who has reported "works for me" after a minute, by network
 */
export function isOver(
  { peak }: Pick<Alarm, "peak">,
  minute: number,
  usual: number,
  stillReportingSince: (minute: number) => number,
  worksForMeSince: (minute: number) => Tally,
): boolean {
  const expected = USUAL_MARGIN * usual;
  const now = stillReportingSince(minute - STILL_WINDOW);
  if (now > noiseAllowed(expected * LONGEST_RECOVERY)) return false;
  const needed = recoveryMinutes(peak, worksForMeSince(minute - WORKS_FOR_ME_WINDOW), now);
  return stillReportingSince(minute - needed) <= noiseAllowed(expected * needed);
}
