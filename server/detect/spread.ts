/** Reporters by network. */
export type Tally = Map<string, number>;

/** Nothing is said about fewer people than this, whatever the statistics say. */
export const QUORUM = 5;
/** No network may give more than this part of the weight. */
const LARGEST_SHARE = 0.4;
/** At least this part of the reporters must come from outside the networks that could not make a quorum alone. */
const OUTSIDE_SHARE = 0.1;
/** In a crowd at large two in five reporters are outside the four largest networks. */
const EVEN_SHARE = 0.4;
/** Where the number of a network is not known, its /16 or /32 stands in; one operator has many, so eight of them make a quorum. */
const STAND_INS = 8;
const STAND_IN_WEIGHT = QUORUM / STAND_INS;

export type Spread = {
  reporters: number;
  /** Whether enough people on enough networks speak for anything to be said at all. */
  isQuorum: boolean;
  /** Reporters that count when no network may have more than its share. */
  levelled: number;
  /** Reporters outside the loudest networks, as many of these as stay just below the quorum: what four networks cannot fake. */
  outside: number;
};

/** A /16 or /32 that stands in for a network number carries its slash, dots or colons; `AS7922` does not. */
function weightOf(network: string): number {
  return /[/.:]/.test(network) ? STAND_IN_WEIGHT : 1;
}

/** How widely reporters are spread over networks. */
export function spreadOf(tally: Tally): Spread {
  const reporters = sumOf(tally);
  let weight = 0;
  for (const network of tally.keys()) weight += weightOf(network);
  let outside = reporters;
  for (const network of loudestOf(tally)) outside -= tally.get(network) ?? 0;
  const isQuorum = reporters >= QUORUM && weight >= QUORUM;
  return { reporters, isQuorum, levelled: levelledCount([...tally.values()], reporters), outside };
}

/**
 * What the reporters outside the loudest networks must show by themselves, in nats, so that four loud networks and a bystander
 * or two are no outage. The more the loud ones outweigh them, now or in the last hour, the more; and on a busy service bystanders
 * are common.
 * @param usual reports a minute
 */
export function outsideNeeded(now: Spread, hour: Spread, usual: number): number {
  const share = Math.min(now.outside / now.reporters, hour.outside / hour.reporters);
  if (share < OUTSIDE_SHARE) return Number.POSITIVE_INFINITY;
  const lopsided = Math.max(0, (EVEN_SHARE - share) / (EVEN_SHARE - OUTSIDE_SHARE));
  return 3.6 + 2 * lopsided + 0.5 * Math.max(0, Math.log(usual / 0.01));
}

/**
 * How much of a rise counts, given how much of what is needed the reporters outside the loudest networks carry: all of it, none,
 * or, where little is missing, as much as makes a watch but no alarm.
 */
export function carried(strength: number, byOutside: number): number {
  if (byOutside >= 1) return strength;
  return byOutside >= 0.75 ? Math.min(strength, 0.99) : 0;
}

/** A tally without its loudest networks: whatever these say, nothing is lost of what the others say. */
export function withoutLoudest(tally: Tally): Tally {
  const rest = new Map(tally);
  for (const network of loudestOf(tally)) rest.delete(network);
  return rest;
}

/** The loudest networks, as many as stay just below the quorum: four, or seven stand-ins. */
export function loudestOf(tally: Tally): string[] {
  // Only the first eight can matter, and tallies have hundreds: no sort.
  const first: { network: string; count: number }[] = [];
  for (const [network, count] of tally) {
    const last = first[STAND_INS - 1];
    if (last !== undefined && count <= last.count) continue;
    let place = Math.min(first.length, STAND_INS - 1);
    for (let before = first[place - 1]; before !== undefined && before.count < count; before = first[place - 1]) {
      first[place] = before;
      place--;
    }
    first[place] = { network, count };
  }
  const loudest: string[] = [];
  let weight = 0;
  for (const { network } of first) {
    weight += weightOf(network);
    if (weight >= QUORUM) break;
    loudest.push(network);
  }
  return loudest;
}

/** Total after the largest one or two counts are lowered until none is above its share. */
function levelledCount(counts: number[], total: number): number {
  let first = 0;
  let second = 0;
  for (const count of counts) {
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  if (first <= LARGEST_SHARE * total) return total;
  const others = total - first;
  const one = others / (1 - LARGEST_SHARE);
  if (second <= LARGEST_SHARE * one) return one;
  return (others - second) / (1 - 2 * LARGEST_SHARE);
}

/** The most that one network's count may weigh under the same rule. */
export function largestCount(tally: Tally): number {
  return LARGEST_SHARE * levelledCount([...tally.values()], sumOf(tally));
}

/** Adds one tally to another, without the networks that do not count now. */
export function addTally(into: Tally, from: Tally, except?: ReadonlyMap<string, unknown>): void {
  for (const [network, count] of from)
    if (except === undefined || !except.has(network)) into.set(network, (into.get(network) ?? 0) + count);
}

/** Takes a tally out again that was added before. */
export function takeTally(from: Tally, gone: Tally): void {
  for (const [network, count] of gone) {
    const left = (from.get(network) ?? 0) - count;
    if (left > 0) from.set(network, left);
    else from.delete(network);
  }
}

export function sumOf(tally: Tally): number {
  let sum = 0;
  for (const count of tally.values()) sum += count;
  return sum;
}
