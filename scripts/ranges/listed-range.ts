/** One network of a vendor's list. */
export type ListedRange = {
  family: 4 | 6;
  /** `start`: the first address; `end`: the one after the last. IPv6 in /64 networks. */
  start: bigint;
  end: bigint;
  /** Prefix length as published: the longer, the more specific. */
  bits: number;
  provider: string;
  /** Null where the list has none: anycast, global services, lists without regions. */
  region: string | null;
  /** From a list of all networks of a vendor: it applies only where none of the vendor's other lists does. */
  remainder: boolean;
};
