import { isFeedFresh } from "../feed/freshness.ts";
import { parsePlaceId } from "../providers/place.ts";
import { isEdgeOnly } from "../providers/shared-edges.ts";
import { sourceReading } from "../status-pages/source-reading.ts";
import { MINUTE, SECOND } from "../time.ts";
import { HANG } from "../world/world.ts";
import type { Evidence } from "./evidence.ts";
import type { Snapshot } from "./health/snapshot.ts";
import { CROWD_SHOWN, incidentEvidence, incidentOnPlace } from "./incident-evidence.ts";
import { seenElsewhere } from "./measured-evidence.ts";
import type { Finding } from "./verdict.ts";
import { knownCut } from "./weighing/known-cut.ts";
import { matchSiteIncident } from "./weighing/match-incident.ts";
import type { Weighing } from "./weighing/weigh.ts";

/** At most this many reasons: people do not read more. Judged. */
const REASONS = 6;
/** At most this many names, for the same cause. Judged. */
const SITES_NAMED = 12;

/** What the evidence is made from. */
type Basis = { snapshot: Snapshot; weighing: Weighing; finding: Finding };

/**
 * Collects the reasons for a finding: what decided it first, then what else fails, then the control.
 * @returns at most six
 */
export function collectEvidence(snapshot: Snapshot, weighing: Weighing, finding: Finding): Evidence[] {
  const list = inOrder({ snapshot, weighing, finding });
  // What the person sees comes first: it answers again.
  if (weighing.site.state === "recovering") list.unshift({ kind: "recovering", site: weighing.site.name });
  if (snapshot.mode === "basic" && finding.scope === "unclear") list.push({ kind: "basic-access" });
  return list.slice(0, REASONS);
}

function inOrder(basis: Basis): Evidence[] {
  const own = ownFailures(basis);
  const works = othersWork(basis);
  const fails = othersFail(basis);
  const check = reachabilityCheck(basis);
  const { asked, measured } = seenElsewhere(basis.snapshot, basis.weighing);
  switch (basis.finding.scope) {
    case "local":
      return basis.finding.cause === "captive-portal"
        ? [...check, ...fails, ...own, ...silentMirrors(basis), ...works]
        : [...localSigns(basis, basis.finding), ...fails, ...own, ...check, ...silentMirrors(basis), ...works];
    case "network":
      return basis.finding.cause === "route"
        ? [
            ...signsOnPlace(basis),
            ...works,
            ...signsOfCut(basis, basis.finding.subject),
            ...measured,
            ...asked,
            ...own,
            ...aboutThePlace(basis),
            ...check,
          ]
        : [...fails, ...works, ...own, ...check];
    case "provider":
      return [...signsOnPlace(basis), ...measured, ...own, ...works, ...aboutThePlace(basis), ...asked, ...check];
    case "site":
      return [...own, ...works, ...asked, ...measured, ...reportsOfOthers(basis), ...check, ...fails];
    default:
      return [...signsOnPlace(basis), ...own, ...fails, ...works, ...asked, ...measured, ...check, ...silentMirrors(basis)];
  }
}

function localSigns({ snapshot, weighing: { site, contrast } }: Basis, { cause }: Finding & { scope: "local" }): Evidence[] {
  const sites = 1 + contrast.failing.filter(({ kind }) => kind === site.kind).length;
  switch (cause) {
    case "offline":
      return [{ kind: "browser-offline" }];
    case "clock": {
      const skew = snapshot.connectivity?.skew ?? null;
      const minutes = skew === null ? null : Math.round(skew / MINUTE);
      return [
        { kind: "clock-skew", minutes },
        { kind: "certificates", sites, problem: "date" },
      ];
    }
    case "blocked":
      return [{ kind: "null-address", site: site.name }];
    case "interception":
      return [site.kind === "pin" ? { kind: "not-pinned", site: site.name } : { kind: "certificates", sites, problem: "authority" }];
    case "dns":
      return [{ kind: "names", sites }];
    case "proxy":
      return [{ kind: "proxy", failure: site.faults.at(-1)?.failure ?? "unknown" }];
    default:
      return [];
  }
}

/** The evidence against the place: the incident, who else fails there, and the people who report it. */
function signsOnPlace(basis: Basis): Evidence[] {
  const { suspect } = basis.weighing;
  if (suspect === null || suspect.hosting === "guessed") return [];
  const [incident, ...crowd] = incidentOnPlace(basis.snapshot, suspect);
  const sites = [...suspect.sites, ...suspect.unsettled.map(({ name }) => name)];
  const together: Evidence = { kind: "same-cloud-fails", ...parsePlaceId(suspect.place), sites: sites.slice(0, SITES_NAMED) };
  return [...(incident === undefined ? [] : [incident]), ...(sites.length >= 2 ? [together] : []), ...crowd];
}

/** What tells a way that is cut from an outage: some always fail and others never do, and others from here cannot reach it either. */
function signsOfCut({ snapshot, weighing: { suspect } }: Basis, place: string): Evidence[] {
  const { provider, region } = parsePlaceId(place);
  const list: Evidence[] = [];
  const { owners: always = 0, steady: never = 0 } = suspect ?? {};
  if (never > 0) list.push({ kind: "always-or-never", provider, region, always, never });
  const known = knownCut(snapshot, place);
  if (known !== undefined && snapshot.network !== null)
    list.push({
      kind: "cut-off-together",
      provider,
      network: known.asn === null ? null : known.name,
      country: snapshot.network.country,
      since: known.since,
    });
  return list;
}

function ownFailures(basis: Basis): Evidence[] {
  return [...ownFaults(basis), ...writtenBy(basis)];
}

/** Who wrote the error of the site, where that is known and says something about the provider in front of it. */
function writtenBy({ weighing: { site } }: Basis): Evidence[] {
  for (const { faults, on, platform } of site.failingHosts) {
    const writer = faults.at(-1)?.writer;
    const place = writer === "platform" ? (platform ?? on) : on;
    // Which platform it is behind an edge is not always known.
    if (writer !== undefined && place !== null && !(writer === "platform" && isEdgeOnly(parsePlaceId(place).provider)))
      return [{ kind: "written-by", site: site.name, writer, provider: parsePlaceId(place).provider }];
  }
  return [];
}

function ownFaults({ snapshot, weighing: { site }, finding }: Basis): Evidence[] {
  if (site.hang !== null) return [{ kind: "hang", site: site.name, seconds: seconds(snapshot.now - site.hang.since) }];
  const last = site.faults.at(-1);
  // The browser's own statement says it better than the failure that it caused.
  if (last === undefined || last.kind === "offline") return [];
  if (last.kind === "slow") {
    const count = site.faults.filter(({ kind }) => kind === "slow").length;
    if (last.failure !== "abandoned") return [{ kind: "stopped-half-way", site: site.name, count }];
    return [{ kind: "slow", site: site.name, count, seconds: HANG / SECOND }];
  }
  const { failure, status } = last;
  const told = site.faults.filter(({ at }) => at >= site.since);
  const count = told.reduce((sum, fault) => sum + fault.count, 0);
  const since = told[0]?.at ?? site.firstFaultAt;
  const list: Evidence[] = [];
  if (finding.scope === "unclear" && count === 1) list.push({ kind: "first-failure", site: site.name, failure, status });
  else list.push({ kind: "failures", site: site.name, count, failure, status, seconds: seconds(snapshot.now - since) });
  if (site.answered >= 2) list.push({ kind: "partly-works", site: site.name, failed: count, succeeded: site.answered });
  return list;
}

/** Other sites that answered since the trouble began: the site's own trouble, or that of all who share it. */
function othersWork({ snapshot, weighing: { site, contrast }, finding }: Basis): Evidence[] {
  const sharing = finding.scope === "network" || finding.scope === "provider" ? [site, ...contrast.failing] : [site];
  const since = Math.min(...sharing.map(({ firstFaultAt }) => firstFaultAt));
  const sites = snapshot.control.filter(({ at, visited, owner }) => at >= since && visited && owner !== site.owner).length;
  return sites === 0 ? [] : [{ kind: "others-work", sites, seconds: seconds(snapshot.now - since) }];
}

function othersFail({ snapshot, weighing: { contrast } }: Basis): Evidence[] {
  const sites = contrast.failing.length;
  if (sites === 0) return [];
  const since = Math.min(...contrast.failing.map(({ lastFaultAt }) => lastFaultAt));
  return [{ kind: "others-fail", sites, seconds: seconds(snapshot.now - since) }];
}

/** More about the place that is blamed: the part of the site that it hosts, who works there, and that its status page is silent. */
function aboutThePlace({ snapshot, weighing: { site, suspect } }: Basis): Evidence[] {
  if (suspect === null) return [];
  const { feed, now } = snapshot;
  const { provider, region } = parsePlaceId(suspect.place);
  const list: Evidence[] = [];
  const part = site.failingHosts.find(({ on }) => on !== null);
  if (part !== undefined && part.on !== null && part.host !== site.name && part.host !== `www.${site.name}`)
    list.push({ kind: "part-fails", host: part.host, ...parsePlaceId(part.on) });
  if (suspect.answering.length > 0) list.push({ kind: "same-cloud-works", provider, region, sites: suspect.answering.length });
  if ((suspect.match === null || suspect.match.incident.official === null) && isFeedFresh(feed, now)) {
    const source = sourceReading(feed.sources, provider);
    if (source?.ok === true) list.push({ kind: "official-silent", provider, checked: source.checked });
  }
  return list;
}

/** Whether the site fails for others too, as far as a fresh feed that knows the service can say, or a page that was found by its name. */
function reportsOfOthers({ snapshot: { feed, now }, weighing: { site } }: Basis): Evidence[] {
  if (!isFeedFresh(feed, now)) return [];
  const service = site.service?.id ?? null;
  const reports: Evidence[] = [];
  const incident = matchSiteIncident(feed, service, site.name, now);
  if (incident !== null) reports.push(incidentEvidence(incident));
  const watched = feed.services.find(({ id }) => id === service);
  if (watched?.crowd != null && watched.crowd.reporters >= CROWD_SHOWN)
    reports.push({ kind: "crowd", about: watched.id, reporters: watched.crowd.reporters, networks: watched.crowd.networks });
  const ownPage = (service === null ? null : sourceReading(feed.sources, service)) ?? sourceReading(feed.sources, site.name);
  if (reports.length === 0 && watched === undefined && ownPage?.ok === true)
    reports.push({ kind: "own-page-silent", site: site.name, checked: ownPage.checked });
  return reports;
}

function reachabilityCheck({ snapshot: { now }, weighing: { reachability } }: Basis): Evidence[] {
  if (reachability === null) return [];
  return [{ kind: "reachability", result: reachability.result, seconds: seconds(now - reachability.at) }];
}

/** Mirrors that failed around the trouble. Where the check reached a mirror, a silent mirror says nothing about the connection. */
function silentMirrors({ snapshot, weighing: { site, reachability } }: Basis): Evidence[] {
  if (reachability?.result === "reached" || reachability?.result === "reached-locally") return [];
  const mirrors = Object.values(snapshot.feedFailures).filter((at) => at >= site.firstFaultAt - MINUTE).length;
  return mirrors > 0 ? [{ kind: "feed-unreachable", mirrors }] : [];
}

/** Whole seconds, at least one. */
function seconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / SECOND));
}
