import { isFeedFresh } from "../../feed/freshness.ts";
import { isWithin } from "../../providers/place.ts";
import { HOUR, MINUTE } from "../../time.ts";
import type { Fault, World } from "../../world/world.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { dominantKind, firstFailure } from "../health/site-health.ts";
import { CONTROL_WINDOW, type Snapshot } from "../health/snapshot.ts";
import { type CloudSuspect, cloudSuspects, incidentCounts } from "./cloud-suspect.ts";
import { type Contrast, contrastOf } from "./contrast.ts";
import {
  alike,
  CLOCK_SKEW,
  CLOUD_SHARE,
  FAILS_ELSEWHERE_TOO,
  INCIDENT,
  kindRow,
  PRIOR,
  REACHABILITY,
  SITE_REPORTED,
  WEAK_INCIDENT,
} from "./likelihoods.ts";
import { matchSiteIncident } from "./match-incident.ts";
import { type Posterior, posterior, type Weighed } from "./posterior.ts";

/** A check counts for a trouble that began this long after it. */
const CHECK_BEFORE = 1 * MINUTE;
/** A clock this far off breaks certificates. */
const SKEW = HOUR;

export type Reachability = "reached" | "captive" | "unreachable";

/** Everything that was weighed for one site, kept so that `--explain` and the evidence can be drawn from it. */
export type Weighing = {
  site: SiteHealth;
  kind: Fault["kind"];
  contrast: Contrast;
  suspect: CloudSuspect | null;
  reachability: { result: Reachability; at: number } | null;
  /** Somebody else answered, or a check did: without that nobody remote is blamed. */
  hasControl: boolean;
  evidence: Weighed[];
  posterior: Posterior;
};

/** Collects the evidence about one site in trouble and works out the posterior. */
export function weigh(world: World, snapshot: Snapshot, site: SiteHealth): Weighing {
  const { now } = snapshot;
  const kind = dominantKind(site);
  const reachability = currentReachability(world, snapshot, site);
  const suspect = cloudSuspects(snapshot, site, world.feed, reachability?.result === "reached")[0] ?? null;
  const contrast = contrastOf(snapshot, site, suspect, reachability?.result === "reached");
  const skew = world.connectivity?.skew ?? null;

  const evidence: Weighed[] = [];
  const own = kindRow(world.browser, kind);
  if (own !== null) evidence.push({ name: `kind ${kind}`, row: own });
  evidence.push(...contrast.evidence);
  if (reachability !== null) evidence.push({ name: reachability.result, row: REACHABILITY[reachability.result] });
  if (skew !== null && Math.abs(skew) > SKEW) evidence.push({ name: "clock skew", row: CLOCK_SKEW });
  if (suspect !== null && !suspect.known)
    evidence.push({ name: `may stand on ${suspect.subject}`, row: alike(1, { provider: CLOUD_SHARE }) });
  if (suspect?.known === true && site.failingHosts.some(({ on }) => on !== null && !isWithin(on, suspect.subject)))
    evidence.push({ name: `parts outside ${suspect.subject} fail too`, row: FAILS_ELSEWHERE_TOO });
  if (suspect?.match != null && suspect.known && incidentCounts(suspect)) {
    const { strength } = suspect.match;
    evidence.push({ name: `${strength} incident of ${suspect.subject}`, row: strength === "strong" ? INCIDENT : WEAK_INCIDENT });
  }
  if (isReportedByOthers(world, site, now)) evidence.push({ name: "site reported", row: SITE_REPORTED });

  return {
    site,
    kind,
    contrast,
    suspect,
    reachability,
    hasControl: hasControl(world, snapshot, site, reachability),
    evidence,
    posterior: posterior(PRIOR, evidence),
  };
}

/**
 * Another owner or a mirror answered around the time of the trouble; a check since then that met a portal or nothing undoes it. But who
 * said itself that it is broken was reached to say so: a way that is shut is no reason to doubt it, unless a proxy may have spoken instead.
 */
function hasControl(world: World, snapshot: Snapshot, site: SiteHealth, check: Weighing["reachability"]): boolean {
  const since = firstFailure(site) - CONTROL_WINDOW;
  const saidSo = check?.result === "unreachable" && dominantKind(site) === "http" && !snapshot.proxied;
  const from = check === null || check.result === "reached" || saidSo ? since : Math.max(since, check.at);
  const reachedAt = Math.max(world.feedAt, world.connectivity?.result === "reached" ? world.connectivity.at : 0);
  if (reachedAt >= from) return true;
  return snapshot.answers.some(({ at, site: name }) => at >= from && world.sites[name]?.owner !== site.owner);
}

/**
 * A check made around the time of the trouble, or the feed having just come through, or the mirrors having failed. That the
 * way out was shut a moment before explains the trouble; that it was open then says nothing of what broke after.
 */
function currentReachability(world: World, snapshot: Snapshot, site: SiteHealth): Weighing["reachability"] {
  const since = firstFailure(site) - CHECK_BEFORE;
  const began = Math.min(...[site, ...snapshot.failing].map(firstFailure).filter((at) => at >= since));
  const check = world.connectivity;
  const failedAt = Math.max(0, ...Object.values(world.feedFailures));
  if (check !== null && check.at >= (check.result === "reached" ? began : since) && check.at >= world.feedAt)
    return { result: check.result, at: check.at };
  if (world.feedAt >= began && world.feedAt > 0 && world.feedAt >= failedAt) return { result: "reached", at: world.feedAt };
  return failedAt >= since && failedAt > 0 ? { result: "unreachable", at: failedAt } : null;
}

function isReportedByOthers(world: World, site: SiteHealth, now: number): boolean {
  const service = world.sites[site.name]?.service?.id ?? null;
  if (service === null || !isFeedFresh(world.feed, now)) return false;
  return (
    matchSiteIncident(world.feed, service, now) !== null ||
    world.feed.services.some((watched) => watched.id === service && watched.state === "elevated")
  );
}
