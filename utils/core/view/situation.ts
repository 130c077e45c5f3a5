import { currentVerdicts } from "../diagnosis/current-verdicts.ts";
import { diagnose, type Question } from "../diagnosis/diagnose.ts";
import { waitedFor } from "../diagnosis/health/hang.ts";
import type { Snapshot } from "../diagnosis/health/snapshot.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { matchIncident, matchSiteIncident } from "../diagnosis/weighing/match-incident.ts";
import type { Feed } from "../feed/feed.ts";
import type { Crowd, Incident } from "../feed/incident.ts";
import { isWithin, type Place, type PlaceId, parsePlaceId, placeId } from "../providers/place.ts";
import type { ServiceName } from "../providers/service-name.ts";
import { MINUTE } from "../time.ts";
import type { Site } from "../world/world.ts";
import { type ElsewhereQuestion, elsewhereQuestion } from "./elsewhere.ts";
import type { FeedStatus } from "./feed-status.ts";
import { type OfficialStatement, officialStatement } from "./official-statement.ts";

/** Everything that a page shows about one tab, one site or everything at once. Plain data. */
export type Situation = {
  /** When this was made, milliseconds of the epoch. */
  now: number;
  verdict: Verdict;
  /** The host that the tab shows or tried to load; null for an empty tab or a page that is never diagnosed. */
  host: string | null;
  /** A page of the site has opened in this browser lately, and the tab shows no failure. If not, a clear verdict only means that nothing is known. */
  opened: boolean;
  /** The site's name exists: the catalogue has it, or it has answered this browser. */
  isKnown: boolean;
  /** The site's entry in the catalogue; null where it has none. */
  service: ServiceName | null;
  /** The places that host the site's hosts, failing hosts first. */
  hostedOn: { host: string; place: Place; failing: boolean }[];
  /** How many other sites answered within the last minute. */
  answeredLately: number;
  /** The last HTTP status with which the site failed: any status proves the way to it. Null where no answer came. */
  failedStatus: number | null;
  /** The last check of the connection failed, and nothing has answered since: what answered before proves no longer that the way is open. */
  isCutOff: boolean;
  /** The place under the site that the verdict about other sites blames; null where none is. */
  standingOutage: PlaceId | null;
  /** The incident that is evidence of the verdict, else one of the site itself or of a place that hosts it. */
  incident: Incident | null;
  official: OfficialStatement | null;
  crowd: (Crowd & { about: string; first: string | null }) | null;
  feed: FeedStatus;
  /** The other feeds in use, by name. */
  otherFeeds?: { name: string; status: FeedStatus }[];
  access: "full" | "basic";
  /** What may be asked from elsewhere; null where nothing may. */
  elsewhere: ElsewhereQuestion | null;
  /** Tabs whose last load failed and whose site works again. */
  recoveredTabs: number[];
};

/**
 * Collects everything that a page shows. Pure.
 * @param searched a site that was searched for and that this browser may never have requested: its entry in the catalogue and its host
 */
export function situationOf(
  snapshot: Snapshot,
  feed: FeedStatus,
  question: Question,
  searched: { service: ServiceName | null; host: string } | null = null,
): Situation {
  const { now } = snapshot;
  const tab = typeof question === "object" && "tabId" in question ? snapshot.tabs[question.tabId] : undefined;
  const waiting = waitedFor(tab, now);
  const isElsewhere = typeof question === "object" && "tabId" in question && tab?.site == null && waiting === null;
  // A tab without a site shows on the button what fails anywhere: so does its popup.
  const verdict = diagnose(snapshot, isElsewhere ? "everything" : question);
  const siteName = verdict.site ?? (verdict.scope === "site" ? verdict.subject : null);
  const health = snapshot.failing.find((site) => site.name === siteName);
  const failingHosts = new Set(health?.failingHosts.map(({ host }) => host));
  const site = siteName === null ? undefined : snapshot.sites[siteName];
  const host = waiting?.host ?? tab?.host ?? searched?.host ?? (isElsewhere ? null : siteName);
  const service = searched?.service ?? site?.service ?? null;
  const hostedOn = site === undefined ? [] : placesOf(site, failingHosts);
  const incident = incidentFor(snapshot.feed, verdict, hostedOn, { service: service?.id ?? null, name: siteName }, now);
  const recovered = recoveredTabs(snapshot, new Set(snapshot.failing.map((other) => other.name)));
  const showsFailure = tab !== undefined && tab.state !== "shown" && !recovered.some((id) => snapshot.tabs[id] === tab);
  return {
    now,
    verdict,
    host,
    opened: site !== undefined && site.pageOkAt > 0 && !showsFailure,
    isKnown: service !== null || Object.values(site?.hosts ?? {}).some(({ okAt }) => okAt > 0),
    service,
    hostedOn,
    answeredLately: snapshot.answering.filter((other) => other.name !== siteName && now - other.at <= MINUTE).length,
    failedStatus: health?.faults.findLast(({ status }) => status !== null)?.status ?? null,
    isCutOff: isCutOff(snapshot),
    standingOutage: standingOutage(snapshot, verdict, hostedOn),
    incident,
    official: officialStatement(snapshot.feed, verdict, incident),
    crowd: crowdFor(snapshot.feed, incident, service?.id ?? null),
    feed,
    access: snapshot.mode,
    elsewhere: elsewhereQuestion(snapshot, verdict, host, health),
    recoveredTabs: recovered,
  };
}

/** Whether a check of the connection has failed since the newest answer, an error page included. */
function isCutOff({ connectivity, lastAnswer }: Snapshot): boolean {
  if (connectivity?.result !== "unreachable" && connectivity?.result !== "captive") return false;
  return connectivity.at >= lastAnswer;
}

/** The place under a site that other sites' failures blame at this moment. */
function standingOutage(snapshot: Snapshot, { scope }: Verdict, hostedOn: Situation["hostedOn"]): PlaceId | null {
  if (scope === "provider" || hostedOn.length === 0) return null;
  const places = hostedOn.map(({ place }) => placeId(place.provider, place.region));
  for (const other of currentVerdicts(snapshot))
    if (other.scope === "provider" && places.some((place) => isWithin(place, other.subject))) return other.subject;
  return null;
}

function placesOf(site: Site, failing: Set<string>): Situation["hostedOn"] {
  const list: Situation["hostedOn"] = [];
  for (const [host, record] of Object.entries(site.hosts)) {
    if (record.on === null) continue;
    list.push({ host, place: parsePlaceId(record.on), failing: failing.has(host) });
  }
  return list.sort((a, b) => Number(b.failing) - Number(a.failing));
}

/** The incident that the verdict names; else one of the site itself; else one of a place that hosts it. */
function incidentFor(
  feed: Feed | null,
  verdict: Verdict,
  hostedOn: Situation["hostedOn"],
  site: { service: string | null; name: string | null },
  now: number,
): Incident | null {
  const named = verdict.evidence.find((item) => item.kind === "incident");
  if (named?.kind === "incident") return feed?.incidents.find(({ id }) => id === named.id) ?? null;
  const own = matchSiteIncident(feed, site.service, site.name, now);
  if (own !== null) return own;
  for (const { place } of hostedOn) {
    const match = matchIncident(feed, placeId(place.provider, place.region), now);
    if (match !== null) return match.incident;
  }
  return null;
}

function crowdFor(feed: Feed | null, incident: Incident | null, service: string | null): Situation["crowd"] {
  const watched = feed?.services.find(({ id }) => id === service);
  const own: Crowd | null = watched?.crowd ?? null;
  if (own !== null && watched !== undefined) return { ...own, about: watched.id, first: null };
  if (incident?.crowd == null) return null;
  const about = incident.site ?? placeId(incident.provider, incident.region);
  return { ...incident.crowd, about, first: incident.started };
}

/** Tabs that still show a failure while their site answers again. */
function recoveredTabs(snapshot: Snapshot, failing: Set<string>): number[] {
  const tabs: number[] = [];
  for (const [id, tab] of Object.entries(snapshot.tabs)) {
    if (tab.state !== "failed" || tab.site === null || failing.has(tab.site)) continue;
    const hosts = Object.values(snapshot.sites[tab.site]?.hosts ?? {});
    if (hosts.some((host) => host.okAt > tab.at)) tabs.push(Number(id));
  }
  return tabs;
}
