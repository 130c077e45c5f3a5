import { mayBlame } from "./cloud-suspect.ts";
import { dominantKind } from "./contrast.ts";
import type { Posterior } from "./hypotheses.ts";
import { LIKELY, TYPICAL } from "./likelihoods.ts";
import type { Picture } from "./picture.ts";
import { NOTICED, type SiteHealth } from "./site-health.ts";
import type { Finding, LocalCause, SiteCause } from "./verdict.ts";
import type { Weighing } from "./weighing.ts";
import type { World } from "./world.ts";

export type Conclusion = { finding: Finding; confidence: number };

/** So many owners, in so many places, must fail before the way between is named; a place not known may be any. */
const SPREAD_OWNERS = 3;
const SPREAD_PLACES = 3;

/** Turns the posterior into words, within the rules that outlive any model. */
export function conclude(world: World, picture: Picture, weighing: Weighing): Conclusion {
  const { posterior: p, site, suspect, hasControl } = weighing;
  const local = p.device + p.dns + p.portal + p.proxy + p.clock + p.interception;
  const best = Math.max(local, p.isp, p.site, p.provider);
  const unclear: Conclusion = { finding: { scope: "unclear", cause: null, subject: site.name }, confidence: best };

  // The browser's own word, or its latest error: nothing else needs to be weighed.
  const last = site.faults.at(-1);
  if (!world.online || (last?.kind === "offline" && picture.lastAnswer < last.at))
    return { finding: { scope: "local", cause: "offline", subject: null }, confidence: Math.max(local, 0.97) };
  if (best < LIKELY) return unclear;
  if (best === local) {
    const cause = localCause(weighing);
    return cause === null ? unclear : { finding: { scope: "local", cause, subject: null }, confidence: local };
  }
  if (!hasControl) return unclear;
  if (best === p.provider) {
    if (suspect === null || !mayBlame(suspect)) return unclear;
    const cause = suspect.match === null ? "correlated" : suspect.correlated ? "both" : "incident";
    return { finding: { scope: "provider", cause, subject: suspect.subject }, confidence: best };
  }
  if (best === p.isp)
    return isSpread(weighing) ? { finding: { scope: "network", cause: "isp", subject: null }, confidence: best } : unclear;
  // One failure is a question, not an answer.
  if (noticedFailures(site) < 2) return unclear;
  return { finding: { scope: "site", cause: siteCause(site), subject: site.name }, confidence: best };
}

/** Failing pages and calls of a site, repeats within a moment counted once. */
function noticedFailures(site: SiteHealth): number {
  return site.faults.filter(({ weight }) => weight >= NOTICED).length;
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
  let best: LocalCause | null = null;
  let highest = 0;
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
function isBorneOut(cause: LocalCause, { site, kind, contrast, reachability, evidence }: Weighing): boolean {
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
      return alike("dns") >= 2;
    case "no-internet":
      return (
        (several && alike("dns") < kinds.length) ||
        reachability?.result === "unreachable" ||
        site.faults.some((fault) => fault.kind === "device")
      );
    default:
      return false;
  }
}

/** The way between is named only when several owners fail, and not all in a place that may be the same. */
function isSpread({ site, contrast }: Weighing): boolean {
  const places = new Set<string>();
  let unknown = 0;
  for (const { failing } of [site, ...contrast.failing]) {
    const known = failing.map(({ on }) => on).filter((on) => on !== null);
    if (known.length === 0) unknown++;
    for (const on of known) places.add(on);
  }
  return 1 + contrast.failing.length >= SPREAD_OWNERS && places.size + unknown >= SPREAD_PLACES;
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
