import type { Feed } from "./feed.ts";
import { type IncidentMatch, matchIncident } from "./incident-match.ts";
import { type Answering, controlStart, failsNow, type Picture } from "./picture.ts";
import type { SiteHealth } from "./site-health.ts";
import { parseProviderSubject } from "./verdict.ts";

/** So many owners must fail on one cloud before it is named without anybody else's word. */
const CORRELATED_OWNERS = 3;

/** A cloud that a failing host of the site stands on, with what speaks for and against its being the culprit. */
export type CloudSuspect = {
  /** `provider/region`, or `provider` where it has no regions or several of them fail. */
  subject: string;
  /** Owners that fail there now, the asked site's own included; and those sites' names. */
  owners: number;
  sites: string[];
  /** Failing requests there, all sites together. */
  requests: number;
  /** Other owners that answer there without a fault. */
  fine: Answering[];
  /** Owners in other places: failing and answering. */
  elsewhereFailing: number;
  elsewhereFine: number;
  match: IncidentMatch | null;
  correlated: boolean;
};

/** Whether something placed `on` stands inside the subject: the same region, or any region of a whole provider. */
export function standsOn(on: string | null, subject: string): boolean {
  return on !== null && (on === subject || (parseProviderSubject(on).provider === subject && !subject.includes("/")));
}

/** Lists the clouds under the failing hosts of a site, the most suspicious first. */
export function cloudSuspects(picture: Picture, site: SiteHealth, feed: Feed | null): CloudSuspect[] {
  const subjects = new Set<string>();
  for (const { on } of site.failing) {
    if (on === null) continue;
    subjects.add(on);
    const { provider, region } = parseProviderSubject(on);
    if (region !== null && failingRegions(picture, provider).size >= 2) subjects.add(provider);
  }
  const suspects = [...subjects].map((subject) => suspectOf(picture, site, subject, feed));
  return suspects.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf(suspect: CloudSuspect): number {
  const incident = suspect.match === null ? 0 : suspect.match.strength === "strong" ? 3 : 1;
  // Of two that explain the same, the narrower: a region before the whole provider.
  return suspect.owners + incident - suspect.fine.length - (suspect.subject.includes("/") ? 0 : 0.5);
}

function failingRegions(picture: Picture, provider: string): Set<string> {
  const regions = new Set<string>();
  for (const site of picture.failing) {
    for (const { on } of site.failing) {
      if (on === null) continue;
      const place = parseProviderSubject(on);
      if (place.provider === provider && place.region !== null) regions.add(place.region);
    }
  }
  return regions;
}

function suspectOf(picture: Picture, site: SiteHealth, subject: string, feed: Feed | null): CloudSuspect {
  const start = controlStart(picture, site);
  const there = picture.failing.filter(
    (other) => (other === site || failsNow(picture, other)) && other.failing.some(({ on }) => standsOn(on, subject)),
  );
  const owners = new Set(there.map((other) => other.owner));
  const elsewhere = picture.failing.filter((other) => failsNow(picture, other) && !there.includes(other) && !owners.has(other.owner));
  const answering = picture.answering.filter((other) => other.at >= start && !owners.has(other.owner));
  const fine = answering.filter((other) => other.on.some((on) => standsOn(on, subject)));
  const elsewhereFailing = new Set(elsewhere.map((other) => other.owner)).size;
  const elsewhereFine = answering.length - fine.length;
  const correlated =
    owners.size >= CORRELATED_OWNERS &&
    fine.length <= owners.size &&
    elsewhereFailing * 2 <= owners.size &&
    elsewhereFailing <= elsewhereFine + 1;
  return {
    subject,
    owners: owners.size,
    sites: there.map((other) => other.name),
    requests: there.reduce((sum, other) => sum + other.faults.filter((fault) => fault.weight >= 0.5).length, 0),
    fine,
    elsewhereFailing,
    elsewhereFine,
    match: matchIncident(feed, subject, picture.now),
    correlated,
  };
}

/**
 * May this cloud be named? A wrong `provider` is the worst answer there is, so whatever the arithmetic says: several owners
 * fail there together; or the feed's fresh word and a second failing request; or the feed's weaker word, a second owner, and
 * nobody who just succeeded there.
 */
export function mayBlame(suspect: CloudSuspect): boolean {
  if (suspect.correlated) return true;
  if (suspect.match === null) return false;
  if (suspect.match.strength === "strong") return suspect.requests >= 2 && suspect.fine.length <= suspect.owners * 2;
  return suspect.owners >= 2 && suspect.fine.length === 0;
}
