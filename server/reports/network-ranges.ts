import { lastAtOrBelow, positionOf } from "./address-position.ts";
import { type NetworkTable, NOWHERE, type Origin } from "./network-table.ts";

/**
 * The file that `npm run networks` writes. Numbers are little-endian:
 *
 * | bytes | |
 * | --- | --- |
 * | 16 | `not-just-me net1` |
 * | 8 | how many stretches of IPv4, how many of IPv6 |
 * | 8 each | first position of each stretch of IPv6: the upper half of the address |
 * | 4 each | first address of each stretch of IPv4 |
 * | 4 each | network number of each stretch, IPv4 first; 0 for none |
 * | 2 each | country of each stretch in the same order, two capital letters; 0 for none |
 *
 * A stretch ends where the next one begins. Both families begin at zero.
 */
const MARK = "not-just-me net1";
const HEAD = MARK.length + 8;
const IPV6_BYTES = 14;
const IPV4_BYTES = 10;

export function isNetworkRanges(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MARK.length)).toString("latin1") === MARK;
}

/** The addresses from here up to the next stretch, and whose they are. */
export type NetworkStretch<Value> = Origin & { start: Value };

/** Writes the file from stretches in order of addresses. */
export function writeNetworkRanges(ipv4: readonly NetworkStretch<number>[], ipv6: readonly NetworkStretch<bigint>[]): Uint8Array {
  const bytes = Buffer.alloc(HEAD + ipv4.length * IPV4_BYTES + ipv6.length * IPV6_BYTES);
  let at = bytes.write(MARK, "latin1");
  at = bytes.writeUInt32LE(ipv4.length, at);
  at = bytes.writeUInt32LE(ipv6.length, at);
  for (const { start } of ipv6) at = bytes.writeBigUInt64LE(start, at);
  for (const { start } of ipv4) at = bytes.writeUInt32LE(start, at);
  const all = [...ipv4, ...ipv6];
  for (const { asn } of all) at = bytes.writeUInt32LE(asn ?? 0, at);
  for (const { country } of all) at = country === null ? at + 2 : at + bytes.write(country, at, "latin1");
  return bytes;
}

/** Throws, with one readable line, where the file was cut off. */
export function readNetworkRanges(file: Uint8Array): NetworkTable & { stretches: number } {
  // A copy begins at a multiple of eight, as numbers of eight bytes must.
  const bytes = Buffer.from(new Uint8Array(file).buffer);
  if (bytes.length < HEAD) throw new Error("it ends in its head");
  const small = bytes.readUInt32LE(MARK.length);
  const large = bytes.readUInt32LE(MARK.length + 4);
  const whole = HEAD + small * IPV4_BYTES + large * IPV6_BYTES;
  if (bytes.length !== whole) throw new Error(`it has ${bytes.length} bytes instead of ${whole}`);
  const { buffer } = bytes;
  let at = HEAD;
  const take = <Numbers>(of: new (buffer: ArrayBufferLike, offset: number, length: number) => Numbers, count: number, size: number) => {
    const numbers = new of(buffer, at, count);
    at += count * size;
    return numbers;
  };
  const ipv6 = take(BigUint64Array, large, 8);
  const ipv4 = take(Uint32Array, small, 4);
  const numbers = take(Uint32Array, small + large, 4);
  const countries = bytes.subarray(at);

  const originAt = (index: number): Origin => ({
    asn: numbers[index] || null,
    country: countries[2 * index] ? countries.toString("latin1", 2 * index, 2 * index + 2) : null,
  });
  return {
    stretches: small + large,
    find(address) {
      const asked = positionOf(address);
      if (asked === null) return NOWHERE;
      const index = asked.family === 4 ? lastAtOrBelow(ipv4, asked.value) : lastAtOrBelow(ipv6, asked.value);
      if (index < 0) return NOWHERE;
      return originAt(asked.family === 4 ? index : small + index);
    },
  };
}
