import type { Finding, Verdict } from "../diagnosis/verdict.ts";
import { MINUTE } from "../time.ts";

/** One stretch of trouble with one site, as the history keeps it: the registrable domain and what was found, no host, no page. */
export type Episode = {
  /** Registrable domain; `""` for trouble of this device or its network, which is about no one site. */
  site: string;
  /** Milliseconds of the epoch. */
  started: number;
  /** Milliseconds of the epoch; null while it lasts. */
  ended: number | null;
  /** The finding that reached furthest while it lasted. */
  finding: Trouble;
  /** When that was first found, milliseconds of the epoch. */
  foundAt: number;
  /** The most failed requests that one verdict counted. */
  failures: number;
  /** The last HTTP status among them; null where no answer came. */
  status: number | null;
  /** When the provider or the site itself first acknowledged it, ISO; null while it has not. */
  acknowledged: string | null;
  /** The provider's page was read meanwhile and mentioned nothing: the contradiction that the history is kept for. */
  officialSilent: boolean;
  /** The most people that reported it at one time; 0 where none are known. */
  reporters: number;
};

/** What was found to be broken, and why. */
export type Trouble = Exclude<Finding, { scope: "clear" }>;

/**
 * How far each kind of trouble reaches. A finding replaces that of its episode only where it reaches further. The diagnosis ranks this
 * device first, because there the person can act now. The history records what the trouble was: a failing network also explains a device
 * without internet, and a provider's outage explains the failing site. Trouble on this side and trouble of a site are separate episodes.
 * A cut-off way to a provider belongs to the sites: once somebody else speaks of an outage, it was that.
 */
const REACH: { [scope in Trouble["scope"]]: number } = { unclear: 0, local: 1, site: 2, network: 3, provider: 4 };

/**
 * Carries the current verdicts into the open episodes.
 * @param open episodes that have not ended, as last returned
 * @param verdicts the current verdict of each site in trouble
 * @param now milliseconds of the epoch
 * @returns the episodes that changed, and those that are open from now on
 */
export function followEpisodes(open: Episode[], verdicts: Verdict[], now: number): { changed: Episode[]; open: Episode[] } {
  const changed: Episode[] = [];
  const stillOpen: Episode[] = [];
  const current = new Map<string, Verdict>();
  for (const verdict of verdicts) if (verdict.scope !== "clear") current.set(siteOfTrouble(verdict), verdict);
  for (const episode of open) {
    const verdict = current.get(episode.site);
    if (verdict === undefined) {
      changed.push({ ...episode, ended: now });
      continue;
    }
    current.delete(episode.site);
    const next = continueEpisode(episode, verdict, now);
    if (next !== episode) changed.push(next);
    stillOpen.push(next);
  }
  for (const [site, verdict] of current) {
    // One failure may be chance: an episode begins with the first verdict that names a cause.
    if (verdict.scope === "unclear") continue;
    const begun = continueEpisode({ ...EMPTY, site, started: verdict.since ?? now, foundAt: now }, verdict, now);
    changed.push(begun);
    stillOpen.push(begun);
  }
  return { changed, open: stillOpen };
}

/** Trouble of this device or its network is one episode, however many sites it affects. */
function siteOfTrouble(verdict: Verdict): string {
  return verdict.scope === "local" || verdict.cause === "isp" ? "" : (verdict.site ?? "");
}

const EMPTY: Episode = {
  site: "",
  started: 0,
  ended: null,
  finding: { scope: "unclear", cause: null, subject: null },
  foundAt: 0,
  failures: 0,
  status: null,
  acknowledged: null,
  officialSilent: false,
  reporters: 0,
};

/** @returns the same object where the verdict adds nothing to the episode */
function continueEpisode(episode: Episode, verdict: Verdict, now: number): Episode {
  const found = troubleOf(verdict);
  if (found === null) return episode;
  const next = { ...episode };
  if (REACH[found.scope] > REACH[episode.finding.scope]) {
    next.finding = found;
    next.foundAt = now;
  }
  for (const item of verdict.evidence) {
    if (item.kind === "failures") {
      next.failures = Math.max(next.failures, item.count);
      next.status = item.status ?? next.status;
    }
    if (item.kind === "first-failure") {
      next.failures = Math.max(next.failures, 1);
      next.status = item.status ?? next.status;
    }
    if (item.kind === "incident" && item.acknowledged !== null) next.acknowledged = next.acknowledged ?? item.acknowledged;
    if (item.kind === "official-silent") next.officialSilent = true;
    if (item.kind === "crowd") next.reporters = Math.max(next.reporters, item.reporters);
  }
  const same = (Object.keys(next) as (keyof Episode)[]).every((key) => next[key] === episode[key]);
  return same ? episode : next;
}

/** The finding of a verdict alone; null where nothing is wrong. */
function troubleOf({ site: _site, confidence: _confidence, since: _since, evidence: _evidence, ...finding }: Verdict): Trouble | null {
  return finding.scope === "clear" ? null : finding;
}

/** An acknowledgement within this time counts as prompt, and as no contradiction. Judged. */
const PROMPT = 15 * MINUTE;

/** The official page mentioned nothing, or mentioned it late, while requests failed here. */
export function isContradicted({ failures, acknowledged, officialSilent, started, finding }: Episode): boolean {
  if (finding.scope === "local" || finding.scope === "network" || failures === 0) return false;
  return acknowledged === null ? officialSilent : Date.parse(acknowledged) - started > PROMPT;
}
