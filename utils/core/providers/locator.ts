import { type Address, isInside, type Network, parseAddress, parseCidr } from "../net/address.ts";
import type { AddressTable } from "./address-table.ts";
import { catalogue, type Service, type ServiceFinder, serviceFinder } from "./catalogue.ts";
import { placementOfHost } from "./host-rules.ts";
import type { Placement } from "./placement.ts";

/** An address range that is known from another source than the table and has precedence over it. */
export type ExtraRange = { cidr: string; provider: string; region?: string | null };

/** Finds the provider and region of a host or address, by the vendors' lists, the host rules and the catalogue. */
export type Locator = {
  /** Null: in no list (a customer's own addresses, a provider without a list), or not an address. */
  byAddress(ip: string): Placement | null;
  /** Null: no host rule matches. */
  byHost(host: string): Placement | null;
  /** The main provider of a known service, without a region: general knowledge, only a prior. */
  byCatalogue(host: string): Placement | null;
  serviceOf(host: string): Service | null;
};

type Range = { network: Network; provider: string; region: string | null };

/** Sorts ranges by precedence: the longest prefix first, and of equal ones those with a region. */
function byPrecedence(ranges: ExtraRange[]): Range[] {
  const read: Range[] = [];
  for (const { cidr, provider, region = null } of ranges) {
    const network = parseCidr(cidr);
    if (network !== null) read.push({ network, provider, region });
  }
  return read.sort((a, b) => b.network.bits - a.network.bits || Number(b.region !== null) - Number(a.region !== null));
}

/**
 * Makes a locator of the built-in host rules and catalogue and, where there is one, the address table.
 * @param sources `extraRanges` have precedence over `table`; ranges that are not in CIDR notation are ignored. `services`: the
 *   catalogue, where it is not the built-in one
 */
export function createLocator(sources: { table?: AddressTable; extraRanges?: ExtraRange[]; services?: readonly Service[] } = {}): Locator {
  const extraRanges = byPrecedence(sources.extraRanges ?? []);
  const found = (address: Address) => extraRanges.find(({ network }) => isInside(address, network)) ?? sources.table?.find(address) ?? null;
  // Built on the first call, so that it costs nothing while nothing fails.
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
