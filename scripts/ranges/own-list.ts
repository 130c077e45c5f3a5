import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/, "a short name in lower case is expected"));
const list = v.object({
  ranges: v.array(v.object({ cidr: v.string(), provider: name, region: v.optional(v.nullable(name), null) })),
});

/** Reads a list that somebody wrote for an own network or a demonstration: `{"ranges": [{"cidr", "provider", "region"?}]}`. */
export function readOwnList(value: unknown): ListedRange[] {
  return v.parse(list, value).ranges.map(({ cidr, provider, region }) => listNetwork(cidr, provider, region));
}
