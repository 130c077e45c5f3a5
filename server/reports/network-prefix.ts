import ipaddr from "ipaddr.js";
import type { NetworkTable } from "./network-table.ts";

/** What is used of an address. */
export type Network = {
  /** The /24, or /48 of IPv6: its hash distinguishes reporters, and it is stored nowhere. */
  prefix: string;
  /** The number of the operator's network, as `AS64500`, or its stand-in: `ipv4/17`. */
  network: string;
  /** ISO code. */
  country: string | null;
};

/** So many stand-ins a family has. Each is shared by 256 of the 65,536 blocks /16. */
const STAND_INS = 256;

/**
 * What is used of an address; null for a text that is none. Without a table, or if the table does not tell the operator's network, one of
 * 256 numbers stands in, which its /16 or /29 gives. A number of its own for each /16 would be a prefix in the database; one that many
 * blocks share is not, and is the same in every hour and process, as the detector needs it (DECISIONS.md). A /29 and not a /32 of IPv6,
 * because one operator gets as much at once and would be eight networks. Loopback addresses are treated like any other.
 */
export function networkOf(address: string, table: NetworkTable | null): Network | null {
  const found = prefixAndStandIn(address);
  if (found === null || table === null) return found;
  const { asn, country } = table.find(unmapped(address));
  return { ...found, network: asn === null ? found.network : `AS${asn}`, country };
}

/** The IPv4 address in an IPv4-mapped IPv6 address; any other address unchanged. */
export function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function prefixAndStandIn(address: string): Network | null {
  const dotted = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(unmapped(address));
  if (dotted !== null) {
    const [first = 0, second = 0, third = 0] = dotted.slice(1).map(Number);
    return { prefix: `${first}.${second}.${third}.0/24`, network: `ipv4/${shared(first * 256 + second)}`, country: null };
  }
  if (!ipaddr.IPv6.isValid(address)) return null;
  const [first = 0, second = 0, third = 0] = ipaddr.IPv6.parse(address).parts;
  const [a, b, c] = [first, second, third].map((part) => part.toString(16));
  return { prefix: `${a}:${b}:${c}::/48`, network: `ipv6/${shared(first * 8192 + (second >>> 3))}`, country: null };
}

/** Spreads neighbouring blocks over the stand-ins: multiplied by the golden ratio, the highest eight bits (Knuth, volume 3, 6.4). */
function shared(block: number): number {
  return Math.imul(block, 0x9e3779b1) >>> (32 - Math.log2(STAND_INS));
}
