import * as v from "valibot";
import { listNetwork } from "./list-network.ts";
import type { ListedRange } from "./listed-range.ts";

const list = v.object({
  values: v.array(v.object({ name: v.string(), properties: v.object({ region: v.string(), addressPrefixes: v.array(v.string()) }) })),
});

/** Regions that service tags spell otherwise than Azure's own tools and names of hosts. */
const REGIONS: { [tag: string]: string } = {
  brazilne: "brazilnortheast",
  brazilse: "brazilsoutheast",
  centralfrance: "francecentral",
  chilec: "chilecentral",
  germanyn: "germanynorth",
  germanywc: "germanywestcentral",
  norwaye: "norwayeast",
  norwayw: "norwaywest",
  southfrance: "francesouth",
  switzerlandn: "switzerlandnorth",
  switzerlandw: "switzerlandwest",
};

/** Microsoft's weekly `ServiceTags_Public`. Tags without a region sum up those with one, or are anycast (Front Door). */
export function readAzure(value: unknown): ListedRange[] {
  const ranges = new Map<string, ListedRange>();
  for (const { properties } of v.parse(list, value).values) {
    const region = properties.region === "" ? null : (REGIONS[properties.region] ?? properties.region);
    // The same network is listed under some thirty tags.
    for (const cidr of properties.addressPrefixes) {
      const key = `${cidr} ${region}`;
      if (!ranges.has(key)) ranges.set(key, listNetwork(cidr, "azure", region));
    }
  }
  return [...ranges.values()];
}
