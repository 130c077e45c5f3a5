import type { Fault } from "../../world/world.ts";
import { isUnder, type SiteHealth } from "../health/site-health.ts";
import type { AnsweringSite, Snapshot } from "../health/snapshot.ts";
import type { CloudSuspect } from "./cloud-suspect.ts";
import { kindRow, TYPICAL } from "./fault-likelihoods.ts";
import { HYPOTHESES, type Row } from "./hypotheses.ts";
import {
  COINCIDENCE,
  FLOOR,
  OTHER_FAILS,
  OTHER_KIND_WEIGHT,
  OWN_SIDE,
  PLACE_SHARE,
  SAME_PLACE_FAILS,
  SHARE_OF_CLOUD,
  SHARE_OF_ISP,
  UNLIKE_KINDS,
  WHOLE_PROVIDER_SHARE,
} from "./likelihoods.ts";
import { probabilityOfFailure, type ShareOfSites, withAnswer, withFailure } from "./share-of-sites.ts";
import type { Weighed } from "./weighed.ts";

/** The site in trouble, with what it is compared against. */
type Compared = { snapshot: Snapshot; site: SiteHealth; suspect: CloudSuspect | null };

/** What the sites weighed so far say about the next one. */
type SeenSoFar = {
  /** The share of sites that a trouble of the connection affects. */
  isp: ShareOfSites;
  /** The share of sites with an unknown host that the suspected place affects. */
  cloud: ShareOfSites;
  /** A failing site on the suspected place has been weighed. */
  onPlace: boolean;
};

/**
 * Weighs other sites one after the other, those that fail before those that answer: each is evidence, and each changes what the next
 * one proves.
 * @param failing one site for each separate trouble, the latest first
 */
export function weighOthers(compared: Compared, failing: SiteHealth[], answering: AnsweringSite[]): Weighed[] {
  let seen: SeenSoFar = { isp: SHARE_OF_ISP, cloud: SHARE_OF_CLOUD, onPlace: false };
  const evidence: Weighed[] = [];
  for (const other of failing) {
    evidence.push(otherFails(compared, other, seen));
    seen = {
      isp: other.kind === "http" ? withAnswer(seen.isp) : withFailure(seen.isp),
      cloud: withFailure(seen.cloud),
      onPlace: seen.onPlace || failsOnPlace(other, compared.suspect),
    };
  }
  for (const other of answering) {
    evidence.push(otherWorks(compared, other, seen));
    if (!other.visited) continue;
    const cloud = isHostUnknown(other, compared.suspect) ? withAnswer(seen.cloud) : seen.cloud;
    seen = { ...seen, isp: withAnswer(seen.isp), cloud };
  }
  return evidence;
}

function failsOnPlace(other: SiteHealth, suspect: CloudSuspect | null): boolean {
  return suspect !== null && other.failingHosts.some((host) => isUnder(host, suspect.place));
}

function isHostUnknown(other: AnsweringSite, suspect: CloudSuspect | null): boolean {
  return suspect === null || other.on.length === 0;
}

/**
 * Another owner fails. A total trouble of this side explains it only if no site has answered since; a partial one if the failure is of
 * its kind; the suspected place if it hosts the other too.
 */
function otherFails({ snapshot, site, suspect }: Compared, other: SiteHealth, seen: SeenSoFar): Weighed {
  const { kind } = other;
  const silent = other.lastFaultAt >= snapshot.lastAnswer;
  const onSamePlace = failsOnPlace(other, suspect);
  const row: Row = { ...OTHER_FAILS, isp: 1, site: COINCIDENCE, provider: 1 };
  for (const hypothesis of OWN_SIDE) if (!silent && TYPICAL[hypothesis]?.includes(kind) !== true) row[hypothesis] = COINCIDENCE;
  // That it is hosted there is a coincidence too, unless the place is suspected because this site is there.
  if (onSamePlace && (suspect?.hosting === "known" || seen.onPlace)) {
    const share = other.failingHosts.some(({ on, platform }) => on === suspect?.place || platform === suspect?.place)
      ? PLACE_SHARE
      : WHOLE_PROVIDER_SHARE;
    for (const hypothesis of HYPOTHESES) row[hypothesis] *= share;
  }
  row.provider = onSamePlace ? SAME_PLACE_FAILS : COINCIDENCE + explainedByPlace(site, other, seen);
  const ofKind = kindRow(snapshot.browser, kind);
  if (ofKind !== null) {
    const most = Math.max(...Object.values(ofKind));
    for (const hypothesis of HYPOTHESES) row[hypothesis] *= (ofKind[hypothesis] / most) ** OTHER_KIND_WEIGHT;
  }
  const ispFails = probabilityOfFailure(seen.isp);
  // An error page is an answer: the connection did not fail it.
  row.isp = kind === "http" ? (1 - ispFails) * COINCIDENCE : row.isp * ispFails;
  return { kind: "other-fails", site: other.name, fault: kind, onSamePlace, row };
}

/** The probability that the suspected place explains the failure of a site whose host is not known. */
function explainedByPlace(site: SiteHealth, other: SiteHealth, seen: SeenSoFar): number {
  if (other.failingHosts.every(({ placed }) => placed)) return 0;
  const alike = stageOf(other.kind) === stageOf(site.kind) ? 1 : UNLIKE_KINDS;
  return probabilityOfFailure(seen.cloud) * SAME_PLACE_FAILS * alike;
}

/** The stage of a load at which it failed, as coarsely as one outage keeps to it. */
function stageOf(kind: Fault["kind"]): "name" | "certificate" | "server" {
  if (kind === "dns") return "name";
  return kind === "tls" || kind === "clock" || kind === "interception" ? "certificate" : "server";
}

/** Another owner has answered since the trouble began. Where all is silent now, this side may have broken after that. */
function otherWorks({ snapshot, site, suspect }: Compared, other: AnsweringSite, seen: SeenSoFar): Weighed {
  const onSamePlace = suspect?.answering.includes(other) === true;
  const afterLast = snapshot.lastAnswer > site.lastFaultAt;
  const row: Row = { ...OTHER_FAILS, isp: 1, site: 1 - COINCIDENCE, provider: onSamePlace ? 1 - SAME_PLACE_FAILS : 1 - COINCIDENCE };
  for (const hypothesis of OWN_SIDE) row[hypothesis] = afterLast ? Math.max(FLOOR, 1 - OTHER_FAILS[hypothesis]) : 1;
  if (other.visited) {
    row.isp = 1 - probabilityOfFailure(seen.isp);
    if (isHostUnknown(other, suspect)) row.provider -= probabilityOfFailure(seen.cloud) * SAME_PLACE_FAILS;
  }
  return { kind: "other-works", site: other.name, onSamePlace, after: afterLast ? "last-failure" : "first-failure", row };
}
