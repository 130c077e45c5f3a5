import type { Crowd } from "../../../utils/core/feed/incident.ts";
import { cappedSum, QUORUM, type Tally } from "./network-spread.ts";
import { lastTwoHours, type ReportSeries } from "./report-series.ts";

/** A count as it may be published: rounded down to two digits, below a hundred to fives, and nothing below five. */
export function roundedDown(count: number): number {
  if (count < QUORUM) return 0;
  if (count < 100) return Math.floor(count / 5) * 5;
  const step = 10 ** (Math.floor(Math.log10(count)) - 1);
  return Math.floor(count / step) * step;
}

/**
 * The figures of a crowd for the feed; null where too few people report. No network counts for more than its share.
 * @param hour distinct reporters of the last hour by network
 * @param usual reports usual in an hour
 * @param closed the last minute that has ended
 */
export function crowdFigures(hour: Tally, usual: number, series: ReportSeries, closed: number): Crowd | null {
  const reporters = cappedSum(hour);
  if (reporters < QUORUM || hour.size < QUORUM) return null;
  return {
    reporters: roundedDown(reporters),
    networks: roundedDown(hour.size),
    baseline: Math.round(usual),
    series: lastTwoHours(series, closed).map(roundedDown),
  };
}
