import type { Feed } from "./feed.ts";
import { type IncidentMatch, matchIncident } from "./incident-match.ts";
import { type Answering, CONTROL_WINDOW, firstFailure, type Picture } from "./picture.ts";
import type { SiteHealth } from "./site-health.ts";
import { parseProviderSubject } from "./verdict.ts";

/** So many owners must fail on one cloud before it is named without anybody else's word. */
const CORRELATED_OWNERS = 2.7;
/** An owner that only hiccupped there counts this much of one that fails: four of them, or one beside two that fail. */
const SHAKEN_OWNER = 0.7;

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
  shaken: SiteHealth[];
  /** Failing requests there, all sites together. */
  requests: number;
  /** Other owners that answer there without a fault, since the trouble began. */
  fine: Answering[];
  match: IncidentMatch | null;
  correlated: boolean;
};

/** Whether something placed `on` stands inside the subject: the same region, or any region of a whole provider. */
export function standsOn(on: string | null, subject: string): boolean {
  return on !== null && (on === subject || (!subject.includes("/") && parseProviderSubject(on).provider === subject));
}

function standsThere(site: SiteHealth, subject: string): boolean {
  return site.failing.some(({ on }) => standsOn(on, subject));
}

/** Lists the clouds that may be to blame for a site's trouble, the most suspicious first. */
export function cloudSuspects(picture: Picture, site: SiteHealth, feed: Feed | null, reached: boolean): CloudSuspect[] {
  const known = new Set<string>();
  for (const { on } of site.failing) if (on !== null) known.add(on);
  const subjects = known.size > 0 ? known : cloudsOfOthers(picture, site);
  const suspects: CloudSuspect[] = [];
  for (const subject of subjects) {
    const narrow = suspectOf(picture, site, subject, known.size > 0, feed, reached);
    const wide = widened(picture, site, narrow, feed, reached);
    suspects.push(wide ?? narrow);
  }
  return suspects.sort((a, b) => weightOf(b) - weightOf(a));
}

/** Where the site's own cloud is not known: it may stand where others fail. */
function cloudsOfOthers(picture: Picture, site: SiteHealth): Set<string> {
  const subjects = new Set<string>();
  const owners = new Map<string, Set<string>>();
  for (const other of picture.failing) {
    if (other.owner === site.owner) continue;
    for (const { on } of other.failing) if (on !== null) owners.set(on, (owners.get(on) ?? new Set()).add(other.owner));
  }
  for (const [on, failing] of owners) if (failing.size >= GUESSED_OWNERS) subjects.add(on);
  return subjects;
}

function weightOf(suspect: CloudSuspect): number {
  const incident = suspect.match === null ? 0 : suspect.match.strength === "strong" ? 3 : 1;
  return suspect.owners + SHAKEN_OWNER * suspect.shaken.length + incident - suspect.fine.length;
}

/**
 * The whole provider instead of one region: where more than one of its regions fails and none visibly works, or where the feed
 * names no region and nothing else of it visibly works.
 */
function widened(picture: Picture, site: SiteHealth, narrow: CloudSuspect, feed: Feed | null, reached: boolean): CloudSuspect | null {
  const { provider, region } = parseProviderSubject(narrow.subject);
  if (region === null) return null;
  const failing = new Set<string>();
  for (const other of picture.failing) {
    for (const { on } of other.failing) if (on !== null && standsOn(on, provider)) failing.add(on);
  }
  const works = picture.answering.some(
    ({ on, at }) => at >= firstFailure(site) && on.some((place) => standsOn(place, provider) && !failing.has(place)),
  );
  if (works) return null;
  if (failing.size < 2 && narrow.match?.incident.region !== null) return null;
  if (narrow.match?.strength === "strong" && narrow.match.incident.region !== null) return null;
  return suspectOf(picture, site, provider, narrow.known, feed, reached);
}

function suspectOf(picture: Picture, site: SiteHealth, subject: string, known: boolean, feed: Feed | null, reached: boolean): CloudSuspect {
  const there = picture.failing.filter((other) => other === site || standsThere(other, subject));
  if (!there.includes(site)) there.push(site);
  const owners = new Set(there.map((other) => other.owner));
  const shaken = onePerOwner(picture.shaken.filter((other) => !owners.has(other.owner) && standsThere(other, subject)));
  const elsewhere = new Set<string>();
  for (const other of picture.failing) if (!owners.has(other.owner)) elsewhere.add(other.owner);
  const since = Math.min(...there.map(firstFailure)) - CONTROL_WINDOW;
  const answering = onePerOwner(picture.answering.filter((other) => !owners.has(other.owner) && other.at >= since));
  const fine = answering.filter((other) => other.at >= firstFailure(site) && other.on.some((on) => standsOn(on, subject)));
  const works = answering.filter((other) => !other.on.some((on) => standsOn(on, subject))).length;
  const witnesses = owners.size + SHAKEN_OWNER * shaken.length;
  const match = matchIncident(feed, subject, picture.now);
  return {
    subject,
    known,
    sites: there.map((other) => other.name),
    owners: owners.size,
    shaken,
    requests: there.reduce((sum, other) => sum + requestsOf(other), 0),
    fine,
    match,
    correlated:
      witnesses >= CORRELATED_OWNERS &&
      fine.length <= witnesses &&
      elsewhere.size * 2 <= witnesses &&
      works + (reached ? 1 : 0) > elsewhere.size,
  };
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
  return speaks(suspect);
}

/** Whether the feed's word about the cloud counts at all: a weak one needs a second owner and no success there. */
export function speaks({ match, owners, shaken, fine }: CloudSuspect): boolean {
  return match !== null && (match.strength === "strong" || (owners + shaken.length >= 2 && fine.length === 0));
}
