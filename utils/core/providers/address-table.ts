import type { Address } from "../net/address.ts";
import { sanitizeName } from "../net/sanitize.ts";
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
const MAX_RANGES = 500_000;

class Truncated extends Error {}

const WORD = 2 ** 32;

/*
 * Plain numbers in loops that allocate no objects. The browser stops and starts the background all day, so this runs in code that is not
 * compiled yet: 19 ms of processor time for 20,000 ranges, where big integers took 40 ms (Node 24, November 2026).
 */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The last number that was read, as two 32-bit words. */
  high = 0;
  low = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Truncated();
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  text(length: number): string {
    return Array.from(this.take(length), (byte) => String.fromCharCode(byte)).join("");
  }

  /** Reads a number of up to 32 bits. */
  number(): number {
    this.wide();
    if (this.high !== 0) throw new Truncated();
    return this.low;
  }

  /** Reads a number of up to 64 bits into `high` and `low`. */
  wide(): void {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++];
    if (byte === undefined) throw new Truncated();
    this.high = 0;
    this.low = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[this.#at++];
      if (byte === undefined || shift > 63) throw new Truncated();
      const bits = byte & 127;
      if (shift < 28) this.low += bits * 2 ** shift;
      else if (shift > 28) this.high += bits * 2 ** (shift - 32);
      else {
        this.low += (bits & 15) * 2 ** 28;
        this.high += bits >>> 4;
      }
    }
  }

  /** Reads the bits of a number above its lowest set bit, and appends that bit and `zeros` zero bits. */
  restored(zeros: number): void {
    if (zeros > 64) throw new Truncated();
    this.wide();
    // 33 bits at most, so that its multiples by powers of two are exact.
    const odd = this.low * 2 + 1;
    if (zeros >= 32) {
      // An overflow is detected when the number is added.
      this.high = (this.high * 2 * WORD + odd) * 2 ** (zeros - 32);
      this.low = 0;
      return;
    }
    const scaled = odd * 2 ** zeros;
    this.low = scaled % WORD;
    this.high = this.high * 2 ** (zeros + 1) + Math.floor(scaled / WORD);
  }
}

/** The start of each range as two 32-bit words (IPv4: the first only), and its place. Gaps are ranges without a place. */
type Ranges = { highs: Uint32Array; lows: Uint32Array; places: Int16Array; length: number };

const NOWHERE = -1;

/** @param family 4: addresses of 32 bits, which are in the low word while they are read; 6: networks of 64 bits */
function readRanges(reader: Reader, family: 4 | 6, placeCount: number): Ranges {
  const count = reader.number();
  if (count > MAX_RANGES) throw new Truncated();
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
    if (place >= placeCount) throw new Truncated();
    highs[length] = family === 4 ? low : high;
    lows[length] = family === 4 ? 0 : low;
    places[length++] = place;
    high += spans[4 * index + 2] as number;
    low += spans[4 * index + 3] as number;
    if (low >= WORD) {
      low -= WORD;
      high += 1;
    }
    if (high > endHigh || (high === endHigh && low > 0)) throw new Truncated();
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
  if (!Array.isArray(names) || names.length > 32_000) throw new Truncated();
  return names.map((name: unknown) => {
    if (typeof name !== "string") throw new Truncated();
    const [provider = "", region] = name.split("/");
    // Ids without a name are shown as they are, in the popup, the tooltip and notifications.
    if (provider === "" || region === "" || sanitizeName(name) !== name) throw new Truncated();
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
    const reader = new Reader(bytes);
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
    if (error instanceof Truncated || error instanceof SyntaxError) return null;
    throw error;
  }
}
