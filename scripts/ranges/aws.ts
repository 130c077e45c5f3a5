import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const entry = { region: v.string(), service: v.string() };
const list = v.object({
  prefixes: v.array(v.object({ ...entry, ip_prefix: v.string() })),
  ipv6_prefixes: v.array(v.object({ ...entry, ipv6_prefix: v.string() })),
});

/** Amazon's `ip-ranges.json`. `GLOBAL` are its edges (CloudFront, Global Accelerator, Route 53), which are in no region. */
export function readAws(value: unknown): ListedRange[] {
  const { prefixes, ipv6_prefixes } = v.parse(list, value);
  const ranges = [
    ...prefixes.map(({ ip_prefix, region }) => ({ cidr: ip_prefix, region })),
    ...ipv6_prefixes.map(({ ipv6_prefix, region }) => ({ cidr: ipv6_prefix, region })),
  ];
  return ranges.map(({ cidr, region }) => listNetwork(cidr, "aws", region === "GLOBAL" ? null : region));
}
