import type { Tally } from "./network-spread.ts";
import { sumOf } from "./network-spread.ts";
import { byCountry, type Origins } from "./origins.ts";

/** The usual share of each country in the people who could report, 0 to 1. */
export type CountryShares = ReadonlyMap<string, number>;

/** Where people are, as far as it is known. */
export type UsualCountries = {
  /** Shares that somebody who knows gave; null where nobody did. */
  given: CountryShares | null;
  /** Stray reports by country, from minutes without any trouble. They fade. */
  counted: Tally;
};

/** Old reports fade with a mean life of four weeks, as usual levels do. */
const MEMORY_HOURS = 4 * 168;
/** Shares of fewer reports than this are not known. With 200, a share of 5 % is known to within 3 points (two standard errors). */
const FEWEST_COUNTED = 200;
/** A country of which nothing is known is taken to have this share: hardly any, yet not none. Judged (2026-11-30). */
const LEAST_SHARE = 0.002;

export function noUsualCountries(): UsualCountries {
  return { given: null, counted: new Map() };
}

/** Takes shares that are given; parts of any sum above 1 are taken as parts of that sum. Of no countries at all nothing is known. */
export function giveShares(usual: UsualCountries, shares: CountryShares): void {
  const sum = sumOf(new Map(shares));
  usual.given = sum > 0 ? new Map([...shares].map(([country, share]) => [country, share / Math.max(1, sum)])) : null;
}

/**
 * Counts the reports of a minute without trouble. Each network counts once a country, so that no single network can make its country look
 * usual.
 */
export function learnCountries(usual: UsualCountries, origins: Origins): void {
  const once = new Map([...origins.keys()].map((origin) => [origin, 1]));
  for (const [country, count] of byCountry(once)) usual.counted.set(country, (usual.counted.get(country) ?? 0) + count);
}

/** Lets what was counted fade as an hour ends. */
export function fadeCountries(usual: UsualCountries): void {
  const left = Math.exp(-1 / MEMORY_HOURS);
  for (const [country, count] of usual.counted) usual.counted.set(country, count * left);
}

/** The usual shares; null where they are not known: then nothing may be taken to be confined to a country. */
export function usualShares({ given, counted }: UsualCountries): CountryShares | null {
  if (given !== null) return given;
  const sum = sumOf(counted);
  return sum < FEWEST_COUNTED ? null : new Map([...counted].map(([country, count]) => [country, count / sum]));
}

export function shareOf(shares: CountryShares, country: string): number {
  return Math.max(LEAST_SHARE, shares.get(country) ?? 0);
}
