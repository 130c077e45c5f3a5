import type { SiteHealth } from "../health/site-health.ts";
import { LIKELY } from "../weighing/likelihoods.ts";
import { isSupported, localCause } from "./local-cause.ts";
import { local, type Rule, unclear } from "./rule.ts";
import { STATED } from "./stated-confidence.ts";

/** At least this many owners, on this many places that share nothing, must be silent together with the mirrors. Judged. */
const SILENT_OWNERS = 3;
const SILENT_PLACES = 3;

/** The browser itself, or its latest error, says that it is offline. */
export const browserSaysOffline: Rule<"browser-says-offline"> = {
  name: "browser-says-offline",
  conclude({ snapshot, weighing: { site }, probability }) {
    const last = site.faults.at(-1);
    const lastSaysSo = last?.kind === "offline" && snapshot.lastAnswer < last.at;
    return !snapshot.online || lastSaysSo ? local("offline", Math.max(probability.local, STATED.offlineByFailure)) : null;
  },
};

/**
 * The mirrors do not answer and no site has answered since, though the sites are hosted on places that share nothing: whatever broke
 * is on this side of all of them, even where some share a cloud.
 */
export const nothingAnswers: Rule<"nothing-answers"> = {
  name: "nothing-answers",
  conclude({ snapshot, weighing, probability }) {
    const { site, contrast, reachability } = weighing;
    if (reachability?.result !== "unreachable" || snapshot.lastAnswer >= reachability.at) return null;
    if (site.lastFaultAt <= snapshot.lastAnswer) return null;
    const silent = [site, ...contrast.failing].filter(({ lastFaultAt }) => lastFaultAt > snapshot.lastAnswer);
    if (silent.length < SILENT_OWNERS || new Set(silent.map(providerOrName)).size < SILENT_PLACES) return null;
    const { local: onThisSide, network } = probability;
    return local(localCause(weighing) ?? "no-internet", Math.max(LIKELY, onThisSide / (onThisSide + network)));
  },
};

/** The provider that hosts a site; a site whose host is not known counts as a place of its own. */
function providerOrName({ name, failingHosts }: SiteHealth): string {
  return failingHosts.find(({ on }) => on !== null)?.on?.replace(/\/.*/, "") ?? name;
}

/** A proxy that reports itself that it reaches nothing also answers the check in the mirror's place: that is no portal. */
export const proxyAnsweredTheCheck: Rule<"proxy-answered-the-check"> = {
  name: "proxy-answered-the-check",
  conclude({ weighing }) {
    const { site, reachability, hasControl, posterior } = weighing;
    if (reachability?.result !== "captive" || hasControl) return null;
    if (!isProxyFailure(site) || !isSupported("proxy", weighing)) return null;
    return local("proxy", Math.max(posterior.proxy, LIKELY));
  },
};

/** The check met a portal, and no site has answered since. */
export const portalInTheWay: Rule<"portal-in-the-way"> = {
  name: "portal-in-the-way",
  conclude({ weighing: { site, reachability, hasControl, posterior } }) {
    if (reachability?.result !== "captive" || hasControl || site.kind === "http" || isProxyFailure(site)) return null;
    return local("captive-portal", Math.max(posterior.portal, STATED.portal));
  },
};

function isProxyFailure({ kind }: SiteHealth): boolean {
  return kind === "gateway" || kind === "proxy";
}

/** The name leads to an address that exists nowhere. No site publishes one: a filter on this side answers for it. */
export const filtered: Rule<"filtered"> = {
  name: "filtered",
  conclude: ({ weighing: { site } }) => (site.kind === "null-address" ? local("blocked", STATED.filtered) : null),
};

/** The certificate is not one that the site's owner told the browser to expect: somebody stands between, whoever else fails. */
export const pinned: Rule<"pinned"> = {
  name: "pinned",
  conclude: ({ weighing: { site } }) => (site.kind === "pin" ? local("interception", STATED.pinned) : null),
};

/** The cause is most likely on this side. It is named where the evidence supports one. */
export const ownSide: Rule<"own-side"> = {
  name: "own-side",
  conclude(given) {
    if (given.likeliest !== "local") return null;
    const cause = localCause(given.weighing);
    return cause === null ? unclear(given) : local(cause, given.probability.local);
  },
};
