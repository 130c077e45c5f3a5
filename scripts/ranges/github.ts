import * as v from "valibot";
import { parseCidr } from "../../utils/core/net/address.ts";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const networks = v.array(
  v.pipe(
    v.string(),
    v.check((text) => parseCidr(text) !== null),
  ),
);

/** Thousands of rented Azure machines that run builds. Browsers never connect to them. */
const BUILD_MACHINES = new Set(["actions", "actions_macos"]);

/** Reads GitHub's `meta`: arrays of networks by function, among other fields. */
export function readGithub(value: unknown): ListedRange[] {
  const functions = Object.entries(v.parse(v.looseObject({ web: networks }), value));
  return functions.flatMap(([name, entries]) => {
    const parsed = v.safeParse(networks, entries);
    if (!parsed.success || BUILD_MACHINES.has(name)) return [];
    return parsed.output.map((cidr) => listNetwork(cidr, "github", null));
  });
}
