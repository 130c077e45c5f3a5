import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { isPrivateHost } from "../../utils/core/net/site-name.ts";

/** Public by their numbers, and answered inside of a cloud only: the host agent of Azure's virtual machines. */
const WITHIN_CLOUDS: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** Refused: a name or a URL leads into a private network, where only the operator may send the server. */
export class PrivateAddress extends Error {
  readonly detail: string;
  constructor(address: string) {
    super("leads to an address that is not public");
    this.detail = `${address}; "private": true in the source's entry allows it`;
  }
}

/**
 * Whether an IP address is one of the public internet: not of this machine, a private network, a link, a group of receivers, or reserved
 * (IANA's special-purpose registries, RFC 6890). IPv4 inside of IPv6 (mapped, and NAT64's 64:ff9b::/96) counts as that IPv4 address; other
 * ways through which IPv4 can be written as IPv6 (6to4, Teredo) are refused.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return isPublicIPv4(address);
  const [first = 0, second = 0, ...rest] = address.parts;
  if (first === 0x64 && second === 0xff9b && rest.slice(0, 4).every((part) => part === 0)) {
    const [high = 0, low = 0] = rest.slice(4);
    return isPublicIPv4(new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]));
  }
  // 2000::/3 is all that has been given out as public (RFC 4291).
  return first >> 13 === 1 && address.range() === "unicast";
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && !WITHIN_CLOUDS.has(address.toString());
}

/**
 * Whether a URL itself names a place in a private network: a private address, `localhost`, a name without a dot, `.internal`. Who writes
 * that means it.
 */
export function namesPrivatePlace(url: URL): boolean {
  const host = bareHost(url);
  return isIP(host) === 0 ? isPrivateHost(host) : !isPublicAddress(host);
}

/** Throws `PrivateAddress` for a URL with a private address as its host: no name is looked up for it. */
export function refusePrivateHost(url: URL): void {
  const host = bareHost(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(host);
}

/** Looks a name up as `node:dns` does, and gives its public addresses only. In the moment of connecting, so that no later answer differs. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, all, (problem, addresses: LookupAddress[]) => {
    if (problem !== null) return callback(problem, [], 0);
    const found = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = found;
    if (first === undefined) return callback(new PrivateAddress(addresses[0]?.address ?? "nothing"), [], 0);
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
  });
};

/** The host of a URL, IPv6 without its brackets, without the dot that a name may end with. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
