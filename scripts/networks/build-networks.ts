import { type NetworkStretch, writeNetworkRanges } from "../../server/reports/network-ranges.ts";
import { type Claims, type Family, flatten, type Stretch } from "./claim.ts";

export type BuiltNetworks = { bytes: Uint8Array; stretches: number; networks: number; countries: number };

/** Makes the server's table of what several published tables claim. */
export function buildNetworks(tables: readonly Claims[]): BuiltNetworks {
  const ipv4 = stretchesOf(tables, 4).map((stretch) => ({ ...stretch, start: Number(stretch.start) }));
  const ipv6 = stretchesOf(tables, 6);
  const all = [...ipv4, ...ipv6];
  const kinds = (values: unknown[]) => new Set(values.filter((value) => value !== null)).size;
  return {
    bytes: writeNetworkRanges(ipv4, ipv6),
    stretches: all.length,
    networks: kinds(all.map(({ asn }) => asn)),
    countries: kinds(all.map(({ country }) => country)),
  };
}

/** Lays countries and networks over each other. */
function stretchesOf(tables: readonly Claims[], family: Family): NetworkStretch<bigint>[] {
  const countries = flatten(
    tables.flatMap((table) => table.countries),
    family,
  );
  const networks = flatten(
    tables.flatMap((table) => table.networks),
    family,
  );
  const merged: NetworkStretch<bigint>[] = [];
  for (let country = 0, network = 0; country < countries.length || network < networks.length; ) {
    const start = earlier(countries[country]?.first, networks[network]?.first);
    if (countries[country]?.first === start) country++;
    if (networks[network]?.first === start) network++;
    const [here, there] = [valueBefore(countries, country), valueBefore(networks, network)];
    const last = merged.at(-1);
    if (last === undefined || last.country !== here || last.asn !== there) merged.push({ start, country: here, asn: there });
  }
  return merged;
}

function valueBefore<Value>(stretches: Stretch<Value>[], index: number): Value | null {
  return stretches[index - 1]?.value ?? null;
}

function earlier(one: bigint | undefined, other: bigint | undefined): bigint {
  if (one === undefined || other === undefined) return one ?? other ?? 0n;
  return one <= other ? one : other;
}
