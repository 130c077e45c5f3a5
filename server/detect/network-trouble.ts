import { parseProviderSubject } from "../../utils/core/verdict.ts";
import type { Mood } from "./baseline.ts";
import { addTally, sumOf, type Tally } from "./spread.ts";
import type { Detector } from "./state.ts";

/** Fresh reports of one minute by network, then by provider. */
export type NetworkMinute = { minute: number; networks: Map<string, Tally> };

const WINDOW = 15;
/** What a network in trouble has reported lately is worth nothing for as long as it could count. */
const DISTRUSTED = 60;
/** There is something to explain when so many reports came, and so many times the usual. */
const NOTICEABLE = 40;
const TIMES_USUAL = 3;
/** A network is in trouble itself when its people report at least this much, spread over so many unrelated providers. */
const REPORTS = 6;
const PROVIDERS = 3;
/** One operator has up to so many network numbers; where more are affected, or most reports come from elsewhere, it is not them. */
const NETWORKS = 12;
const SHARE_OF_ALL = 0.6;

/** Takes note of a fresh report on something that stands on a provider. */
export function hearFromNetwork(detector: Detector, network: string, subject: string, count: number): void {
  const { provider } = parseProviderSubject(subject);
  const known = detector.fromNetworks.get(network);
  if (known === undefined) detector.fromNetworks.set(network, new Map([[provider, count]]));
  else known.set(provider, (known.get(provider) ?? 0) + count);
}

/**
 * Finds the access networks whose people see everything fail, whoever runs it: that is their line, not the services. What they
 * say is left out of every judgement until it has aged away.
 */
export function closeNetworks(detector: Detector, minute: number, mood: Mood): void {
  if (detector.fromNetworks.size > 0) detector.networkMinutes.push({ minute, networks: detector.fromNetworks });
  detector.fromNetworks = new Map();
  while (detector.networkMinutes[0] !== undefined && detector.networkMinutes[0].minute <= minute - WINDOW) detector.networkMinutes.shift();
  for (const [network, until] of detector.troubled) if (until <= minute) detector.troubled.delete(network);

  let heard = 0;
  for (const { networks } of detector.networkMinutes) for (const tally of networks.values()) heard += sumOf(tally);
  if (heard < NOTICEABLE || heard < TIMES_USUAL * detector.rhythm.total * mood.factor * WINDOW) return;
  const lately = new Map<string, Tally>();
  for (const { networks } of detector.networkMinutes) {
    for (const [network, tally] of networks) {
      const sum = lately.get(network);
      if (sum === undefined) lately.set(network, new Map(tally));
      else addTally(sum, tally);
    }
  }
  const suspects = [...lately].filter(([, tally]) => seesEverythingFail(tally));
  const theirs = suspects.reduce((sum, [, tally]) => sum + sumOf(tally), 0);
  if (suspects.length > NETWORKS || theirs < SHARE_OF_ALL * heard) return;
  for (const [network] of suspects) detector.troubled.set(network, minute + DISTRUSTED);
}

function seesEverythingFail(byProvider: Tally): boolean {
  const reports = sumOf(byProvider);
  let squares = 0;
  for (const count of byProvider.values()) squares += count * count;
  // The number of providers that would give this spread if all were reported alike: strays about others hardly raise it.
  return reports >= REPORTS && (reports * reports) / squares >= PROVIDERS;
}
