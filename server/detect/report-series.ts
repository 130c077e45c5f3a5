/** People heard in each five-minute bucket: bucket number (of the epoch) → count. */
export type Curve = Map<number, number>;

const BUCKET = 5;
/** Two hours of them. */
const BUCKETS = 24;

/** Adds the people heard in one minute. */
export function drawCurve(curve: Curve, minute: number, people: number): void {
  const bucket = Math.floor(minute / BUCKET);
  curve.set(bucket, (curve.get(bucket) ?? 0) + people);
  if (curve.size <= BUCKETS + 1) return;
  for (const old of curve.keys()) if (old < bucket - BUCKETS) curve.delete(old);
}

/**
 * The last two hours, oldest first.
 * @param closed the last minute that has ended; a bucket still running is left out, or every curve would seem to fall
 */
export function seriesOf(curve: Curve, closed: number): number[] {
  const end = Math.floor((closed + 1) / BUCKET);
  return Array.from({ length: BUCKETS }, (_, index) => curve.get(end - BUCKETS + index) ?? 0);
}
