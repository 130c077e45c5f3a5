import { type CloudSuspect, standsOn } from "./cloud-suspect.ts";
import type { Weighed } from "./hypotheses.ts";
import {
  BROKE_JUST_NOW,
  CLOUD_SHARE,
  COINCIDENCE,
  FAILED_BEFORE,
  FLOOR,
  HYPOTHESES,
  ISP_ANSWERED_BEFORE,
  ISP_FAILED_BEFORE,
  KIND,
  LASTS,
  NEIGHBOUR_SHAKEN,
  NOBODY_ANSWERS,
  OTHER_FAILS,
  OTHER_KIND_WEIGHT,
  OTHERS_COUNTED,
  type Row,
  SAME_CLOUD_FAILS,
  TYPICAL,
} from "./likelihoods.ts";
import { type Answering, firstFailure, lastFailure, type Picture } from "./picture.ts";
import type { SiteHealth } from "./site-health.ts";
import { SECOND } from "./time.ts";
import type { Fault } from "./world.ts";

/** Who else fails and who else works: the evidence that nothing else outweighs. */
export type Contrast = {
  /** Other owners that fail, one site each, the latest first. */
  failing: SiteHealth[];
  /** Other owners that answered since the site's trouble began. */
  answering: Answering[];
  evidence: Weighed[];
};

/** Collects the contrast for one site in trouble. */
export function contrastOf(picture: Picture, site: SiteHealth, suspect: CloudSuspect | null): Contrast {
  const failing = othersFailing(picture, site);
  const owners = new Set([site.owner, ...failing.map(({ owner }) => owner)]);
  const answering = othersAnswering(picture, owners, firstFailure(site));
  const evidence: Weighed[] = [];
  const isp = new SharesOfSites();
  for (const other of failing.slice(0, OTHERS_COUNTED)) evidence.push(failsToo(picture, other, suspect, isp));
  for (const other of answering.slice(0, OTHERS_COUNTED)) evidence.push(works(other, site, suspect, isp));
  for (const other of suspect?.shaken.slice(0, OTHERS_COUNTED) ?? []) {
    if (other.owner !== site.owner) evidence.push({ name: `${other.name} stumbled on the same cloud`, row: NEIGHBOUR_SHAKEN });
  }
  if (failing.length > 0 && picture.lastAnswer < firstFailure(site)) evidence.push({ name: "nobody answers", row: NOBODY_ANSWERS });
  const before = workedBefore(picture, site, failing);
  if (before !== null) evidence.push(before);
  return { failing, answering, evidence };
}

function othersFailing(picture: Picture, site: SiteHealth): SiteHealth[] {
  const latest = new Map<string, SiteHealth>();
  for (const other of picture.failing) {
    if (other.owner === site.owner) continue;
    const known = latest.get(other.owner);
    if (known === undefined || lastFailure(known) < lastFailure(other)) latest.set(other.owner, other);
  }
  return [...latest.values()].sort((a, b) => lastFailure(b) - lastFailure(a));
}

/** One site an owner. Hosts that only answered in passing (fonts, trackers) say that the way out works, and count as one. */
function othersAnswering(picture: Picture, owners: Set<string>, since: number): Answering[] {
  const seen = new Set(owners);
  const found: Answering[] = [];
  let inPassing: Answering | null = null;
  for (const other of picture.answering) {
    if (other.at < since) break;
    if (seen.has(other.owner)) continue;
    seen.add(other.owner);
    if (other.visited) found.push(other);
    else inPassing ??= other;
  }
  return inPassing === null ? found : [...found, inPassing];
}

/** The share of all sites that trouble in between takes is not known; each site seen to fail or to answer tells of it. */
class SharesOfSites {
  private failed = ISP_FAILED_BEFORE;
  private answered = ISP_ANSWERED_BEFORE;

  fails(): number {
    const chance = this.failed / (this.failed + this.answered);
    this.failed++;
    return chance;
  }

  answers(): number {
    const chance = this.answered / (this.failed + this.answered);
    this.answered++;
    return chance;
  }
}

/** The kind that weighs most among a site's faults; of two alike the later. */
export function dominantKind(site: SiteHealth): Fault["kind"] {
  const weights = new Map<Fault["kind"], number>();
  for (const fault of site.faults) weights.set(fault.kind, (weights.get(fault.kind) ?? 0) + fault.weight);
  let best = site.faults.at(-1)?.kind ?? "ambiguous";
  for (const [kind, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = kind;
  return best;
}

/**
 * Another owner fails. A total trouble of this side explains it only if nobody has answered since; a partial one if it is of
 * its kind; the suspected cloud if the other stands there too.
 */
function failsToo(picture: Picture, other: SiteHealth, suspect: CloudSuspect | null, isp: SharesOfSites): Weighed {
  const kind = dominantKind(other);
  const silent = lastFailure(other) >= picture.lastAnswer;
  const there = suspect !== null && other.failing.some(({ on }) => standsOn(on, suspect.subject));
  const placed = other.failing.some(({ on }) => on !== null);
  const row: Row = { ...OTHER_FAILS, isp: 1 };
  for (const hypothesis of HYPOTHESES) {
    if (!silent && hypothesis !== "isp" && TYPICAL[hypothesis]?.includes(kind) !== true) row[hypothesis] = COINCIDENCE;
    if (there) row[hypothesis] *= CLOUD_SHARE;
  }
  row.provider = there ? SAME_CLOUD_FAILS : placed ? COINCIDENCE : CLOUD_SHARE * SAME_CLOUD_FAILS + (1 - CLOUD_SHARE) * COINCIDENCE;
  const kinds = KIND[kind];
  if (kinds !== undefined) {
    const most = Math.max(...Object.values(kinds));
    for (const hypothesis of HYPOTHESES) row[hypothesis] *= (kinds[hypothesis] / most) ** OTHER_KIND_WEIGHT;
  }
  // An error page came all the way: nothing in between failed it.
  row.isp = kind === "http" ? isp.answers() * COINCIDENCE : row.isp * isp.fails();
  return { name: `${other.name} fails${there ? " on the same cloud" : ""} (${kind})`, row };
}

/** Another owner has answered since the trouble began; if only between two failures, this side may have broken after it. */
function works(other: Answering, site: SiteHealth, suspect: CloudSuspect | null, isp: SharesOfSites): Weighed {
  const there = suspect !== null && other.on.some((on) => standsOn(on, suspect.subject));
  const unknown = suspect === null || other.on.length === 0;
  const after = other.at > lastFailure(site);
  const row: Row = { ...OTHER_FAILS };
  for (const hypothesis of HYPOTHESES) row[hypothesis] = after ? Math.max(FLOOR, 1 - OTHER_FAILS[hypothesis]) : 1;
  row.isp = other.visited ? isp.answers() : 0.9;
  row.site = 1 - COINCIDENCE;
  row.provider = 1 - (there ? SAME_CLOUD_FAILS : unknown ? CLOUD_SHARE * SAME_CLOUD_FAILS : COINCIDENCE);
  return { name: `${other.name} ${after ? "works" : "worked in between"}${there ? " on the same cloud" : ""}`, row };
}

/**
 * Others worked until a moment before the present silence, so whatever broke on this side broke in that moment. Nothing to say
 * where somebody has answered since, or nobody ever did.
 */
function workedBefore(picture: Picture, site: SiteHealth, failing: SiteHealth[]): Weighed | null {
  const { lastAnswer } = picture;
  if (lastAnswer === 0 || lastAnswer > lastFailure(site)) return null;
  let began = lastFailure(site);
  for (const { faults } of [site, ...failing]) {
    for (const { at } of faults) if (at > lastAnswer && at < began) began = at;
  }
  const gap = began - lastAnswer;
  const failedBefore = firstFailure(site) < lastAnswer;
  const row = { ...OTHER_FAILS };
  for (const hypothesis of HYPOTHESES) {
    const lasts = LASTS[hypothesis];
    row[hypothesis] = lasts === 0 ? 1 : Math.max(BROKE_JUST_NOW, 1 - Math.exp(-gap / lasts));
    if (failedBefore) row[hypothesis] *= FAILED_BEFORE[hypothesis];
  }
  const ago = `${Math.round(gap / SECOND)} s before`;
  return { name: failedBefore ? `others worked ${ago}, while it failed already` : `others worked ${ago}`, row };
}
