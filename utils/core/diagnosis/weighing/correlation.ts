import { isFeedFresh } from "../../feed/freshness.ts";
import { isWithin, parsePlaceId } from "../../providers/place.ts";
import { isEdgeOnly, isPlatform, isSharedEdge } from "../../providers/shared-edges.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { type AnsweringSite, CONTROL_WINDOW, type Snapshot } from "../health/snapshot.ts";
import { type Accusation, accusationOf, isWrittenThere } from "./accusation.ts";
import { knownCut } from "./known-cut.ts";
import type { IncidentMatch } from "./match-incident.ts";

// All thresholds in this file are judged (2026-11-23 to 2026-11-30), and checked by `npm run accuracy`.

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
/** At least this many of them must have had errors that the place may have written; one is enough where its headers say so. */
const ERRORS_NEEDED = 2;
/**
 * A way is cut where this many owners are silent, or that many where the place is alive: a neighbour keeps answering (design.md fixes both),
 * it answers elsewhere, or people of this network do not reach it either.
 */
const CUT_OWNERS = 3;
const CUT_OWNERS_OF_LIVING_PLACE = 2;
/** For each owner that fails elsewhere this many must fail there; more where all are silent, as behind a broken connection. */
const PER_FAILURE_ELSEWHERE = 2;
const PER_FAILURE_ELSEWHERE_IN_SILENCE = 4;

/** The sites seen on one place while a site there fails. */
export type TroubleOnPlace = {
  /** `provider/region` or `provider`. */
  place: string;
  /** Sites that fail there, the one asked about first. */
  failing: SiteHealth[];
  /** Whose word that is: independent owners. */
  witnesses: ReadonlySet<string>;
  /** Other owners that failed there a moment ago, one site each. */
  unsettled: SiteHealth[];
  /** Other owners that answer there without a fault since the trouble began, one site each. */
  answering: AnsweringSite[];
  /** Those of them that keep answering. */
  steady: AnsweringSite[];
  /** It, or several owners' sites that fail there, were measured to answer elsewhere since. */
  worksElsewhere: boolean;
  /** What the feed reports of the place. */
  match: IncidentMatch | null;
};

/**
 * Whether the failures on a place have one cause, and where. `outage`: in the place itself. `cut`: on the way there. If neither, the
 * first test that says no.
 */
export type Correlation =
  | "outage"
  | "cut"
  | "platform-fails"
  | "too-few-owners"
  | "too-many-answer"
  | "fails-elsewhere"
  | "no-control"
  | "nobody-known";

/**
 * Tests whether the failures of several owners on one place have one cause: enough owners fail there, few answer there, few fail
 * elsewhere, and some answer elsewhere. Errors that the place wrote are its own. Silence is the place's own only in a region of a cloud,
 * where every owner is silent and other regions answer; a shared edge answers from everywhere, so silence there is a way that is cut.
 * @param reached whether the reachability check reached the internet
 */
export function correlationOf(snapshot: Snapshot, trouble: TroubleOnPlace, reached: boolean): Correlation {
  const { failing, witnesses, steady, place } = trouble;
  // What a weak incident says is weighed by `incidentCounts`: it makes no outage of a silence.
  const match = trouble.match?.strength === "strong" ? trouble.match : null;
  const accusers = accusersOn(snapshot, trouble);
  // A page that opens others can make any site fail for the first time, but not one that the person has used before.
  if (match === null && !failing.some(({ known, led }) => known && led === false)) return "nobody-known";
  if (match === null && !accusers.written && platformFails(snapshot, place)) return "platform-fails";
  const elsewhere = snapshot.failing.length === 0 ? 0 : Math.max(0, snapshot.failingWitnesses - witnesses.size);
  if (match !== null || accusers.errors >= (accusers.written && steady.length === 0 ? 1 : ERRORS_NEEDED))
    return outage(snapshot, trouble, reached, accusers, elsewhere);
  const own = regionIsSilent(snapshot, trouble) ? outage(snapshot, trouble, reached, accusers, elsewhere) : "too-few-owners";
  return own === "outage" ? own : cut(snapshot, trouble, reached, accusers, elsewhere, own);
}

/**
 * Whether a platform says that it fails, whose customers may stand behind this edge: its official word beats the suspicion of the edge,
 * unless headers say who wrote the errors.
 */
function platformFails({ feed, now }: Snapshot, place: string): boolean {
  if (!isEdgeOnly(place) || !isFeedFresh(feed, now)) return false;
  return feed.incidents.some(
    ({ provider, official, status, severity }) =>
      isPlatform(provider) && official !== null && status !== "resolved" && (severity === "major" || severity === "critical"),
  );
}

type Accusers = {
  /** Owners to whom the place answered with errors of its own, and owners to whom it was silent. */
  errors: number;
  silent: number;
  /** The headers of one of these errors say that the place wrote it. */
  written: boolean;
};

function accusersOn({ proxied }: Snapshot, { place, failing }: TroubleOnPlace): Accusers {
  const words = new Map<string, Accusation>();
  for (const site of failing) {
    const word = accusationOf(site, place);
    const known = words.get(site.witness);
    if (known === undefined || known === "nothing" || word === "errors") words.set(site.witness, word);
  }
  const count = (wanted: Accusation) => [...words.values()].filter((word) => word === wanted).length;
  // A proxy may have written an error itself, so behind one an error proves no more than silence.
  if (proxied) return { errors: 0, silent: count("errors") + count("silence"), written: false };
  return { errors: count("errors"), silent: count("silence"), written: failing.some((site) => isWrittenThere(site, place)) };
}

function outage(
  snapshot: Snapshot,
  trouble: TroubleOnPlace,
  reached: boolean,
  { errors, silent }: Accusers,
  elsewhere: number,
): Correlation {
  const { failing, unsettled, answering, place } = trouble;
  const match = trouble.match?.strength === "strong" ? trouble.match : null;
  const isQuiet = errors === 0;
  const spreadSilence = match === null && isQuiet && isSpread(trouble) && connectionMayBeBroken(snapshot, trouble, elsewhere);
  const blips = unsettled.filter((site) => accusationOf(site, place) !== "nothing").length;
  const accusing = errors + silent + BLIP_OWNER * blips;
  if (accusing < (spreadSilence ? SPREAD_SILENCE_OWNERS : CORRELATED_OWNERS)) return "too-few-owners";
  const tolerated = match !== null ? ANSWERING_DESPITE_INCIDENT : spreadSilence ? SPREAD_SILENCE_ANSWERING : ANSWERING;
  if (answering.length > accusing * tolerated) return "too-many-answer";
  const needed = match === null && isQuiet ? PER_FAILURE_ELSEWHERE_IN_SILENCE : PER_FAILURE_ELSEWHERE;
  if (elsewhere * needed > accusing) return "fails-elsewhere";
  // A check that reached the internet is one answer from elsewhere. Where no name is found it is none: the machine still knows the mirror's.
  const checked = reached && !failing.every(({ kind }) => kind === "dns");
  return moreAnswerElsewhere(snapshot, trouble, elsewhere - (checked ? 1 : 0)) ? "outage" : "no-control";
}

/**
 * Whether a region of a cloud is silent, and not the way to that cloud: nobody answers there, unless failures come and go, no vantage
 * elsewhere does better, and another region of it that is in use answers.
 */
function regionIsSilent(snapshot: Snapshot, { place, failing, answering, worksElsewhere }: TroubleOnPlace): boolean {
  const { provider, region } = parsePlaceId(place);
  if (region === null || isSharedEdge(provider, region) || worksElsewhere) return false;
  if (answering.length > 0 && !failing.some(comesAndGoes)) return false;
  const all = snapshot.places.get(provider);
  const since = firstFaultOf(failing);
  const others = all?.failing.some(({ failingHosts }) => failingHosts.some(({ on }) => isWithin(on, provider) && on !== place)) ?? false;
  if (!others) return true;
  return (
    all?.answering.some(
      ({ site, at }) => at >= since && site.on.some((other) => isWithin(other.place, provider) && other.place !== place),
    ) ?? false
  );
}

/** Whether a site answered between its failures: in an outage failures are random, where a way is cut they are not. */
function comesAndGoes({ faults }: SiteHealth): boolean {
  return faults.some(({ afresh }) => afresh);
}

function cut(
  snapshot: Snapshot,
  trouble: TroubleOnPlace,
  reached: boolean,
  { errors, silent }: Accusers,
  elsewhere: number,
  otherwise: Correlation,
): Correlation {
  const { place, failing, steady, worksElsewhere } = trouble;
  if (errors > 0 || failing.some(({ kind }) => kind === "dns")) return otherwise;
  const isAlive = steady.length > 0 || worksElsewhere || knownCut(snapshot, place) !== undefined;
  const enough = isAlive ? CUT_OWNERS_OF_LIVING_PLACE : CUT_OWNERS;
  if (silent < enough) return otherwise;
  if (elsewhere * PER_FAILURE_ELSEWHERE > silent) return "fails-elsewhere";
  return moreAnswerElsewhere(snapshot, trouble, elsewhere - (reached ? 1 : 0)) ? "cut" : "no-control";
}

/** Signs that the connection, not the provider, silenced several regions: a proxy, failures elsewhere, or answers from there. */
function connectionMayBeBroken(snapshot: Snapshot, trouble: TroubleOnPlace, elsewhere: number): boolean {
  return snapshot.proxied || elsewhere > 0 || answersSince(snapshot, trouble);
}

/** Whether any site answered there since the first of them failed: a broken connection spares some, a dead provider none. */
function answersSince(snapshot: Snapshot, { place, failing }: TroubleOnPlace): boolean {
  const first = firstFaultOf(failing);
  return snapshot.places.get(place)?.answering.some(({ at }) => at >= first) ?? false;
}

/** Whether several regions of one provider fail. */
function isSpread({ place, failing }: TroubleOnPlace): boolean {
  const regions = new Set<string>();
  for (const { failingHosts } of failing) for (const { on } of failingHosts) if (on !== null && isWithin(on, place)) regions.add(on);
  return regions.size > 1;
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
  return isSilent(failing) ? firstFaultOf(failing) : firstFaultOf(failing) - CONTROL_WINDOW;
}

/** Nothing came back from any of them, not even an error: the connection may be what is broken. */
export function isSilent(failing: SiteHealth[]): boolean {
  return !failing.some(({ faults }) => faults.some(({ kind }) => kind === "http"));
}

/** When the first of these sites failed, milliseconds of the epoch. */
export function firstFaultOf(failing: SiteHealth[]): number {
  return Math.min(...failing.map(({ firstFaultAt }) => firstFaultAt));
}
