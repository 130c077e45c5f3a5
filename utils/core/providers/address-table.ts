import type { Address } from "../net/address.ts";
import { sanitizeName } from "../net/sanitize.ts";
import { Malformed, NumberReader, WORD } from "./number-reader.ts";
import type { Place } from "./place.ts";

/** Finds the place of an address by the vendors' own lists. */
export type AddressTable = {
  /** Null: in no list. */
  find(address: Address): Place | null;
};

/*
 * The file format, version 1. A line of text is followed by whole numbers in LEB128 (seven bits per byte, the lowest first).
 *
 *   "not-just-me-ranges 1\n"
 *   length, then that many bytes of ASCII JSON: the places as place ids
 *   for IPv4 (addresses), then for IPv6 (/64 networks), the ranges in rising order, without overlaps:
 *     number of ranges
 *     a byte per range: trailing zero bits of the gap since the previous range, 64 for no gap
 *     a byte per range: trailing zero bits of the size
 *     for each gap that is not empty: its bits above the lowest set bit
 *     for each size: the same
 *     for each range: the number of its place
 *
 * Columns of similar numbers compress well: most ranges are powers of two and adjacent.
 */

export const TABLE_TITLE = "not-just-me-ranges 1\n";
export const NO_GAP = 64;
/** More ranges than this are no table: the vendors' lists have twenty thousand (November 2026). Judged. */
const MAX_RANGES = 500_000;
/** The places are numbered in 16 bits with a sign (`Ranges`). */
const MAX_PLACES = 32_000;

/** The start of each range as two 32-bit words (IPv4: the first only), and its place. Gaps are ranges without a place. */
type Ranges = { highs: Uint32Array; lows: Uint32Array; places: Int16Array; length: number };

const NOWHERE = -1;

/** @param family 4: addresses of 32 bits, which are in the low word while they are read; 6: networks of 64 bits */
function readRanges(reader: NumberReader, family: 4 | 6, placeCount: number): Ranges {
  const count = reader.number();
  if (count > MAX_RANGES) throw new Malformed();
  const gapZeros = reader.take(count);
  const sizeZeros = reader.take(count);
  // The gap before each range, then its size, in two words each.
  const spans = new Float64Array(4 * count);
  for (let index = 0; index < count; index++) {
    const zeros = gapZeros[index] as number;
    if (zeros === NO_GAP) continue;
    reader.restored(zeros);
    spans[4 * index] = reader.high;
    spans[4 * index + 1] = reader.low;
  }
  for (let index = 0; index < count; index++) {
    reader.restored(sizeZeros[index] as number);
    spans[4 * index + 2] = reader.high;
    spans[4 * index + 3] = reader.low;
  }
  // Each range may bring a gap after it.
  const highs = new Uint32Array(2 * count + 1);
  const lows = new Uint32Array(2 * count + 1);
  const places = new Int16Array(2 * count + 1);
  const endHigh = family === 4 ? 1 : WORD;
  let length = 0;
  let high = 0;
  let low = 0;
  for (let index = 0; index <= count; index++) {
    const last = index === count;
    if (last ? count > 0 && high < endHigh : index === 0 || gapZeros[index] !== NO_GAP) {
      highs[length] = family === 4 ? low : high;
      lows[length] = family === 4 ? 0 : low;
      places[length++] = NOWHERE;
    }
    if (last) break;
    high += spans[4 * index] as number;
    low += spans[4 * index + 1] as number;
    if (low >= WORD) {
      low -= WORD;
      high += 1;
    }
    const place = reader.number();
    if (place >= placeCount) throw new Malformed();
    highs[length] = family === 4 ? low : high;
    lows[length] = family === 4 ? 0 : low;
    places[length++] = place;
    high += spans[4 * index + 2] as number;
    low += spans[4 * index + 3] as number;
    if (low >= WORD) {
      low -= WORD;
      high += 1;
    }
    if (high > endHigh || (high === endHigh && low > 0)) throw new Malformed();
  }
  return { highs, lows, places, length };
}

/** The index of the place of an address: that of the last range that starts at or before it. Binary search. */
function placeAt(ranges: Ranges, high: number, low: number): number {
  const { highs, lows, places } = ranges;
  let first = 0;
  let last = ranges.length - 1;
  while (first <= last) {
    const middle = (first + last) >>> 1;
    const start = highs[middle] as number;
    if (start < high || (start === high && (lows[middle] as number) <= low)) first = middle + 1;
    else last = middle - 1;
  }
  return last < 0 ? NOWHERE : (places[last] as number);
}

function readPlaces(text: string): Place[] {
  const names: unknown = JSON.parse(text);
  if (!Array.isArray(names) || names.length > MAX_PLACES) throw new Malformed();
  return names.map((name: unknown) => {
    if (typeof name !== "string") throw new Malformed();
    const [provider = "", region] = name.split("/");
    // Ids without a name are shown as they are, in the popup, the tooltip and notifications.
    if (provider === "" || region === "" || sanitizeName(name) !== name) throw new Malformed();
    return { provider, region: region ?? null };
  });
}

/**
 * Reads a table that `npm run ranges` built. It takes two milliseconds, or twenty before the code is compiled; each look-up takes less
 * than a microsecond.
 * @returns null where the bytes are not a complete table
 */
export function readAddressTable(bytes: Uint8Array): AddressTable | null {
  try {
    const reader = new NumberReader(bytes);
    if (reader.text(TABLE_TITLE.length) !== TABLE_TITLE) return null;
    const places = readPlaces(reader.text(reader.number()));
    const addresses = readRanges(reader, 4, places.length);
    const networks = readRanges(reader, 6, places.length);
    if (!reader.ended) return null;
    return {
      find(address) {
        const place = address.family === 4 ? placeAt(addresses, address.value, 0) : placeAt(networks, address.high, address.low);
        return places[place] ?? null;
      },
    };
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError) return null;
    throw error;
  }
}
