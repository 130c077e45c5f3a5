import ipaddr from "ipaddr.js";
import type { AsnTable } from "./asn-table.ts";

/** What is taken of an address: the prefix that is hashed to tell reporters apart, and its operator's network or what stands in. */
export type Network = { prefix: string; network: string };

/**
 * Takes the prefix (/24, or /48 of IPv6) and the number of the operator's network from an address; without a table, or where that
 * does not know, its /16 or /32 stands in. Loopback addresses are treated like any other.
 */
export function networkOf(address: string, table: AsnTable | null): Network | null {
  const taken = cut(address);
  if (taken === null || table === null) return taken;
  return { ...taken, network: table.find(unmapped(address)) ?? taken.network };
}

/** An IPv4 address as it is, where it comes dressed as IPv6. */
export function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function cut(address: string): Network | null {
  const dotted = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(unmapped(address));
  if (dotted !== null) return { prefix: `${dotted[1]}.${dotted[2]}.${dotted[3]}.0/24`, network: `${dotted[1]}.${dotted[2]}.0.0/16` };
  if (!ipaddr.IPv6.isValid(address)) return null;
  const [first = 0, second = 0, third = 0] = ipaddr.IPv6.parse(address).parts;
  const [a, b, c] = [first, second, third].map((part) => part.toString(16));
  return { prefix: `${a}:${b}:${c}::/48`, network: `${a}:${b}::/32` };
}
