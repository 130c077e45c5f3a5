import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";
import { isPublicAddress } from "../net/public-address.ts";

/** Whether an address is public and none of this machine: behind its own address other services of it may listen. */
export function isReachableFromHere(address: string): boolean {
  return isPublicAddress(address) && !ownAddresses().has(plain(address));
}

/** Read anew each time, because addresses come and go; it takes some 50 µs (Node 24.21, 2026-11-30). */
function ownAddresses(): Set<string> {
  return new Set(Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => plain(address))));
}

/** One spelling for each address; IPv4 inside of IPv6 as IPv4. */
function plain(address: string): string {
  return ipaddr.process(address).toString();
}
