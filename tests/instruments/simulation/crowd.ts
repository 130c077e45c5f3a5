import type { Random } from "./random.ts";

/**
 * The people who opted in. Figures and why:
 * - networks: access networks follow Zipf's law (the largest few carry about half of a country's users), 3,000 of them;
 * - countries: rounded from surveys of who uses desktop browsers with extensions; each network is in one country;
 * - prefixes: one install in ten shares its /24 or /48 with another (offices, carrier-grade NAT);
 * - activity: a browser is in use for three to four hours a day, so on average 14 % of installs at a time; a crowd that lives mostly
 *   in America and Europe is busiest from 14 to 21 h UTC and sleeps from 4 to 8 h UTC;
 * - a sitting lasts about 40 minutes, then somebody else sits there.
 */
const NETWORKS = 3000;
const ZIPF_SHIFT = 4;
const SHARED_PREFIXES = 0.1;
const ACTIVE_BY_HOUR = [14, 13, 12, 11, 9, 8, 8, 9, 10, 11, 12, 13, 15, 17, 18, 19, 19, 19, 19, 19, 18, 17, 16, 15].map(
  (percent) => percent / 100,
);
const SITTING_MINUTES = 40;

/** Where installs are. */
export const COUNTRIES: ReadonlyMap<string, number> = new Map(
  Object.entries({ US: 0.36, DE: 0.11, GB: 0.09, FR: 0.08, IN: 0.07, BR: 0.06, ES: 0.05, CA: 0.05, IT: 0.05, JP: 0.04, AU: 0.04 }),
);

export type Person = { install: number; prefix: string; network: string; country: string };

export type Crowd = {
  installs: number;
  /** Networks and prefixes by install. */
  people: Person[];
  random: Random;
};

/** A crowd with everybody's network and prefix drawn. Above 200,000 installs people are drawn as they are met. */
export function drawCrowd(installs: number, random: Random): Crowd {
  const people: Person[] = [];
  for (let install = 0; install < Math.min(installs, 200_000); install++) people.push(personOf(install, random));
  return { installs, people, random };
}

function personOf(install: number, random: Random): Person {
  const home = random() < SHARED_PREFIXES ? Math.floor(install / 2) * 2 : install;
  const rank = zipf(random);
  return { install, prefix: `p${home}`, network: `AS${1000 + rank}`, country: countryOf(rank) };
}

/** The golden ratio deals networks of all sizes to the countries, by their shares. */
function countryOf(rank: number): string {
  let left = (rank * 0.618034) % 1;
  for (const [country, share] of COUNTRIES) {
    left -= share;
    if (left < 0) return country;
  }
  return "US";
}

/** Rank of a network, by inversion of the continuous law. */
function zipf(random: Random): number {
  const span = Math.log((NETWORKS + ZIPF_SHIFT) / ZIPF_SHIFT);
  return Math.floor(ZIPF_SHIFT * Math.exp(random() * span) - ZIPF_SHIFT);
}

/** The part of the installs that is in use at an instant, minutes of the epoch. */
export function activeShare(minute: number): number {
  const hours = (minute / 60) % 24;
  const before = ACTIVE_BY_HOUR[Math.floor(hours)] ?? 0;
  const after = ACTIVE_BY_HOUR[(Math.floor(hours) + 1) % 24] ?? 0;
  return before + (after - before) * (hours % 1);
}

/** Somebody who is browsing at that minute. */
export function someoneActive(crowd: Crowd, minute: number): Person {
  const share = activeShare(minute);
  const place = (crowd.random() * share + (minute / SITTING_MINUTES) * share) % 1;
  const install = Math.floor(place * crowd.installs);
  return crowd.people[install] ?? personOf(install, crowd.random);
}
