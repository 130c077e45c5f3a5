import { isReachableFromHere } from "./own-addresses.ts";
import { lookUpBy } from "./resolver.ts";
import type { Scheme } from "./target.ts";

/**
 * What a probe uses of the network. Only tests have another one than `INTERNET`, and give it in code: no flag and no variable does, so
 * that no server can be led to the addresses that it must not ask.
 */
export type Internet = {
  /** The addresses of a name, at least one. Throws an error with a `code` of `node:dns`. */
  lookUp(host: string, signal: AbortSignal): Promise<string[]>;
  /** Whether an address may be connected to. */
  isOpen(address: string): boolean;
  portOf(scheme: Scheme): number;
  /** Certificates in PEM that are trusted in place of Node's own; Node's own where null. */
  authorities: string | null;
};

export const INTERNET: Internet = {
  lookUp: lookUpBy(null),
  isOpen: isReachableFromHere,
  portOf: (scheme) => (scheme === "https" ? 443 : 80),
  authorities: null,
};
