import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Public by their numbers, and answered inside of a cloud only: the host agent of Azure's virtual machines. */
const WITHIN_CLOUDS: ReadonlySet<string> = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the public internet: not of this machine, a private network, a link, a group of receivers, or reserved
 * (IANA's special-purpose registries, RFC 6890). IPv4 inside of IPv6 (mapped, and NAT64's 64:ff9b::/96) counts as that IPv4 address; other
 * ways through which IPv4 can be written as IPv6 (6to4, Teredo) are refused.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = unwrapped(text);
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast" && !WITHIN_CLOUDS.has(address.toString());
  // 2000::/3 is all that has been given out as public (RFC 4291).
  return (address.parts[0] ?? 0) >> 13 === 1 && address.range() === "unicast";
}

/** One spelling for each IP address; IPv4 inside of IPv6 (mapped, NAT64) as IPv4. */
export function plainAddress(text: string): string {
  return unwrapped(text).toString();
}

function unwrapped(text: string): ipaddr.IPv4 | ipaddr.IPv6 {
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address;
  const [first = 0, second = 0, ...rest] = address.parts;
  if (first !== 0x64 || second !== 0xff9b || rest.slice(0, 4).some((part) => part !== 0)) return address;
  const [high = 0, low = 0] = rest.slice(4);
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}
