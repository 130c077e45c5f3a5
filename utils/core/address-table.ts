import type { Address } from "./address.ts";

/** Where an address stands by the vendors' own lists. */
export type AddressTable = {
  /** Null: in nobody's list. */
  find(address: Address): { provider: string; region: string | null } | null;
};

/** Reads a built table; null where the bytes are none. */
export function readAddressTable(_bytes: Uint8Array): AddressTable | null {
  return null;
}
