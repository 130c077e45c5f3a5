import type { Baseline, WeeklyPattern } from "../detect/baseline.ts";
import type { Detector } from "../detect/detector.ts";
import { minuteOf } from "../detect/minutes.ts";

/** What the detector has learned about usual levels, as it is stored. Numbers only: no reporter, no network. */
type Stored = { pattern: WeeklyPattern; baselines: { [service: string]: Baseline } };

/** What a detector has learned, as text. */
export function writeLearned({ pattern, services }: Detector): string {
  const baselines = Object.fromEntries([...services.values()].map(({ id, baseline }) => [id, baseline]));
  return JSON.stringify({ pattern, baselines } satisfies Stored);
}

/**
 * Gives a new detector what an earlier one had learned. Services that are new since then keep their default.
 * @param now milliseconds of the epoch; the earlier detector's clock may have been ahead of this one
 */
export function restoreLearned(detector: Detector, text: string, now: number): void {
  const { pattern, baselines } = JSON.parse(text) as Stored;
  // Counts fade from now on; with the time of a clock that was ahead they would not fade until that time has come.
  const fadingFromNow = (recent: Baseline["recent"]) => ({ ...recent, at: Math.min(recent.at, minuteOf(now)) });
  detector.pattern = { ...pattern, recent: fadingFromNow(pattern.recent), total: 0 };
  for (const record of detector.services.values()) {
    const stored = baselines[record.id];
    if (stored !== undefined) record.baseline = { ...stored, recent: fadingFromNow(stored.recent) };
    detector.pattern.total += record.baseline.mean;
  }
}
