import { networkInterfaces } from "node:os";
import { isPublicAddress, plainAddress } from "../net/public-address.ts";

/** Whether an address is public and none of this machine: behind its own address other services of it may listen. */
export function isReachableFromHere(address: string): boolean {
  return isPublicAddress(address) && !ownAddresses().has(plainAddress(address));
}

/** Read anew each time, because addresses come and go; it takes some 50 µs (Node 24.21, 2026-11-30). */
function ownAddresses(): Set<string> {
  return new Set(Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => plainAddress(address))));
}
