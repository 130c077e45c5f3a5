import { DAY } from "../../../time.ts";
import { fromParts, parseTime } from "../parse-time.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** "Sep 17, 10:05 UTC", "Sep 17, 2026, 10:05:00 GMT+0", "September 17, 2026 at 3:05 PM PDT", "May 28, 21:24 - 21:50 UTC". */
const MONTH_FIRST =
  /^([A-Z][a-z]{2})[a-z]{0,6}\.? {1,2}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(?:(\d{4}),? {0,3})?(?:at |- |– )?(\d{1,2}):(\d\d)(?::(\d\d))? ?([AP]M)?(?: ?[-–] ?\d{1,2}:\d\d)? ?\(?((?:UTC|GMT)[+-]\d{1,2}(?::?\d\d)?|[A-Z]{1,5})?\)?/;
/** "2026-09-17 10:05 UTC", "2026-09-17T10:05:00Z". */
const YEAR_FIRST = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?/;
/** "Thu, 17 Sep 2026 10:05:00 +0800", "17 Sep 2026 10:05 UTC". */
const DAY_FIRST = /^(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2}[a-z]{0,6} \d{4},? \d{1,2}:\d\d(?::\d\d)?(?: (?:[A-Z]{1,5}|[+-]\d\d:?\d\d))?/;

/** Judged: a post may be later than its entry by this much, as clocks and zones differ. */
const TOLERANCE = 2 * DAY;

/** A time at the beginning of a line, and the number of characters that it takes. */
export type Stamp = { at: number | null; length: number };

/**
 * Reads the time at the beginning of a line, as posts in feeds have it.
 * @param near milliseconds of the epoch: about when the post was written, for a time without a year; null where that is not known
 * @returns null where the line begins with no time; `at` null where it has no year and `near` is null, or a zone that is not known
 */
export function stampOf(line: string, near: number | null): Stamp | null {
  const exact = YEAR_FIRST.exec(line) ?? DAY_FIRST.exec(line);
  if (exact !== null) return { at: parseTime(exact[0].replace(/ ?GMT$/, " UTC")), length: exact[0].length };
  const match = MONTH_FIRST.exec(line);
  if (match === null) return null;
  const [whole, name = "", day, year, hour, minute, second, half, zone] = match;
  const month = MONTHS.indexOf(name.toLowerCase());
  if (month < 0) return null;
  const clock = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  const inYear = (full: number) => fromParts(full, month, Number(day), clock, Number(minute), Number(second ?? 0), zone);
  if (year !== undefined) return { at: inYear(Number(year)), length: whole.length };
  if (near === null) return { at: null, length: whole.length };
  const same = new Date(near).getUTCFullYear();
  const at = inYear(same);
  return { at: at !== null && at > near + TOLERANCE ? inYear(same - 1) : at, length: whole.length };
}
