import { diagnose, type Subject } from "../diagnosis/diagnose.ts";
import { matchIncident, matchSiteIncident } from "../diagnosis/match-incident.ts";
import { takePicture } from "../diagnosis/snapshot.ts";
import { parseProviderSubject, type Verdict } from "../diagnosis/verdict.ts";
import type { Crowd, Feed, Incident } from "../feed/feed.ts";
import type { Placement } from "../providers/placement.ts";
import { MINUTE } from "../time.ts";
import type { Site, World } from "../world/world.ts";
import type { FeedStanding, OfficialWord, Situation } from "./situation.ts";

/**
 * Puts together all that the popup shows about one tab, one site or everything. Pure; asking changes nothing.
 * @param searched what is known of a site that was searched for and that this browser may never have seen: its entry in the
 *   catalogue, and the host that was meant
 */
export function situationOf(
  world: World,
  feed: FeedStanding,
  subject: Subject,
  now: number,
  searched: { service: Situation["service"]; host: string } | null = null,
): Situation {
  const verdict = diagnose(world, subject, now);
  const picture = takePicture(world, now);
  const tab = typeof subject === "object" && "tabId" in subject ? world.tabs[subject.tabId] : undefined;
  const siteName = verdict.site ?? (verdict.scope === "site" ? verdict.subject : null);
  const health = picture.failing.find((site) => site.name === siteName);
  const failingHosts = new Set(health?.failing.map(({ host }) => host));
  const site = siteName === null ? undefined : world.sites[siteName];
  const host = tab?.host ?? searched?.host ?? siteName;
  const service = searched?.service ?? site?.service ?? null;
  const standsOn = site === undefined ? [] : placementsOf(site, failingHosts);
  const incident = incidentFor(world.feed, verdict, standsOn, service?.id ?? null, now);
  return {
    now,
    verdict,
    host,
    seen: site !== undefined,
    service,
    standsOn,
    answeredLately: picture.answering.filter((other) => other.name !== siteName && now - other.at <= MINUTE).length,
    incident,
    official: officialWord(world.feed, verdict, incident),
    crowd: crowdFor(world.feed, incident, service?.id ?? null),
    feed,
    access: world.mode,
    recoveredTabs: recoveredTabs(world, new Set(picture.failing.map((other) => other.name))),
  };
}

function placementsOf(site: Site, failing: Set<string>): Situation["standsOn"] {
  const list: Situation["standsOn"] = [];
  for (const [host, record] of Object.entries(site.hosts)) {
    if (record.on === null) continue;
    const placement: Placement = { ...parseProviderSubject(record.on), service: null, by: record.ip === null ? "host" : "address" };
    list.push({ host, placement, failing: failing.has(host) });
  }
  return list.sort((a, b) => Number(b.failing) - Number(a.failing));
}

/** The incident the verdict names; else one of the site itself; else one of a cloud that the site stands on. */
function incidentFor(
  feed: Feed | null,
  verdict: Verdict,
  standsOn: Situation["standsOn"],
  service: string | null,
  now: number,
): Incident | null {
  const named = verdict.evidence.find((item) => item.kind === "incident");
  if (named?.kind === "incident") return feed?.incidents.find(({ id }) => id === named.id) ?? null;
  const own = matchSiteIncident(feed, service, now);
  if (own !== null) return own;
  for (const { placement } of standsOn) {
    const on = placement.region === null ? placement.provider : `${placement.provider}/${placement.region}`;
    const match = matchIncident(feed, on, now);
    if (match !== null) return match.incident;
  }
  return null;
}

function officialWord(feed: Feed | null, verdict: Verdict, incident: Incident | null): OfficialWord | null {
  const provider = incident?.provider ?? (verdict.scope === "provider" ? parseProviderSubject(verdict.subject).provider : null);
  if (provider === null || feed === null) return null;
  if (incident?.official != null) {
    const { url, acknowledged } = incident.official;
    return { state: "spoken", provider, url, acknowledged, title: incident.title, summary: incident.summary, updated: incident.updated };
  }
  const source = feed.sources.find(({ id }) => id === provider);
  if (source === undefined) return null;
  if (!source.ok || source.checked === null) return { state: "unreadable", provider, checked: source.checked };
  return { state: "silent", provider, checked: source.checked };
}

function crowdFor(feed: Feed | null, incident: Incident | null, service: string | null): Situation["crowd"] {
  const watched = feed?.services.find(({ id }) => id === service);
  const own: Crowd | null = watched?.crowd ?? null;
  if (own !== null && watched !== undefined) return { ...own, about: watched.id, first: null };
  if (incident?.crowd == null) return null;
  const about = incident.site ?? (incident.region === null ? incident.provider : `${incident.provider}/${incident.region}`);
  return { ...incident.crowd, about, first: incident.started };
}

/** Tabs that still show a failure while their site answers again. */
function recoveredTabs(world: World, failing: Set<string>): number[] {
  const tabs: number[] = [];
  for (const [id, tab] of Object.entries(world.tabs)) {
    if (tab.state !== "failed" || tab.site === null || failing.has(tab.site)) continue;
    const hosts = Object.values(world.sites[tab.site]?.hosts ?? {});
    if (hosts.some((host) => host.okAt > tab.at)) tabs.push(Number(id));
  }
  return tabs;
}
