import type { Feed } from "../../feed/feed.ts";
import { isFeedFresh } from "../../feed/freshness.ts";
import type { Incident } from "../../feed/incident.ts";
import { parsePlaceId } from "../../providers/place.ts";
import { isSameComponent } from "../../providers/same-component.ts";
import { isSharedEdge } from "../../providers/shared-edges.ts";
import { HOUR } from "../../time.ts";

/** An incident open for longer proves little: some have been open for months while nearly everything worked. A fixed rule, not fitted. */
const FRESH = 6 * HOUR;

/**
 * `strong`: official or confirmed, major or worse, open for less than six hours: evidence by itself.
 * `weak`: minor, ending, old, planned, reported by people only, or of other services: it needs a second failing site there.
 * `elsewhere`: confined to countries among which this browser's is not, as far as is known. It counts as a weak one where the place itself
 * wrote errors here, which shows that its trouble reaches here. As a plain weak one it made two sites that fail by themselves an outage of
 * their CDN in 30 of 600 stories (2026-12-01, `npm run accuracy -- --only crowdElsewhere` and its like).
 * `told`: it accuses nobody, for it is planned at a shared edge, where a provider is always at work on something and answers from
 * elsewhere meanwhile.
 */
export type IncidentMatch = { incident: Incident; strength: "strong" | "weak" | "elsewhere" | "told" };

const STRENGTHS: readonly IncidentMatch["strength"][] = ["told", "elsewhere", "weak", "strong"];

/**
 * Finds the incident of the place that hosts something: same provider, and same region or none named.
 * @param place `provider/region` or `provider`
 * @param services the services of that provider that fail, where all of them are known; else empty
 * @param country where this browser is, as an ISO country; null where that is not known
 * @returns null where the feed is past its end, or has no open incident there
 */
export function matchIncident(
  feed: Feed | null,
  place: string,
  now: number,
  { services = [], country = null }: { services?: readonly string[]; country?: string | null } = {},
): IncidentMatch | null {
  if (!isFeedFresh(feed, now)) return null;
  const { provider, region } = parsePlaceId(place);
  let found: IncidentMatch | null = null;
  for (const incident of feed.incidents) {
    if (incident.status === "resolved" || incident.provider !== provider || incident.site !== null) continue;
    if (incident.region !== null && incident.region !== region) continue;
    if (isOfOneCountry(incident)) continue;
    const isPlanned = incident.severity === "maintenance" && isSharedEdge(provider, region);
    const own = isOfOthers(incident, services) ? "weak" : strengthOf(incident, now);
    const match: IncidentMatch = { incident, strength: isPlanned ? "told" : isHere(incident, country) ? own : "elsewhere" };
    if (found === null || STRENGTHS.indexOf(match.strength) > STRENGTHS.indexOf(found.strength)) found = match;
  }
  return found;
}

/**
 * Finds the incident of a site itself: one of its own status page, or one of a cloud that the site is known to suffer from. What a page says
 * that was found by its name counts as what a listed page says: both speak for the site.
 * @param serviceId its entry in the catalogue
 * @param name its registrable domain, by which the incidents of a page go that was found by its name
 */
export function matchSiteIncident(feed: Feed | null, serviceId: string | null, name: string | null, now: number): Incident | null {
  if ((serviceId ?? name) === null || !isFeedFresh(feed, now)) return null;
  const open = feed.incidents.filter(({ status }) => status !== "resolved");
  const own = open.find(({ site }) => site !== null && (site === serviceId || site === name));
  return own ?? open.find(({ affects }) => serviceId !== null && affects.includes(serviceId)) ?? null;
}

/** Whether an incident names its services, and the failing ones are not among them. */
function isOfOthers(incident: Incident, services: readonly string[]): boolean {
  if (services.length === 0 || incident.services.length === 0) return false;
  return !services.some((service) => incident.services.some((named) => isSameComponent(named, service)));
}

/** What only the people of one country report may be the way from there, so it accuses nobody. */
function isOfOneCountry({ official, areas }: Incident): boolean {
  return official === null && areas.length === 1;
}

/** Whether an incident is where this browser is: not confined to countries, or to this one among them. */
function isHere({ areas }: Incident, country: string | null): boolean {
  return areas.length === 0 || (country !== null && areas.includes(country));
}

function strengthOf(incident: Incident, now: number): IncidentMatch["strength"] {
  if (incident.severity === "minor" || incident.severity === "maintenance") return "weak";
  if (incident.status === "monitoring" || incident.status === "possible") return "weak";
  return now - Date.parse(incident.started) <= FRESH ? "strong" : "weak";
}
