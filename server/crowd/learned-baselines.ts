import * as v from "valibot";
import type { Baseline } from "../detect/baseline.ts";
import type { Detector } from "../detect/detector.ts";
import { minuteOf } from "../detect/minutes.ts";
import { QUORUM } from "../detect/reporters/network-spread.ts";

const figure = v.pipe(v.number(), v.finite());
const recent = v.object({ count: figure, expected: figure, at: figure });

/** What the detector has learned about usual levels, as it is stored. Numbers only: no reporter, no network. */
const stored = v.object({
  pattern: v.object({
    reported: v.array(figure),
    usual: v.array(figure),
    reportedThisHour: figure,
    recent,
    crowd: v.nullable(v.object({ now: figure, typical: figure, reference: figure, at: figure })),
  }),
  /** Reports by country. */
  countries: v.record(v.string(), figure),
  baselines: v.record(
    v.string(),
    v.object({ mean: figure, counted: figure, exposure: figure, hourCount: figure, hourExcluded: figure, recent }),
  ),
});

/** What a detector has learned, as text. Of countries with fewer reports than are published anywhere, nothing. */
export function writeLearned({ pattern, services, countries: { counted } }: Detector): string {
  const baselines = Object.fromEntries([...services.values()].map(({ id, baseline }) => [id, baseline]));
  const countries = Object.fromEntries([...counted].filter(([, count]) => count >= QUORUM));
  return JSON.stringify({ pattern, countries, baselines });
}

/**
 * Gives a new detector what an earlier one had learned. Services that are new since then keep their default.
 * @param now milliseconds of the epoch; the earlier detector's clock may have been ahead of this one
 * @returns false where the text is damaged or of another version: the detector then learns anew, and nothing else stops
 */
export function restoreLearned(detector: Detector, text: string, now: number): boolean {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), stored), text);
  if (!read.success) return false;
  const { pattern, baselines, countries } = read.output;
  detector.countries.counted = new Map(Object.entries(countries));
  // Counts fade from now on; with the time of a clock that was ahead they would not fade until that time has come.
  const fadingFromNow = (one: Baseline["recent"]) => ({ ...one, at: Math.min(one.at, minuteOf(now)) });
  detector.pattern = { ...pattern, recent: fadingFromNow(pattern.recent), total: 0 };
  for (const record of detector.services.values()) {
    const known = baselines[record.id];
    if (known !== undefined) record.baseline = { ...known, recent: fadingFromNow(known.recent) };
    detector.pattern.total += record.baseline.mean;
  }
  return true;
}
