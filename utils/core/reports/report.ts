import { NEL_TYPES, type NelType } from "../net/failure.ts";
import { MINUTE } from "../time.ts";

/** All that a browser may send to a feed server: words of a closed list, and a time five minutes wide. */
export type Report = {
  v: 1;
  /** Catalogue id. */
  service: string;
  /** `provider/region`, `provider`, or null. */
  on: string | null;
  /** `ok`: it works again, or it works for this person while the feed has the service on watch. */
  failure: NelType | "ok";
  /** Start of the five minutes: `2021-12-07T15:35Z`. */
  bucket: string;
};

/** The words that a report may consist of. */
export type Vocabulary = {
  /** Ids of the catalogue, without the sensitive services, about which nothing may be reported. */
  services: ReadonlySet<string>;
  isPlace(on: string): boolean;
};

/** `start`: that of the report's bucket, milliseconds of the epoch. */
export type ReportReading = { ok: true; report: Report; start: number } | { ok: false; reason: string };

/** The path at which a server accepts reports. */
export const REPORTS_PATH = "/v2/reports";

/** The largest report, in bytes. Judged. */
export const REPORT_SIZE_LIMIT = 256;

/** Length of a bucket, in milliseconds. Judged. */
export const BUCKET = 5 * MINUTE;

/** Reports of at most this many buckets ago are accepted: the browser waits up to 45 s, and a slow network longer. Judged. */
const OLDEST_BUCKET = 2;
/** A browser's clock may run ahead of the server's by this much. Judged. */
const CLOCK_AHEAD = MINUTE;

const FIELDS = ["v", "service", "on", "failure", "bucket"];
const FAILURES: ReadonlySet<unknown> = new Set([...NEL_TYPES, "ok"]);

/** The start of the bucket that a time falls into. Both in milliseconds of the epoch. */
export function bucketStart(time: number): number {
  return Math.floor(time / BUCKET) * BUCKET;
}

/** A bucket as reports write it. */
export function bucketText(start: number): string {
  return `${new Date(start).toISOString().slice(0, 16)}Z`;
}

/** The start of a bucket in milliseconds of the epoch; null where the text is no start of five minutes of a real day. */
export function readBucket(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d[05]Z$/.test(text)) return null;
  const start = Date.parse(text);
  return Number.isNaN(start) || bucketText(start) !== text ? null : start;
}

/**
 * Reads the text of a report.
 * @param now milliseconds of the epoch, by the receiver's clock
 * @returns the report, or one line that says what is wrong with it
 */
export function parseReport(text: string, words: Vocabulary, now: number): ReportReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("not JSON");
  }
  return readReport(value, words, now);
}

/** Reads a report from parsed JSON. See `parseReport`. */
export function readReport(value: unknown, words: Vocabulary, now: number): ReportReading {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refused("not a JSON object");
  const report = value as Report;
  const unknown = Object.keys(report).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) return refused(`${quote(unknown)}: no such field; there are ${FIELDS.join(", ")}`);
  const missing = FIELDS.find((field) => !Object.hasOwn(report, field));
  if (missing !== undefined) return refused(`${missing}: missing`);
  const { v, service, on, failure, bucket } = report;
  if (v !== 1) return refused("v: not 1");
  if (typeof service !== "string" || !words.services.has(service)) return refused(`service: ${quote(service)} is not in the catalogue`);
  if (on !== null && (typeof on !== "string" || !words.isPlace(on))) return refused(`on: ${quote(on)} is no known provider or region`);
  if (!FAILURES.has(failure)) return refused(`failure: ${quote(failure)} is no known kind of failure`);
  const start = typeof bucket === "string" ? readBucket(bucket) : null;
  if (start === null) return refused(`bucket: ${quote(bucket)} is not five minutes of a day, as in 2021-12-07T15:35Z`);
  if (start < bucketStart(now) - OLDEST_BUCKET * BUCKET) return refused(`bucket: ${bucket} is more than two buckets old`);
  if (start > now + CLOCK_AHEAD) return refused(`bucket: ${bucket} is in the future`);
  return { ok: true, report: { v, service, on, failure, bucket }, start };
}

function quote(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 60);
}

function refused(reason: string): ReportReading {
  return { ok: false, reason };
}
