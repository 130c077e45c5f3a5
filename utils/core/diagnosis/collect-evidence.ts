import type { Incident } from "../feed/feed.ts";
import { isFeedFresh } from "../feed/freshness.ts";
import { parsePlaceId } from "../providers/place.ts";
import { MINUTE, SECOND } from "../time.ts";
import { HANG, type World } from "../world/world.ts";
import type { Evidence } from "./evidence.ts";
import type { SiteHealth } from "./health/site-health.ts";
import { dominantKind, firstFailure, lastFailure } from "./health/site-health.ts";
import type { Snapshot } from "./health/snapshot.ts";
import type { Finding } from "./verdict.ts";
import { matchSiteIncident } from "./weighing/match-incident.ts";
import type { Weighing } from "./weighing/weigh.ts";

/** More reasons than this are no longer read. */
const REASONS = 6;
/** More names than this are no longer read either. */
const SITES_NAMED = 12;
/** Fewer reports than this are never told. */
const CROWD_SHOWN = 5;

function seconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / SECOND));
}

function incidentEvidence(incident: Incident): Evidence {
  return {
    kind: "incident",
    id: incident.id,
    provider: incident.provider,
    region: incident.region,
    severity: incident.severity,
    status: incident.status,
    title: incident.title,
    services: incident.services,
    started: incident.started,
    acknowledged: incident.official?.acknowledged ?? null,
  };
}

/** Puts the reasons of a finding in order: what decided it first, what fails next, the control after that. */
export function collectEvidence(world: World, snapshot: Snapshot, weighing: Weighing, finding: Finding): Evidence[] {
  const own = ownFailures(snapshot, weighing.site, finding);
  const works = othersWork(snapshot, weighing, finding);
  const fails = othersFail(snapshot, weighing);
  const check = theCheck(snapshot, weighing);
  const mirrors = silentMirrors(world, weighing);
  const list: Evidence[] = [];
  switch (finding.scope) {
    case "local":
      list.push(...localSigns(world, weighing, finding), ...(finding.cause === "captive-portal" ? check : []), ...fails, ...own);
      list.push(...(finding.cause === "captive-portal" ? [] : check), ...mirrors, ...works);
      break;
    case "network":
      list.push(...fails, ...works, ...own, ...check);
      break;
    case "provider":
      list.push(...cloudSigns(weighing), ...own, ...works, ...aboutTheCloud(world, weighing, snapshot.now), ...check);
      break;
    case "site":
      list.push(...own, ...works, ...whatOthersSay(world, weighing.site, snapshot.now), ...check, ...fails);
      break;
    default:
      list.push(...incidentReason(weighing), ...own, ...fails, ...works, ...check, ...mirrors);
  }
  if (weighing.site.state === "recovering") list.push({ kind: "recovering", site: weighing.site.name });
  if (world.mode === "basic" && finding.scope === "unclear") list.push({ kind: "basic-access" });
  return list.slice(0, REASONS);
}

function localSigns(world: World, { site, kind, contrast }: Weighing, finding: Finding & { scope: "local" }): Evidence[] {
  const alike = 1 + contrast.failing.filter((other) => dominantKind(other) === kind).length;
  switch (finding.cause) {
    case "offline":
      return [{ kind: "browser-offline" }];
    case "clock": {
      const skew = world.connectivity?.skew ?? null;
      const certificates: Evidence = { kind: "certificates", sites: alike, problem: "date" };
      return [{ kind: "clock-skew", minutes: skew === null ? null : Math.round(skew / MINUTE) }, certificates];
    }
    case "interception":
      return [{ kind: "certificates", sites: alike, problem: "authority" }];
    case "dns":
      return [{ kind: "names", sites: alike }];
    case "proxy":
      return [{ kind: "proxy", failure: site.faults.at(-1)?.failure ?? "unknown" }];
    default:
      return [];
  }
}

/** The feed's word about the suspected cloud, official and from people. */
function incidentReason({ suspect }: Weighing): Evidence[] {
  if (suspect === null || !suspect.known || suspect.match === null) return [];
  const { incident } = suspect.match;
  const { crowd } = incident;
  if (crowd == null || crowd.reporters < CROWD_SHOWN) return [incidentEvidence(incident)];
  return [incidentEvidence(incident), { kind: "crowd", about: suspect.subject, reporters: crowd.reporters, networks: crowd.networks }];
}

/** What speaks against the cloud: the feed, and who else fails there. */
function cloudSigns(weighing: Weighing): Evidence[] {
  const { suspect } = weighing;
  if (suspect === null) return [];
  const [incident, ...crowd] = incidentReason(weighing);
  const sites = [...suspect.sites, ...suspect.unsettled.map(({ name }) => name)];
  const together: Evidence = { kind: "same-cloud-fails", ...parsePlaceId(suspect.subject), sites: sites.slice(0, SITES_NAMED) };
  return [...(incident === undefined ? [] : [incident]), ...(sites.length >= 2 ? [together] : []), ...crowd];
}

function ownFailures(snapshot: Snapshot, site: SiteHealth, finding: Finding): Evidence[] {
  const last = site.faults.at(-1);
  // The browser's own word says it better than the failure that it caused.
  if (last === undefined || last.kind === "offline") return [];
  if (last.kind === "slow") {
    const count = site.faults.filter(({ kind }) => kind === "slow").length;
    return [{ kind: "slow", site: site.name, count, seconds: HANG / SECOND }];
  }
  const { failure, status } = last;
  const count = site.faults.reduce((sum, fault) => sum + fault.count, 0);
  const list: Evidence[] = [];
  if (finding.scope === "unclear" && count === 1) list.push({ kind: "first-failure", site: site.name, failure, status });
  else list.push({ kind: "failures", site: site.name, count, failure, status, seconds: seconds(snapshot.now - firstFailure(site)) });
  if (site.answered >= 2) list.push({ kind: "partly-works", site: site.name, failed: count, succeeded: site.answered });
  return list;
}

/** Who works besides, since this trouble began: the site's own, or that of all who share it. */
function othersWork(snapshot: Snapshot, { site, contrast }: Weighing, finding: Finding): Evidence[] {
  const shared = finding.scope === "network" || finding.scope === "provider";
  const since = shared ? Math.min(...[site, ...contrast.failing].map(firstFailure)) : firstFailure(site);
  const sites = snapshot.control.filter(({ at, visited, owner }) => at >= since && visited && owner !== site.owner).length;
  return sites === 0 ? [] : [{ kind: "others-work", sites, seconds: seconds(snapshot.now - since) }];
}

function othersFail(snapshot: Snapshot, { contrast }: Weighing): Evidence[] {
  const sites = contrast.failing.length;
  if (sites === 0) return [];
  return [{ kind: "others-fail", sites, seconds: seconds(snapshot.now - Math.min(...contrast.failing.map(lastFailure))) }];
}

function aboutTheCloud(world: World, { site, suspect }: Weighing, now: number): Evidence[] {
  if (suspect === null) return [];
  const { provider, region } = parsePlaceId(suspect.subject);
  const list: Evidence[] = [];
  const part = site.failingHosts.find(({ on }) => on !== null);
  if (part !== undefined && part.on !== null && part.host !== site.name && part.host !== `www.${site.name}`)
    list.push({ kind: "part-fails", host: part.host, ...parsePlaceId(part.on) });
  if (suspect.fine.length > 0) list.push({ kind: "same-cloud-works", provider, region, sites: suspect.fine.length });
  if ((suspect.match === null || suspect.match.incident.official === null) && isFeedFresh(world.feed, now)) {
    const source = world.feed.sources.find(({ id }) => id === provider);
    if (source?.ok === true && source.checked !== null) list.push({ kind: "official-silent", provider, checked: source.checked });
  }
  return list;
}

/** Does it fail for others too? Only a fresh feed that knows the service can say. */
function whatOthersSay(world: World, { name }: SiteHealth, now: number): Evidence[] {
  const service = world.sites[name]?.service ?? null;
  if (service === null || !isFeedFresh(world.feed, now)) return [];
  const said: Evidence[] = [];
  const incident = matchSiteIncident(world.feed, service.id, now);
  if (incident !== null) said.push(incidentEvidence(incident));
  const watched = world.feed.services.find(({ id }) => id === service.id);
  if (watched?.crowd != null && watched.crowd.reporters >= CROWD_SHOWN)
    said.push({ kind: "crowd", about: service.id, reporters: watched.crowd.reporters, networks: watched.crowd.networks });
  const ownPage = world.feed.sources.find(({ id }) => id === service.id);
  if (said.length === 0 && watched === undefined && ownPage?.ok === true) said.push({ kind: "works-for-others", site: name });
  return said;
}

function theCheck({ now }: Snapshot, { reachability }: Weighing): Evidence[] {
  if (reachability === null) return [];
  return [{ kind: "reachability", result: reachability.result, seconds: seconds(now - reachability.at) }];
}

/** Where the check reached the internet, or another mirror brought the feed, one that is silent says nothing of the line. */
function silentMirrors(world: World, { site, reachability }: Weighing): Evidence[] {
  if (reachability?.result === "reached") return [];
  const mirrors = Object.values(world.feedFailures).filter((at) => at >= firstFailure(site) - MINUTE).length;
  return mirrors > 0 ? [{ kind: "feed-unreachable", mirrors }] : [];
}
