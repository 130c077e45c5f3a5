import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const list = v.object({ regions: v.array(v.object({ region: v.string(), cidrs: v.array(v.object({ cidr: v.string() })) })) });

/** Reads Oracle's `public_ip_ranges.json`. */
export function readOracle(value: unknown): ListedRange[] {
  return v.parse(list, value).regions.flatMap(({ region, cidrs }) => cidrs.map(({ cidr }) => listNetwork(cidr, "oracle", region)));
}
