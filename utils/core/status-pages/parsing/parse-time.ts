import { MINUTE } from "../../time.ts";
import { zoneOffset } from "./zone-offset.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Times outside of this range are not plausible, so a number outside of it is not a time. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const NUMBER = /^\d{9,19}(?:\.\d{1,9})?$/;
const MICROSOFT = /^\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/$/;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const MAIL =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]{0,6} (\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([a-z/]{1,10}|[+-]\d\d:?\d\d))?$/i;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([a-z/]{1,10}))?$/i;

/**
 * Reads a time in any form that vendors write: ISO 8601 (without a zone: UTC), RFC 822 dates with zone names, Apple's American dates,
 * Microsoft's `/Date(…)/`, and numbers since the epoch in seconds, milliseconds, micro- or nanoseconds, also as text.
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

/** Writes an instant in the form of the feed: ISO 8601 in UTC, without milliseconds where they are zero. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** The latest of the instants that are not null; null where all are. */
export function latest(instants: (number | null)[]): number | null {
  return instants.reduce((last, instant) => (instant !== null && (last === null || instant > last) ? instant : last), null);
}

/** The earliest of the instants that are not null; null where all are. */
export function earliest(instants: (number | null)[]): number | null {
  return instants.reduce((first, instant) => (instant !== null && (first === null || instant < first) ? instant : first), null);
}

/** The unit follows from the size: AWS mixes seconds and milliseconds in one document (July 2026). */
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
 * An instant from the numbers of a written date and its zone; without a zone: UTC.
 * @param month from 0
 * @returns milliseconds of the epoch; null where a number is out of range, or the zone is not known and the time may be hours off
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
  return offset === null ? null : inRange(written - offset * MINUTE);
}
