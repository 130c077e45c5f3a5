/**
 * What is usual: reports a minute on a service when nothing is wrong. A learned mean, times an hour-of-week pattern that all
 * services share, times how many people run the extension now, times how active the last hours were.
 * All constants below are judged (2026-11-23).
 */
import { MINUTES_A_DAY, MINUTES_A_WEEK, MINUTES_AN_HOUR } from "./minutes.ts";

/** Usual reports a minute on a service that nothing is known about, and the least that is ever assumed. */
export const USUAL_UNKNOWN = 0.01;
const LEAST = 0.00001;

const HOURS_A_WEEK = 168;
/** Weight of a mean that was given (four weeks of minutes) or guessed (three days of them). */
const GIVEN_EXPOSURE = 4 * MINUTES_A_WEEK;
const GUESSED_EXPOSURE = 3 * MINUTES_A_DAY;
/** Old weeks fade with this mean life. */
const MEMORY_HOURS = 4 * HOURS_A_WEEK;
/** However many reports come, the mean rises at most a tenth a week: hiding an outage behind false reports takes months. */
const RISE_A_WEEK = 0.1;
const FALL_A_WEEK = 0.2;

/** The last hours count with this mean life, once they are a quarter of an hour old. */
const RECENT_MINUTES = 180;
export const LEARNING_DELAY = 15;
/** Weight of "as usual" against the last hours, in reports. */
const SERVICE_PRIOR = 6;
const POOLED_PRIOR = 20;
/** An active day may raise what is usual this many times at most: five times the usual must stay a rise. */
const MAX_ACTIVITY = 2.5;

/** Weight of a flat week, in reports for each hour of it. */
const HOUR_PRIOR = 50;
const WEEK_FADE = 0.75;
/** The pattern stays between these factors of an average hour. */
const LEAST_HOUR = 0.5;
const BUSIEST_HOUR = 2;

/** The number of installs seen now counts between these factors of a typical week's. */
const FEWEST = 0.5;
const MOST = 3;

/** Counts that fade: `count` reports came where `expected` were usual. */
type Fading = { count: number; expected: number; at: number };

export type Baseline = {
  /** Reports a minute at the reference crowd, in an average hour. */
  mean: number;
  counted: number;
  exposure: number;
  /** Reports of this hour so far that may teach, and minutes of it that may not; both enter the mean when the hour ends. */
  hourCount: number;
  hourExcluded: number;
  recent: Fading;
};

export type WeeklyPattern = {
  /** By hour of week (UTC; the first is Thursday 0:00, as in the epoch): reports that came and that were usual. */
  reported: number[];
  usual: number[];
  reportedThisHour: number;
  recent: Fading;
  /** Sum of all means. */
  total: number;
  crowd: { now: number; typical: number; reference: number; at: number } | null;
};

export function newBaseline(usual: number, given: boolean, pattern: WeeklyPattern): Baseline {
  const mean = Math.max(LEAST, usual);
  const exposure = given ? GIVEN_EXPOSURE : GUESSED_EXPOSURE;
  pattern.total += mean;
  return {
    mean,
    counted: mean * exposure,
    exposure,
    hourCount: 0,
    hourExcluded: 0,
    recent: { count: 0, expected: 0, at: pattern.recent.at },
  };
}

export function newWeeklyPattern(minute: number): WeeklyPattern {
  return {
    reported: new Array(HOURS_A_WEEK).fill(0),
    usual: new Array(HOURS_A_WEEK).fill(0),
    reportedThisHour: 0,
    recent: { count: 0, expected: 0, at: minute },
    total: 0,
    crowd: null,
  };
}

function hourOfWeek(minute: number): number {
  return Math.floor(minute / MINUTES_AN_HOUR) % HOURS_A_WEEK;
}

/** How this hour of the week compares with an average hour, by past weeks, smoothed over three hours. */
function hourFactor(pattern: WeeklyPattern, minute: number): number {
  let reported = HOUR_PRIOR;
  let usual = HOUR_PRIOR;
  for (let hour = 0; hour < HOURS_A_WEEK; hour++) {
    reported += pattern.reported[hour] ?? 0;
    usual += pattern.usual[hour] ?? 0;
  }
  const level = reported / usual;
  const middle = hourOfWeek(minute);
  let sum = 0;
  for (const hour of [middle - 1, middle, middle + 1]) {
    const index = (hour + HOURS_A_WEEK) % HOURS_A_WEEK;
    sum += (HOUR_PRIOR * level + (pattern.reported[index] ?? 0)) / (HOUR_PRIOR + (pattern.usual[index] ?? 0)) / level;
  }
  return clamp(sum / 3, LEAST_HOUR, BUSIEST_HOUR);
}

function crowdFactor(pattern: WeeklyPattern): number {
  const { crowd } = pattern;
  if (crowd === null) return 1;
  return (crowd.typical * clamp(crowd.now / crowd.typical, FEWEST, MOST)) / crowd.reference;
}

/** Notes how many installs were seen active lately. None at all is no measurement. */
export function noteInstalls(pattern: WeeklyPattern, installs: number, minute: number): void {
  if (!(installs > 0)) return;
  const { crowd } = pattern;
  if (crowd === null) {
    pattern.crowd = { now: installs, typical: installs, reference: installs, at: minute };
    return;
  }
  crowd.typical += (installs - crowd.typical) * (1 - Math.exp(-(minute - crowd.at) / MINUTES_A_WEEK));
  crowd.now = installs;
  crowd.at = minute;
}

/** What all services share in one minute; computed once a minute. */
export type Conditions = { factor: number; activity: number };

export function conditionsAt(pattern: WeeklyPattern, minute: number): Conditions {
  return { factor: hourFactor(pattern, minute) * crowdFactor(pattern), activity: activityOf(pattern.recent, POOLED_PRIOR, 1) };
}

function activityOf(recent: Fading, prior: number, before: number): number {
  return clamp((prior * before + recent.count) / (prior + recent.expected), 1, MAX_ACTIVITY);
}

/** Usual reports a minute of one service now. */
export function usualNow(baseline: Baseline, conditions: Conditions): number {
  return Math.max(LEAST, baseline.mean * conditions.factor * activityOf(baseline.recent, SERVICE_PRIOR, conditions.activity));
}

function fade(fading: Fading, minute: number, expectedPerMinute: number): void {
  const passed = minute - fading.at;
  if (passed <= 0) return;
  const left = Math.exp(-passed / RECENT_MINUTES);
  fading.count *= left;
  fading.expected = fading.expected * left + expectedPerMinute * RECENT_MINUTES * (1 - left);
  fading.at = minute;
}

/** Learns from a minute that is old enough and was not part of any trouble. */
export function learnMinute(baseline: Baseline, pattern: WeeklyPattern, reporters: number, minute: number, conditions: Conditions): void {
  baseline.hourCount += reporters;
  fade(baseline.recent, minute, baseline.mean * conditions.factor);
  baseline.recent.count += reporters;
  // Trouble at one service must not make the whole day look active.
  const capped = Math.min(reporters, 2 + 2 * baseline.mean);
  pattern.reportedThisHour += capped;
  pattern.recent.count += capped;
}

/** Fades the pooled last hours, once a minute. */
export function passMinute(pattern: WeeklyPattern, minute: number, factor: number): void {
  fade(pattern.recent, minute, pattern.total * factor);
}

/** Keeps a minute of suspected trouble out of what is learned. */
export function skipMinute(baseline: Baseline, minute: number): void {
  baseline.hourExcluded++;
  baseline.recent.at = Math.max(baseline.recent.at, minute);
}

/** Ends an hour: adds it to the means and to the pattern of the week. */
export function learnHour(baselines: Iterable<Baseline>, pattern: WeeklyPattern, minute: number): void {
  const factor = hourFactor(pattern, minute) * crowdFactor(pattern);
  const keep = Math.exp(-1 / MEMORY_HOURS);
  let expected = 0;
  let total = 0;
  for (const baseline of baselines) {
    const minutes = Math.max(0, MINUTES_AN_HOUR - baseline.hourExcluded);
    expected += baseline.mean * minutes * crowdFactor(pattern);
    baseline.counted = baseline.counted * keep + baseline.hourCount;
    baseline.exposure = baseline.exposure * keep + minutes * factor;
    const learned = baseline.counted / Math.max(1, baseline.exposure);
    const most = baseline.mean * (1 + RISE_A_WEEK) ** (1 / HOURS_A_WEEK);
    const least = baseline.mean * (1 - FALL_A_WEEK) ** (1 / HOURS_A_WEEK);
    baseline.mean = Math.max(LEAST, clamp(learned, least, most));
    baseline.hourCount = 0;
    baseline.hourExcluded = 0;
    total += baseline.mean;
  }
  const hour = hourOfWeek(minute);
  pattern.reported[hour] = (pattern.reported[hour] ?? 0) * WEEK_FADE + pattern.reportedThisHour;
  pattern.usual[hour] = (pattern.usual[hour] ?? 0) * WEEK_FADE + expected;
  pattern.reportedThisHour = 0;
  pattern.total = total;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
