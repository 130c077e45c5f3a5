import type { Weighing } from "./diagnose.ts";
import type { Evidence } from "./evidence.ts";
import type { Incident } from "./feed.ts";
import { isFeedFresh, matchSiteIncident } from "./incident-match.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Picture } from "./picture.ts";
import { SECOND } from "./time.ts";
import { type Finding, parseProviderSubject } from "./verdict.ts";
import type { World } from "./world.ts";

/** More reasons than this are no longer read. */
const REASONS = 6;

function seconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / SECOND));
}

export function incidentEvidence(incident: Incident): Evidence {
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
export function evidenceFor(world: World, picture: Picture, weighing: Weighing, finding: Finding, knowledge: Knowledge): Evidence[] {
  const { site, others, suspect, reachability, kind } = weighing;
  const { now } = picture;
  const list: Evidence[] = [];
  const last = site.faults.at(-1);
  if (last === undefined) return list;
  const witnesses = 1 + others.failing.length;

  if (finding.scope === "local") {
    if (finding.cause === "offline") list.push({ kind: "browser-offline" });
    if (finding.cause === "clock")
      list.push({ kind: "clock-skew", minutes: world.connectivity?.skew == null ? null : Math.round(world.connectivity.skew / 60_000) });
    if (finding.cause === "clock") list.push({ kind: "certificates", sites: witnesses, problem: "date" });
    if (finding.cause === "interception") list.push({ kind: "certificates", sites: witnesses, problem: "authority" });
    if (finding.cause === "dns") list.push({ kind: "names", sites: witnesses });
    if (finding.cause === "proxy") list.push({ kind: "proxy", failure: last.failure });
    if (kind === "network-changed") list.push({ kind: "network-changed", seconds: seconds(now - last.at) });
  }
  if (suspect !== null && (finding.scope === "provider" || suspect.match !== null)) {
    const place = parseProviderSubject(suspect.subject);
    if (suspect.match !== null) list.push(incidentEvidence(suspect.match.incident));
    if (suspect.owners >= 2) list.push({ kind: "same-cloud-fails", ...place, sites: suspect.sites.slice(0, 12) });
    const crowd = suspect.match?.incident.crowd;
    if (crowd != null && crowd.reporters >= 5)
      list.push({ kind: "crowd", about: suspect.subject, reporters: crowd.reporters, networks: crowd.networks });
  }
  if (finding.scope === "unclear" && site.faults.length === 1)
    list.push({ kind: "first-failure", site: site.name, failure: last.failure, status: last.status });
  else
    list.push({
      kind: "failures",
      site: site.name,
      count: site.faults.length,
      failure: last.failure,
      status: last.status,
      seconds: seconds(now - (site.faults[0]?.at ?? now)),
    });
  if (site.answered > 0) list.push({ kind: "partly-works", site: site.name, failed: site.faults.length, succeeded: site.answered });
  if (last.kind === "slow") list.push({ kind: "slow", site: site.name, count: site.faults.length, seconds: 15 });
  if (others.fine > 0)
    list.push({ kind: "others-work", sites: others.fine, seconds: seconds(Math.min(now - site.since, 120_000) + 30_000) });
  if (finding.scope === "provider" && suspect !== null) {
    const place = parseProviderSubject(suspect.subject);
    const part = site.failing.find(({ on }) => on !== null);
    if (part !== undefined && part.on !== null && part.host !== site.name)
      list.push({ kind: "part-fails", host: part.host, ...parseProviderSubject(part.on) });
    if (suspect.fine.length > 0) list.push({ kind: "same-cloud-works", ...place, sites: suspect.fine.length });
    if (suspect.match === null || suspect.match.incident.official === null) list.push(...officialSilence(world, place.provider, now));
  }
  if (others.failing.length > 0 && finding.scope !== "provider")
    list.push({ kind: "others-fail", sites: others.failing.length, seconds: seconds(now - site.since) });
  if (finding.scope === "site") list.push(...whatOthersSay(world, site.name, now, knowledge));
  if (reachability !== null && world.connectivity !== null)
    list.push({ kind: "reachability", result: reachability, seconds: seconds(now - world.connectivity.at) });
  const silentMirrors = Object.values(world.feedFailures).filter((at) => now - at < 120_000).length;
  if (silentMirrors > 0 && (finding.scope === "local" || finding.scope === "unclear"))
    list.push({ kind: "feed-unreachable", mirrors: silentMirrors });
  if (site.state === "recovering") list.push({ kind: "recovering", site: site.name });
  if (world.mode === "basic" && finding.scope === "unclear") list.push({ kind: "basic-access" });
  return list.slice(0, REASONS);
}

function officialSilence(world: World, provider: string, now: number): Evidence[] {
  if (!isFeedFresh(world.feed, now)) return [];
  const source = world.feed.sources.find(({ id }) => id === provider);
  return source?.ok === true && source.checked !== null ? [{ kind: "official-silent", provider, checked: source.checked }] : [];
}

/** Does it fail for others too? Only a fresh feed that knows the service can say. */
function whatOthersSay(world: World, site: string, now: number, knowledge: Knowledge): Evidence[] {
  const service = knowledge.serviceOf(site);
  if (service === null || !isFeedFresh(world.feed, now)) return [];
  const said: Evidence[] = [];
  const incident = matchSiteIncident(world.feed, service.id, now);
  if (incident !== null) said.push(incidentEvidence(incident));
  const watched = world.feed.services.find(({ id }) => id === service.id);
  if (watched?.crowd != null && watched.crowd.reporters >= 5)
    said.push({ kind: "crowd", about: service.id, reporters: watched.crowd.reporters, networks: watched.crowd.networks });
  return said;
}
