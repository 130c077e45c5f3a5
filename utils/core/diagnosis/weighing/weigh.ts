import { isFeedFresh } from "../../feed/freshness.ts";
import { HOUR } from "../../time.ts";
import { isUnder, type SiteHealth } from "../health/site-health.ts";
import type { Snapshot } from "../health/snapshot.ts";
import { type CloudSuspect, cloudSuspect, incidentCounts, OWNERS_WITH_MEASUREMENT } from "./cloud-suspect.ts";
import { type Contrast, contrastOf } from "./contrast.ts";
import { kindRow } from "./fault-likelihoods.ts";
import { alike, type Row } from "./hypotheses.ts";
import { knownCut, MOST } from "./known-cut.ts";
import {
  CLOCK_RIGHT,
  CLOCK_SKEW,
  FAILS_ELSEWHERE_TOO,
  INCIDENT,
  NETWORK_REPORTED,
  PLACE_ANSWERS_ELSEWHERE,
  PLACE_FAILS_AT_ONE,
  PLACE_FAILS_AT_SEVERAL,
  PLACE_SHARE,
  PRIOR,
  REACHABILITY,
  SITE_ANSWERS_ELSEWHERE,
  SITE_FAILS_AT_ONE,
  SITE_REPORTED,
  WEAK_INCIDENT,
} from "./likelihoods.ts";
import { matchSiteIncident } from "./match-incident.ts";
import { answersOthers, failsForOthers, vantagesWithoutSite } from "./measured.ts";
import { type Posterior, posterior } from "./posterior.ts";
import { hasControl, type Reachability, reachabilityFor } from "./reachability.ts";
import type { Weighed } from "./weighed.ts";

/** A local clock that differs this much makes certificates invalid. Judged: the shortest common lifetimes are days. */
const SKEW = HOUR;

/** Everything that was weighed for one site; the rules, the evidence and `--explain` are made from it. */
export type Weighing = {
  site: SiteHealth;
  contrast: Contrast;
  /** The place most suspect as the cause. */
  suspect: CloudSuspect | null;
  reachability: Reachability | null;
  /** Another owner answered, or a check did. Without a control no site, provider or network is blamed. */
  hasControl: boolean;
  /** The local clock minus the mirror's, milliseconds; null where it was not measured. */
  skew: number | null;
  evidence: Weighed[];
  posterior: Posterior;
};

/** Collects the evidence about one site in trouble and computes the posterior. */
export function weigh(snapshot: Snapshot, site: SiteHealth): Weighing {
  const reachability = reachabilityFor(snapshot, site);
  const reached = reachability?.result === "reached";
  const suspect = cloudSuspect(snapshot, site, reached);
  const contrast = contrastOf(snapshot, site, suspect, reached);

  const evidence: Weighed[] = [];
  const own = kindRow(snapshot.browser, site.kind);
  if (own !== null) evidence.push({ kind: "own-failures", fault: site.kind, row: own });
  evidence.push(...contrast.evidence);
  if (reachability !== null) evidence.push({ kind: "reachability", result: reachability.result, row: REACHABILITY[reachability.result] });
  const skew = snapshot.connectivity?.skew ?? null;
  if (skew !== null) {
    if (Math.abs(skew) > SKEW) evidence.push({ kind: "clock-skew", row: CLOCK_SKEW });
    else evidence.push({ kind: "clock-right", row: CLOCK_RIGHT });
  }
  if (suspect !== null) evidence.push(...weighSuspect(site, suspect));
  if (knownCut(snapshot, MOST) !== undefined) evidence.push({ kind: "network-reported", row: NETWORK_REPORTED });
  if (isReportedByOthers(snapshot, site) || failsForOthers(snapshot, site)) evidence.push({ kind: "site-reported", row: SITE_REPORTED });
  else if (vantagesWithoutSite(snapshot, site) > 0) evidence.push({ kind: "site-measured", failing: 1, row: SITE_FAILS_AT_ONE });
  if (answersOthers(snapshot, site)) evidence.push({ kind: "site-measured", failing: 0, row: SITE_ANSWERS_ELSEWHERE });

  return {
    site,
    contrast,
    suspect,
    reachability,
    hasControl: hasControl(snapshot, site, reachability),
    skew,
    evidence,
    posterior: posterior(PRIOR, evidence),
  };
}

function weighSuspect(site: SiteHealth, suspect: CloudSuspect): Weighed[] {
  const { place, match } = suspect;
  if (suspect.hosting === "guessed") return [{ kind: "place-guessed", place, row: alike(1, { provider: PLACE_SHARE }) }];
  const evidence: Weighed[] = [];
  if (site.failingHosts.some((host) => host.on !== null && !isUnder(host, place)))
    evidence.push({ kind: "fails-elsewhere-too", place, row: FAILS_ELSEWHERE_TOO });
  if (match !== null && incidentCounts(suspect)) {
    const { strength } = match;
    evidence.push({ kind: "incident", place, strength, row: strength === "strong" ? INCIDENT : WEAK_INCIDENT });
  }
  const measured = rowOfMeasurements(suspect);
  if (measured !== null) evidence.push({ kind: "place-measured", place, failing: suspect.failsAt, row: measured });
  return evidence;
}

/**
 * One failing site beside a name that does not answer is too little, as beside a weak incident: vendors give such names up. And a failure
 * that does not accuse the place is nothing that its outage would explain.
 */
function rowOfMeasurements({ failsAt, worksElsewhere, accuses, accusing }: CloudSuspect): Row | null {
  if (worksElsewhere) return PLACE_ANSWERS_ELSEWHERE;
  if (failsAt === 0 || !accuses || accusing < OWNERS_WITH_MEASUREMENT) return null;
  return failsAt === 1 ? PLACE_FAILS_AT_ONE : PLACE_FAILS_AT_SEVERAL;
}

/** Whether a fresh feed has an incident of the site, or many people report it. */
function isReportedByOthers({ feed, now }: Snapshot, { name, service }: SiteHealth): boolean {
  if (!isFeedFresh(feed, now)) return false;
  return (
    matchSiteIncident(feed, service?.id ?? null, name, now) !== null ||
    feed.services.some(({ id, state }) => id === service?.id && state === "elevated")
  );
}
