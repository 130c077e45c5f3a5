import { isWithin } from "../../providers/place.ts";
import { SECOND } from "../../time.ts";
import type { Fault } from "../../world/world.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { dominantKind, firstFailure, lastFailure } from "../health/site-health.ts";
import type { AnsweringSite, Snapshot } from "../health/snapshot.ts";
import type { CloudSuspect } from "./cloud-suspect.ts";
import {
  BROKE_JUST_NOW,
  CLOUD_SHARE,
  COINCIDENCE,
  FAILED_BEFORE,
  FLOOR,
  HYPOTHESES,
  ISP_WORKED_BEFORE,
  kindRow,
  LASTS,
  NEIGHBOUR_BLIP,
  NEIGHBOUR_RECOVERED,
  NOBODY_ANSWERS,
  OTHER_FAILS,
  OTHER_KIND_WEIGHT,
  OTHERS_COUNTED,
  type Row,
  SAME_CLOUD_FAILS,
  SHARE_OF_CLOUD,
  SHARE_OF_ISP,
  TYPICAL,
  UNLIKE_KINDS,
  WHOLE_CLOUD_SHARE,
} from "./likelihoods.ts";
import type { Weighed } from "./posterior.ts";
import { ShareOfSites } from "./share-of-sites.ts";

/** So many owners failing on one other cloud are that cloud's trouble. */
const OUTAGE_ELSEWHERE = 3;

/** Who else fails and who else works: the evidence that nothing else outweighs. */
export type Contrast = {
  /** Other owners that fail, one site each, the latest first. */
  failing: SiteHealth[];
  /** How many troubles that makes: owners that fail together on another cloud are one. */
  troubles: number;
  evidence: Weighed[];
};

/**
 * Collects the contrast for one site in trouble.
 * @param reached whether the reachability check found the way out: then somebody did answer
 */
export function contrastOf(snapshot: Snapshot, site: SiteHealth, suspect: CloudSuspect | null, reached: boolean): Contrast {
  const failing = othersFailing(snapshot, site);
  const answering = othersAnswering(snapshot, site);
  const evidence: Weighed[] = [];
  const shares: Shares = { isp: new ShareOfSites(SHARE_OF_ISP), cloud: new ShareOfSites(SHARE_OF_CLOUD), guess: false };
  const troubles = apart(failing, suspect);
  for (const other of troubles.slice(0, OTHERS_COUNTED)) evidence.push(failsToo(snapshot, site, other, suspect, shares));
  for (const other of answering.slice(0, OTHERS_COUNTED)) evidence.push(works(snapshot, other, site, suspect, shares));
  for (const other of suspect?.unsettled.slice(0, OTHERS_COUNTED) ?? []) {
    if (other.owner === site.owner) continue;
    const row = other.state === "recovered" ? NEIGHBOUR_RECOVERED : NEIGHBOUR_BLIP;
    evidence.push({ name: `${other.name} stumbled on the same cloud`, row });
  }
  const began = Math.min(...[site, ...failing].map(firstFailure));
  if (failing.length > 0 && snapshot.lastAnswer < began && !reached) evidence.push({ name: "nobody answers", row: NOBODY_ANSWERS });
  const before = workedBefore(snapshot, site, failing);
  if (before !== null) evidence.push(before);
  return { failing, troubles: troubles.length, evidence };
}

function othersFailing(snapshot: Snapshot, site: SiteHealth): SiteHealth[] {
  const seen = new Set([site.owner]);
  return snapshot.failing.filter(({ owner }) => !seen.has(owner) && seen.add(owner));
}

/** Others that fail together on a cloud which is not this site's are one trouble, of that cloud, however many they are. */
function apart(failing: SiteHealth[], suspect: CloudSuspect | null): SiteHealth[] {
  const places = new Map<string, number>();
  for (const { on } of failing.flatMap((other) => other.failingHosts)) if (on !== null) places.set(on, (places.get(on) ?? 0) + 1);
  const counted = new Set<string>();
  return failing.filter((other) => {
    const on = other.failingHosts[0]?.on ?? null;
    if (on === null || (suspect !== null && isWithin(on, suspect.subject)) || (places.get(on) ?? 0) < OUTAGE_ELSEWHERE) return true;
    return !counted.has(on) && counted.add(on);
  });
}

/** Hosts that only answered in passing (fonts, trackers) say that the way out works, and count as one. */
function othersAnswering(snapshot: Snapshot, site: SiteHealth): AnsweringSite[] {
  const since = firstFailure(site);
  const found: AnsweringSite[] = [];
  let inPassing: AnsweringSite | null = null;
  for (const other of snapshot.control) {
    if (other.at < since) break;
    if (other.owner === site.owner) continue;
    if (other.visited) found.push(other);
    else inPassing ??= other;
  }
  return inPassing === null ? found : [...found, inPassing];
}

type Shares = {
  isp: ShareOfSites;
  cloud: ShareOfSites;
  /** The other site by which the suspected cloud was guessed has been counted. */
  guess: boolean;
};

/**
 * Another owner fails. A total trouble of this side explains it only if nobody has answered since; a partial one if it is of
 * its kind; the suspected cloud if the other stands there too.
 */
function failsToo(snapshot: Snapshot, site: SiteHealth, other: SiteHealth, suspect: CloudSuspect | null, shares: Shares): Weighed {
  const kind = dominantKind(other);
  const silent = lastFailure(other) >= snapshot.lastAnswer;
  const there = suspect !== null && other.failingHosts.some(({ on }) => isWithin(on, suspect.subject));
  const placed = other.failingHosts.every((host) => host.placed);
  // A cloud that is suspected because this one stands there: that it does is no coincidence.
  const chosen = there && (suspect?.known === true || shares.guess);
  if (there) shares.guess = true;
  const share = other.failingHosts.some(({ on }) => on === suspect?.subject) ? CLOUD_SHARE : WHOLE_CLOUD_SHARE;
  const row: Row = { ...OTHER_FAILS, isp: 1 };
  for (const hypothesis of HYPOTHESES) {
    if (!silent && hypothesis !== "isp" && TYPICAL[hypothesis]?.includes(kind) !== true) row[hypothesis] = COINCIDENCE;
    if (chosen) row[hypothesis] *= share;
  }
  const explained = shares.cloud.fails() * SAME_CLOUD_FAILS * (layerOf(kind) === layerOf(dominantKind(site)) ? 1 : UNLIKE_KINDS);
  row.provider = there ? SAME_CLOUD_FAILS : placed ? COINCIDENCE : COINCIDENCE + explained;
  const kinds = kindRow(snapshot.browser, kind);
  if (kinds !== null) {
    const most = Math.max(...Object.values(kinds));
    for (const hypothesis of HYPOTHESES) row[hypothesis] *= (kinds[hypothesis] / most) ** OTHER_KIND_WEIGHT;
  }
  // An error page came all the way: nothing in between failed it.
  row.isp = kind === "http" ? shares.isp.answers() * COINCIDENCE : row.isp * shares.isp.fails();
  return { name: `${other.name} fails${there ? " on the same cloud" : ""} (${kind})`, row };
}

/** Where on the way to an answer a failure happened, as coarsely as one outage keeps to it. */
function layerOf(kind: Fault["kind"]): "name" | "certificate" | "server" {
  if (kind === "dns") return "name";
  return kind === "tls" || kind === "clock" || kind === "interception" ? "certificate" : "server";
}

/** Another owner has answered since the trouble began; where all is silent now, this side may have broken after that. */
function works(snapshot: Snapshot, other: AnsweringSite, site: SiteHealth, suspect: CloudSuspect | null, shares: Shares): Weighed {
  const there = suspect?.fine.includes(other) === true;
  const unknown = suspect === null || other.on.length === 0;
  const after = snapshot.lastAnswer > lastFailure(site);
  const row: Row = { ...OTHER_FAILS };
  for (const hypothesis of HYPOTHESES) row[hypothesis] = after ? Math.max(FLOOR, 1 - OTHER_FAILS[hypothesis]) : 1;
  row.isp = other.visited ? shares.isp.answers() : 1;
  row.site = 1 - COINCIDENCE;
  row.provider = there ? 1 - SAME_CLOUD_FAILS : 1 - COINCIDENCE;
  if (unknown && other.visited) row.provider -= (1 - shares.cloud.answers()) * SAME_CLOUD_FAILS;
  return { name: `${other.name} ${after ? "works" : "worked in between"}${there ? " on the same cloud" : ""}`, row };
}

/**
 * Others worked until a moment before this trouble, or before the present silence of everybody: what broke on this side must
 * have broken in that moment.
 */
function workedBefore(snapshot: Snapshot, site: SiteHealth, failing: SiteHealth[]): Weighed | null {
  const { lastAnswer } = snapshot;
  const silent = lastAnswer < lastFailure(site);
  let began = silent ? lastFailure(site) : firstFailure(site);
  if (silent) {
    for (const { faults } of [site, ...failing]) for (const { at } of faults) if (at > lastAnswer && at < began) began = at;
  }
  const before = silent ? lastAnswer : (snapshot.answers.findLast(({ at, site: name }) => at < began && name !== site.name)?.at ?? 0);
  if (before === 0) return null;
  const gap = began - before;
  const failedBefore = silent && firstFailure(site) < before;
  const row = { ...OTHER_FAILS };
  for (const hypothesis of HYPOTHESES) {
    const lasts = LASTS[hypothesis];
    row[hypothesis] = lasts === 0 ? 1 : Math.max(BROKE_JUST_NOW, 1 - Math.exp(-gap / lasts));
    if (failedBefore) row[hypothesis] *= FAILED_BEFORE[hypothesis];
  }
  if (failing.length === 0) row.isp = ISP_WORKED_BEFORE;
  const ago = `${Math.round(gap / SECOND)} s before`;
  return { name: failedBefore ? `others worked ${ago}, while it failed already` : `others worked ${ago}`, row };
}
