import { parseAddress } from "../utils/core/net/address.ts";
import type { AddressTable } from "../utils/core/providers/address-table.ts";
import { isSharedEdge } from "../utils/core/providers/shared-edges.ts";
import { readPublicName } from "./net/public-name.ts";
import type { Internet } from "./probe/internet.ts";
import { withoutOwnServer } from "./probe/without-own-server.ts";

/**
 * The internet beyond a server, which it may ask.
 * @param reportsAddress the one address of reports, whose name leads to this server
 * @param clouds the table of the clouds' own addresses; null where there is none
 */
export function internetBeyond(internet: Internet, reportsAddress: string | null, clouds: () => AddressTable | null): Internet {
  const url = reportsAddress === null ? null : URL.parse(reportsAddress);
  const name = url === null ? null : readPublicName(url.hostname);
  return withoutOwnServer(internet, {
    name: name?.ok === true ? name.host : null,
    isShared(address) {
      const parsed = parseAddress(address);
      const place = parsed === null ? null : (clouds()?.find(parsed) ?? null);
      return place !== null && isSharedEdge(place.provider, place.region);
    },
  });
}
