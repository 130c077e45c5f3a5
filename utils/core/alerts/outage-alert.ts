import type { Verdict } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { MINUTE, SECOND } from "../time.ts";

/**
 * One notification when something wide begins, and one when it is over: never a stream. What is told is decided here, by the
 * verdict of everything at once; when and how to show it is the caller's.
 */
export type AlertState =
  | { state: "calm" /** When the last one was told, by what it was about. */; lately: { [about: string]: number } }
  /** Something wide is being said, but not for long enough yet. */
  | { state: "waiting"; about: string; since: number; lately: { [about: string]: number } }
  /** It was told (or kept quiet in quiet hours), and it is not over. `calmSince`: since when nothing is said any more. */
  | { state: "told"; about: string; audible: boolean; calmSince: number | null; lately: { [about: string]: number } };

export type AlertStep = { what: "began"; verdict: Verdict } | { what: "over"; about: string };

export const NO_ALERT: AlertState = { state: "calm", lately: {} };

/** A verdict that stands for less than this may still change its mind. */
const SETTLED = 20 * SECOND;
/** Between two waves of a recovery it is quiet for a while, and it is not over. */
const OVER = 2 * MINUTE;
/** What comes back within this time after it was told is not told again. */
const AGAIN = 30 * MINUTE;

/** What is wide enough to interrupt somebody: a provider's outage and the way out of one's own network. */
function wideSubject({ scope, subject }: Verdict): string | null {
  if (scope === "provider") return subject;
  return scope === "network" ? "network" : null;
}

/** The place that a told outage was about; null for one's own network. */
export function alertPlace(about: string): { provider: string; region: string | null } | null {
  return about === "network" ? null : parsePlaceId(about);
}

/**
 * Takes one look.
 * @param verdict of everything at once, without what is muted
 * @param quiet in quiet hours nothing is told: neither this beginning nor, later, its end
 * @param now milliseconds of the epoch
 */
export function updateAlerts(
  before: AlertState,
  verdict: Verdict,
  quiet: boolean,
  now: number,
): { alerting: AlertState; tell: AlertStep | null } {
  const about = wideSubject(verdict);
  const { lately } = before;
  switch (before.state) {
    case "calm":
      return { alerting: about === null ? before : { state: "waiting", about, since: now, lately }, tell: null };
    case "waiting": {
      if (about === null) return { alerting: { state: "calm", lately }, tell: null };
      if (now - before.since < SETTLED) return { alerting: before, tell: null };
      const audible = !quiet && now - (lately[about] ?? 0) >= AGAIN;
      const told: AlertState = {
        state: "told",
        about,
        audible,
        calmSince: null,
        lately: audible ? { ...recent(lately, now), [about]: now } : lately,
      };
      return { alerting: told, tell: audible ? { what: "began", verdict } : null };
    }
    case "told": {
      if (about !== null) return { alerting: before.calmSince === null ? before : { ...before, calmSince: null }, tell: null };
      const calmSince = before.calmSince ?? now;
      if (now - calmSince < OVER) return { alerting: before.calmSince === null ? { ...before, calmSince } : before, tell: null };
      return { alerting: { state: "calm", lately }, tell: before.audible && !quiet ? { what: "over", about: before.about } : null };
    }
    default:
      return before satisfies never;
  }
}

function recent(lately: { [about: string]: number }, now: number): { [about: string]: number } {
  return Object.fromEntries(Object.entries(lately).filter(([, at]) => now - at < AGAIN));
}
