import type { LocalCause, ProviderCause, Scope, SiteCause, Verdict } from "../diagnosis/verdict.ts";
import { MINUTE } from "../time.ts";

/** One stretch of trouble with one site, as the history keeps it. No host, no page: the registrable domain and what was said of it. */
export type Episode = {
  /** Registrable domain; `""` for trouble that is nobody's site (this device, the network). */
  site: string;
  /** Milliseconds of the epoch. */
  started: number;
  /** Null while it lasts. */
  ended: number | null;
  /** The gravest that was said of it, and when it was first said. */
  scope: Exclude<Scope, "clear">;
  cause: LocalCause | SiteCause | ProviderCause | "isp" | null;
  subject: string | null;
  saidAt: number;
  /** Failed requests counted, at the most at one time. */
  failures: number;
  status: number | null;
  /** When the provider or the site itself first spoke of it, ISO; null while it is silent. */
  acknowledged: string | null;
  /** The provider's page was read meanwhile and said nothing: the contradiction worth keeping. */
  officialSilent: boolean;
  /** People who reported it, at the most; 0 for none known. */
  reporters: number;
};

const GRAVITY: { [scope in Episode["scope"]]: number } = { local: 1, network: 4, provider: 5, site: 3, unclear: 0 };

/**
 * Carries what is said now into the open episodes.
 * @param open episodes that have not ended, as last returned
 * @param verdicts what is said now of every site in trouble, one each
 * @returns the episodes that changed, and those that are open from now on
 */
export function followEpisodes(open: Episode[], verdicts: Verdict[], now: number): { changed: Episode[]; open: Episode[] } {
  const changed: Episode[] = [];
  const still: Episode[] = [];
  const said = new Map<string, Verdict>();
  for (const verdict of verdicts) if (verdict.scope !== "clear") said.set(ownerOfTrouble(verdict), verdict);
  for (const episode of open) {
    const verdict = said.get(episode.site);
    if (verdict === undefined) {
      changed.push({ ...episode, ended: now });
      continue;
    }
    said.delete(episode.site);
    const next = carriedOn(episode, verdict, now);
    if (next !== episode) changed.push(next);
    still.push(next);
  }
  for (const [site, verdict] of said) {
    // One failure is a question; it enters the history when it is answered.
    if (verdict.scope === "unclear") continue;
    const begun = carriedOn({ ...NOTHING_YET, site, started: verdict.since ?? now, saidAt: now }, verdict, now);
    changed.push(begun);
    still.push(begun);
  }
  return { changed, open: still };
}

/** Trouble on this side is one episode, however many sites it hits. */
function ownerOfTrouble(verdict: Verdict): string {
  return verdict.scope === "local" || verdict.scope === "network" ? "" : (verdict.site ?? "");
}

const NOTHING_YET: Episode = {
  site: "",
  started: 0,
  ended: null,
  scope: "unclear",
  cause: null,
  subject: null,
  saidAt: 0,
  failures: 0,
  status: null,
  acknowledged: null,
  officialSilent: false,
  reporters: 0,
};

function carriedOn(episode: Episode, verdict: Verdict, now: number): Episode {
  if (verdict.scope === "clear") return episode;
  const next = { ...episode };
  if (GRAVITY[verdict.scope] > GRAVITY[episode.scope]) {
    next.scope = verdict.scope;
    next.cause = verdict.cause;
    next.subject = verdict.subject;
    next.saidAt = now;
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

/** The provider takes a quarter of an hour for granted; what came later was a contradiction meanwhile. */
const PROMPT = 15 * MINUTE;

/** The official page said nothing, or said so late, while it failed here. */
export function isContradicted({ failures, acknowledged, officialSilent, started, scope }: Episode): boolean {
  if (scope === "local" || scope === "network" || failures === 0) return false;
  return acknowledged === null ? officialSilent : Date.parse(acknowledged) - started > PROMPT;
}
