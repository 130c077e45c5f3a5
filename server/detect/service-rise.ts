import { OUTSIDERS_USUAL } from "./alarm.ts";
import { thresholdOf } from "./alarm-threshold.ts";
import { CHARTS, type Chart, costOfTime, gainOfReport } from "./cusum.ts";
import type { ServiceRecord } from "./detector.ts";
import {
  addTally,
  outsideNeeded,
  type Spread,
  spreadOf,
  sumOf,
  type Tally,
  trusted,
  weightedByOutsiders,
  withoutBusiest,
  withoutDominant,
} from "./reporters/network-spread.ts";
import { worksForMeNow } from "./works-for-me.ts";

/** Stretches, in minutes, in which a rise is looked for, so that one old report does not dilute a sudden rise. Judged (2026-11-23). */
const WINDOWS = [2, 5, 10, 15, 20, 30, 45, 60];
/**
 * What each "works for me" takes away, in nats: ln((1 − 0.30) / (1 − 0.01)), as in Wald's sequential test (1945) of 1 % against 30 %
 * failing. All together take away at most a quarter of the threshold (judged, 2026-11-23).
 */
const WORKS_FOR_ME_COST = 0.35;
const WORKS_FOR_ME_AT_MOST = 0.25;

/** Strength 1 is an alarm. */
export type Rise = { strength: number; started: number };

/**
 * The strongest rise of a service in any stretch of the last hour that enough networks report.
 * @param usual reports a minute
 * @param least a rise that is no stronger than this does not matter
 * @param distrusted networks whose reports do not count
 */
export function riseOf(
  record: ServiceRecord,
  minute: number,
  usual: number,
  least: number,
  distrusted: ReadonlyMap<string, unknown>,
): Rise | null {
  const mayRise = CHARTS.some((chart) => record[chart] >= least * thresholdOf(chart, usual));
  if (!mayRise) return null;
  // The reports that raised the last alarm do not count again once it has ended.
  const after = record.ended?.minute ?? Number.NEGATIVE_INFINITY;
  const worksForMe = worksForMeNow(record);
  const hour = trusted(record.hour, distrusted);
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
      addTally(tally, old.fresh, distrusted);
      count += sumOf(old.fresh);
    }
    const first = record.minutes[index + 1];
    // However the reports are spread, no part of them can show more than all of them together.
    if (first === undefined || levelOf(count, window, usual, worksForMe) <= Math.max(least, best?.strength ?? 0)) continue;
    const strength = strengthOf(tally, { spread: hourSpread, uneven }, window, usual, worksForMe);
    if (strength > (best?.strength ?? 0)) best = { strength, started: first.minute };
  }
  return best;
}

/** The whole hour: how it is spread, and its tally where some network in it is above its share. */
type Hour = { spread: Spread; uneven: Tally | undefined };

/**
 * A rise in one stretch as a part of what is needed; 0 if a few networks alone could have caused it. It is the stronger of two:
 * everybody counts and enough reports come from outside the busiest networks, or the busiest networks are left out, so that their
 * noise cannot hide the others.
 */
function strengthOf(tally: Tally, hour: Hour, window: number, usual: number, worksForMe: number): number {
  const spread = spreadOf(tally, hour.uneven);
  if (!spread.isQuorum) return 0;
  const outsiders = OUTSIDERS_USUAL * usual;
  const byOutside = Math.max(...CHARTS.map((chart) => natsOf(chart, spread.outside, window, outsiders)));
  const level = levelOf(spread.withinShare, window, usual, worksForMe);
  const together = weightedByOutsiders(level, byOutside / outsideNeeded(spread, hour.spread, usual));
  const rest = spreadOf(withoutBusiest(tally), hour.uneven);
  return rest.isQuorum ? Math.max(together, levelOf(rest.withinShare, window, usual, worksForMe)) : together;
}

/** A count in one stretch as a part of the threshold, on the chart where that part is larger. */
function levelOf(count: number, window: number, usual: number, worksForMe: number): number {
  const levels = CHARTS.map((chart) => {
    const threshold = thresholdOf(chart, usual);
    if (threshold === Number.POSITIVE_INFINITY) return 0;
    const taken = Math.min(WORKS_FOR_ME_AT_MOST * threshold, WORKS_FOR_ME_COST * worksForMe);
    return (natsOf(chart, count, window, usual) - taken) / threshold;
  });
  return Math.max(...levels);
}

function natsOf(chart: Chart, count: number, window: number, usual: number): number {
  return count * gainOfReport(chart, usual) - window * costOfTime(chart, usual);
}
