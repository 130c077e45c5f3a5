import type { Feed } from "../../feed/feed.ts";
import { isWithin, parsePlaceId } from "../../providers/place.ts";
import { edgeOfStatus } from "../../providers/response-signature.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { dominantKind, failingSince, firstFailure } from "../health/site-health.ts";
import { type AnsweringSite, CONTROL_WINDOW, type PlaceSnapshot, type Snapshot } from "../health/snapshot.ts";
import { type IncidentMatch, matchIncident } from "./match-incident.ts";

/** So many owners must fail on one cloud before it is named without anybody else's word. */
const CORRELATED_OWNERS = 2.7;
/**
 * Several regions of a provider that fall silent together look like a broken way out where others fail too, some still answer
 * there, or a proxy stands between: more must fail, and hardly any answer there.
 */
const WAY_ALIKE_OWNERS = 3.7;
const WAY_ALIKE_FINE = 0.25;
/** An owner that only hiccupped there counts this much of one that fails: four of them, or one beside two that fail. */
const BLIP_OWNER = 0.7;
/** An edge's own statuses for a server that it reached and did not hear from in time, or did not understand. */
const WAITED_IN_VAIN: ReadonlySet<number> = new Set([520, 522, 524]);
/** What an owner counts whose edge waited in vain: four of them name the cloud, three do not. */
const WAITING_OWNER = 0.7;

/** For each owner that fails elsewhere so many must fail there; more where all are silent, as a broken way out is everywhere. */
const ELSEWHERE = 2;
const SILENT_ELSEWHERE = 4;
/** So many owners must fail there before the feed's weaker word counts. */
const WEAK_INCIDENT_OWNERS = 2;
/** So many others must fail on a cloud before a site that stands nobody knows where is suspected to stand there too. */
const GUESSED_OWNERS = 2;

/** A cloud that the site stands on, or may stand on, with what speaks for and against its being the culprit. */
export type CloudSuspect = {
  /** `provider/region`, or `provider` where it has no regions or several of them fail. */
  subject: string;
  /** `guessed`: what the site stands on is not known, and others fail there. Never blamed for this site. */
  known: boolean;
  /** Sites that fail there now, the asked one included, and how many owners they have. */
  sites: string[];
  owners: number;
  /** Others that failed there a moment ago. */
  unsettled: SiteHealth[];
  /** Failing requests there, all sites together. */
  requests: number;
  /** Other owners that answer there without a fault, since the trouble began. */
  fine: AnsweringSite[];
  match: IncidentMatch | null;
  correlated: boolean;
};

/**
 * Lists the clouds that may be to blame for a site's trouble, the most suspicious first.
 * @param reached whether the reachability check found the way out
 */
export function cloudSuspects(snapshot: Snapshot, site: SiteHealth, feed: Feed | null, reached: boolean): CloudSuspect[] {
  const own = new Set<string>();
  for (const { on } of site.failingHosts) if (on !== null) own.add(on);
  const known = own.size > 0;
  const suspects: CloudSuspect[] = [];
  for (const subject of known ? own : cloudsOfOthers(snapshot, site)) {
    const services = servicesThere(site, subject);
    const match = matchIncident(feed, subject, snapshot.now, services);
    if (isWide(snapshot, site, subject, match)) {
      const { provider } = parsePlaceId(subject);
      suspects.push(suspectOf(snapshot, site, provider, known, matchIncident(feed, provider, snapshot.now, services), reached));
    } else suspects.push(suspectOf(snapshot, site, subject, known, match, reached));
  }
  return suspects.sort((a, b) => weightOf(b) - weightOf(a));
}

/** The services of a cloud that fail for a site; empty where one of them is not known. */
function servicesThere(site: SiteHealth, subject: string): string[] {
  const services = site.failingHosts.filter(({ on }) => on === subject).map(({ service }) => service);
  return services.every((service) => service !== null) ? services : [];
}

/** Where the site's own cloud is not known: it may stand where others fail in the way that it fails. */
function cloudsOfOthers(snapshot: Snapshot, site: SiteHealth): string[] {
  const subjects: string[] = [];
  const kind = dominantKind(site);
  for (const [name, { failing }] of snapshot.places) {
    const region = failing.some((other) => other.failingHosts.some(({ on }) => on === name));
    const owners = new Set(failing.map(({ owner }) => owner).filter((owner) => owner !== site.owner));
    const alike = failing.some((other) => dominantKind(other) === kind);
    if (region && alike && owners.size >= GUESSED_OWNERS) subjects.push(name);
  }
  return subjects;
}

function weightOf(suspect: CloudSuspect): number {
  const incident = suspect.match === null ? 0 : suspect.match.strength === "strong" ? 3 : 1;
  return suspect.owners + BLIP_OWNER * suspect.unsettled.length + incident - suspect.fine.length;
}

/**
 * Whether to suspect the whole provider instead of one region: where more than one of its regions fails and none visibly
 * works, or where the feed names no region and nothing else of it visibly works.
 */
function isWide(snapshot: Snapshot, site: SiteHealth, subject: string, match: IncidentMatch | null): boolean {
  const { provider, region } = parsePlaceId(subject);
  if (region === null || (match?.strength === "strong" && match.incident.region !== null)) return false;
  const all = snapshot.places.get(provider);
  const failing = new Set<string | null>([subject]);
  for (const other of all?.failing ?? []) for (const { on } of other.failingHosts) if (isWithin(on, provider)) failing.add(on);
  if (failing.size < 2 && match?.incident.region !== null) return false;
  const since = firstFailure(site);
  return !all?.answering.some(({ site: other }) =>
    other.on.some(({ place, at }) => at >= since && isWithin(place, provider) && !failing.has(place)),
  );
}

function suspectOf(
  snapshot: Snapshot,
  site: SiteHealth,
  subject: string,
  known: boolean,
  match: IncidentMatch | null,
  reached: boolean,
): CloudSuspect {
  const place = snapshot.places.get(subject);
  const there = [site, ...(place?.failing ?? []).filter((other) => other !== site)];
  const owners = new Set(there.map((other) => other.owner));
  const unsettled = onePerOwner((place?.unsettled ?? []).filter((other) => !owners.has(other.owner)));
  const since = failingSince(site);
  const fine = onePerOwner((place?.answering ?? []).filter((other) => other.at >= since).map((other) => other.site)).filter(
    (other) => !owners.has(other.owner),
  );
  const words = match === null ? ownersBlaming(there, subject) : owners.size;
  const witnesses = words + BLIP_OWNER * unsettled.length;
  // Names that the machine still knows let the check through where a dead resolver stops everything new.
  const checked = reached && !there.every((other) => dominantKind(other) === "dns");
  // What a proxy answers may be its own word, so behind one an error is as good as silence.
  const silent = snapshot.proxied || isSilent(there);
  const elsewhere = snapshot.failing.length === 0 ? 0 : Math.max(0, snapshot.failingOwners - owners.size);
  const wayAlike =
    match === null && silent && isSpread(there, subject) && (snapshot.proxied || elsewhere > 0 || answersSince(place, there));
  return {
    subject,
    known,
    sites: there.map((other) => other.name),
    owners: owners.size,
    unsettled,
    requests: there.reduce((sum, other) => sum + requestsOf(other), 0),
    fine,
    match,
    correlated:
      witnesses >= (wayAlike ? WAY_ALIKE_OWNERS : CORRELATED_OWNERS) &&
      fine.length <= witnesses * (match !== null ? 2 : wayAlike ? WAY_ALIKE_FINE : 1) &&
      elsewhere * (match === null && silent ? SILENT_ELSEWHERE : ELSEWHERE) <= witnesses &&
      moreAnswerElsewhere(snapshot, subject, controlSince(there), elsewhere - (checked ? 1 : 0)),
  };
}

/** Whether anybody at all answered there since the first of them failed: a broken way out spares some, a dead provider nobody. */
function answersSince(place: PlaceSnapshot | undefined, there: SiteHealth[]): boolean {
  const first = Math.min(...there.map(firstFailure));
  return place?.answering.some(({ at }) => at >= first) ?? false;
}

/** Whether sites in several regions of one provider fail. */
function isSpread(there: SiteHealth[], subject: string): boolean {
  const places = new Set<string>();
  for (const { failingHosts } of there) for (const { on } of failingHosts) if (on !== null && isWithin(on, subject)) places.add(on);
  return places.size > 1;
}

/**
 * How many owners accuse the cloud, each counted once. A cloud that answers itself that the server behind it refused, was not found or
 * showed a bad certificate accuses that server. Where it waited in vain for the server, the way between may be its own.
 */
function ownersBlaming(there: SiteHealth[], subject: string): number {
  const byOwner = new Map<string, number>();
  for (const site of there) {
    const last = site.faults.at(-1)?.status ?? null;
    const accuses = last !== null && isWithin(edgeOfStatus(last), subject) ? (WAITED_IN_VAIN.has(last) ? WAITING_OWNER : 0) : 1;
    byOwner.set(site.owner, Math.max(accuses, byOwner.get(site.owner) ?? 0));
  }
  return [...byOwner.values()].reduce((sum, one) => sum + one, 0);
}

/**
 * Since when answers from elsewhere are a control. Where the cloud itself answered with errors the way to it works, so the time
 * before counts too; else the line may have gone dead with the first failure.
 */
function controlSince(there: SiteHealth[]): number {
  const first = Math.min(...there.map(firstFailure));
  return isSilent(there) ? first : first - CONTROL_WINDOW;
}

/** Nothing came back from any of them, not even an error: the way there may be what is broken. */
function isSilent(there: SiteHealth[]): boolean {
  return !there.some(({ faults }) => faults.some(({ kind }) => kind === "http"));
}

/** Whether more owners than so many answered in other places since a moment. */
function moreAnswerElsewhere(snapshot: Snapshot, subject: string, since: number, than: number): boolean {
  let counted = 0;
  for (const { at, on } of snapshot.control) {
    if (counted > than || at < since) break;
    if (!on.some(({ place }) => isWithin(place, subject))) counted++;
  }
  return counted > than;
}

function onePerOwner<T extends { owner: string }>(sites: T[]): T[] {
  const seen = new Set<string>();
  return sites.filter(({ owner }) => !seen.has(owner) && seen.add(owner));
}

/** Failing requests of a site, repeats included. */
function requestsOf(site: SiteHealth): number {
  return site.faults.reduce((sum, { count }) => sum + count, 0);
}

/**
 * May this cloud be named? A wrong `provider` is the worst answer there is, so whatever the arithmetic says: several owners
 * fail there together; or the feed's fresh word and a second failing request; or the feed's weaker word, a second owner, and
 * nobody who just succeeded there.
 */
export function mayBlame(suspect: CloudSuspect): boolean {
  if (!suspect.known) return false;
  if (suspect.correlated) return true;
  if (suspect.match === null) return false;
  if (suspect.match.strength === "strong") return suspect.requests >= 2 && suspect.fine.length <= suspect.owners * 2;
  return incidentCounts(suspect);
}

/** Whether the feed's word about the cloud counts at all: a weak one needs a second owner and no success there; one that works again is a success. */
export function incidentCounts({ match, owners, unsettled, fine }: CloudSuspect): boolean {
  if (match === null || match.strength === "strong") return match !== null;
  const stillBlips = unsettled.filter(({ state }) => state === "blip").length;
  return owners + BLIP_OWNER * stillBlips >= WEAK_INCIDENT_OWNERS && fine.length === 0;
}
