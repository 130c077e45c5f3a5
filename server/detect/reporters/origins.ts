import { capOf, type Tally } from "./network-spread.ts";

/** Reporters by network and country: `AS3352 ES`, or `AS3352 ` where the country is not known. */
export type Origins = Tally;

export function originOf(network: string, country: string | null): string {
  return `${network} ${country ?? ""}`;
}

function networkOf(origin: string): string {
  return origin.slice(0, origin.lastIndexOf(" "));
}

function countryOf(origin: string): string {
  return origin.slice(origin.lastIndexOf(" ") + 1);
}

/** A part of the reporters. Exactly one of the two is null. */
export type Part = { network: string; country: null } | { network: null; country: string };

/** The reporters of one part. */
export function originsIn(part: Part, origins: Origins): Origins {
  const isIn = (origin: string) => (part.network === null ? countryOf(origin) === part.country : networkOf(origin) === part.network);
  return new Map([...origins].filter(([origin]) => isIn(origin)));
}

/** Reporters by network. */
export function byNetwork(origins: Origins): Tally {
  const networks: Tally = new Map();
  for (const [origin, count] of origins) {
    const network = networkOf(origin);
    networks.set(network, (networks.get(network) ?? 0) + count);
  }
  return networks;
}

/** Reporters by country, of those whose country is known. */
export function byCountry(origins: Origins): Tally {
  const countries: Tally = new Map();
  for (const [origin, count] of origins) {
    const country = countryOf(origin);
    if (country !== "") countries.set(country, (countries.get(country) ?? 0) + count);
  }
  return countries;
}

/** Without the reporters on some networks. */
export function originsWithout(origins: Origins, networks: ReadonlyMap<string, unknown>): Origins {
  if (networks.size === 0) return origins;
  return new Map([...origins].filter(([origin]) => !networks.has(networkOf(origin))));
}

/** As many of the reporters as count where no network counts for more than its share: see `cappedSum`. Counts may be fractions. */
export function withinShares(origins: Origins): Origins {
  const networks = byNetwork(origins);
  const cap = capOf(networks);
  const part = (origin: string) => Math.min(1, cap / (networks.get(networkOf(origin)) ?? cap));
  return new Map([...origins].map(([origin, count]) => [origin, count * part(origin)]));
}
