import { isWithin } from "../../providers/place.ts";
import { edgeOfStatus } from "../../providers/response-signature.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { type AnsweringSite, CONTROL_WINDOW, type Snapshot } from "../health/snapshot.ts";
import type { IncidentMatch } from "./match-incident.ts";

// All thresholds in this file are judged (2026-11-23 to 2026-11-28), and checked by `npm run accuracy`.

/** This many owners (weighted, see below) must fail on one place before it is named without an incident in the feed. */
const CORRELATED_OWNERS = 2.7;
/**
 * Several regions of a provider that fall silent together resemble a broken connection where others fail too, some still answer
 * there, or a proxy is in between. Then more owners must fail, and hardly any may answer there.
 */
const SPREAD_SILENCE_OWNERS = 3.7;
const SPREAD_SILENCE_ANSWERING = 0.25;
/** At most this many owners may answer there for each one that fails; more where the feed reports an incident. */
const ANSWERING = 1;
const ANSWERING_DESPITE_INCIDENT = 2;
/** An owner with no more than a blip there counts this much: four of them, or one beside two that fail. */
export const BLIP_OWNER = 0.7;
/** Statuses of an edge for a server that it reached and that did not answer in time, or not in a form that it understood. */
const EDGE_WAITED: ReadonlySet<number> = new Set([520, 522, 524]);
/** An owner whose edge waited for its server counts this much: four of them name the edge, three do not. */
const WAITING_OWNER = 0.7;
/** For each owner that fails elsewhere this many must fail there; more where all are silent, as behind a broken connection. */
const PER_FAILURE_ELSEWHERE = 2;
const PER_FAILURE_ELSEWHERE_IN_SILENCE = 4;

/** The sites seen on one place while a site there fails. */
export type TroubleOnPlace = {
  /** `provider/region` or `provider`. */
  place: string;
  /** Sites that fail there, the one asked about first. */
  failing: SiteHealth[];
  /** Their owners. */
  owners: ReadonlySet<string>;
  /** Other owners that failed there a moment ago, one site each. */
  unsettled: SiteHealth[];
  /** Other owners that answer there without a fault since the trouble began, one site each. */
  answering: AnsweringSite[];
  /** What the feed reports of the place. */
  match: IncidentMatch | null;
};

/** Whether the failures on a place have one cause there; if not, the first test that says no. */
export type Correlation = "correlated" | "too-few-owners" | "too-many-answer" | "fails-elsewhere" | "no-control";

/**
 * Tests whether the failures of several owners on one place have their cause in that place: enough owners fail there, few answer
 * there, few fail elsewhere, and some answer elsewhere.
 * @param reached whether the reachability check reached the internet
 */
export function correlationOf(snapshot: Snapshot, trouble: TroubleOnPlace, reached: boolean): Correlation {
  const { failing, owners, answering, match } = trouble;
  // A proxy may have written an error itself, so behind one an error proves no more than silence.
  const silent = snapshot.proxied || isSilent(failing);
  const elsewhere = snapshot.failing.length === 0 ? 0 : Math.max(0, snapshot.failingOwners - owners.size);
  const spreadSilence = match === null && silent && isSpread(trouble) && connectionMayBeBroken(snapshot, trouble, elsewhere);
  const accusing = (match === null ? ownersAccusing(trouble) : owners.size) + BLIP_OWNER * trouble.unsettled.length;

  if (accusing < (spreadSilence ? SPREAD_SILENCE_OWNERS : CORRELATED_OWNERS)) return "too-few-owners";
  const tolerated = match !== null ? ANSWERING_DESPITE_INCIDENT : spreadSilence ? SPREAD_SILENCE_ANSWERING : ANSWERING;
  if (answering.length > accusing * tolerated) return "too-many-answer";
  const needed = match === null && silent ? PER_FAILURE_ELSEWHERE_IN_SILENCE : PER_FAILURE_ELSEWHERE;
  if (elsewhere * needed > accusing) return "fails-elsewhere";
  // A check that reached the internet is one answer from elsewhere. Where no name is found it is none: the machine still knows the mirror's.
  const checked = reached && !failing.every(({ kind }) => kind === "dns");
  return moreAnswerElsewhere(snapshot, trouble, elsewhere - (checked ? 1 : 0)) ? "correlated" : "no-control";
}

/** Signs that the connection, not the provider, silenced several regions: a proxy, failures elsewhere, or answers from there. */
function connectionMayBeBroken(snapshot: Snapshot, trouble: TroubleOnPlace, elsewhere: number): boolean {
  return snapshot.proxied || elsewhere > 0 || answersSince(snapshot, trouble);
}

/** Whether any site answered there since the first of them failed: a broken connection spares some, a dead provider none. */
function answersSince(snapshot: Snapshot, { place, failing }: TroubleOnPlace): boolean {
  const first = firstFault(failing);
  return snapshot.places.get(place)?.answering.some(({ at }) => at >= first) ?? false;
}

/** Whether sites in several regions of one provider fail. */
function isSpread({ place, failing }: TroubleOnPlace): boolean {
  const regions = new Set<string>();
  for (const { failingHosts } of failing) for (const { on } of failingHosts) if (on !== null && isWithin(on, place)) regions.add(on);
  return regions.size > 1;
}

/**
 * How many owners accuse the place, each counted once. An edge that answers that it was refused by the server behind it, did not
 * find it or got a bad certificate from it accuses that server. Where it waited for the server, its own network may be the cause.
 */
function ownersAccusing({ place, failing }: TroubleOnPlace): number {
  const byOwner = new Map<string, number>();
  for (const site of failing) {
    const status = site.faults.at(-1)?.status ?? null;
    const byEdge = status !== null && isWithin(edgeOfStatus(status), place);
    const weight = !byEdge ? 1 : EDGE_WAITED.has(status) ? WAITING_OWNER : 0;
    byOwner.set(site.owner, Math.max(weight, byOwner.get(site.owner) ?? 0));
  }
  return [...byOwner.values()].reduce((sum, one) => sum + one, 0);
}

/** Whether more than this many owners answered in other places while the trouble there lasted. */
function moreAnswerElsewhere(snapshot: Snapshot, { place, failing }: TroubleOnPlace, than: number): boolean {
  const since = controlSince(failing);
  let counted = 0;
  for (const { at, on } of snapshot.control) {
    if (counted > than || at < since) break;
    if (!on.some((other) => isWithin(other.place, place))) counted++;
  }
  return counted > than;
}

/**
 * From when on answers from elsewhere are a control. Where the place itself answered with errors the connection to it works, so the
 * time before counts too; else the connection may have broken with the first failure.
 */
function controlSince(failing: SiteHealth[]): number {
  return isSilent(failing) ? firstFault(failing) : firstFault(failing) - CONTROL_WINDOW;
}

/** Nothing came back from any of them, not even an error: the connection may be what is broken. */
function isSilent(failing: SiteHealth[]): boolean {
  return !failing.some(({ faults }) => faults.some(({ kind }) => kind === "http"));
}

function firstFault(failing: SiteHealth[]): number {
  return Math.min(...failing.map(({ firstFaultAt }) => firstFaultAt));
}
