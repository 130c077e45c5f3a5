import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

/**
 * Networks that belong to nobody on the internet, from the IANA special-purpose address registries (RFC 6890, read 2026-11-30), with
 * multicast (RFC 5771, RFC 4291). 64:ff9b::/96 is missing on purpose: the address of a server is in it (RFC 6052), and `parseAddress`
 * takes it out.
 */
const SPECIAL_PURPOSE = `
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16
198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
::/64 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 ff00::/8
`
  .trim()
  .split(/\s+/)
  .map((cidr) => listNetwork(cidr, "nobody", null));

/**
 * Cuts the special-purpose networks out of a vendor's ranges. Some lists have them (2026-11-30: a list of Vultr's networks has
 * 192.0.2.0/24), and then a documentation address would have a provider.
 */
export function withoutSpecialPurpose(ranges: ListedRange[]): ListedRange[] {
  return ranges.flatMap((range) => {
    let parts = [range];
    for (const special of SPECIAL_PURPOSE) if (special.family === range.family) parts = parts.flatMap((part) => cut(part, special));
    return parts;
  });
}

/** What is left of a range before and after a network. */
function cut(range: ListedRange, { start, end }: ListedRange): ListedRange[] {
  if (range.end <= start || range.start >= end) return [range];
  const before = range.start < start ? [{ ...range, end: start }] : [];
  return range.end > end ? [...before, { ...range, start: end }] : before;
}
