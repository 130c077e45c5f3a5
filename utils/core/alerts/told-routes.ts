import type { Verdict } from "../diagnosis/verdict.ts";
import type { PlaceId } from "../providers/place.ts";
import { DAY, MINUTE } from "../time.ts";

/**
 * Places that could not be reached from here lately, and since when the badge has told it, milliseconds of the epoch. A way that is cut by
 * order of a court or a state stays cut for hours or weeks, and a badge that is always there says nothing. So it is told once a day, and
 * afterwards in the popup only.
 */
export type ToldRoutes = { [place: PlaceId]: number };

/** The badge tells it for this long. Judged. */
const SHOWN = 15 * MINUTE;
/** Then it is told again after this time. Judged. */
const AGAIN = DAY;

/**
 * Notes which ways are cut now.
 * @param verdicts what the toolbar is about to show
 * @returns the same object where nothing changes
 */
export function noteRoutes(told: ToldRoutes, verdicts: readonly Verdict[], now: number): ToldRoutes {
  let next = told;
  for (const { cause, subject } of verdicts) {
    if (cause !== "route" || now - (next[subject] ?? Number.NEGATIVE_INFINITY) < AGAIN) continue;
    next = { ...Object.fromEntries(Object.entries(next).filter(([, at]) => now - at < AGAIN)), [subject]: now };
  }
  return next;
}

/** Whether a verdict is about a cut that the badge has told long enough today. */
export function isTold(told: ToldRoutes, { cause, subject }: Verdict, now: number): boolean {
  return cause === "route" && now - (told[subject] ?? now) >= SHOWN;
}
