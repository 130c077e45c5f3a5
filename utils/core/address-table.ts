import type { Address } from "./address.ts";

/** Where an address stands by the vendors' own lists. */
export type AddressTable = {
  /** Null: in nobody's list. */
  find(address: Address): { provider: string; region: string | null } | null;
};
