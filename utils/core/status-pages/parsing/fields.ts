import type { UnknownValues } from "./unknown-values.ts";

// Reading values whose shape nobody guarantees: each function answers for any value.

export type Fields = { readonly [key: string]: unknown };

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/**
 * The objects of an array; none where it is no array.
 * @param unknown where what is no object is noted: in lists of incidents, where leaving it out could sound like health
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
 * The items of a list that are what the format has there; the others are noted.
 * @returns null where there are items and none is: another format
 */
export function recognised(list: unknown[], isOne: (item: Fields) => boolean, unknown: UnknownValues): Fields[] | null {
  const items = listOf(list, unknown);
  const known = items.filter(isOne);
  if (list.length > 0 && known.length === 0) return null;
  for (const item of items) if (!isOne(item)) unknown.add(item);
  return known;
}

/**
 * Text, or a number as text; "" for anything else. Next.js streams (incident.io, Instatus) write a missing value as the
 * string `$undefined`.
 */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value === "$undefined" ? "" : value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The texts of an array. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== "") : [];
}

/** Present, whatever it is: not missing, null, empty or `$undefined`. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== "$undefined";
}

/** The first text that is not empty. */
export function firstText(...values: unknown[]): string {
  for (const value of values) {
    const text = textOf(value);
    if (text !== "") return text;
  }
  return "";
}
