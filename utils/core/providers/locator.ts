import { type Address, isInside, type Network, parseAddress, parseCidr } from "../net/address.ts";
import type { AddressTable } from "./address-table.ts";
import { catalogue, type Service, type ServiceFinder, serviceFinder } from "./catalogue.ts";
import { placementOfHost } from "./host-rules.ts";
import type { Placement } from "./placement.ts";

/** An address range known from elsewhere than the table; it wins over the table. */
export type ExtraRange = { cidr: string; provider: string; region?: string | null };

/** Answers what stands under a name or an address, from the vendors' lists, the rules on names and the catalogue. */
export type Locator = {
  /** Null: in nobody's list (a customer's own addresses, a provider without a list), or not an address. */
  byAddress(ip: string): Placement | null;
  byHost(host: string): Placement | null;
  /** General knowledge, a prior only: the provider a known service mainly stands on, never a region. */
  byCatalogue(host: string): Placement | null;
  serviceOf(host: string): Service | null;
};

type Range = { network: Network; provider: string; region: string | null };

/** The longest prefix first; of equal ones, those that name a region. */
function inOrder(ranges: ExtraRange[]): Range[] {
  const read: Range[] = [];
  for (const { cidr, provider, region = null } of ranges) {
    const network = parseCidr(cidr);
    if (network !== null) read.push({ network, provider, region });
  }
  return read.sort((a, b) => b.network.bits - a.network.bits || Number(b.region !== null) - Number(a.region !== null));
}

/**
 * Puts together what is known at build time with the address table, where there is one.
 * @param sources `extraRanges` win over `table`, and ranges that are not in CIDR notation are left out; `services`: a newer
 *   catalogue than the built-in one.
 */
export function createLocator(sources: { table?: AddressTable; extraRanges?: ExtraRange[]; services?: Service[] } = {}): Locator {
  const extraRanges = inOrder(sources.extraRanges ?? []);
  const found = (address: Address) => extraRanges.find(({ network }) => isInside(address, network)) ?? sources.table?.find(address) ?? null;
  // Built when first asked: no cost while nothing fails.
  let finder: ServiceFinder | undefined;
  const serviceOf: ServiceFinder = (host) => {
    finder ??= serviceFinder(sources.services ?? catalogue());
    return finder(host);
  };
  return {
    byAddress(ip) {
      const address = parseAddress(ip);
      const range = address === null ? null : found(address);
      return range === null ? null : { provider: range.provider, region: range.region, service: null, by: "address" };
    },
    byHost: placementOfHost,
    byCatalogue(host) {
      const provider = serviceOf(host)?.on[0];
      return provider === undefined ? null : { provider, region: null, service: null, by: "catalogue" };
    },
    serviceOf,
  };
}
