/** The bytes end too early, or contain what the format does not allow. */
export class Malformed extends Error {}

/** One more than the largest 32-bit word. */
export const WORD = 2 ** 32;

/**
 * Reads numbers in LEB128, for `address-table.ts`.
 *
 * Plain numbers in loops that allocate no objects. The browser stops and starts the background all day, so this runs in code that is not
 * compiled yet: 19 ms of processor time for 20,000 ranges, where big integers took 40 ms (Node 24, November 2026).
 */
export class NumberReader {
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
    if (end > this.#bytes.length) throw new Malformed();
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
    if (this.high !== 0) throw new Malformed();
    return this.low;
  }

  /** Reads a number of up to 64 bits into `high` and `low`. */
  wide(): void {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++];
    if (byte === undefined) throw new Malformed();
    this.high = 0;
    this.low = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[this.#at++];
      if (byte === undefined || shift > 63) throw new Malformed();
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
    if (zeros > 64) throw new Malformed();
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
