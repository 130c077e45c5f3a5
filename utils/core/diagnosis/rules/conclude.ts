import { isWithin } from "../../providers/place.ts";
import type { World } from "../../world/world.ts";
import type { SiteHealth } from "../health/site-health.ts";
import { dominantKind, lastFailure } from "../health/site-health.ts";
import type { Snapshot } from "../health/snapshot.ts";
import { mayBlame } from "../weighing/cloud-suspect.ts";
import { LIKELY, LIKELY_AMONG_SEVERAL, TYPICAL } from "../weighing/likelihoods.ts";
import type { Posterior } from "../weighing/posterior.ts";
import type { Weighing } from "../weighing/weigh.ts";
import type { Finding, LocalCause, SiteCause } from "./finding.ts";

export type Conclusion = { finding: Finding; confidence: number };

/** The local cause named must hold at least this much of what points to this side at all. */
const LEAST_SHARE = 0.25;
/** So many owners, in so many known places, must fail before the way between is named; or in so many that may not be known, more where access shows no place. */
const SPREAD_OWNERS = 3;
const SPREAD_PLACES = 2;
const SPREAD_PLACES_BELIEVED = 3;
const SPREAD_PLACES_UNKNOWN = 4;
const SPREAD_PLACES_UNSEEN = 8;

/** So many other troubles at once make one site's own trouble a bolder claim. */
const SEVERAL_TROUBLES = 2;

/** Turns the posterior into words, within the rules that outlive any model. */
export function conclude(world: World, snapshot: Snapshot, weighing: Weighing): Conclusion {
  const { posterior: p, site, kind, suspect, reachability, hasControl } = weighing;
  const local = p.device + p.dns + p.portal + p.proxy + p.clock + p.interception;
  const best = Math.max(local, p.isp, p.site, p.provider);
  const unclear: Conclusion = { finding: { scope: "unclear", cause: null, subject: site.name }, confidence: best };

  // The browser's own word, or its latest error: nothing else needs to be weighed.
  const last = site.faults.at(-1);
  if (!world.online || (last?.kind === "offline" && snapshot.lastAnswer < last.at))
    return { finding: { scope: "local", cause: "offline", subject: null }, confidence: Math.max(local, 0.97) };
  if (nothingAnswers(snapshot, weighing)) {
    const cause = localCause(weighing) ?? "no-internet";
    return { finding: { scope: "local", cause, subject: null }, confidence: Math.max(LIKELY, local / (local + p.isp)) };
  }
  // A proxy that says itself that it gets nowhere also answers the check in the mirror's place: that is no portal.
  const atTheProxy = (kind === "gateway" || kind === "proxy") && isBorneOut("proxy", weighing);
  if (reachability?.result === "captive" && !hasControl && atTheProxy)
    return { finding: { scope: "local", cause: "proxy", subject: null }, confidence: Math.max(p.proxy, LIKELY) };
  // A portal in the way, and nobody who got past it since: nothing else needs to be weighed either.
  if (reachability?.result === "captive" && !hasControl && kind !== "http" && kind !== "gateway" && kind !== "proxy")
    return { finding: { scope: "local", cause: "captive-portal", subject: null }, confidence: Math.max(p.portal, 0.95) };
  // The site asks for a certificate that this browser has not: nobody's outage, and no cause that a person could be told.
  if (best < LIKELY || kind === "client-certificate") return unclear;
  if (best === local) {
    const cause = localCause(weighing);
    return cause === null ? unclear : { finding: { scope: "local", cause, subject: null }, confidence: local };
  }
  if (!hasControl) return unclear;
  if (best === p.provider) {
    if (suspect === null || !mayBlame(suspect)) return unclear;
    // A certificate that nobody knows is no outage of a cloud for an incident's sake: it takes several owners and a control.
    if ((kind === "interception" || kind === "clock") && !suspect.correlated) return unclear;
    const cause = suspect.match === null ? "correlated" : suspect.correlated ? "both" : "incident";
    return { finding: { scope: "provider", cause, subject: suspect.subject }, confidence: best };
  }
  if (best === p.isp)
    return isSpread(world, weighing) ? { finding: { scope: "network", cause: "isp", subject: null }, confidence: best } : unclear;
  // One failure is a question, not an answer.
  if (site.faults.length < 2) return unclear;
  // "This one site" is said with more care where several others fail as well, and nobody knows why.
  if (weighing.contrast.troubles >= SEVERAL_TROUBLES && best < LIKELY_AMONG_SEVERAL) return unclear;
  return { finding: { scope: "site", cause: siteCause(site), subject: site.name }, confidence: best };
}

/** So many owners, in so many places that share nothing, must be silent together with the mirrors. */
const SILENT_OWNERS = 3;
const SILENT_PLACES = 3;

/**
 * The mirrors do not answer and since then nobody has, though the sites stand in places that share nothing: whatever broke is on
 * this side of all of them, however many of them happen to share a cloud.
 */
function nothingAnswers(snapshot: Snapshot, { site, contrast, reachability }: Weighing): boolean {
  if (reachability?.result !== "unreachable" || snapshot.lastAnswer >= reachability.at) return false;
  if (lastFailure(site) <= snapshot.lastAnswer) return false;
  const silent = [site, ...contrast.failing].filter((one) => lastFailure(one) > snapshot.lastAnswer);
  const places = new Set(
    silent.map(({ name, failingHosts }) => failingHosts.find(({ on }) => on !== null)?.on?.replace(/\/.*/, "") ?? name),
  );
  return silent.length >= SILENT_OWNERS && places.size >= SILENT_PLACES;
}

const HYPOTHESIS_OF: readonly [LocalCause, keyof Posterior][] = [
  ["no-internet", "device"],
  ["dns", "dns"],
  ["captive-portal", "portal"],
  ["proxy", "proxy"],
  ["clock", "clock"],
  ["interception", "interception"],
];

/** The likeliest local cause among those that the evidence can bear out. */
function localCause(weighing: Weighing): LocalCause | null {
  if (weighing.kind === "offline") return "offline";
  const total = HYPOTHESIS_OF.reduce((sum, [, hypothesis]) => sum + weighing.posterior[hypothesis], 0);
  let best: LocalCause | null = null;
  let highest = total * LEAST_SHARE;
  for (const [cause, hypothesis] of HYPOTHESIS_OF) {
    const chance = weighing.posterior[hypothesis];
    if (chance > highest && isBorneOut(cause, weighing)) {
      best = cause;
      highest = chance;
    }
  }
  return best;
}

/** What each local cause needs besides its probability: unrelated witnesses, or the browser's or the check's own word. */
function isBorneOut(cause: LocalCause, { kind, contrast, reachability, evidence }: Weighing): boolean {
  const kinds = [kind, ...contrast.failing.map(dominantKind)];
  const several = kinds.length >= 2;
  const alike = (hypothesis: "dns" | "clock" | "interception" | "proxy") =>
    kinds.filter((one) => TYPICAL[hypothesis]?.includes(one)).length;
  switch (cause) {
    case "captive-portal":
      return reachability?.result === "captive" || kinds.includes("portal");
    case "proxy":
      return kinds.includes("proxy") || alike("proxy") >= 2;
    case "clock":
      return alike("clock") >= 2 || (alike("clock") > 0 && evidence.some(({ name }) => name === "clock skew"));
    case "interception":
      return alike("interception") >= 2;
    case "dns":
      return alike("dns") >= 2 || (kind === "dns" && reachability?.result === "unreachable");
    case "no-internet":
      // A dead line and a dead resolver both end as "no such name"; where nothing else was ever seen, the resolver is the better lead.
      if (several) return alike("dns") < kinds.length;
      return kind === "device" || (reachability?.result === "unreachable" && kind !== "dns");
    default:
      return false;
  }
}

/**
 * The way between is named only when the failures spread over places that share nothing else. What is not known may be one
 * place; but with full access most of what anybody visits is known, so many unknown ones are hardly all the same. Where
 * general knowledge puts them counts here, since it only speaks for clouds.
 */
function isSpread(world: World, { site, contrast }: Weighing): boolean {
  const places = new Set<string>();
  const believed = new Set<string>();
  let unknown = 0;
  for (const { failingHosts, believedOn } of [site, ...contrast.failing]) {
    for (const { on } of failingHosts) if (on !== null) places.add(on);
    if (failingHosts.some(({ on }) => on !== null)) continue;
    if (believedOn === null) unknown++;
    else believed.add(believedOn);
  }
  const known = places.size;
  for (const provider of believed) if (![...places].some((place) => isWithin(place, provider))) places.add(provider);
  if (1 + contrast.failing.length < SPREAD_OWNERS) return false;
  const enough = world.mode === "full" ? SPREAD_PLACES_UNKNOWN : SPREAD_PLACES_UNSEEN;
  return known >= SPREAD_PLACES || places.size >= SPREAD_PLACES_BELIEVED || places.size + unknown >= enough;
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
