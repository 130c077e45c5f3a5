import { isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";

/** Where an address stands in its family: of IPv6 the upper half only, since no network is smaller than that. */
export type Position = { family: 4; value: number } | { family: 6; value: bigint };

/** @returns null for a text that is no address; an IPv4-mapped IPv6 address is the IPv4 address in it */
export function positionOf(address: string): Position | null {
  // Most addresses are of this kind: a look-up takes 1 µs instead of the 3 that it takes by the library (2026-11-30).
  if (isIPv4(address)) return { family: 4, value: address.split(".").reduce((value, byte) => value * 256 + Number(byte), 0) };
  if (!ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  if (parsed.kind() === "ipv4") return { family: 4, value: bytes.reduce((value, byte) => value * 256 + byte, 0) };
  return { family: 6, value: bytes.slice(0, 8).reduce((value, byte) => value * 256n + BigInt(byte), 0n) };
}

/** The index of the last entry that is not above a value; -1 where all are. */
export function lastAtOrBelow<Value extends number | bigint>(
  sorted: { readonly length: number; readonly [index: number]: Value },
  value: Value,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Value) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
