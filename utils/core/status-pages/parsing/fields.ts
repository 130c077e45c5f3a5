import type { UnknownValues } from "./unknown-values.ts";

// Access to parsed JSON of unknown shape. Each function accepts any value and never throws.

/** A JSON object. */
export type Fields = { readonly [key: string]: unknown };

/** A value as an object; null for anything else, arrays among it. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/**
 * The objects in an array; empty for anything that is not an array.
 * @param unknown collects what is left out. Pass it for lists of incidents, where an item that is left out could look like health
 */
export function listOf(value: unknown, unknown?: UnknownValues): Fields[] {
  if (!Array.isArray(value)) {
    if (isGiven(value)) unknown?.add(value);
    return [];
  }
  const list: Fields[] = [];
  for (const item of value) {
    const fields = fieldsOf(item);
    if (fields !== null) list.push(fields);
    else unknown?.add(item);
  }
  return list;
}

/**
 * The items of a list that have the shape of the format; the others go to `unknown`.
 * @returns null where the list has items and none has the shape: the payload has another format
 */
export function recognised(list: unknown[], isOne: (item: Fields) => boolean, unknown: UnknownValues): Fields[] | null {
  const items = listOf(list, unknown);
  const known = items.filter(isOne);
  if (list.length > 0 && known.length === 0) return null;
  for (const item of items) if (!isOne(item)) unknown.add(item);
  return known;
}

/**
 * UTF-16 code units of one text that are read. The longest known, all posts of an outage of 2021 in AWS's old list, has 11,000. It keeps
 * the work that one text can make small before anything looks at it, also in the extension, where no worker with a deadline reads.
 */
export const MAX_TEXT_LENGTH = 40_000;

/**
 * A string, cut to `MAX_TEXT_LENGTH`, or a number as a string; "" for anything else. Next.js streams (incident.io, Instatus) write a missing value as the
 * string `$undefined`.
 */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value === "$undefined" ? "" : value.slice(0, MAX_TEXT_LENGTH);
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The strings and numbers in an array, as strings. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== "") : [];
}

/** Whether a value is present: not undefined, null, "" or `$undefined`. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== "$undefined";
}

/** The first of the values that `textOf` does not read as "". */
export function firstText(...values: unknown[]): string {
  for (const value of values) {
    const text = textOf(value);
    if (text !== "") return text;
  }
  return "";
}
