import type { Feed, Incident } from "./feed.ts";
import { HOUR } from "./time.ts";
import { parseProviderSubject } from "./verdict.ts";

/** An incident open for longer proves little: some have stood open for months while nearly everything worked. */
const FRESH = 6 * HOUR;

/**
 * `strong`: official or confirmed, major or worse, open for less than six hours: evidence by itself.
 * `weak`: minor, ending, old, planned, or known from people only: it needs a second failing site there.
 */
export type IncidentMatch = { incident: Incident; strength: "strong" | "weak" };

/** A feed past its end weighs nothing. */
export function isFeedFresh(feed: Feed | null, now: number): feed is Feed {
  return feed !== null && Date.parse(feed.expires) > now;
}

/**
 * Finds the incident that speaks of what a failing host stands on: same provider, and same region or none named.
 * @param on `provider/region` or `provider`, as the picture has it
 */
export function matchIncident(feed: Feed | null, on: string, now: number): IncidentMatch | null {
  if (!isFeedFresh(feed, now)) return null;
  const { provider, region } = parseProviderSubject(on);
  let found: IncidentMatch | null = null;
  for (const incident of feed.incidents) {
    if (incident.status === "resolved" || incident.provider !== provider || incident.site !== null) continue;
    if (incident.region !== null && incident.region !== region) continue;
    const match: IncidentMatch = { incident, strength: strengthOf(incident, now) };
    if (found === null || (found.strength === "weak" && match.strength === "strong")) found = match;
  }
  return found;
}

/** Finds what the feed says of the site itself: an incident of its own status page. */
export function matchSiteIncident(feed: Feed | null, serviceId: string | null, now: number): Incident | null {
  if (serviceId === null || !isFeedFresh(feed, now)) return null;
  return feed.incidents.find((incident) => incident.status !== "resolved" && incident.site === serviceId) ?? null;
}

function strengthOf(incident: Incident, now: number): IncidentMatch["strength"] {
  if (incident.severity === "minor" || incident.severity === "maintenance") return "weak";
  if (incident.status === "monitoring" || incident.status === "possible") return "weak";
  return now - Date.parse(incident.started) <= FRESH ? "strong" : "weak";
}
