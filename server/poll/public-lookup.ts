import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateHost } from "../../utils/core/net/site-name.ts";
import { isPublicAddress } from "../net/public-address.ts";

/** Refused: a name or a URL leads into a private network, where only the operator may send the server. */
export class PrivateAddress extends Error {
  readonly detail: string;
  constructor(address: string) {
    super("leads to an address that is not public");
    this.detail = `${address}; "private": true in the source's entry allows it`;
  }
}

/**
 * Whether a URL itself names a place in a private network: a private address, `localhost`, a name without a dot, `.internal`. Who writes
 * that means it.
 */
export function namesPrivatePlace(url: URL): boolean {
  const host = bareHost(url);
  return isIP(host) === 0 ? isPrivateHost(host) : !isPublicAddress(host);
}

/** Throws `PrivateAddress` for a URL with a private address as its host: no name is looked up for it. */
export function refusePrivateHost(url: URL): void {
  const host = bareHost(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(host);
}

/** Looks a name up as `node:dns` does, and gives its public addresses only. In the moment of connecting, so that no later answer differs. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, all, (problem, addresses: LookupAddress[]) => {
    if (problem !== null) return callback(problem, [], 0);
    const found = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = found;
    if (first === undefined) return callback(new PrivateAddress(addresses[0]?.address ?? "nothing"), [], 0);
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
  });
};

/** The host of a URL, IPv6 without its brackets, without the dot that a name may end with. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
