import { conditionsAt, learnHour, passMinute } from "./baseline.ts";
import type { Detector, ServiceRecord } from "./detector.ts";
import { MINUTES_AN_HOUR, minuteOf } from "./minutes.ts";
import { closeNetworks } from "./network-trouble.ts";
import { advancePlaces } from "./place-alarm.ts";
import { sumOf } from "./reporters/network-spread.ts";
import { fadeCountries } from "./reporters/usual-countries.ts";
import { advanceService } from "./service-alarm.ts";
import type { AlarmedService } from "./stray-reports.ts";

/**
 * Closes every minute that has ended. The cost is that of the services with reports in the last hour; idle time costs next to
 * nothing.
 * @param at milliseconds of the epoch; an instant in the past changes nothing
 */
export function advance(detector: Detector, at: number): void {
  const last = minuteOf(at) - 1;
  while (detector.closed < last) {
    const isIdle = detector.active.size === 0 && detector.activePlaces.size === 0 && detector.networkMinutes.length === 0;
    closeMinute(detector, isIdle ? Math.min(last, lastOfHour(detector.closed + 1)) : detector.closed + 1);
  }
}

/** Idle minutes are skipped only up to here, because an hour is learned when it ends. */
function lastOfHour(minute: number): number {
  return Math.floor(minute / MINUTES_AN_HOUR) * MINUTES_AN_HOUR + MINUTES_AN_HOUR - 1;
}

function closeMinute(detector: Detector, minute: number): void {
  const { pattern } = detector;
  const conditions = conditionsAt(pattern, minute);
  passMinute(pattern, minute, conditions.factor);
  closeNetworks(detector, minute, conditions);
  const alarmed: AlarmedService[] = [];
  const busiestFirst = [...detector.active]
    .flatMap((id) => detector.services.get(id) ?? [])
    .map((record) => ({ record, rate: rateOf(record) }))
    .sort((a, b) => b.rate - a.rate);
  for (const { record } of busiestFirst) {
    if (!advanceService(detector, record, minute, conditions, alarmed)) detector.active.delete(record.id);
  }
  advancePlaces(detector, minute, conditions, alarmed);
  detector.closed = minute;
  if (minute === lastOfHour(minute)) {
    learnHour(baselinesOf(detector), pattern, minute);
    fadeCountries(detector.countries);
  }
}

/** Busy services come first: the stray reports that they cause must be known when other services are evaluated. */
function rateOf(record: ServiceRecord): number {
  const now = record.open === null ? 0 : sumOf(record.open.fresh);
  return record.status.kind === "alarm" ? Math.max(now, record.status.alarm.smoothedRate) : now;
}

function* baselinesOf(detector: Detector) {
  for (const record of detector.services.values()) yield record.baseline;
}
