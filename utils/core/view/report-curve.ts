import { MINUTE } from "../time.ts";

/** The length of one step of a series of reports in the feed, milliseconds. */
export const CURVE_STEP = 5 * MINUTE;

/** Fewer steps than this are not drawn. Judged. */
const LEAST_STEPS = 3;
/** A change by less than this share of the peak is no trend. Judged. */
const STEADY_SHARE = 0.1;

export type ReportCurve = {
  /** Reports per step, the oldest first; the last step ends now. */
  values: number[];
  peak: number;
  /** When the peak step ended, milliseconds of the epoch. */
  peakAt: number;
  trend: "rising" | "falling" | "steady";
  /** Length of the whole curve in milliseconds. */
  length: number;
};

/**
 * Describes a series of reports.
 * @param endsAt when the last step ended, milliseconds of the epoch
 * @returns null where there is too little to draw
 */
export function readCurve(series: number[], endsAt: number): ReportCurve | null {
  if (series.length < LEAST_STEPS) return null;
  const peak = Math.max(...series);
  if (peak <= 0) return null;
  const last = series.at(-1) ?? 0;
  const before = series.at(-LEAST_STEPS) ?? 0;
  const peakAt = endsAt - (series.length - 1 - series.lastIndexOf(peak)) * CURVE_STEP;
  const change = last - before;
  const trend = Math.abs(change) < peak * STEADY_SHARE ? "steady" : change > 0 ? "rising" : "falling";
  return { values: series, peak, peakAt, trend, length: series.length * CURVE_STEP };
}
