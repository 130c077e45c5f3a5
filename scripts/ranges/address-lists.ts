import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const strings = v.array(v.string());
/** Fastly's `public-ip-list`, lists of a network's prefixes, and RIPEstat's announced prefixes. */
const list = v.union([
  v.object({ addresses: strings, ipv6_addresses: strings }),
  v.object({ ipv4: strings, ipv6: v.optional(strings, []) }),
  v.object({ data: v.object({ prefixes: v.array(v.object({ prefix: v.string() })) }) }),
]);

/** Reads JSON lists that contain networks only, without regions. */
export function readAddressLists(value: unknown, provider: string): ListedRange[] {
  const read = v.parse(list, value);
  const cidrs =
    "addresses" in read
      ? [...read.addresses, ...read.ipv6_addresses]
      : "ipv4" in read
        ? [...read.ipv4, ...read.ipv6]
        : read.data.prefixes.map(({ prefix }) => prefix);
  return cidrs.map((cidr) => listNetwork(cidr, provider, null));
}
