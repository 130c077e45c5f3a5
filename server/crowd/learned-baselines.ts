import type { Baseline, WeeklyPattern } from "../detect/baseline.ts";
import type { Detector } from "../detect/detector.ts";
import { minuteOf } from "../detect/minutes.ts";

/**
 * What the detector has learned about usual levels, as it is stored. Numbers only: no reporter, no network. The property names are
 * those of the first version, so that a server that is updated keeps what it has learned.
 */
type Stored = {
  rhythm: Omit<WeeklyPattern, "reported" | "reportedThisHour" | "recent"> & StoredRecent & { heard: number[]; heardThisHour: number };
  baselines: { [service: string]: Omit<Baseline, "recent"> & StoredRecent };
};
type StoredRecent = { lately: Baseline["recent"] };

/** What a detector has learned, as text. */
export function writeLearned({ pattern, services }: Detector): string {
  const { reported, reportedThisHour, recent, ...others } = pattern;
  const baselines = [...services.values()].map(({ id, baseline: { recent: lately, ...baseline } }) => [id, { ...baseline, lately }]);
  const rhythm = { ...others, heard: reported, heardThisHour: reportedThisHour, lately: recent };
  return JSON.stringify({ rhythm, baselines: Object.fromEntries(baselines) } satisfies Stored);
}

/**
 * Gives a new detector what an earlier one had learned. Services that are new since then keep their default.
 * @param now milliseconds of the epoch; the earlier detector's clock may have been ahead of this one
 */
export function restoreLearned(detector: Detector, text: string, now: number): void {
  const { rhythm, baselines } = JSON.parse(text) as Stored;
  const { heard: reported, heardThisHour: reportedThisHour, lately, ...others } = rhythm;
  // Counts fade from now on; with the time of a clock that was ahead they would not fade until that time has come.
  const fadingFromNow = (recent: Baseline["recent"]) => ({ ...recent, at: Math.min(recent.at, minuteOf(now)) });
  const pattern: WeeklyPattern = { ...others, reported, reportedThisHour, recent: fadingFromNow(lately), total: 0 };
  detector.pattern = pattern;
  for (const record of detector.services.values()) {
    const stored = baselines[record.id];
    if (stored !== undefined) {
      const { lately: recent, ...baseline } = stored;
      record.baseline = { ...baseline, recent: fadingFromNow(recent) };
    }
    pattern.total += record.baseline.mean;
  }
}
