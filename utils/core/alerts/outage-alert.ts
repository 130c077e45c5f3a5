import type { Verdict } from "../diagnosis/verdict.ts";
import { type Place, parsePlaceId } from "../providers/place.ts";
import { DAY, MINUTE, SECOND } from "../time.ts";

/**
 * Notifications about an outage: one when it begins and one when it is over, decided by the verdict of everything at once. `about` names
 * the outage: a place, `network`, or `route PLACE` for a place that cannot be reached from here. `lately` says when a beginning was last
 * announced, by outage. Times in milliseconds of the epoch.
 */
export type AlertState =
  | { state: "calm"; lately: { [about: string]: number } }
  /** There is an outage, and it has not lasted long enough to be sure. */
  | { state: "waiting"; about: string; since: number; lately: { [about: string]: number } }
  /** There is an outage. `announced`: its beginning was; `calmSince`: since when the verdict no longer has it. */
  | { state: "ongoing"; about: string; announced: boolean; calmSince: number | null; lately: { [about: string]: number } };

/** What a notification announces. */
export type AlertStep = { what: "began"; verdict: Verdict } | { what: "over"; about: string };

export const NO_ALERT: AlertState = { state: "calm", lately: {} };

/** An outage that has lasted less than this may be a verdict that changes again. Judged. */
const SETTLED = 20 * SECOND;
/** A recovery comes in waves: an outage is over when the verdict has not had it for this long. Judged. */
const OVER = 2 * MINUTE;
/** An outage that begins again within this time of its last announcement is not announced again. Judged. */
const AGAIN = 30 * MINUTE;
/** A way that a court or a censor cuts stays cut, or is cut each weekend: once a day is enough. Judged. */
const ROUTE_AGAIN = DAY;

const ROUTE = "route ";

/** The outage that a verdict is about, where it is wide enough for a notification: a provider's, or of the person's own connection. */
function wideSubject({ scope, cause, subject }: Verdict): string | null {
  if (scope === "provider") return subject;
  if (cause === "route") return ROUTE + subject;
  return scope === "network" ? "network" : null;
}

/** What an outage is about: a place, and whether only the way to it was cut. A null place is one's own network. */
export function alertSubject(about: string): { place: Place | null; isRoute: boolean } {
  const isRoute = about.startsWith(ROUTE);
  return { place: about === "network" ? null : parsePlaceId(isRoute ? about.slice(ROUTE.length) : about), isRoute };
}

/** Milliseconds until the beginning of an outage may be announced again. */
function spacing(about: string): number {
  return about.startsWith(ROUTE) ? ROUTE_AGAIN : AGAIN;
}

/**
 * Carries the current verdict into the state.
 * @param verdict of everything at once, without what is muted
 * @param quiet in quiet hours nothing is announced: neither a beginning nor, later, its end
 * @param now milliseconds of the epoch
 * @returns the next state, and what to announce now; null for nothing
 */
export function updateAlerts(
  before: AlertState,
  verdict: Verdict,
  quiet: boolean,
  now: number,
): { alerting: AlertState; announce: AlertStep | null } {
  const about = wideSubject(verdict);
  const { lately } = before;
  switch (before.state) {
    case "calm":
      return { alerting: about === null ? before : { state: "waiting", about, since: now, lately }, announce: null };
    case "waiting": {
      if (about === null) return { alerting: { state: "calm", lately }, announce: null };
      if (now - before.since < SETTLED) return { alerting: before, announce: null };
      const announced = !quiet && now - (lately[about] ?? 0) >= spacing(about);
      const ongoing: AlertState = {
        state: "ongoing",
        about,
        announced,
        calmSince: null,
        lately: announced ? { ...recent(lately, now), [about]: now } : lately,
      };
      return { alerting: ongoing, announce: announced ? { what: "began", verdict } : null };
    }
    case "ongoing": {
      if (about !== null) return { alerting: before.calmSince === null ? before : { ...before, calmSince: null }, announce: null };
      const calmSince = before.calmSince ?? now;
      if (now - calmSince < OVER) return { alerting: before.calmSince === null ? { ...before, calmSince } : before, announce: null };
      return { alerting: { state: "calm", lately }, announce: before.announced && !quiet ? { what: "over", about: before.about } : null };
    }
    default:
      return before satisfies never;
  }
}

function recent(lately: { [about: string]: number }, now: number): { [about: string]: number } {
  return Object.fromEntries(Object.entries(lately).filter(([about, at]) => now - at < spacing(about)));
}
