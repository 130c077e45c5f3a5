import { parseCidr } from "../../utils/core/net/address.ts";
import type { ListedRange } from "./listed-range.ts";

/** A vendor's list could not be read; the message says what. Then its last readable lists are used. */
export class UnreadableList extends Error {}

/**
 * Reads a network in CIDR notation as a listed range.
 * @throws UnreadableList for anything else
 */
export function listNetwork(cidr: string, provider: string, region: string | null, remainder = false): ListedRange {
  const network = parseCidr(cidr);
  if (network === null) throw new UnreadableList(`"${cidr.slice(0, 60)}" is not a network`);
  const { address, bits } = network;
  const named = { provider, region, remainder };
  if (address.family === 4) {
    const start = BigInt(address.value);
    return { family: 4, start, end: start + (1n << BigInt(32 - bits)), bits, ...named };
  }
  const start = (BigInt(address.high) << 32n) + BigInt(address.low);
  const published = Number(cidr.split("/")[1] ?? 128);
  return { family: 6, start, end: start + (1n << BigInt(64 - bits)), bits: published, ...named };
}
