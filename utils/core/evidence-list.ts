import { dominantKind } from "./contrast.ts";
import type { Evidence } from "./evidence.ts";
import type { Incident } from "./feed.ts";
import { isFeedFresh, matchSiteIncident } from "./incident-match.ts";
import { firstFailure, lastFailure, type Picture } from "./picture.ts";
import type { SiteHealth } from "./site-health.ts";
import { MINUTE, SECOND } from "./time.ts";
import { type Finding, parseProviderSubject } from "./verdict.ts";
import type { Weighing } from "./weighing.ts";
import type { World } from "./world.ts";

/** More reasons than this are no longer read. */
const REASONS = 6;
/** Fewer reports than this are never told. */
const CROWD_TOLD = 5;

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
export function evidenceFor(world: World, picture: Picture, weighing: Weighing, finding: Finding): Evidence[] {
  const list: Evidence[] = [];
  if (finding.scope === "local") list.push(...localSigns(world, picture, weighing, finding));
  list.push(...cloudSigns(weighing, finding));
  list.push(...ownFailures(picture, weighing.site, finding));
  list.push(...control(picture, weighing));
  if (finding.scope === "provider") list.push(...aboutTheCloud(world, weighing, picture.now));
  if (finding.scope === "site") list.push(...whatOthersSay(world, weighing.site.name, picture.now));
  list.push(...theWayOut(world, picture, weighing, finding));
  if (weighing.site.state === "recovering") list.push({ kind: "recovering", site: weighing.site.name });
  if (world.mode === "basic" && finding.scope === "unclear") list.push({ kind: "basic-access" });
  return list.slice(0, REASONS);
}

function localSigns(world: World, picture: Picture, { site, kind, contrast }: Weighing, finding: Finding & { scope: "local" }): Evidence[] {
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
    case "no-internet":
      return kind === "network-changed" ? [{ kind: "network-changed", seconds: seconds(picture.now - lastFailure(site)) }] : [];
    default:
      return [];
  }
}

/** The feed's word about the suspected cloud, and who else fails there. */
function cloudSigns({ suspect }: Weighing, finding: Finding): Evidence[] {
  if (suspect === null || !suspect.known) return [];
  const { provider, region } = parseProviderSubject(suspect.subject);
  const list: Evidence[] = [];
  const match = finding.scope === "provider" || finding.scope === "unclear" ? suspect.match : null;
  if (match !== null) list.push(incidentEvidence(match.incident));
  const sites = [...suspect.sites, ...suspect.shaken.map(({ name }) => name)];
  if (finding.scope === "provider" && sites.length >= 2)
    list.push({ kind: "same-cloud-fails", provider, region, sites: sites.slice(0, 12) });
  const crowd = match?.incident.crowd;
  if (crowd != null && crowd.reporters >= CROWD_TOLD)
    list.push({ kind: "crowd", about: suspect.subject, reporters: crowd.reporters, networks: crowd.networks });
  return list;
}

function ownFailures(picture: Picture, site: SiteHealth, finding: Finding): Evidence[] {
  const last = site.faults.at(-1);
  if (last === undefined) return [];
  const { failure, status } = last;
  const count = site.faults.reduce((sum, fault) => sum + fault.count, 0);
  if (last.kind === "slow")
    return [{ kind: "slow", site: site.name, count: site.faults.filter(({ kind }) => kind === "slow").length, seconds: 15 }];
  const list: Evidence[] = [];
  if (finding.scope === "unclear" && count === 1) list.push({ kind: "first-failure", site: site.name, failure, status });
  else list.push({ kind: "failures", site: site.name, count, failure, status, seconds: seconds(picture.now - firstFailure(site)) });
  if (site.answered > 0) list.push({ kind: "partly-works", site: site.name, failed: count, succeeded: site.answered });
  return list;
}

/** Who works and who fails besides, since this trouble began. */
function control(picture: Picture, { site, contrast }: Weighing): Evidence[] {
  const list: Evidence[] = [];
  const span = seconds(picture.now - firstFailure(site));
  if (contrast.answering.length > 0) list.push({ kind: "others-work", sites: contrast.answering.length, seconds: span });
  const failing = contrast.failing.length;
  const first = Math.min(...contrast.failing.map(lastFailure));
  if (failing > 0) list.push({ kind: "others-fail", sites: failing, seconds: seconds(picture.now - first) });
  return list;
}

function aboutTheCloud(world: World, { site, suspect }: Weighing, now: number): Evidence[] {
  if (suspect === null) return [];
  const { provider, region } = parseProviderSubject(suspect.subject);
  const list: Evidence[] = [];
  const part = site.failing.find(({ on }) => on !== null);
  if (part !== undefined && part.on !== null && part.host !== site.name)
    list.push({ kind: "part-fails", host: part.host, ...parseProviderSubject(part.on) });
  if (suspect.fine.length > 0) list.push({ kind: "same-cloud-works", provider, region, sites: suspect.fine.length });
  if ((suspect.match === null || suspect.match.incident.official === null) && isFeedFresh(world.feed, now)) {
    const source = world.feed.sources.find(({ id }) => id === provider);
    if (source?.ok === true && source.checked !== null) list.push({ kind: "official-silent", provider, checked: source.checked });
  }
  return list;
}

/** Does it fail for others too? Only a fresh feed that knows the service can say. */
function whatOthersSay(world: World, site: string, now: number): Evidence[] {
  const service = world.sites[site]?.service ?? null;
  if (service === null || !isFeedFresh(world.feed, now)) return [];
  const said: Evidence[] = [];
  const incident = matchSiteIncident(world.feed, service.id, now);
  if (incident !== null) said.push(incidentEvidence(incident));
  const watched = world.feed.services.find(({ id }) => id === service.id);
  if (watched?.crowd != null && watched.crowd.reporters >= CROWD_TOLD)
    said.push({ kind: "crowd", about: service.id, reporters: watched.crowd.reporters, networks: watched.crowd.networks });
  const ownPage = world.feed.sources.find(({ id }) => id === service.id);
  if (said.length === 0 && watched === undefined && ownPage?.ok === true) said.push({ kind: "works-for-others", site });
  return said;
}

function theWayOut(world: World, { now }: Picture, { reachability, site }: Weighing, finding: Finding): Evidence[] {
  const list: Evidence[] = [];
  if (reachability !== null) list.push({ kind: "reachability", result: reachability.result, seconds: seconds(now - reachability.at) });
  const silent = Object.values(world.feedFailures).filter((at) => at >= firstFailure(site) - MINUTE).length;
  if (silent > 0 && (finding.scope === "local" || finding.scope === "unclear")) list.push({ kind: "feed-unreachable", mirrors: silent });
  return list;
}
