import { isWithin, parsePlaceId } from "../../providers/place.ts";
import { isPlatform, isSharedEdge } from "../../providers/shared-edges.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { type AnsweringSite, placesUnder, type Snapshot } from "../health/snapshot.ts";
import { accusationOf, isWrittenThere } from "./accusation.ts";
import { BLIP_OWNER, type Correlation, correlationOf, firstFaultOf, isSilent, type TroubleOnPlace } from "./correlation.ts";
import { type IncidentMatch, matchIncident } from "./match-incident.ts";
import { answeredAt, answersOthers, failsForOthers, failsInOwnCountryOnly, vantagesWithout } from "./measured.ts";

/** At least this many owners must fail there before a weak incident counts. A fixed rule, not fitted: a second failing site there. */
const WEAK_INCIDENT_OWNERS = 2;
/** A control measurement names a place where this many owners fail. Judged (2026-11-30): as a weak incident does. */
export const OWNERS_WITH_MEASUREMENT = 2;
/** At least this many others must fail on a place before a site whose host is not known may be hosted there too. Judged. */
const GUESSED_OWNERS = 2;
/** Neighbours that keep answering refute one vantage. Judged (2026-11-30). */
const VANTAGES_AGAINST_NEIGHBOURS = 2;
/** That one site answers elsewhere says that the site does; of so many it says that their place does. Judged (2026-11-30). */
const OWNERS_ANSWERING_ELSEWHERE = 2;
/**
 * So many sites fail elsewhere too where their place does, and not each by itself. An edge that is silent is so by itself, whoever's site it
 * is; errors, and the silence of rented machines, are also the sites' own, and need as many as without measurements. Judged (2026-12-01).
 */
const OWNERS_FAILING_ELSEWHERE = { silentEdge: 2, else: 3 };
/** A neighbour keeps answering with this many answers. Judged (2026-11-30). */
const STEADY_ANSWERS = 2;
/** How many failing owners an incident is worth when suspects are ranked. Judged. */
const RANK_OF_INCIDENT = { strong: 3, weak: 1, elsewhere: 0, told: 0 } as const;
/** And how many it is worth that a platform fails itself, rather than the edge in front of it or the cloud under it. Judged (2026-11-30). */
const RANK_OF_PLATFORM = 3;

/** A place that hosts the site, or may host it, with the evidence for and against it as the cause. */
export type CloudSuspect = {
  /** `provider/region`, or `provider` where it has no regions or several of them fail. */
  place: string;
  /** `guessed`: what hosts the site is not known, and others fail there. Never blamed for this site. */
  hosting: "known" | "guessed";
  /** Sites that fail there now, the one asked about included, and how many independent owners they have. */
  sites: string[];
  owners: number;
  /** How many owners have failures there that accuse the place, blips included, and whether the site asked about is one of them. */
  accusing: number;
  accuses: boolean;
  /** The place itself is known to have written errors of sites that fail there. */
  wrote: boolean;
  /** Others that failed there a moment ago. */
  unsettled: SiteHealth[];
  /** Failing requests there, all sites together. */
  requests: number;
  /** Other owners that answer there without a fault since the trouble began. */
  answering: AnsweringSite[];
  /** How many of these keep answering. */
  steady: number;
  /** When their trouble began, milliseconds of the epoch. */
  since: number;
  /** From how many vantages it, or several owners' sites there, were measured to fail too, as far as nothing here refutes them. */
  failsAt: number;
  /** It, or several owners' sites that fail there, were measured to answer elsewhere since. */
  worksElsewhere: boolean;
  match: IncidentMatch | null;
  correlation: Correlation;
};

/**
 * Finds the place that is most suspect as the cause of a site's trouble.
 * @param reached whether the reachability check reached the internet
 * @returns null where no place is known to host the site and none is suspect by the failures of others
 */
export function cloudSuspect(snapshot: Snapshot, site: SiteHealth, reached: boolean): CloudSuspect | null {
  const known = new Set(placesUnder(site).filter((place) => place !== null));
  const hosting = known.size > 0 ? "known" : "guessed";
  const suspects = [...(known.size > 0 ? known : guessedPlaces(snapshot, site))].map((place) =>
    suspectOn(snapshot, site, place, hosting, reached),
  );
  suspects.sort((a, b) => rankOf(b) - rankOf(a));
  return suspects[0] ?? null;
}

function rankOf({ place, match, owners, unsettled, answering, correlation }: CloudSuspect): number {
  const incident = match === null ? 0 : RANK_OF_INCIDENT[match.strength];
  const own = correlation === "outage" && isPlatform(place) ? RANK_OF_PLATFORM : 0;
  return owners + BLIP_OWNER * unsettled.length + incident + own - answering.length;
}

/** Where it is not known what hosts the site: places where others fail in the way that it fails. */
function guessedPlaces(snapshot: Snapshot, site: SiteHealth): string[] {
  const places: string[] = [];
  for (const [name, { failing }] of snapshot.places) {
    const hosts = failing.some((other) => other.failingHosts.some(({ on }) => on === name));
    const owners = new Set(failing.map(({ witness }) => witness).filter((witness) => witness !== site.witness));
    const sameKind = failing.some(({ kind }) => kind === site.kind);
    if (hosts && sameKind && owners.size >= GUESSED_OWNERS) places.push(name);
  }
  return places;
}

function suspectOn(snapshot: Snapshot, site: SiteHealth, region: string, hosting: CloudSuspect["hosting"], reached: boolean): CloudSuspect {
  const services = failingServices(site, region);
  const about = { services, country: snapshot.network?.country ?? null };
  const ofRegion = matchIncident(snapshot.feed, region, snapshot.now, about);
  const { provider } = parsePlaceId(region);
  const trouble = isWholeProvider(snapshot, site, region, ofRegion)
    ? troubleOn(snapshot, site, provider, matchIncident(snapshot.feed, provider, snapshot.now, about))
    : troubleOn(snapshot, site, region, ofRegion);
  const { place, failing, witnesses, unsettled, answering, steady, worksElsewhere, match } = trouble;
  return {
    place,
    hosting,
    sites: failing.map(({ name }) => name),
    owners: witnesses.size,
    accusing: ownersOf([...failing, ...unsettled.filter(isBlip)].filter((other) => accusationOf(other, place) !== "nothing")),
    accuses: accusationOf(site, place) !== "nothing",
    wrote: failing.some((other) => isWrittenThere(other, place)),
    unsettled,
    requests: failing.reduce((sum, { faults }) => sum + faults.reduce((requests, { count }) => requests + count, 0), 0),
    answering,
    since: beganAt(failing),
    failsAt: failsAt(snapshot, trouble),
    worksElsewhere,
    steady: steady.length,
    match,
    correlation: correlationOf(snapshot, trouble, reached),
  };
}

/** From how many vantages a place was measured to fail, or several owners' sites there. */
function failsAt(snapshot: Snapshot, { place, failing, steady }: TroubleOnPlace): number {
  const owners = ownersOf(failing.filter((other) => failsForOthers(snapshot, other)));
  const { provider, region } = parsePlaceId(place);
  const isSilentEdge = isSharedEdge(provider, region) && isSilent(failing);
  if (owners >= OWNERS_FAILING_ELSEWHERE[isSilentEdge ? "silentEdge" : "else"]) return owners;
  const vantages = vantagesWithout(snapshot, place);
  const needed = steady.length > 0 ? VANTAGES_AGAINST_NEIGHBOURS : 1;
  // A way that is cut is cut for a whole country.
  return vantages >= needed && !(isSilentEdge && failsInOwnCountryOnly(snapshot, place)) ? vantages : 0;
}

/** Whether a place answers elsewhere since the trouble of these sites began, or several owners' sites among them do. None may fail there. */
function worksElsewhere(snapshot: Snapshot, place: string, failing: SiteHealth[]): boolean {
  if (vantagesWithout(snapshot, place) > 0 || failing.some((other) => failsForOthers(snapshot, other))) return false;
  const answering = ownersOf(failing.filter((other) => answersOthers(snapshot, other)));
  return answering >= OWNERS_ANSWERING_ELSEWHERE || answeredAt(snapshot, place, beganAt(failing)).length > 0;
}

/** When the trouble of these sites began, milliseconds of the epoch: their first faults may be forgotten by now. */
function beganAt(failing: SiteHealth[]): number {
  return Math.min(...failing.map(({ since }) => since));
}

/** The services of a place that fail for a site; empty where one of them is not known. */
function failingServices(site: SiteHealth, place: string): string[] {
  const services = site.failingHosts.filter(({ on }) => on === place).map(({ service }) => service);
  return services.every((service) => service !== null) ? services : [];
}

/**
 * Whether to suspect the whole provider instead of one region: where more than one of its regions fails and none visibly
 * works, or where the feed names no region and no other region of it visibly works.
 */
function isWholeProvider(snapshot: Snapshot, site: SiteHealth, place: string, match: IncidentMatch | null): boolean {
  const { provider, region } = parsePlaceId(place);
  if (region === null || (match?.strength === "strong" && match.incident.region !== null)) return false;
  const all = snapshot.places.get(provider);
  const failing = new Set<string | null>([place]);
  for (const other of all?.failing ?? []) {
    // Who fails here too needs no second region to explain it.
    if (other.failingHosts.some(({ on }) => on === place)) continue;
    for (const { on } of other.failingHosts) if (isWithin(on, provider)) failing.add(on);
  }
  if (failing.size < 2 && match?.incident.region !== null) return false;
  return !all?.answering.some(({ site: other }) =>
    other.on.some((answer) => answer.at >= site.firstFaultAt && isWithin(answer.place, provider) && !failing.has(answer.place)),
  );
}

function troubleOn(snapshot: Snapshot, site: SiteHealth, place: string, match: IncidentMatch | null): TroubleOnPlace {
  const seen = snapshot.places.get(place);
  const failing = [site, ...(seen?.failing ?? []).filter((other) => other !== site)];
  const owners = new Set(failing.map(({ owner }) => owner));
  const unsettled = onePerOwner((seen?.unsettled ?? []).filter(({ owner }) => !owners.has(owner)));
  const since = (seen?.answering ?? []).filter(({ at }) => at >= site.unansweredSince);
  const answering = onceInPassing(onePerOwner(since.map((answer) => answer.site)).filter(({ owner }) => !owners.has(owner)));
  return {
    place,
    failing,
    witnesses: new Set(failing.map(({ witness }) => witness)),
    unsettled,
    answering,
    steady: thatKeepAnswering(snapshot, answering, firstFaultOf(failing)),
    worksElsewhere: worksElsewhere(snapshot, place, failing),
    match,
  };
}

function isBlip({ state }: SiteHealth): boolean {
  return state === "blip";
}

function ownersOf(sites: SiteHealth[]): number {
  return new Set(sites.map(({ witness }) => witness)).size;
}

/** Those of the sites that have answered more than once since then. Answers are listed once in five seconds. */
function thatKeepAnswering({ answers }: Snapshot, sites: AnsweringSite[], since: number): AnsweringSite[] {
  const counts = new Map<string, number>();
  for (const { at, site } of answers) if (at >= since) counts.set(site, (counts.get(site) ?? 0) + 1);
  return sites.filter(({ name }) => (counts.get(name) ?? 0) >= STEADY_ANSWERS);
}

/** All that answered in passing (fonts, trackers) are one: they say little of the parts of the place that people use. */
function onceInPassing(sites: AnsweringSite[]): AnsweringSite[] {
  const first = sites.find(({ visited }) => !visited);
  return sites.filter((site) => site.visited || site === first);
}

function onePerOwner<T extends { owner: string }>(sites: T[]): T[] {
  const seen = new Set<string>();
  return sites.filter(({ owner }) => !seen.has(owner) && seen.add(owner));
}

/**
 * Whether an incident of the suspected place counts as evidence at all. A weak one needs a second owner in trouble and no owner
 * that works there; a neighbour that works again counts as working.
 */
export function incidentCounts({ match, accusing, accuses, answering, wrote }: CloudSuspect): boolean {
  // What says that somebody else failed, or nobody, is no part of an outage of the place.
  if (match === null || match.strength === "told" || !accuses) return false;
  if (match.strength === "strong") return true;
  if (match.strength === "elsewhere" && !wrote) return false;
  return accusing >= WEAK_INCIDENT_OWNERS && answering.length === 0;
}
