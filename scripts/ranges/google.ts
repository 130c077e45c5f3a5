import * as v from "valibot";
import { listNetwork, UnreadableList } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const list = v.object({
  prefixes: v.array(v.object({ ipv4Prefix: v.optional(v.string()), ipv6Prefix: v.optional(v.string()), scope: v.optional(v.string()) })),
});

/**
 * Reads Google's `cloud.json`, where each network has a scope (a region or `global`), and its `goog.json`, which lists all networks of
 * Google. Those that are only in the second belong to Google's own services.
 */
export function readGoogle(value: unknown): ListedRange[] {
  return v.parse(list, value).prefixes.map(({ ipv4Prefix, ipv6Prefix, scope }) => {
    const cidr = ipv4Prefix ?? ipv6Prefix;
    if (cidr === undefined) throw new UnreadableList("an entry without a prefix");
    if (scope === undefined) return listNetwork(cidr, "google", null, true);
    return listNetwork(cidr, "gcp", scope === "global" ? null : scope);
  });
}
