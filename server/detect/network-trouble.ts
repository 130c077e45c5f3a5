import { parsePlaceId } from "../../utils/core/providers/place.ts";
import type { Conditions } from "./baseline.ts";
import type { Detector } from "./detector.ts";
import { addTally, sumOf, type Tally } from "./network-spread.ts";

const WINDOW = 30;
/** A network's trouble lasts for hours, and when most people there have reported once too little comes in to tell it again. Minutes. */
const DISTRUSTED = 180;
/** There is something to explain when so many reports came, and so many times the usual. */
const NOTICEABLE = 12;
const TIMES_USUAL = 3;
/** A network is suspected when its people report at least this much, on services that different providers run. */
const REPORTS = 3;
const PROVIDERS = 2;
/** The suspects are in trouble themselves when most of all reports come from them and no provider or two explain these. */
const SHARE_OF_ALL = 0.6;
const PROVIDERS_TOGETHER = 3;
/** One operator has up to so many network numbers; where the next ones report nearly as much it is not them. */
const NETWORKS = 8;
const NEXT_ONES = 1 / 3;
/** So much else is said beside what is said of one provider, as a part of that. */
const MUCH_ELSE = 1 / 3;

/** Takes note of a fresh report on a service, and of what it stands on. */
export function ingestFromNetwork(detector: Detector, network: string, subject: string | null, service: string, count: number): void {
  const runBy = subject === null ? `service:${service}` : parsePlaceId(subject).provider;
  const known = detector.fromNetworks.get(network);
  if (known === undefined) detector.fromNetworks.set(network, new Map([[runBy, count]]));
  else known.set(runBy, (known.get(runBy) ?? 0) + count);
}

/**
 * Finds the access networks whose people see everything fail, whoever runs it: that is their line, not the services. What they
 * say is left out of every judgement until it has aged away.
 */
export function closeNetworks(detector: Detector, minute: number, conditions: Conditions): void {
  if (detector.fromNetworks.size > 0) detector.networkMinutes.push({ minute, networks: detector.fromNetworks });
  detector.fromNetworks = new Map();
  while (detector.networkMinutes[0] !== undefined && detector.networkMinutes[0].minute <= minute - WINDOW) detector.networkMinutes.shift();
  for (const [network, until] of detector.distrusted) if (until <= minute) detector.distrusted.delete(network);

  let heard = 0;
  for (const { networks } of detector.networkMinutes) for (const tally of networks.values()) heard += sumOf(tally);
  if (heard < NOTICEABLE || heard < TIMES_USUAL * detector.pattern.total * conditions.factor * WINDOW) return;
  const lately = latelyBy(detector);
  const suspects = suspectsAmong(lately);
  const theirs: Tally = new Map();
  for (const network of suspects) addTally(theirs, lately.get(network) ?? new Map());
  if (sumOf(theirs) < SHARE_OF_ALL * heard || evenlyReported(theirs) < PROVIDERS_TOGETHER) return;
  for (const network of suspects) detector.distrusted.set(network, minute + DISTRUSTED);
}

/**
 * Whether what is said of a provider comes from few networks whose people complain of much else besides: then it is rather their
 * line, though too little was said yet to be sure of that.
 * @param key provider or provider/region
 */
export function isOfFewNetworks(detector: Detector, key: string): boolean {
  const { provider } = parsePlaceId(key);
  const there = [...latelyBy(detector)].filter(([network, tally]) => tally.has(provider) && !detector.distrusted.has(network));
  let here = 0;
  let elsewhere = 0;
  for (const [, tally] of there) {
    const count = tally.get(provider) ?? 0;
    here += count;
    elsewhere += sumOf(tally) - count;
  }
  return there.length <= NETWORKS && elsewhere >= MUCH_ELSE * here;
}

function latelyBy(detector: Detector): Map<string, Tally> {
  const lately = new Map<string, Tally>();
  for (const { networks } of detector.networkMinutes) {
    for (const [network, tally] of networks) {
      const sum = lately.get(network);
      if (sum === undefined) lately.set(network, new Map(tally));
      else addTally(sum, tally);
    }
  }
  return lately;
}

/** The loudest networks, if these stand apart from all others and report all sorts of things. */
function suspectsAmong(lately: Map<string, Tally>): string[] {
  const counts = new Map([...lately].map(([network, tally]) => [network, sumOf(tally)]));
  const loudest = [...counts].sort(([, one], [, other]) => other - one);
  const mean = loudest.slice(0, NETWORKS).reduce((sum, [, count]) => sum + count, 0) / Math.min(NETWORKS, loudest.length);
  const next = loudest[NETWORKS]?.[1] ?? 0;
  if (next > Math.max(1, NEXT_ONES * mean)) return [];
  return loudest
    .slice(0, NETWORKS)
    .map(([network]) => network)
    .filter((network) => (counts.get(network) ?? 0) >= REPORTS && (lately.get(network)?.size ?? 0) >= PROVIDERS);
}

/** The number of providers that would give this spread if all were reported alike: strays about others hardly raise it. */
function evenlyReported(byProvider: Tally): number {
  const reports = sumOf(byProvider);
  let squares = 0;
  for (const count of byProvider.values()) squares += count * count;
  return (reports * reports) / squares;
}
