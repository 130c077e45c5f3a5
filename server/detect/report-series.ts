/** People who report, by five-minute bucket: number of the bucket since the epoch → count. */
export type ReportSeries = Map<number, number>;

const BUCKET = 5;
/** Two hours of them. */
const BUCKETS = 24;

/** Adds the people who reported in one minute. */
export function addToSeries(series: ReportSeries, minute: number, people: number): void {
  const bucket = Math.floor(minute / BUCKET);
  series.set(bucket, (series.get(bucket) ?? 0) + people);
  if (series.size <= BUCKETS + 1) return;
  for (const old of series.keys()) if (old < bucket - BUCKETS) series.delete(old);
}

/**
 * The last two hours, oldest first.
 * @param closed the last minute that has ended; the bucket still running is left out, or every series would seem to fall
 */
export function lastTwoHours(series: ReportSeries, closed: number): number[] {
  const end = Math.floor((closed + 1) / BUCKET);
  return Array.from({ length: BUCKETS }, (_, index) => series.get(end - BUCKETS + index) ?? 0);
}
