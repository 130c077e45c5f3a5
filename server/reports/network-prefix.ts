import ipaddr from "ipaddr.js";
import type { AsnTable } from "./asn-table.ts";

/** What is used of an address: the prefix, whose hash distinguishes reporters, and the operator's network or its stand-in. */
export type Network = { prefix: string; network: string };

/**
 * The prefix (/24, or /48 of IPv6) and the number of the operator's network of an address; without a table, or if the table does not
 * contain it, the /16 or /32 stands in for the number. Loopback addresses are treated like any other.
 */
export function networkOf(address: string, table: AsnTable | null): Network | null {
  const found = prefixAndStandIn(address);
  if (found === null || table === null) return found;
  return { ...found, network: table.find(unmapped(address)) ?? found.network };
}

/** The IPv4 address in an IPv4-mapped IPv6 address; any other address unchanged. */
export function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function prefixAndStandIn(address: string): Network | null {
  const dotted = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(unmapped(address));
  if (dotted !== null) return { prefix: `${dotted[1]}.${dotted[2]}.${dotted[3]}.0/24`, network: `${dotted[1]}.${dotted[2]}.0.0/16` };
  if (!ipaddr.IPv6.isValid(address)) return null;
  const [first = 0, second = 0, third = 0] = ipaddr.IPv6.parse(address).parts;
  const [a, b, c] = [first, second, third].map((part) => part.toString(16));
  return { prefix: `${a}:${b}:${c}::/48`, network: `${a}:${b}::/32` };
}
