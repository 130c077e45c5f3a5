/**
 * What is usual: reports a minute of a service when nothing is wrong. A learned mean, times an hour-of-week curve that all
 * services share, times how many people run the extension now, times how noisy the last hours were.
 */

/** Usual reports a minute of a service nothing is known about, and the least that is ever believed. */
export const USUAL_UNKNOWN = 0.01;
const LEAST = 0.00001;

const MINUTES_A_WEEK = 7 * 24 * 60;
const HOURS_A_WEEK = 168;
/** Weight of a mean that was given (four weeks of minutes) or guessed (three days of them). */
const GIVEN_EXPOSURE = 4 * MINUTES_A_WEEK;
const GUESSED_EXPOSURE = 3 * 24 * 60;
/** Old weeks fade with this mean life. */
const MEMORY_HOURS = 4 * HOURS_A_WEEK;
/** However loud the reports, the mean rises at most a tenth a week: who wants to hide an outage by crying wolf needs months. */
const RISE_A_WEEK = 0.1;
const FALL_A_WEEK = 0.2;

/** The last hours count with this mean life, once they are a quarter of an hour old. */
const LATELY_MINUTES = 180;
export const LEARNING_DELAY = 15;
/** Pseudo-reports behind "as usual" before the last hours move it. */
const SERVICE_PRIOR = 6;
const POOLED_PRIOR = 20;
/** A lively day may raise what is usual by this much and no more; five times the usual stays a rise. */
const MAX_ACTIVITY = 2.5;

/** Pseudo-reports behind a flat week, an hour of it. */
const HOUR_PRIOR = 50;
const WEEK_FADE = 0.75;
const QUIETEST_HOUR = 0.5;
const LOUDEST_HOUR = 2;

/** Installs: who is seen now against the typical week. */
const FEWEST = 0.5;
const MOST = 3;

/** Counts that fade: `count` reports were heard where `expected` were usual. */
type Fading = { count: number; expected: number; at: number };

export type Baseline = {
  /** Reports a minute at the reference crowd, in an average hour. */
  mean: number;
  counted: number;
  exposure: number;
  /** Reports and minutes of this hour so far that may be learned from; taken over when the hour ends. */
  hourCount: number;
  hourExcluded: number;
  lately: Fading;
};

export type WeeklyPattern = {
  /** By hour of week (UTC, Thursday 0:00 first, as the epoch has it): reports heard and usual. */
  heard: number[];
  usual: number[];
  heardThisHour: number;
  lately: Fading;
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
    lately: { count: 0, expected: 0, at: pattern.lately.at },
  };
}

export function newWeeklyPattern(minute: number): WeeklyPattern {
  return {
    heard: new Array(HOURS_A_WEEK).fill(0),
    usual: new Array(HOURS_A_WEEK).fill(0),
    heardThisHour: 0,
    lately: { count: 0, expected: 0, at: minute },
    total: 0,
    crowd: null,
  };
}

function hourOfWeek(minute: number): number {
  return Math.floor(minute / 60) % HOURS_A_WEEK;
}

/** How this hour of the week compares with an average hour, as past weeks taught. */
function hourFactor(pattern: WeeklyPattern, minute: number): number {
  let heard = HOUR_PRIOR;
  let usual = HOUR_PRIOR;
  for (let hour = 0; hour < HOURS_A_WEEK; hour++) {
    heard += pattern.heard[hour] ?? 0;
    usual += pattern.usual[hour] ?? 0;
  }
  const level = heard / usual;
  const middle = hourOfWeek(minute);
  let sum = 0;
  for (const hour of [middle - 1, middle, middle + 1]) {
    const index = (hour + HOURS_A_WEEK) % HOURS_A_WEEK;
    sum += (HOUR_PRIOR * level + (pattern.heard[index] ?? 0)) / (HOUR_PRIOR + (pattern.usual[index] ?? 0)) / level;
  }
  return clamp(sum / 3, QUIETEST_HOUR, LOUDEST_HOUR);
}

function crowdFactor(pattern: WeeklyPattern): number {
  const { crowd } = pattern;
  if (crowd === null) return 1;
  return (crowd.typical * clamp(crowd.now / crowd.typical, FEWEST, MOST)) / crowd.reference;
}

/** Takes note of how many installs were seen active lately. Nobody at all says nothing. */
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

/** What all services share in one minute; worked out once a minute. */
export type Conditions = { factor: number; activity: number };

export function conditionsAt(pattern: WeeklyPattern, minute: number): Conditions {
  return { factor: hourFactor(pattern, minute) * crowdFactor(pattern), activity: activityOf(pattern.lately, POOLED_PRIOR, 1) };
}

function activityOf(lately: Fading, prior: number, before: number): number {
  return clamp((prior * before + lately.count) / (prior + lately.expected), 1, MAX_ACTIVITY);
}

/** Usual reports a minute of one service now. */
export function usualNow(baseline: Baseline, conditions: Conditions): number {
  return Math.max(LEAST, baseline.mean * conditions.factor * activityOf(baseline.lately, SERVICE_PRIOR, conditions.activity));
}

function fade(fading: Fading, minute: number, expectedPerMinute: number): void {
  const passed = minute - fading.at;
  if (passed <= 0) return;
  const left = Math.exp(-passed / LATELY_MINUTES);
  fading.count *= left;
  fading.expected = fading.expected * left + expectedPerMinute * LATELY_MINUTES * (1 - left);
  fading.at = minute;
}

/** Learns from a minute that has grown old enough without having been part of any trouble. */
export function learnMinute(baseline: Baseline, pattern: WeeklyPattern, reporters: number, minute: number, conditions: Conditions): void {
  baseline.hourCount += reporters;
  fade(baseline.lately, minute, baseline.mean * conditions.factor);
  baseline.lately.count += reporters;
  // One excited service must not make the whole day look lively.
  const fair = Math.min(reporters, 2 + 2 * baseline.mean);
  pattern.heardThisHour += fair;
  pattern.lately.count += fair;
}

/** Lets the pooled last hours fade, once a minute. */
export function passMinute(pattern: WeeklyPattern, minute: number, factor: number): void {
  fade(pattern.lately, minute, pattern.total * factor);
}

/** Keeps a minute of suspected trouble out of what is learned. */
export function skipMinute(baseline: Baseline, minute: number): void {
  baseline.hourExcluded++;
  baseline.lately.at = Math.max(baseline.lately.at, minute);
}

/** Ends an hour: takes what it taught into the means and into the curve of the week. */
export function learnHour(baselines: Iterable<Baseline>, pattern: WeeklyPattern, minute: number): void {
  const factor = hourFactor(pattern, minute) * crowdFactor(pattern);
  const keep = Math.exp(-1 / MEMORY_HOURS);
  let expected = 0;
  let total = 0;
  for (const baseline of baselines) {
    const minutes = Math.max(0, 60 - baseline.hourExcluded);
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
  pattern.heard[hour] = (pattern.heard[hour] ?? 0) * WEEK_FADE + pattern.heardThisHour;
  pattern.usual[hour] = (pattern.usual[hour] ?? 0) * WEEK_FADE + expected;
  pattern.heardThisHour = 0;
  pattern.total = total;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
