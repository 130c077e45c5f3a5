import { graverSeverity } from "../../utils/core/feed/severity.ts";
import { HORIZON, isHeldByFew, newAlarm, OUTSIDERS_USUAL, RETURN_FROM, RETURN_WITHIN } from "./alarm.ts";
import { type Conditions, LATELY_DELAY, learnMinute, skipMinute, usualNow } from "./baseline.ts";
import { severityOf } from "./crowd-severity.ts";
import { CHARTS, type Chart, costOfTime, gainOfReport, thresholdOf } from "./cusum.ts";
import type { Alarm, Detector, Minute, ServiceRecord } from "./detector.ts";
import {
  addTally,
  carried,
  outsideNeeded,
  type Spread,
  spreadOf,
  sumOf,
  type Tally,
  takeTally,
  trusted,
  withoutDominant,
  withoutLoudest,
} from "./network-spread.ts";
import { noiseAllowed } from "./probability.ts";
import { LONGEST_QUIET, quietMinutesNeeded, stillReporting } from "./recovery.ts";
import { drawCurve } from "./report-series.ts";
import { type AlarmedService, decay, spreadStrayReports, subjectsOf } from "./stray-reports.ts";

/** A single service is never taken to be quieter than this, reports a minute: the figure is learned from a handful of reports. */
const LEAST_USUAL = 0.002;
/** The stretches in which a rise is looked for, so that one old report does not dilute a sudden one. */
const WINDOWS = [2, 5, 10, 15, 20, 30, 45, 60];
/** A score runs on a little above its threshold, not endlessly: afterwards it must be able to fall. */
const OVERSHOOT = 6;
/** Watch begins at half the threshold and ends well below. */
const WATCH_FROM = 0.5;
const WATCH_UNTIL = 0.35;
/** Each "works for me" takes back a little, as in a sequential test of 1 % against 30 % failing; all together at most a quarter. */
const OK_COST = 0.35;
const OK_AT_MOST = 0.25;
const OK_MINUTES = 15;
/** An alarm this old no longer keeps its reports from teaching what is usual (slowly, as always). */
const SETTLED_ALARM = 24 * 60;

type Rise = { strength: number; started: number };

/**
 * Looks at one service as a minute ends: scores it, raises or ends its alarm, learns from it.
 * @param louds the services in alarm so far, loudest first; the service joins them if it is one
 * @returns whether there is still something to look at next minute
 */
export function advanceService(
  detector: Detector,
  record: ServiceRecord,
  minute: number,
  mood: Conditions,
  louds: AlarmedService[],
): boolean {
  const ended = record.open;
  record.open = null;
  closeWorksForMe(record, minute);
  const own = usualNow(record.baseline, mood);
  const usual = Math.max(LEAST_USUAL, own) + spreadStrayReports(record, own, louds);
  const fresh = ended === null ? 0 : sumOf(ended.fresh);
  for (const chart of CHARTS) {
    const threshold = thresholdOf(chart, usual);
    const score = record[chart] + fresh * gainOfReport(chart, usual) - costOfTime(chart, usual);
    record[chart] = threshold === Number.POSITIVE_INFINITY ? 0 : Math.min(threshold + OVERSHOOT, Math.max(0, score));
  }
  if (ended !== null) keepMinute(record, ended);
  forgetMinutes(record, minute, detector, mood);

  if (record.standing.state === "alarm") followAlarm(detector, record, record.standing.alarm, minute, usual);
  else judge(detector, record, minute, usual);

  const isQuietEnough = CHARTS.every((chart) => record[chart] < thresholdOf(chart, usual));
  if (ended !== null) ended.calm = record.standing.state === "calm" && isQuietEnough;
  if (record.standing.state === "alarm") {
    const { alarm } = record.standing;
    if (minute - alarm.raised < SETTLED_ALARM) skipMinute(record.baseline, minute);
    else if (ended !== null) ended.calm = true;
    isAlarmLoud(record, alarm, fresh, own, louds);
  } else if (record.standing.state === "watch") skipMinute(record.baseline, minute);
  if (record.minutes.length > 0 || record.standing.state !== "calm") return true;
  record.mild = 0;
  record.sharp = 0;
  record.okMinutes = [];
  return false;
}

function isAlarmLoud(record: ServiceRecord, alarm: Alarm, fresh: number, usual: number, louds: AlarmedService[]): void {
  alarm.decay = decay(alarm.decay, fresh);
  louds.push({ id: record.id, rate: alarm.decay, usual, subjects: subjectsOf(record) });
}

function keepMinute(record: ServiceRecord, ended: Minute): void {
  record.minutes.push(ended);
  addTally(record.hour, ended.fresh);
  drawCurve(record.curve, ended.minute, sumOf(ended.present));
}

/** Minutes teach what is usual a quarter of an hour later, unless trouble had begun; after an hour they are forgotten. */
function forgetMinutes(record: ServiceRecord, minute: number, detector: Detector, mood: Conditions): void {
  for (const old of record.minutes) {
    if (old.minute > minute - LATELY_DELAY) break;
    if (old.minute === minute - LATELY_DELAY && old.calm && record.standing.state === "calm")
      learnMinute(record.baseline, detector.rhythm, sumOf(old.fresh), minute, mood);
  }
  for (let oldest = record.minutes[0]; oldest !== undefined && oldest.minute <= minute - HORIZON; oldest = record.minutes[0]) {
    takeTally(record.hour, oldest.fresh);
    record.minutes.shift();
  }
}

function closeWorksForMe(record: ServiceRecord, minute: number): void {
  if (record.openOk.size > 0) {
    record.okMinutes.push({ minute, networks: record.openOk });
    record.openOk = new Map();
  }
  while (record.okMinutes[0] !== undefined && record.okMinutes[0].minute <= minute - OK_MINUTES) record.okMinutes.shift();
}

function judge(detector: Detector, record: ServiceRecord, minute: number, usual: number): void {
  const rise = riseOf(record, minute, usual, detector.troubled);
  const strength = rise?.strength ?? 0;
  const returning = record.ended !== null && minute - record.ended.minute <= RETURN_WITHIN ? record.ended.alarm : null;
  if (rise !== null && strength >= (returning === null ? 1 : RETURN_FROM)) {
    const alarm = returning ?? newAlarm(rise.started, minute);
    record.standing = { state: "alarm", alarm };
    record.ended = null;
    grow(record, alarm, minute, usual);
    return;
  }
  if (record.standing.state === "watch" ? strength >= WATCH_UNTIL : strength >= WATCH_FROM) {
    if (record.standing.state !== "watch") record.standing = { state: "watch", since: minute };
    return;
  }
  record.standing = { state: "calm" };
}

/** The strongest rise in any stretch of the last hour that enough networks carry; 1 means that it is real. */
function riseOf(record: ServiceRecord, minute: number, usual: number, troubled: ReadonlyMap<string, unknown>): Rise | null {
  const hopeful = CHARTS.some((chart) => record[chart] >= WATCH_UNTIL * thresholdOf(chart, usual));
  if (!hopeful) return null;
  // What made the last alarm is spent when that has ended.
  const after = record.ended?.minute ?? Number.NEGATIVE_INFINITY;
  const praise = worksForMeOf(record);
  const hour = trusted(record.hour, troubled);
  const hourSpread = spreadOf(hour);
  const uneven = withoutDominant(hour) === hour ? undefined : hour;
  const tally: Tally = new Map();
  let count = 0;
  let index = record.minutes.length - 1;
  let best: Rise | null = null;
  for (const window of WINDOWS) {
    for (; index >= 0; index--) {
      const old = record.minutes[index];
      if (old === undefined || old.minute <= Math.max(after, minute - window)) break;
      addTally(tally, old.fresh, troubled);
      count += sumOf(old.fresh);
    }
    const first = record.minutes[index + 1];
    // However they are spread, they cannot show more than all of them together.
    if (first === undefined || levelOf(count, window, usual, praise) <= Math.max(WATCH_UNTIL, best?.strength ?? 0)) continue;
    const strength = strengthOf(tally, { spread: hourSpread, uneven }, window, usual, praise);
    if (strength > (best?.strength ?? 0)) best = { strength, started: first.minute };
  }
  return best;
}

/** The whole hour: how it is spread, and its tally where some network in it is above its share. */
type Hour = { spread: Spread; uneven: Tally | undefined };

/**
 * A rise in one stretch as a part of what is needed; 0 where a few networks could have made it alone. Either everybody counts and
 * enough of it comes from outside the loudest networks, or these are left out: then their noise cannot drown the others.
 */
function strengthOf(tally: Tally, hour: Hour, window: number, usual: number, praise: number): number {
  const spread = spreadOf(tally, hour.uneven);
  if (!spread.isQuorum) return 0;
  const outsiders = OUTSIDERS_USUAL * usual;
  const byOutside = Math.max(...CHARTS.map((chart) => nats(chart, spread.outside, window, outsiders)));
  const together = carried(levelOf(spread.levelled, window, usual, praise), byOutside / outsideNeeded(spread, hour.spread, usual));
  const rest = spreadOf(withoutLoudest(tally), hour.uneven);
  return rest.isQuorum ? Math.max(together, levelOf(rest.levelled, window, usual, praise)) : together;
}

/** A count in one stretch as a part of the threshold, on the chart that it convinces more. */
function levelOf(count: number, window: number, usual: number, praise: number): number {
  const levels = CHARTS.map((chart) => {
    const threshold = thresholdOf(chart, usual);
    if (threshold === Number.POSITIVE_INFINITY) return 0;
    return (nats(chart, count, window, usual) - Math.min(OK_AT_MOST * threshold, OK_COST * praise)) / threshold;
  });
  return Math.max(...levels);
}

function nats(chart: Chart, count: number, window: number, usual: number): number {
  return count * gainOfReport(chart, usual) - window * costOfTime(chart, usual);
}

/** "Works for me" of the last quarter of an hour, no network above its share. */
function worksForMeOf(record: ServiceRecord): number {
  if (record.okMinutes.length === 0) return 0;
  return spreadOf(worksForMeSince(record, Number.NEGATIVE_INFINITY)).levelled;
}

function worksForMeSince(record: ServiceRecord, minute: number): Tally {
  const tally: Tally = new Map();
  for (const ok of record.okMinutes) if (ok.minute > minute) addTally(tally, ok.networks);
  return tally;
}

function followAlarm(detector: Detector, record: ServiceRecord, alarm: Alarm, minute: number, usual: number): void {
  grow(record, alarm, minute, usual);
  if (!isHeldByFew(trusted(record.hour, detector.troubled), usual, minute - alarm.raised) && !isOver(record, alarm, minute, usual)) return;
  record.standing = { state: "calm" };
  record.ended = { alarm, minute };
  record.mild = 0;
  record.sharp = 0;
}

function isOver(record: ServiceRecord, alarm: Alarm, minute: number, usual: number): boolean {
  const lately = stillReporting(presentSince(record, minute - 3));
  if (lately > noiseAllowed(1.3 * usual * LONGEST_QUIET)) return false;
  const quiet = quietMinutesNeeded(alarm.loudest, worksForMeSince(record, minute - 10), lately);
  return stillReporting(presentSince(record, minute - quiet)) <= noiseAllowed(1.3 * usual * quiet);
}

/** An alarm's severity only ever rises while it stands. */
function grow(record: ServiceRecord, alarm: Alarm, minute: number, usual: number): void {
  let quarter = 0;
  for (const old of record.minutes) if (old.minute > minute - 15) quarter += sumOf(old.fresh);
  const size = { reporters: sumOf(record.hour), networks: record.hour.size, rate: quarter / 15, usual, services: 1 };
  alarm.loudest = Math.max(alarm.loudest, size.rate);
  alarm.severity = graverSeverity(alarm.severity, severityOf(size));
}

function presentSince(record: ServiceRecord, minute: number): Tally {
  const tally: Tally = new Map();
  for (let index = record.minutes.length - 1; index >= 0; index--) {
    const old = record.minutes[index];
    if (old === undefined || old.minute <= minute) break;
    addTally(tally, old.present);
  }
  return tally;
}
