/** Reporters by network. */
export type Tally = Map<string, number>;

/** No alarm and no figures for fewer people than this, as in the rule of five cases of Farrington et al. (1996). */
export const QUORUM = 5;
/** A network with more than this part of the reporters does not count: what it reports may be its own trouble. Judged (2026-11-23). */
export const LARGEST_SHARE = 0.4;
/** Beside such a network the others must be this many times a quorum. Fitted by `npm run simulate`, 2026-11-28. */
const QUORA_BESIDE_DOMINANT = 2;
/** At least this part of the reporters must come from outside the busiest networks. Judged (2026-11-23). */
const OUTSIDE_SHARE = 0.1;
/** Of people in general, two in five are outside the four largest networks. Judged (2026-11-23). */
const EVEN_SHARE = 0.4;
/** Where the number of a network is not known, something else stands in; one operator has many, so eight make a quorum. Judged. */
const STAND_INS = 8;
const STAND_IN_WEIGHT = QUORUM / STAND_INS;

/**
 * What reporters outside the busiest networks must show, in nats: where they are an even part of all; what is added where they are
 * the smallest part that is allowed; and what each factor e of usual reports above `RARE` a minute adds. Fitted by `npm run simulate`,
 * 2026-11-23.
 */
const OUTSIDE_NATS = { even: 3.6, lopsided: 2, busier: 0.5 };
const RARE = 0.01;
/** From this part of what is needed, a rise makes a watch; it stays just below an alarm. Judged (2026-11-23). */
const NEARLY_ENOUGH = 0.75;
const BELOW_ALARM = 0.99;

export type Spread = {
  reporters: number;
  /** Whether enough people on enough networks report, without the networks that exceed their share. */
  isQuorum: boolean;
  /** Reporters on networks that do not exceed their share. */
  withinShare: number;
  /** Reporters whose networks count for a quorum. */
  located: number;
  /**
   * Those of them outside the busiest networks, of which there are as many as stay just below a quorum: four networks cannot fake them.
   */
  outside: number;
};

/**
 * What a network counts for a quorum. A stand-in for its number has a slash, dots or colons; `AS7922` has none. One of IPv6 counts
 * nothing: an operator has as many blocks as he wants, so without a table of networks no alarm rests on IPv6. Such reports count in
 * sizes only.
 */
function weightOf(network: string): number {
  if (network.startsWith("ipv6/")) return 0;
  return isNamed(network) ? 1 : STAND_IN_WEIGHT;
}

/** Whether a network is known by its number, so that no stand-in is given. */
export function isNamed(network: string): boolean {
  return !/[/.:]/.test(network);
}

/**
 * How widely reporters are spread over networks.
 * @param hour those of the whole hour: a network that exceeds its share there does not count in a part of the hour either
 */
export function spreadOf(tally: Tally, hour: Tally = tally): Spread {
  const reporters = sumOf(tally);
  let located = 0;
  for (const [network, count] of tally) if (weightOf(network) > 0) located += count;
  let outside = located;
  for (const network of busiestOf(tally)) outside -= tally.get(network) ?? 0;
  const fair = withoutDominant(tally, hour);
  const quora = fair.size === tally.size ? 1 : QUORA_BESIDE_DOMINANT;
  return { reporters, isQuorum: isQuorum(fair, quora), withinShare: sumOf(fair), located, outside };
}

/** Whether these are enough people on enough networks, whatever their shares. */
export function isQuorum(tally: Tally, quora = 1): boolean {
  let weight = 0;
  for (const network of tally.keys()) weight += weightOf(network);
  return weight >= quora * QUORUM && sumOf(tally) >= quora * QUORUM;
}

/** A tally without the networks that exceed their share, of the tally or of the hour. */
export function withoutDominant(tally: Tally, hour: Tally = tally): Tally {
  const fair = withoutLargest(hour);
  if (fair === hour) return hour === tally ? tally : withoutLargest(tally);
  return hour === tally ? fair : withoutLargest(new Map([...tally].filter(([network]) => fair.has(network))));
}

function withoutLargest(tally: Tally): Tally {
  let total = sumOf(tally);
  let fair = tally;
  for (;;) {
    const largest = largestOf(fair);
    if (largest === null || largest.count <= LARGEST_SHARE * total) return fair;
    if (fair === tally) fair = new Map(tally);
    fair.delete(largest.network);
    total -= largest.count;
  }
}

export function largestOf(tally: Tally): { network: string; count: number } | null {
  let largest: { network: string; count: number } | null = null;
  for (const [network, count] of tally) if (largest === null || count > largest.count) largest = { network, count };
  return largest;
}

/**
 * What the reporters outside the busiest networks must show by themselves, in nats, so that four busy networks and a stray report
 * or two from elsewhere are no outage. It is the more, the more the busiest outweigh the others, now or in the last hour, and the
 * busier the service is, because stray reports are common there.
 * @param usual reports a minute
 */
export function outsideNeeded(now: Spread, hour: Spread, usual: number): number {
  const share = Math.min(now.outside / now.located, hour.outside / hour.located);
  // Also where nobody is located: 0 / 0 is no number.
  if (!(share >= OUTSIDE_SHARE)) return Number.POSITIVE_INFINITY;
  const lopsided = Math.max(0, (EVEN_SHARE - share) / (EVEN_SHARE - OUTSIDE_SHARE));
  return OUTSIDE_NATS.even + OUTSIDE_NATS.lopsided * lopsided + OUTSIDE_NATS.busier * Math.max(0, Math.log(usual / RARE));
}

/**
 * How much of a rise counts, given how much of what is needed the reporters outside the busiest networks show: all of it, nothing,
 * or, where little is missing, as much as makes a watch but no alarm.
 * @param strength 1 is an alarm
 * @param byOutside 1 is what is needed
 */
export function weightedByOutsiders(strength: number, byOutside: number): number {
  if (byOutside >= 1) return strength;
  return byOutside >= NEARLY_ENOUGH ? Math.min(strength, BELOW_ALARM) : 0;
}

/** A tally without its busiest networks, and without those that count for no quorum: whatever these report, the others' reports count. */
export function withoutBusiest(tally: Tally): Tally {
  const rest = new Map(tally);
  for (const network of busiestOf(tally)) rest.delete(network);
  for (const network of tally.keys()) if (weightOf(network) === 0) rest.delete(network);
  return rest;
}

/** The busiest networks, as many as stay just below a quorum: four, or seven stand-ins. */
export function busiestOf(tally: Tally): string[] {
  // Only the first eight can matter, and tallies have hundreds: no sort.
  const first: { network: string; count: number }[] = [];
  for (const [network, count] of tally) {
    if (weightOf(network) === 0) continue;
    const last = first[STAND_INS - 1];
    if (last !== undefined && count <= last.count) continue;
    let place = Math.min(first.length, STAND_INS - 1);
    for (let before = first[place - 1]; before !== undefined && before.count < count; before = first[place - 1]) {
      first[place] = before;
      place--;
    }
    first[place] = { network, count };
  }
  const busiest: string[] = [];
  let weight = 0;
  for (const { network } of first) {
    weight += weightOf(network);
    if (weight >= QUORUM) break;
    busiest.push(network);
  }
  return busiest;
}

/** Adds one tally to another, without some networks. */
export function addTally(into: Tally, from: Tally, except?: ReadonlyMap<string, unknown>): void {
  for (const [network, count] of from)
    if (except === undefined || !except.has(network)) into.set(network, (into.get(network) ?? 0) + count);
}

/** A tally without the networks whose reports do not count now; the same tally where there are none. */
export function trusted(tally: Tally, except: ReadonlyMap<string, unknown>): Tally {
  if (except.size === 0) return tally;
  const kept: Tally = new Map();
  addTally(kept, tally, except);
  return kept;
}

/** Subtracts a tally that was added before. */
export function takeTally(from: Tally, gone: Tally): void {
  for (const [network, count] of gone) {
    const left = (from.get(network) ?? 0) - count;
    if (left > 0) from.set(network, left);
    else from.delete(network);
  }
}

/** What each network may count for at most, so that none is more than `LARGEST_SHARE` of what all count for together. */
export function capOf(tally: Tally): number {
  // The largest sum that equals the sum of the counts so capped, approached from above.
  for (let sum = sumOf(tally); ; ) {
    const cap = LARGEST_SHARE * sum;
    let next = 0;
    for (const count of tally.values()) next += Math.min(count, cap);
    if (sum - next < 0.01) return cap;
    sum = next;
  }
}

/**
 * The reporters as they may be published: a network counts for at most two thirds of all others together, so that none can inflate a
 * figure without limit.
 */
export function cappedSum(tally: Tally): number {
  const cap = capOf(tally);
  let sum = 0;
  for (const count of tally.values()) sum += Math.min(count, cap);
  // Without the traces of approaching the cap.
  return Math.floor(sum + 0.05);
}

export function sumOf(tally: Tally): number {
  let sum = 0;
  for (const count of tally.values()) sum += count;
  return sum;
}
