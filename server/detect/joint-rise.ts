import { CHARTS, logLikelihoodRatio } from "./cusum.ts";
import type { Detector, PlaceRecord } from "./detector.ts";
import {
  addTally,
  outsideNeeded,
  spreadOf,
  sumOf,
  type Tally,
  trusted,
  weightedByOutsiders,
  withoutBusiest,
  withoutDominant,
} from "./reporters/network-spread.ts";

/** A service that rises by itself; `evident` where it may be named: it rises clearly, and several networks report it. */
export type Riser = { id: string; evident: boolean };
/** A common rise of services at one place. Strength 1 is enough for an alarm. */
export type JointRise = { strength: number; started: number; window: number; risers: Riser[] };

/**
 * How reports must be spread over networks. `wide`: too few networks make no rise, however much they report. `any`: all reports count alike,
 * because the question is who is cut off.
 */
export type RequiredSpread = "wide" | "any";

/** Stretches in which a joint rise is looked for, in minutes. Judged (2026-11-23). */
const WINDOWS = [5, 10, 20, 30];
export const RISING_WINDOW = 20;
/** Where fewer services than this rise, the trouble is their own. */
export const FEWEST_SERVICES = 3;
/**
 * A service rises when its reports are ten times likelier in trouble than without; where reports are rare, one is enough. Judged
 * (2026-11-23).
 */
const RISING = Math.log(10);
const EVIDENT = Math.log(100);
/** How many of a provider's services an outage affects is unknown: the evidence is averaged over these parts of them. Judged. */
const PARTS = [0.03, 0.1, 0.3, 1];
/**
 * Nats a joint rise must reach. By chance an averaged likelihood ratio exceeds e¹⁴ less often than once in 1.2 million looks
 * (Markov's inequality), as long as what is usual is known. Where hundreds of services are hosted and the hour is busier than was
 * learned, simulations without any trouble reach 50 nats and more: there the comparison with services elsewhere prevents an alarm.
 * Fitted by `npm run simulate`, 2026-11-28.
 */
const THRESHOLD = 14;

/** What is usual for a service, in reports a minute: of its own, and with the stray reports of services in alarm. */
export type Usual = { own(service: string): number; withStrays(service: string): number };

/** Access networks in trouble themselves, whose reports do not count. */
type Distrusted = ReadonlyMap<string, unknown>;

/**
 * How strongly the services of one place rise together; null where fewer than three do.
 */
export function jointRiseOf(
  place: PlaceRecord,
  minute: number,
  usual: Usual,
  distrusted: Distrusted,
  spread: RequiredSpread,
): JointRise | null {
  if (place.hour.size === 0) return null;
  const after = Math.max(place.ended?.minute ?? Number.NEGATIVE_INFINITY, place.cutOffUntil);
  const byService = new Map<string, Tally>();
  const reporters: Tally = new Map();
  let index = place.minutes.length - 1;
  let best: JointRise | null = null;
  const hour = trusted(place.hour, distrusted);
  for (const window of WINDOWS) {
    for (; index >= 0; index--) {
      const old = place.minutes[index];
      if (old === undefined || old.minute <= Math.max(after, minute - window)) break;
      addTally(reporters, old.reporters, distrusted);
      addByService(byService, old.fresh, distrusted);
    }
    const first = place.minutes[index + 1];
    if (first === undefined || byService.size < FEWEST_SERVICES) continue;
    const risers = risersOf(byService, window, usual, spread);
    if (risers.length < FEWEST_SERVICES || (spread === "wide" && !spreadOf(reporters, hour).isQuorum)) continue;
    const strength =
      spread === "wide" ? strengthOf(place, byService, hour, window, usual) : levelOf(place, countsFrom(byService), window, usual);
    if (strength > (best?.strength ?? 0)) best = { strength, started: first.minute, window, risers };
  }
  return best;
}

function addByService(
  into: Map<string, Tally>,
  from: Map<string, Tally>,
  distrusted: Distrusted,
  known?: ReadonlyMap<string, boolean>,
): void {
  for (const [id, tally] of from) {
    if (known?.get(id) === true) continue;
    const sum = into.get(id) ?? new Map<string, number>();
    addTally(sum, tally, distrusted);
    if (sum.size > 0) into.set(id, sum);
  }
}

/** Services of one place that rise by themselves now, without those that are already known to be affected. */
export function risersAt(place: PlaceRecord, minute: number, usual: Usual, distrusted: Distrusted): Riser[] {
  const byService = new Map<string, Tally>();
  for (const old of place.minutes) if (old.minute > minute - RISING_WINDOW) addByService(byService, old.fresh, distrusted, place.affected);
  return risersOf(byService, RISING_WINDOW, usual, "wide");
}

/** Services that rise by themselves within some minutes. */
function risersOf(byService: Map<string, Tally>, window: number, usual: Usual, spread: RequiredSpread): Riser[] {
  const risers: Riser[] = [];
  for (const [id, tally] of byService) {
    const nats = natsOf(spread === "any" ? sumOf(tally) : withinShareOrAll(tally), window * usual.withStrays(id));
    if (nats >= RISING) risers.push({ id, evident: nats >= EVIDENT && (spread === "any" || tally.size > 1) });
  }
  return risers;
}

/** Where only a few networks report, all exceed their share; then each network counts as one reporter. */
function withinShareOrAll(tally: Tally): number {
  return Math.max(tally.size, sumOf(withoutDominant(tally)));
}

function natsOf(count: number, expected: number): number {
  return Math.max(...CHARTS.map((chart) => logLikelihoodRatio(chart, count, expected)));
}

/** As for a single service: all reports, if enough come from outside the busiest networks, or those from outside alone. */
function strengthOf(place: PlaceRecord, byService: Map<string, Tally>, hour: Tally, window: number, usual: Usual): number {
  const networks: Tally = new Map();
  for (const tally of byService.values()) addTally(networks, tally);
  const rest = withoutBusiest(networks);
  const strength = (from: Tally) => levelOf(place, countsFrom(byService, withoutDominant(from, hour)), window, usual);
  const outside = countsFrom(byService, rest);
  const needed = outsideNeeded(spreadOf(networks), spreadOf(hour), 0);
  const together = weightedByOutsiders(strength(networks), Math.max(...evidenceOf(place, outside, window, usual)) / needed);
  return spreadOf(rest, hour).isQuorum ? Math.max(together, strength(rest)) : together;
}

function levelOf(place: PlaceRecord, counts: Map<string, number>, window: number, usual: Usual): number {
  return logMean(evidenceOf(place, counts, window, usual)) / THRESHOLD;
}

/** Reports by service; of some networks only, where any are given. */
function countsFrom(byService: Map<string, Tally>, networks: Tally | null = null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [id, tally] of byService) {
    let kept = 0;
    for (const [network, count] of tally) if (networks === null || networks.has(network)) kept += count;
    counts.set(id, kept);
  }
  return counts;
}

/**
 * Log-likelihood ratios of "a part of these services is in trouble" against "none is", for each part and chart. Each service
 * without reports counts against it a little.
 */
function evidenceOf(place: PlaceRecord, counts: Map<string, number>, window: number, usual: Usual): number[] {
  const ratios = CHARTS.map(() => [] as number[]);
  for (const id of place.members) {
    const count = counts.get(id) ?? 0;
    // Stray reports go to a few rivals, not to every service: for a service without reports none are expected.
    const expected = window * (count === 0 ? usual.own(id) : usual.withStrays(id));
    for (const [index, chart] of CHARTS.entries()) ratios[index]?.push(logLikelihoodRatio(chart, count, expected));
  }
  return ratios.flatMap((ratio) => PARTS.map((part) => ratio.reduce((sum, nats) => sum + mixed(part, nats), 0)));
}

/** The logarithm of the mean of ratios that are given as logarithms. */
function logMean(evidence: number[]): number {
  const most = Math.max(...evidence);
  return most + Math.log(evidence.reduce((sum, nats) => sum + Math.exp(nats - most), 0) / evidence.length);
}

/** ln(1 − part + part × e^nats) */
function mixed(part: number, nats: number): number {
  if (nats > 30) return nats + Math.log(part);
  return Math.log1p(part * Math.expm1(nats));
}

/** All services that rise by themselves within some minutes, wherever they are hosted. */
export function allRisers(detector: Detector, minute: number, window: number, usual: Usual): Riser[] {
  const byService = new Map<string, Tally>();
  for (const id of detector.active) {
    const record = detector.services.get(id);
    if (record === undefined) continue;
    const tally: Tally = new Map();
    for (const old of record.minutes) if (old.minute > minute - window) addTally(tally, old.fresh, detector.distrusted);
    if (tally.size > 0) byService.set(id, tally);
  }
  return risersOf(byService, window, usual, "wide");
}
