import { MINUTE } from "../../utils/core/time.ts";
import type { Baseline, WeeklyPattern } from "../detect/baseline.ts";
import type { Detector } from "../detect/detector.ts";

/** What the detector has learned about usual levels. Numbers only: no reporter, no network. */
type Learned = { pattern: WeeklyPattern; baselines: { [service: string]: Baseline } };

export function writeLearned(detector: Detector): string {
  const baselines = Object.fromEntries([...detector.services.values()].map(({ id, baseline }) => [id, baseline]));
  return JSON.stringify({ pattern: detector.pattern, baselines } satisfies Learned);
}

/**
 * Gives a new detector what an earlier one had learned. Services that are new since keep their guess.
 * @param now milliseconds of the epoch; a clock ahead of this one may have learned it
 */
export function restoreLearned(detector: Detector, text: string, now: number): void {
  const { pattern, baselines } = JSON.parse(text) as Learned;
  // The last hours fade from now on, or they would stand still until that clock's time has come.
  const minute = Math.floor(now / MINUTE);
  for (const { lately } of [pattern, ...Object.values(baselines)]) lately.at = Math.min(lately.at, minute);
  detector.pattern = pattern;
  pattern.total = 0;
  for (const record of detector.services.values()) {
    record.baseline = baselines[record.id] ?? record.baseline;
    pattern.total += record.baseline.mean;
  }
}
