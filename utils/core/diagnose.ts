import { type CloudSuspect, cloudSuspects, mayBlame, standsOn } from "./cloud-suspect.ts";
import { evidenceFor } from "./evidence-list.ts";
import { type Posterior, posterior, type Weighed } from "./hypotheses.ts";
import { isFeedFresh, matchSiteIncident } from "./incident-match.ts";
import type { Knowledge } from "./knowledge.ts";
import {
  CLOCK_SKEW,
  CLOUD_SHARE,
  FLOOR,
  HYPOTHESES,
  INCIDENT,
  KIND,
  LIKELY,
  OTHER_FAILS,
  PRIOR,
  REACHABILITY,
  type Row,
  SAME_CLOUD_FAILS,
  SITE_REPORTED,
  WEAK_INCIDENT,
} from "./likelihoods.ts";
import { controlStart, failsNow, type Picture, takePicture } from "./picture.ts";
import type { SiteHealth } from "./site-health.ts";
import { HOUR, MINUTE, SECOND } from "./time.ts";
import type { Finding, LocalCause, Scope, SiteCause, Verdict } from "./verdict.ts";
import type { Fault, World } from "./world.ts";

/** What is asked about: what a tab shows, a site (registrable domain), or everything at once. */
export type Subject = { tabId: number } | { site: string } | "everything";

/** A mirror that answered, or a check that found something, speaks for this long. */
const CHECK_LIFETIME = 2 * MINUTE;
/** More other sites than this add nothing: they are not independent for ever. */
const OTHERS_COUNTED = 8;
/** A clock this far off breaks certificates. */
const SKEW = HOUR;

const GRAVITY: { [scope in Scope]: number } = { local: 5, network: 4, provider: 3, site: 2, unclear: 1, clear: 0 };

/** Everything that was weighed for one site, kept so that `--explain` and the evidence can be drawn from it. */
export type Weighing = {
  site: SiteHealth;
  kind: Fault["kind"];
  others: { failing: SiteHealth[]; fine: number };
  suspect: CloudSuspect | null;
  reachability: "reached" | "captive" | "unreachable" | null;
  hasControl: boolean;
  evidence: Weighed[];
  posterior: Posterior;
};

/**
 * Answers "is it me?" from the picture alone.
 * @param now milliseconds of the epoch
 * @returns the verdict with its evidence, strongest first. Asking changes nothing.
 */
export function diagnose(world: World, subject: Subject, now: number, knowledge: Knowledge): Verdict {
  const picture = takePicture(world, now);
  if (subject === "everything") return gravest(world, picture, knowledge);
  if ("tabId" in subject) {
    const tab = world.tabs[subject.tabId];
    if (tab === undefined || tab.site === null) return clear(null);
    if (tab.state === "blocked") {
      const evidence = [{ kind: "blocked" as const, site: tab.site }];
      return { scope: "local", cause: "blocked", subject: null, site: tab.site, confidence: 0.95, since: tab.at, evidence };
    }
    return diagnoseSite(world, picture, tab.site, knowledge);
  }
  return diagnoseSite(world, picture, subject.site, knowledge);
}

function clear(site: string | null): Verdict {
  return { scope: "clear", cause: null, subject: null, site, confidence: 0.97, since: null, evidence: [] };
}

function browserOffline(world: World): Verdict {
  const evidence = [{ kind: "browser-offline" as const }];
  return { scope: "local", cause: "offline", subject: null, site: null, confidence: 0.97, since: world.networkChangedAt, evidence };
}

/** The gravest standing verdict of all sites in trouble; of two alike the surer. */
function gravest(world: World, picture: Picture, knowledge: Knowledge): Verdict {
  let worst = world.online ? clear(null) : browserOffline(world);
  for (const site of picture.failing) {
    const verdict = diagnoseSite(world, picture, site.name, knowledge);
    const graver = GRAVITY[verdict.scope] - GRAVITY[worst.scope];
    if (graver > 0 || (graver === 0 && verdict.scope !== "clear" && verdict.confidence > worst.confidence))
      worst = { ...verdict, site: null };
  }
  return worst;
}

function diagnoseSite(world: World, picture: Picture, name: string, knowledge: Knowledge): Verdict {
  const site = picture.failing.find((health) => health.name === name);
  if (site === undefined) return clear(name);
  const weighing = weigh(world, picture, site, knowledge);
  const { finding, confidence } = conclude(world, picture, weighing);
  if (finding.scope === "clear") return clear(name);
  return { ...finding, site: name, confidence, since: site.since, evidence: evidenceFor(world, picture, weighing, finding, knowledge) };
}

/** Collects the evidence about one site and works out the posterior. */
export function weigh(world: World, picture: Picture, site: SiteHealth, knowledge: Knowledge): Weighing {
  const now = picture.now;
  const start = controlStart(picture, site);
  const kind = dominantKind(site);
  const suspect = cloudSuspects(picture, site, world.feed)[0] ?? null;
  const failing = picture.failing.filter((other) => other.owner !== site.owner && failsNow(picture, other));
  const failingOwners = new Set(failing.map((other) => other.owner));
  const fine = picture.answering.filter((other) => other.owner !== site.owner && !failingOwners.has(other.owner) && other.at >= start);
  const reachability = currentReachability(world, picture, site);
  const began = Math.min(site.faults[0]?.at ?? now, ...failing.map((other) => other.faults[0]?.at ?? now));
  const evidence: Weighed[] = [];
  const kindRow = KIND[kind];
  if (kindRow !== undefined) evidence.push({ name: `kind ${kind}`, row: kindRow });
  const counted = { failing: 0, fine: 0 };
  for (const owner of failingOwners) {
    if (counted.failing++ >= OTHERS_COUNTED) break;
    const theirs = failing.filter((other) => other.owner === owner).flatMap((other) => other.failing);
    evidence.push(otherFails(owner, theirs, suspect));
  }
  for (const other of fine) {
    if (counted.fine++ >= OTHERS_COUNTED) break;
    const there = suspect?.fine.includes(other) ?? false;
    const unknown = other.on.length === 0 && suspect !== null;
    const row = complement({
      ...OTHER_FAILS,
      provider: there ? SAME_CLOUD_FAILS : unknown ? CLOUD_SHARE * SAME_CLOUD_FAILS : OTHER_FAILS.provider,
    });
    const before = other.at < began;
    evidence.push({
      name: `${other.name} ${before ? "worked before" : "works"}${there ? " on the same cloud" : ""}`,
      row: before ? withoutContrast(row, began - other.at) : row,
    });
  }
  if (reachability !== null) evidence.push({ name: reachability, row: REACHABILITY[reachability] });
  if (world.connectivity?.skew != null && Math.abs(world.connectivity.skew) > SKEW) evidence.push({ name: "clock skew", row: CLOCK_SKEW });
  if (suspect?.match != null) evidence.push({ name: "incident", row: suspect.match.strength === "strong" ? INCIDENT : WEAK_INCIDENT });
  if (isReported(world, site, now, knowledge)) evidence.push({ name: "site reported", row: SITE_REPORTED });
  const hasControl = reachability === "reached" || fine.length > 0 || world.answers.some((answer) => answer.at >= start);
  return {
    site,
    kind,
    others: { failing, fine: fine.length },
    suspect,
    reachability,
    hasControl,
    evidence,
    posterior: posterior(PRIOR, evidence),
  };
}

/**
 * Another failing owner. Under the suspected cloud it is what its outage predicts, and for every other explanation a
 * coincidence of place; where its cloud is not known it may or may not stand there.
 */
function otherFails(owner: string, failing: SiteHealth["failing"], suspect: CloudSuspect | null): Weighed {
  if (suspect === null) return { name: `${owner} fails`, row: OTHER_FAILS };
  if (failing.some(({ on }) => standsOn(on, suspect.subject))) {
    const row = { ...OTHER_FAILS };
    for (const hypothesis of HYPOTHESES) row[hypothesis] *= CLOUD_SHARE;
    return { name: `${owner} fails on the same cloud`, row: { ...row, provider: SAME_CLOUD_FAILS } };
  }
  const unknown = failing.every(({ on }) => on === null);
  return { name: `${owner} fails`, row: unknown ? { ...OTHER_FAILS, provider: CLOUD_SHARE * SAME_CLOUD_FAILS } : OTHER_FAILS };
}

/**
 * An answer from before the trouble says that this person's sites work in general, but not that the way out works now: all
 * that lies on this side may have broken since, the likelier the longer ago the answer.
 */
function withoutContrast(row: Row, ago: number): Row {
  const local = ago > 10 * SECOND ? 0.95 : 0.6;
  return { ...row, device: local, dns: local, portal: local, proxy: local, clock: local, interception: local };
}

function complement(row: Row): Row {
  const result = { ...row };
  for (const hypothesis of HYPOTHESES) result[hypothesis] = Math.max(FLOOR, 1 - row[hypothesis]);
  return result;
}

/** The kind that weighs most among the standing faults; of two alike the later. */
function dominantKind(site: SiteHealth): Fault["kind"] {
  const weights = new Map<Fault["kind"], number>();
  for (const fault of site.faults) weights.set(fault.kind, (weights.get(fault.kind) ?? 0) + fault.weight);
  let best = site.faults.at(-1)?.kind ?? "ambiguous";
  for (const [kind, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = kind;
  return best;
}

/** A fresh check, or the feed having just come through, or both mirrors having failed. */
function currentReachability(world: World, picture: Picture, site: SiteHealth): Weighing["reachability"] {
  const { now } = picture;
  const check = world.connectivity;
  const checkedAt = check !== null && now - check.at <= CHECK_LIFETIME + (now - site.since) / 2 ? check.at : 0;
  const feedAt = now - world.feedAt <= CHECK_LIFETIME ? world.feedAt : 0;
  const failedAt = Math.max(0, ...Object.values(world.feedFailures).filter((at) => now - at <= CHECK_LIFETIME));
  if (check !== null && checkedAt > 0 && checkedAt >= feedAt) return check.result;
  if (feedAt > 0 && feedAt >= failedAt && feedAt >= site.since - CHECK_LIFETIME / 2) return "reached";
  return failedAt > 0 ? "unreachable" : null;
}

function isReported(world: World, site: SiteHealth, now: number, knowledge: Knowledge): boolean {
  const service = knowledge.serviceOf(site.name)?.id ?? null;
  if (service === null || !isFeedFresh(world.feed, now)) return false;
  return (
    matchSiteIncident(world.feed, service, now) !== null ||
    world.feed.services.some((watched) => watched.id === service && watched.state === "elevated")
  );
}

type Conclusion = { finding: Finding; confidence: number };

const LOCAL: { [cause in LocalCause]?: keyof Posterior } = {
  dns: "dns",
  "captive-portal": "portal",
  proxy: "proxy",
  clock: "clock",
  interception: "interception",
};

/** Turns the posterior into words, within the rules that outlive any model. */
function conclude(world: World, picture: Picture, weighing: Weighing): Conclusion {
  const { posterior: p, site, suspect, hasControl } = weighing;
  const local = p.device + p.dns + p.portal + p.proxy + p.clock + p.interception;
  const best = Math.max(local, p.isp, p.site, p.provider);
  const unclear: Conclusion = { finding: { scope: "unclear", cause: null, subject: site.name }, confidence: best };
  const requests = site.faults.filter((fault) => fault.weight >= 0.5).length;

  // The browser's own word, or its latest error: nothing else needs to be weighed.
  const last = site.faults.at(-1);
  if (!world.online || (last?.kind === "offline" && picture.lastAnswer < last.at)) {
    return { finding: { scope: "local", cause: "offline", subject: null }, confidence: Math.max(local, 0.97) };
  }
  if (best === local) {
    const cause = localCause(world, weighing);
    return cause !== null && local >= LIKELY ? { finding: { scope: "local", cause, subject: null }, confidence: local } : unclear;
  }
  if (!hasControl) return unclear;
  if (best === p.provider && suspect !== null) {
    if (!mayBlame(suspect) || p.provider < LIKELY) return unclear;
    const cause = suspect.match === null ? "correlated" : suspect.correlated ? "both" : "incident";
    return { finding: { scope: "provider", cause, subject: suspect.subject }, confidence: p.provider };
  }
  if (best === p.isp) {
    return p.isp >= LIKELY && isSpread(weighing)
      ? { finding: { scope: "network", cause: "isp", subject: null }, confidence: p.isp }
      : unclear;
  }
  // One failure is a question, not an answer.
  if (best !== p.site || requests < 2 || p.site < LIKELY) return unclear;
  return { finding: { scope: "site", cause: siteCause(site), subject: site.name }, confidence: p.site };
}

/** Which local cause, if the evidence names one: several unrelated sites, or the browser's own word. */
function localCause(world: World, weighing: Weighing): LocalCause | null {
  const { posterior: p, others, kind, reachability } = weighing;
  if (!world.online || kind === "offline") return "offline";
  let best: LocalCause = "no-internet";
  let highest = p.device;
  for (const [cause, hypothesis] of Object.entries(LOCAL) as [LocalCause, keyof Posterior][]) {
    if (p[hypothesis] > highest) {
      best = cause;
      highest = p[hypothesis];
    }
  }
  const witnesses = 1 + others.failing.length;
  if (best === "captive-portal") return reachability === "captive" || kind === "portal" ? best : null;
  if (best === "proxy") return kind === "proxy" || (kind === "gateway" && witnesses >= 2) ? best : null;
  if (best === "no-internet" || best === "dns") {
    // A dead line and a dead resolver both end as "no such name"; when nothing else was ever seen, the name service is the better lead.
    if (witnesses >= 2) return everyoneFailsBy("dns", weighing) ? "dns" : "no-internet";
    return reachability === "unreachable" ? "no-internet" : null;
  }
  return witnesses >= 2 || world.connectivity?.skew != null ? best : null;
}

function everyoneFailsBy(kind: Fault["kind"], weighing: Weighing): boolean {
  return [weighing.site, ...weighing.others.failing].every((site) =>
    site.faults.every((fault) => fault.kind === kind || fault.weight < 0.5),
  );
}

/** The way between is named only when the failures spread over places that share nothing else. */
function isSpread(weighing: Weighing): boolean {
  const places = new Set<string>();
  let unknown = 0;
  for (const site of [weighing.site, ...weighing.others.failing]) {
    const known = site.failing.map(({ on }) => on).filter((on) => on !== null);
    if (known.length === 0) unknown++;
    for (const on of known) places.add(on);
  }
  return places.size >= 3 || places.size + unknown >= 4;
}

/** What kind of trouble one site has, in a person's terms. */
function siteCause(site: SiteHealth): SiteCause {
  const kind = dominantKind(site);
  switch (kind) {
    case "dns":
      return "dns";
    case "tls":
    case "clock":
    case "interception":
    case "client-certificate":
      return "tls";
    case "slow":
      return "slow";
    case "http":
    case "throttled":
      return "http";
    default:
      return "unreachable";
  }
}
