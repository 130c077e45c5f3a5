import { boundOfAtLeast } from "./probability.ts";
import { QUORUM, sumOf, type Tally } from "./reporters/network-spread.ts";
import { type CountryShares, shareOf } from "./reporters/usual-countries.ts";

/** At least this part of the reporters must be inside, and at least this many times the usual part. Judged (2026-11-30). */
const INSIDE = 0.8;
const TIMES_USUAL = 2;
/** Whatever is usual elsewhere, at least this part of all reporters must be inside. Judged (2026-11-30). */
const INSIDE_OF_ALL = 0.6;
/** Of people who report such trouble, one of these parts seems to be elsewhere: travellers, VPNs, wrong tables. Judged (2026-11-30). */
const STRAYS = [0.02, 0.1, 0.2];
/**
 * People who are awake report this many times as often as people who sleep. Usual shares do not tell the hour, so where a whole world fails,
 * the share of a country may be higher by these odds while the others sleep. Judged (2026-11-30).
 */
export const DAY_OVER_NIGHT = 8;
/**
 * Nats at which trouble counts as confined: a thousand to one, because the country is chosen after the fact among some thirty. By Wald (1945)
 * a likelihood ratio reaches e^h by chance with a probability of at most e^-h.
 */
const CONFINED = Math.log(1000);
/** Who cannot be told apart by so many reports will not be by more: half of the people who could report, for instance. Judged (2026-11-30). */
const MOST_UNDECIDED = 60;
/**
 * A part that is smaller than it must be may be so by chance, unless that is as unlikely as this by Hoeffding's bound; the exact figure is
 * several times smaller. Judged (2026-11-30).
 */
const BELOW_BY_CHANCE = 0.2;
/** Countries that an incident may be confined to, at most, and how likely such a concentration may be by chance. */
const MOST_AREAS = 3;
const BY_CHANCE = 0.01;

/** Reporters of one trouble, and what is known of the part of them that may be all who are concerned. */
export type Contrast = {
  /** Reporters in the part, and all. */
  inside: number;
  all: number;
  /** The usual share of the part. */
  share: number;
  /** Reporters who would come without any trouble, from everywhere. */
  usual: number;
  /** How much the odds of the part may be above the usual: `DAY_OVER_NIGHT`, or 1. */
  odds: number;
};

export type Confinement = "confined" | "undecided" | "everywhere";

/**
 * Whether trouble is confined to a part of the people: a likelihood ratio of "only they are concerned, and a few strays" against "all people
 * are, each part by its usual share", as in Wald's sequential test (1945). Stray reports that come without any trouble count for neither.
 * `undecided`: it seems to be, and a few more reports will tell.
 */
export function confinementOf({ inside, all, share, usual, odds }: Contrast): Confinement {
  const needed = Math.max(INSIDE, TIMES_USUAL * share);
  // A part that has half of all people anyway cannot be told from all of them.
  if (needed >= 1) return "everywhere";
  const outside = all - inside;
  const unrelated = Math.min(outside, usual * (1 - share));
  const concerned = all - unrelated / (1 - share);
  const insideConcerned = inside - (unrelated * share) / (1 - share);
  if (concerned <= 0 || inside < INSIDE_OF_ALL * all) return "everywhere";
  const outsideConcerned = concerned - insideConcerned;
  if (boundOfAtLeast(outsideConcerned, concerned, 1 - needed) < BELOW_BY_CHANCE) return "everywhere";
  const outsideEverywhere = (1 - share) / (1 - share + odds * share);
  const logLikelihood = (outsideShare: number) => {
    const expected = (unrelated + outsideShare * concerned) / all;
    return outside * Math.log(expected) + inside * Math.log(1 - expected);
  };
  // Where so many would come from elsewhere anyway that the two cannot be told apart, they are no strays.
  const strays = STRAYS.filter((part) => part <= outsideEverywhere / 2);
  const nats = Math.max(...strays.map(logLikelihood)) - logLikelihood(outsideEverywhere);
  if (nats >= CONFINED) return "confined";
  return nats > 0 && concerned <= MOST_UNDECIDED ? "undecided" : "everywhere";
}

/**
 * The countries that trouble is confined to: as few as hold the most of its reporters, at most three, where that is no coincidence. Empty
 * otherwise.
 * @param countries reporters by country
 */
export function areasOf(countries: Tally, shares: CountryShares): string[] {
  const all = sumOf(countries);
  if (all < QUORUM) return [];
  const busiest = [...countries].toSorted(([, one], [, other]) => other - one);
  const areas: string[] = [];
  let inside = 0;
  let share = 0;
  let choices = 1;
  for (const [country, count] of busiest.slice(0, MOST_AREAS)) {
    areas.push(country);
    inside += count;
    share += shareOf(shares, country);
    // Any set of that many countries could have been the one: Bonferroni's correction.
    choices *= Math.max(1, (shares.size - areas.length + 1) / areas.length);
    const isMost = inside >= Math.max(INSIDE, TIMES_USUAL * share) * all;
    if (isMost && choices * boundOfAtLeast(inside, all, share) <= BY_CHANCE) return areas.sort();
  }
  return [];
}
