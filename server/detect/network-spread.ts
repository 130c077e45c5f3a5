/** Reporters by network. */
export type Tally = Map<string, number>;

/** Nothing is said about fewer people than this, whatever the statistics say. */
export const QUORUM = 5;
/** A network that gives more than this part of the weight weighs nothing: what it reports may be its own trouble. */
const LARGEST_SHARE = 0.4;
/** Beside such a network others must speak more clearly, on so many times the networks that are enough otherwise. */
const QUORA_BESIDE_DOMINANT = 2;
/** At least this part of the reporters must come from outside the networks that could not make a quorum alone. */
const OUTSIDE_SHARE = 0.1;
/** In a crowd at large two in five reporters are outside the four largest networks. */
const EVEN_SHARE = 0.4;
/** Where the number of a network is not known, its /16 or /32 stands in; one operator has many, so eight of them make a quorum. */
const STAND_INS = 8;
const STAND_IN_WEIGHT = QUORUM / STAND_INS;

export type Spread = {
  reporters: number;
  /** Whether enough people on enough networks speak for anything to be said at all, those above their share left out. */
  isQuorum: boolean;
  /** Reporters on networks that do not exceed their share. */
  withinShare: number;
  /** Reporters outside the loudest networks, as many of these as stay just below the quorum: what four networks cannot fake. */
  outside: number;
};

/** A /16 or /32 that stands in for a network number carries its slash, dots or colons; `AS7922` does not. */
function weightOf(network: string): number {
  return /[/.:]/.test(network) ? STAND_IN_WEIGHT : 1;
}

/**
 * How widely reporters are spread over networks.
 * @param hour those of the whole hour: a network above its share then is none to go by in a part of it either
 */
export function spreadOf(tally: Tally, hour: Tally = tally): Spread {
  const reporters = sumOf(tally);
  let outside = reporters;
  for (const network of busiestOf(tally)) outside -= tally.get(network) ?? 0;
  const fair = withoutDominant(tally, hour);
  return { reporters, isQuorum: isQuorum(fair, fair.size === tally.size ? 1 : QUORA_BESIDE_DOMINANT), withinShare: sumOf(fair), outside };
}

/** Whether these are enough people on enough networks, however they are spread. */
export function isQuorum(tally: Tally, quora = 1): boolean {
  let weight = 0;
  for (const network of tally.keys()) weight += weightOf(network);
  return weight >= quora * QUORUM && sumOf(tally) >= quora * QUORUM;
}

/** A tally without the networks that exceed their share, of it or of the hour: the others must speak for themselves. */
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

function largestOf(tally: Tally): { network: string; count: number } | null {
  let largest: { network: string; count: number } | null = null;
  for (const [network, count] of tally) if (largest === null || count > largest.count) largest = { network, count };
  return largest;
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
export function weightedByOutsiders(strength: number, byOutside: number): number {
  if (byOutside >= 1) return strength;
  return byOutside >= 0.75 ? Math.min(strength, 0.99) : 0;
}

/** A tally without its loudest networks: whatever these say, nothing is lost of what the others say. */
export function withoutBusiest(tally: Tally): Tally {
  const rest = new Map(tally);
  for (const network of busiestOf(tally)) rest.delete(network);
  return rest;
}

/** The loudest networks, as many as stay just below the quorum: four, or seven stand-ins. */
export function busiestOf(tally: Tally): string[] {
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

/** Adds one tally to another, without the networks that do not count now. */
export function addTally(into: Tally, from: Tally, except?: ReadonlyMap<string, unknown>): void {
  for (const [network, count] of from)
    if (except === undefined || !except.has(network)) into.set(network, (into.get(network) ?? 0) + count);
}

/** A tally without the networks that do not count now; itself where there are none. */
export function trusted(tally: Tally, except: ReadonlyMap<string, unknown>): Tally {
  if (except.size === 0) return tally;
  const kept: Tally = new Map();
  addTally(kept, tally, except);
  return kept;
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
