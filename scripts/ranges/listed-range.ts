/** One network as a vendor lists it. */
export type ListedRange = {
  /** The first address and the one after the last; IPv6 counted in /64 networks. */
  family: 4 | 6;
  start: bigint;
  end: bigint;
  /** Prefix length as published: the longer, the more specific. */
  bits: number;
  provider: string;
  /** Null where the list names none: anycast, global services, lists without regions. */
  region: string | null;
  /** From a list of everything a vendor has: it counts only where the vendor's other lists name no network. */
  remainder: boolean;
};
