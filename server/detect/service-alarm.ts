import { HORIZON, isHeldByFew, isOver, newAlarm, RETURN_FROM, RETURN_WITHIN, updateSize } from "./alarm.ts";
import { thresholdOf } from "./alarm-threshold.ts";
import { type Conditions, LEARNING_DELAY, learnMinute, skipMinute, usualNow } from "./baseline.ts";
import { CHARTS, costOfTime, gainOfReport } from "./cusum.ts";
import type { Alarm, Detector, Minute, ServiceRecord } from "./detector.ts";
import { MINUTES_A_DAY } from "./minutes.ts";
import { stillReporting } from "./recovery.ts";
import { addTally, cappedSum, sumOf, type Tally, takeTally, trusted } from "./reporters/network-spread.ts";
import { addToSeries } from "./reporters/report-series.ts";
import { learnCountries } from "./reporters/usual-countries.ts";
import { riseOf } from "./service-rise.ts";
import { type AlarmedService, placesOf, smoothRate, strayRate } from "./stray-reports.ts";
import { closeWorksForMe, worksForMeSince } from "./works-for-me.ts";

/** A single service is never taken to have fewer reports a minute than this: the figure is learned from a handful of reports. Judged. */
const LEAST_USUAL = 0.002;
/** A score rises this many nats above its threshold at most, so that it can fall soon afterwards. Judged (2026-11-23). */
const OVERSHOOT = 6;
/** Watch begins at this part of the threshold and ends below a lower one, so that it does not flap. Judged (2026-11-23). */
const WATCH_FROM = 0.5;
const WATCH_UNTIL = 0.35;
/** An alarm that has lasted this long no longer keeps its reports from teaching what is usual (slowly, as always). Judged. */
const SETTLED_ALARM = MINUTES_A_DAY;

/**
 * Evaluates one service as a minute ends: scores it, raises or ends its alarm, learns from it. Changes the record.
 * @param alarmed the services in alarm so far, busiest first; the service is added if it is in alarm
 * @returns whether the service must be evaluated again when the next minute ends
 */
export function advanceService(
  detector: Detector,
  record: ServiceRecord,
  minute: number,
  conditions: Conditions,
  alarmed: AlarmedService[],
): boolean {
  const ended = record.open;
  record.open = null;
  closeWorksForMe(record, minute);
  const own = usualNow(record.baseline, conditions);
  const usual = Math.max(LEAST_USUAL, own) + strayRate(record, own, alarmed);
  const fresh = ended === null ? 0 : sumOf(ended.fresh);
  for (const chart of CHARTS) {
    const threshold = thresholdOf(chart, usual);
    const score = record[chart] + fresh * gainOfReport(chart, usual) - costOfTime(chart, usual);
    record[chart] = threshold === Number.POSITIVE_INFINITY ? 0 : Math.min(threshold + OVERSHOOT, Math.max(0, score));
  }
  if (ended !== null) keepMinute(record, ended);
  dropOldMinutes(record, minute, detector, conditions);

  if (record.status.kind === "alarm") followAlarm(detector, record, record.status.alarm, minute, usual);
  else seekRise(detector, record, minute, usual);

  const isBelowThresholds = CHARTS.every((chart) => record[chart] < thresholdOf(chart, usual));
  if (ended !== null) ended.calm = record.status.kind === "calm" && isBelowThresholds;
  if (record.status.kind === "alarm") {
    const { alarm } = record.status;
    if (minute - alarm.raised < SETTLED_ALARM) skipMinute(record.baseline, minute);
    else if (ended !== null) ended.calm = true;
    alarm.smoothedRate = smoothRate(alarm.smoothedRate, fresh);
    alarmed.push({ id: record.id, rate: alarm.smoothedRate, usual: own, places: placesOf(record) });
  } else if (record.status.kind === "watch") skipMinute(record.baseline, minute);
  if (record.minutes.length > 0 || record.status.kind !== "calm") return true;
  record.mild = 0;
  record.sharp = 0;
  record.worksForMeMinutes = [];
  return false;
}

function keepMinute(record: ServiceRecord, ended: Minute): void {
  record.minutes.push(ended);
  addTally(record.hour, ended.fresh);
  addTally(record.origins, ended.origins);
  addToSeries(record.series, ended.minute, ended.present);
}

/** A minute teaches what is usual a quarter of an hour later, unless trouble had begun by then; after an hour it is dropped. */
function dropOldMinutes(record: ServiceRecord, minute: number, detector: Detector, conditions: Conditions): void {
  for (const old of record.minutes) {
    if (old.minute > minute - LEARNING_DELAY) break;
    if (old.minute !== minute - LEARNING_DELAY || !old.calm || record.status.kind !== "calm") continue;
    learnMinute(record.baseline, detector.pattern, sumOf(old.fresh), minute, conditions);
    learnCountries(detector.countries, old.origins);
  }
  for (let oldest = record.minutes[0]; oldest !== undefined && oldest.minute <= minute - HORIZON; oldest = record.minutes[0]) {
    takeTally(record.hour, oldest.fresh);
    takeTally(record.origins, oldest.origins);
    record.minutes.shift();
  }
}

/** Raises an alarm where reports rise enough, else begins or ends the watch. */
function seekRise(detector: Detector, record: ServiceRecord, minute: number, usual: number): void {
  const rise = riseOf(record, minute, usual, WATCH_UNTIL, detector.distrusted);
  const strength = rise?.strength ?? 0;
  const returning = record.ended !== null && minute - record.ended.minute <= RETURN_WITHIN ? record.ended.alarm : null;
  if (rise !== null && strength >= (returning === null ? 1 : RETURN_FROM)) {
    const alarm = returning ?? newAlarm(rise.started, minute);
    record.status = { kind: "alarm", alarm };
    record.ended = null;
    updateServiceSize(record, alarm, minute, usual);
    return;
  }
  if (record.status.kind === "watch" ? strength >= WATCH_UNTIL : strength >= WATCH_FROM) {
    if (record.status.kind !== "watch") record.status = { kind: "watch", since: minute };
    return;
  }
  record.status = { kind: "calm" };
}

function followAlarm(detector: Detector, record: ServiceRecord, alarm: Alarm, minute: number, usual: number): void {
  updateServiceSize(record, alarm, minute, usual);
  const isHeld = !isHeldByFew(trusted(record.hour, detector.distrusted), usual, minute - alarm.raised);
  const stillSince = (since: number) => stillReporting(presentSince(record, since));
  if (isHeld && !isOver(alarm, minute, usual, stillSince, (since) => worksForMeSince(record, since))) return;
  record.status = { kind: "calm" };
  record.ended = { alarm, minute };
  record.mild = 0;
  record.sharp = 0;
}

function updateServiceSize(record: ServiceRecord, alarm: Alarm, minute: number, usual: number): void {
  const size = { reporters: cappedSum(record.hour), networks: record.hour.size, usual, services: 1 };
  updateSize(alarm, minute, size, (since) => {
    let sum = 0;
    for (const old of record.minutes) if (old.minute > since) sum += sumOf(old.fresh);
    return sum;
  });
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
