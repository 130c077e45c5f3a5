import { addTally, cappedSum, type Tally } from "./network-spread.ts";

const BUCKET = 5;
/** Two hours of them. */
const BUCKETS = 24;

/** People who report, by five-minute bucket. Numbers of buckets count from the epoch. */
export type ReportSeries = {
  ended: Map<number, number>;
  /** The bucket still running: by network, because no network may count for more than its share of a bucket. */
  running: { bucket: number; people: Tally };
};

export function noSeries(): ReportSeries {
  return { ended: new Map(), running: { bucket: 0, people: new Map() } };
}

/** Adds the people who reported in one minute, by network. */
export function addToSeries(series: ReportSeries, minute: number, people: Tally): void {
  const bucket = Math.floor(minute / BUCKET);
  if (bucket > series.running.bucket) {
    series.ended.set(series.running.bucket, cappedSum(series.running.people));
    series.running = { bucket, people: new Map() };
    for (const old of series.ended.keys()) if (old < bucket - BUCKETS) series.ended.delete(old);
  }
  addTally(series.running.people, people);
}

/**
 * The last two hours, oldest first.
 * @param closed the last minute that has ended; the bucket still running is left out, or every series would seem to fall
 */
export function lastTwoHours({ ended, running }: ReportSeries, closed: number): number[] {
  const end = Math.floor((closed + 1) / BUCKET);
  return Array.from({ length: BUCKETS }, (_, index) => {
    const bucket = end - BUCKETS + index;
    return bucket === running.bucket ? cappedSum(running.people) : (ended.get(bucket) ?? 0);
  });
}
