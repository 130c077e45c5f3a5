import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const strings = v.array(v.string());
const prefixes = v.array(v.object({ prefix: v.string() }));

/** The forms of JSON lists that contain networks only, each read as plain networks. */
const list = v.union([
  /** bunny.net: the addresses of its servers. */
  strings,
  /** Fastly's `public-ip-list`. */
  v.pipe(
    v.object({ addresses: strings, ipv6_addresses: strings }),
    v.transform(({ addresses, ipv6_addresses }) => [...addresses, ...ipv6_addresses]),
  ),
  /** Imperva. */
  v.pipe(
    v.object({ ipRanges: strings, ipv6Ranges: v.optional(strings, []) }),
    v.transform(({ ipRanges, ipv6Ranges }) => [...ipRanges, ...ipv6Ranges]),
  ),
  /** KeyCDN. */
  v.pipe(
    v.object({ prefixes: strings }),
    v.transform((read) => read.prefixes),
  ),
  /** CDN77. */
  v.pipe(
    v.object({ prefixes }),
    v.transform((read) => read.prefixes.map(({ prefix }) => prefix)),
  ),
  /** RIPEstat's announced prefixes. */
  v.pipe(
    v.object({ data: v.object({ prefixes }) }),
    v.transform(({ data }) => data.prefixes.map(({ prefix }) => prefix)),
  ),
  /** Lists of a network's prefixes. */
  v.pipe(
    v.object({ ipv4: strings, ipv6: v.optional(strings, []) }),
    v.transform(({ ipv4, ipv6 }) => [...ipv4, ...ipv6]),
  ),
]);

/** Reads JSON lists that contain networks only, without regions. */
export function readAddressLists(value: unknown, provider: string): ListedRange[] {
  return v.parse(list, value).map((cidr) => listNetwork(cidr, provider, null));
}
