import { SECOND } from "../../time.ts";
import { isUnder, type SiteHealth } from "../health/site-health.ts";
import type { AnsweringSite, Snapshot } from "../health/snapshot.ts";
import type { CloudSuspect } from "./cloud-suspect.ts";
import { alike, HYPOTHESES } from "./hypotheses.ts";
import {
  BROKE_JUST_NOW,
  FAILED_BEFORE,
  ISP_WORKED_BEFORE,
  LASTS,
  NEIGHBOUR_BLIP,
  NEIGHBOUR_RECOVERED,
  NOBODY_ANSWERS,
  OTHERS_COUNTED,
} from "./likelihoods.ts";
import { weighOthers } from "./weigh-other-sites.ts";
import type { Weighed } from "./weighed.ts";

/** At least this many hosts that fail on one other place are one trouble, of that place. Judged. */
const OUTAGE_ELSEWHERE = 3;

/** Which other sites fail and which work: the strongest evidence. */
export type Contrast = {
  /** Other owners that fail, one site each, the latest first. */
  failing: SiteHealth[];
  /** How many troubles that makes: owners that fail together on another place are one. */
  troubles: number;
  evidence: Weighed[];
};

/**
 * Collects the contrast for one site in trouble.
 * @param suspect the place most suspect as the cause
 * @param reached whether the reachability check reached the internet: then something answered
 */
export function contrastOf(snapshot: Snapshot, site: SiteHealth, suspect: CloudSuspect | null, reached: boolean): Contrast {
  const failing = othersFailing(snapshot, site);
  const troubles = separateTroubles(failing, suspect);
  const evidence = weighOthers(
    { snapshot, site, suspect },
    troubles.slice(0, OTHERS_COUNTED),
    othersAnswering(snapshot, site).slice(0, OTHERS_COUNTED),
  );
  for (const other of suspect?.unsettled.slice(0, OTHERS_COUNTED) ?? []) {
    if (other.owner === site.owner) continue;
    const row = other.state === "recovered" ? NEIGHBOUR_RECOVERED : NEIGHBOUR_BLIP;
    evidence.push({ kind: "neighbour-stumbled", site: other.name, row });
  }
  const began = Math.min(...[site, ...failing].map(({ firstFaultAt }) => firstFaultAt));
  if (failing.length > 0 && snapshot.lastAnswer < began && !reached) evidence.push({ kind: "nobody-answers", row: NOBODY_ANSWERS });
  const before = workedBefore(snapshot, site, failing);
  if (before !== null) evidence.push(before);
  return { failing, troubles: troubles.length, evidence };
}

function othersFailing(snapshot: Snapshot, site: SiteHealth): SiteHealth[] {
  const seen = new Set([site.witness]);
  return snapshot.failing.filter(({ owner, witness }) => owner !== site.owner && !seen.has(witness) && seen.add(witness));
}

/** One site for each trouble: any number of others that fail together on a place which is not suspected here are one. */
function separateTroubles(failing: SiteHealth[], suspect: CloudSuspect | null): SiteHealth[] {
  const hosts = new Map<string, number>();
  for (const { on } of failing.flatMap((other) => other.failingHosts)) if (on !== null) hosts.set(on, (hosts.get(on) ?? 0) + 1);
  const counted = new Set<string>();
  return failing.filter((other) => {
    const [first] = other.failingHosts;
    const on = first?.on ?? null;
    if (
      first === undefined ||
      on === null ||
      (suspect !== null && isUnder(first, suspect.place)) ||
      (hosts.get(on) ?? 0) < OUTAGE_ELSEWHERE
    )
      return true;
    return !counted.has(on) && counted.add(on);
  });
}

/** Other owners that answered since. Hosts that only answered in passing (fonts, trackers) show that the connection works, and count as one. */
function othersAnswering(snapshot: Snapshot, site: SiteHealth): AnsweringSite[] {
  const visited: AnsweringSite[] = [];
  let inPassing: AnsweringSite | null = null;
  for (const other of snapshot.control) {
    if (other.at < site.firstFaultAt) break;
    if (other.owner === site.owner) continue;
    if (other.visited) visited.push(other);
    else inPassing ??= other;
  }
  return inPassing === null ? visited : [...visited, inPassing];
}

/**
 * Others worked until a moment before this trouble, or before the present silence of all sites: whatever broke on this side must
 * have broken in that moment.
 */
function workedBefore(snapshot: Snapshot, site: SiteHealth, failing: SiteHealth[]): Weighed | null {
  const { lastAnswer } = snapshot;
  const silent = lastAnswer < site.lastFaultAt;
  const began = silent ? silenceBegan(lastAnswer, [site, ...failing]) : site.firstFaultAt;
  const before = silent ? lastAnswer : (snapshot.answers.findLast(({ at, site: name }) => at < began && name !== site.name)?.at ?? 0);
  if (before === 0) return null;
  const failedAlready = silent && site.firstFaultAt < before;
  const row = alike(1);
  for (const hypothesis of HYPOTHESES) {
    const lasts = LASTS[hypothesis];
    if (lasts > 0) row[hypothesis] = Math.max(BROKE_JUST_NOW, 1 - Math.exp(-(began - before) / lasts));
    if (failedAlready) row[hypothesis] *= FAILED_BEFORE[hypothesis];
  }
  if (failing.length === 0) row.isp = ISP_WORKED_BEFORE;
  return { kind: "others-worked-before", seconds: Math.round((began - before) / SECOND), failedAlready, row };
}

/** The first fault after the last answer of any site. The first of these sites has failed since that answer. */
function silenceBegan(lastAnswer: number, failing: SiteHealth[]): number {
  return Math.min(...failing.flatMap(({ faults }) => faults).flatMap(({ at }) => (at > lastAnswer ? at : [])));
}
