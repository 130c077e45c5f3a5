/** Zone names that vendors write, in minutes from UTC. JavaScript itself knows only some, and reads others as local time. */
const ZONES = new Map<string, number>([
  ...Object.entries({ UTC: 0, GMT: 0, Z: 0, UT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 }),
  ...Object.entries({
    EST: -300,
    EDT: -240,
    CST: -360,
    CDT: -300,
    MST: -420,
    MDT: -360,
    PST: -480,
    PDT: -420,
    AKST: -540,
    AKDT: -480,
    HST: -600,
  }),
  ...Object.entries({ GST: 240, IST: 330, SGT: 480, HKT: 480, AWST: 480, JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 }),
]);

/** Names for a place's clock, summer or winter: the date decides. */
const CLOCKS = new Map([
  ["PT", "America/Los_Angeles"],
  ["US/PACIFIC", "America/Los_Angeles"],
  ["MT", "America/Denver"],
  ["CT", "America/Chicago"],
  ["ET", "America/New_York"],
]);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Nothing before the first cloud, nothing a century ahead: a number out of that is no time. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const NUMBER = /^\d{9,19}(?:\.\d{1,9})?$/;
const MICROSOFT = /^\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/$/;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const MAIL =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]{0,6} (\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([a-z/]{1,10}|[+-]\d\d:?\d\d))?$/i;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([a-z/]{1,10}))?$/i;

/**
 * Reads a time as vendors write it: ISO with or without zone (then UTC), mail dates with zone names, Apple's American dates,
 * Microsoft's `/Date(…)/`, and epoch numbers in seconds, milliseconds, micro- or nanoseconds, as numbers or text.
 * @returns milliseconds of the epoch; null for anything else
 */
export function parseTime(value: unknown): number | null {
  if (typeof value === "number") return inRange(fromEpoch(value));
  if (typeof value !== "string" || value.length > 60) return null;
  const text = value.trim();
  if (NUMBER.test(text)) return inRange(fromEpoch(Number(text)));
  const microsoft = MICROSOFT.exec(text);
  if (microsoft !== null) return inRange(Number(microsoft[1]));
  const iso = ISO.exec(text);
  if (iso !== null) return inRange(Date.parse(`${iso[1]}T${iso[2] ?? "00:00"}${isoZone(iso[3])}`));
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const month = MONTHS.indexOf((mail[2] ?? "").toLowerCase());
    return month < 0
      ? null
      : fromParts(Number(mail[3]), month, Number(mail[1]), Number(mail[4]), Number(mail[5]), Number(mail[6] ?? 0), mail[7]);
  }
  const american = AMERICAN.exec(text);
  if (american === null) return null;
  const [, month, day, year, hour, minute, second = 0, zone] = american;
  return fromParts(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), zone);
}

/** Writes an instant as the feed has it: ISO, UTC, without empty milliseconds. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** The latest of some instants; null where none is known. */
export function latest(instants: (number | null)[]): number | null {
  return instants.reduce((last, instant) => (instant !== null && (last === null || instant > last) ? instant : last), null);
}

/** The earliest of some instants; null where none is known. */
export function earliest(instants: (number | null)[]): number | null {
  return instants.reduce((first, instant) => (instant !== null && (first === null || instant < first) ? instant : first), null);
}

/** AWS mixes seconds and milliseconds in one document (July 2026), so the size tells. */
function fromEpoch(value: number): number {
  if (value >= 1e17) return value / 1e6;
  if (value >= 1e14) return value / 1e3;
  return value >= 1e11 ? value : value * 1000;
}

function inRange(instant: number): number | null {
  return instant >= EARLIEST && instant < LATEST ? Math.round(instant) : null;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined || zone.toUpperCase() === "Z" || zone.toUpperCase() === "UTC") return "Z";
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/**
 * An instant from the numbers on a clock and the zone's name as written; no name means UTC.
 * @param month from 0
 * @returns null where a number is out of range or the zone is not known: a time that may be hours off is none
 */
export function fromParts(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  zone: string | undefined,
): number | null {
  if (month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const written = Date.UTC(year, month, day, hour, minute, second);
  const offset = zoneOffset(zone ?? "UTC", written);
  return offset === null ? null : inRange(written - offset * 60_000);
}

function zoneOffset(zone: string, written: number): number | null {
  const numeric = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (numeric !== null) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  const name = zone.toUpperCase();
  const fixed = ZONES.get(name);
  if (fixed !== undefined) return fixed;
  const clock = CLOCKS.get(name);
  return clock === undefined ? null : clockOffset(clock, written);
}

function clockOffset(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(instant);
  const written = /([+-])(\d\d):(\d\d)/.exec(parts.find((part) => part.type === "timeZoneName")?.value ?? "");
  return written === null ? 0 : (written[1] === "-" ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3]));
}
