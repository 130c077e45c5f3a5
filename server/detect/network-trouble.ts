import { parsePlaceId } from "../../utils/core/providers/place.ts";
import type { Conditions } from "./baseline.ts";
import type { Detector } from "./detector.ts";
import { addTally, sumOf, type Tally } from "./reporters/network-spread.ts";

/** Reports of this many minutes are compared. All thresholds here: fitted by `npm run simulate`, 2026-11-23 and 2026-11-28. */
const WINDOW = 30;
/** A network's trouble lasts for hours, and once most people there have reported, too few reports come to recognise it again. Minutes. */
const DISTRUSTED = 180;
/** Reports need an explanation when at least this many came, and at least this many times the usual number. */
const NOTICEABLE = 12;
const TIMES_USUAL = 3;
/** A network is suspected when its people report at least this often, about services of at least this many providers. */
const REPORTS = 3;
const PROVIDERS = 2;
/** The suspects are in trouble themselves when most of all reports come from them and one or two providers do not explain these. */
const SHARE_OF_ALL = 0.6;
const PROVIDERS_TOGETHER = 3;
/** One operator has up to this many network numbers; where the next networks report nearly as often, the operator is not the cause. */
const NETWORKS = 8;
const NEXT_ONES = 1 / 3;
/** Reports about other providers, as a part of those about one, from which that provider is rather not the cause. */
const MUCH_ELSE = 1 / 3;

/** Counts a fresh report about a service for the network that it came from. */
export function ingestFromNetwork(detector: Detector, network: string, place: string | null, service: string, count: number): void {
  const runBy = place === null ? `service:${service}` : parsePlaceId(place).provider;
  const known = detector.fromNetworks.get(network);
  if (known === undefined) detector.fromNetworks.set(network, new Map([[runBy, count]]));
  else known.set(runBy, (known.get(runBy) ?? 0) + count);
}

/**
 * Finds the access networks whose people see everything fail, whoever runs it: the cause is their connection, not the services.
 * Their reports do not count for some hours.
 */
export function closeNetworks(detector: Detector, minute: number, conditions: Conditions): void {
  if (detector.fromNetworks.size > 0) detector.networkMinutes.push({ minute, networks: detector.fromNetworks });
  detector.fromNetworks = new Map();
  while (detector.networkMinutes[0] !== undefined && detector.networkMinutes[0].minute <= minute - WINDOW) detector.networkMinutes.shift();
  for (const [network, { until }] of detector.distrusted) if (until <= minute) detector.distrusted.delete(network);

  let reports = 0;
  for (const { networks } of detector.networkMinutes) for (const tally of networks.values()) reports += sumOf(tally);
  if (reports < NOTICEABLE || reports < TIMES_USUAL * detector.pattern.total * conditions.factor * WINDOW) return;
  const recent = recentBy(detector);
  const suspects = suspectsAmong(recent);
  const fromSuspects: Tally = new Map();
  for (const network of suspects) addTally(fromSuspects, recent.get(network) ?? new Map());
  if (sumOf(fromSuspects) < SHARE_OF_ALL * reports || evenlyReported(fromSuspects) < PROVIDERS_TOGETHER) return;
  const first = detector.networkMinutes.find(({ networks }) => suspects.some((network) => networks.has(network)))?.minute ?? minute;
  for (const network of suspects) {
    const since = detector.distrusted.get(network)?.since ?? first;
    detector.distrusted.set(network, { since, until: minute + DISTRUSTED });
  }
}

/**
 * Whether the reports about a provider come from few networks whose people report much else besides: then the cause is rather their
 * connection, though there are too few reports yet to be sure.
 * @param place provider or provider/region
 */
export function isOfFewNetworks(detector: Detector, place: string): boolean {
  const { provider } = parsePlaceId(place);
  const there = [...recentBy(detector)].filter(([network, tally]) => tally.has(provider) && !detector.distrusted.has(network));
  let here = 0;
  let elsewhere = 0;
  for (const [, tally] of there) {
    const count = tally.get(provider) ?? 0;
    here += count;
    elsewhere += sumOf(tally) - count;
  }
  return there.length <= NETWORKS && elsewhere >= MUCH_ELSE * here;
}

function recentBy(detector: Detector): Map<string, Tally> {
  const recent = new Map<string, Tally>();
  for (const { networks } of detector.networkMinutes) {
    for (const [network, tally] of networks) {
      const sum = recent.get(network);
      if (sum === undefined) recent.set(network, new Map(tally));
      else addTally(sum, tally);
    }
  }
  return recent;
}

/** Networks in trouble themselves whose people still report. */
export function networksStillInTrouble(detector: Detector): { network: string; since: number }[] {
  if (detector.distrusted.size === 0) return [];
  const recent = recentBy(detector);
  return [...detector.distrusted]
    .filter(([network]) => sumOf(recent.get(network) ?? new Map()) >= REPORTS)
    .map(([network, { since }]) => ({ network, since }));
}

/** The networks that report most, if they are far ahead of all others and report about several providers. */
function suspectsAmong(recent: Map<string, Tally>): string[] {
  const counts = new Map([...recent].map(([network, tally]) => [network, sumOf(tally)]));
  const busiest = [...counts].sort(([, one], [, other]) => other - one);
  const mean = busiest.slice(0, NETWORKS).reduce((sum, [, count]) => sum + count, 0) / Math.min(NETWORKS, busiest.length);
  const next = busiest[NETWORKS]?.[1] ?? 0;
  if (next > Math.max(1, NEXT_ONES * mean)) return [];
  return busiest
    .slice(0, NETWORKS)
    .map(([network]) => network)
    .filter((network) => (counts.get(network) ?? 0) >= REPORTS && (recent.get(network)?.size ?? 0) >= PROVIDERS);
}

/** The number of providers that would give this spread if all were reported equally often: a few stray reports hardly raise it. */
function evenlyReported(byProvider: Tally): number {
  const reports = sumOf(byProvider);
  let squares = 0;
  for (const count of byProvider.values()) squares += count * count;
  return (reports * reports) / squares;
}
