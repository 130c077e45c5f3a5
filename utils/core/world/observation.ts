import { classifyError, classifyStatus, isVague } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
import { hostOf, isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { edgeOfStatus } from "../providers/response-signature.ts";
import { MINUTE } from "../time.ts";
import type { CompletedEvent, ErrorEvent, NavigationCompletedEvent, NavigationErrorEvent } from "./events.ts";
import { siteOfRequest } from "./site-of-request.ts";
import { HANG, type Role, type World } from "./world.ts";

/** A portal that the check found is taken to stand for this long, unless a later check says otherwise. */
const PORTAL_LIFETIME = 10 * MINUTE;

/** What one event says about one host, put in our words; the only thing the reducer counts. */
export type Observation = {
  at: number;
  tabId: number;
  /** The site it counts for: the host's own, or the one whose page made the call. */
  site: string;
  host: string;
  role: Role;
  /** Null for an answer. */
  fault: (Omit<ErrorClass, "kind"> & { kind: ErrorClass["kind"] | "slow" }) | null;
  status: number | null;
  /** The server's own address; null where there was none or it was a proxy's or a cache's. */
  ip: string | null;
  /** The provider that signed the answer, by a header or a status of its own; null where none did. */
  front: string | null;
};

const ROLES: { [type: string]: Role } = {
  main_frame: "page",
  sub_frame: "frame",
  xmlhttprequest: "call",
};

/**
 * True for a load that the browser made on its own account. Chromium reports prefetch and prerender as main-frame requests of
 * the visible tab, told apart only by carrying the id of the document that asked (tried on Chromium 156).
 */
export function isSpeculative(world: World, event: CompletedEvent | ErrorEvent): boolean {
  return world.browser === "chromium" && event.type === "main_frame" && event.documentId !== undefined;
}

/** An extension's request, ours above all (the feed, the reachability check): nobody's browsing, so never evidence. */
function isExtensions(event: CompletedEvent | ErrorEvent): boolean {
  return event.initiator !== undefined && /^(?:chrome|moz|safari-web)-extension:/.test(event.initiator);
}

/** Behind a captive portal every plain http address answers, with the portal's own page. */
function isPortals(world: World, event: { url: string; at: number }): boolean {
  const check = world.connectivity;
  return check?.result === "captive" && event.at - check.at <= PORTAL_LIFETIME && event.url.startsWith("http:");
}

/**
 * Reads a finished request. Null: nothing to learn from it.
 * Answers from a cache prove nothing about the network, and an address behind a proxy is the proxy's.
 */
export function observeCompleted(world: World, event: CompletedEvent, knowledge: Knowledge): Observation | null {
  const role = ROLES[event.type];
  if (role === undefined || event.fromCache === true || isSpeculative(world, event) || isExtensions(event)) return null;
  const host = hostOf(event.url);
  if (host === null || isPrivateHost(host) || isPortals(world, event)) return null;
  const fault = classifyStatus(event.status);
  const served = siteOfRequest(world, event, host, knowledge);
  // A stranger's failure is no evidence; a stranger's answer on a page still proves that the way out works.
  if (served === null && (fault !== null || event.tabId < 0)) return null;
  if (fault?.kind === "throttled") return null;
  return {
    at: event.at,
    tabId: event.tabId,
    site: served ?? siteOf(host),
    host,
    role,
    fault,
    status: event.status,
    ip: event.proxied === true ? null : (event.ip ?? null),
    // Nothing is learned through a proxy.
    front: event.proxied === true ? null : (event.front ?? edgeOfStatus(event.status)),
  };
}

/** Reads a request that got no response. Null: no evidence (aborted, blocked, page policy, a stranger's). */
export function observeError(world: World, event: ErrorEvent, knowledge: Knowledge): Observation | null {
  const role = ROLES[event.type];
  if (role === undefined || isSpeculative(world, event) || isExtensions(event)) return null;
  const host = hostOf(event.url);
  if (host === null || isPrivateHost(host)) return null;
  const named = classifyError(world.browser, event.error);
  const hung = role === "page" && named.kind === "aborted" && (event.ms ?? 0) >= HANG;
  const fault: Observation["fault"] = hung ? { kind: "slow", failure: "abandoned", evidence: "counts" } : named;
  if (fault.evidence === "ignore") return null;
  // CORS refusals arrive as ERR_FAILED with the server in perfect health (tried on Chromium 156), and browsers fall back from
  // HTTP/3 and HTTP/2 by themselves.
  if (role !== "page" && (fault.kind === "ambiguous" || fault.kind === "protocol")) return null;
  // In Chromium a main-frame error alone is often an HTTPS-upgrade probe; `webNavigation` decides there.
  if (role === "page" && world.browser === "chromium" && !hung) return null;
  const site = siteOfRequest(world, event, host, knowledge);
  if (site === null) return null;
  if (role !== "page" && looksFiltered(world, site, host, fault.kind)) return null;
  return {
    at: event.at,
    tabId: event.tabId,
    site,
    host,
    role,
    fault,
    status: null,
    ip: event.proxied === true ? null : (event.ip ?? null),
    front: null,
  };
}

/** Labels under which sites run trackers of their own name, the prey of filtering resolvers and hosts files. */
const TRACKER_LABEL =
  /^(?:[a-z]*metrics?|[a-z]*stats?|[a-z]*track(?:er|ing)?|[a-z]*analytics?|telemetry|beacons?|collect(?:or)?|pixels?|px|ads?|adserver|adservice|logs?|logging|logger|events?|tags?|tagmanager|s?gtm|sst|rum|hits?|clicks?|counter|insights?|sentry|piwik|matomo)\d*$/;

/**
 * A filtering resolver answers for trackers under the site's own name with "no such name" or with 0.0.0.0. A host that is
 * named like one and never once answered is taken for one.
 */
function looksFiltered(world: World, site: string, host: string, kind: string): boolean {
  if (kind !== "dns" && kind !== "refused" && kind !== "unreachable") return false;
  const known = world.sites[site]?.hosts[host];
  if (known !== undefined && known.okAt > 0) return false;
  const below = host.slice(0, -(host.endsWith(`.${site}`) ? site : siteOf(host)).length);
  return below.split(".").some(isTrackerLabel);
}

/** True for a label of a host name that trackers go by. */
export function isTrackerLabel(label: string): boolean {
  return TRACKER_LABEL.test(label);
}

/** Reads a failed navigation where `webNavigation` decides: everywhere in basic access, and in Chromium always. */
export function observeNavigationError(world: World, event: NavigationErrorEvent): Observation | null {
  const host = hostOf(event.url);
  if (host === null || isPrivateHost(host)) return null;
  const named = classifyError(world.browser, event.error);
  const hung = named.kind === "aborted" && (event.ms ?? 0) >= HANG;
  const fault: Observation["fault"] = hung ? { kind: "slow", failure: "abandoned", evidence: "counts" } : named;
  if (fault.evidence === "ignore") return null;
  return {
    at: event.at,
    tabId: event.tabId,
    site: siteOf(host),
    host,
    role: "page",
    fault,
    status: null,
    ip: null,
    front: null,
  };
}

/**
 * Reads a page that was shown, in basic access, where nothing else tells that something answered. With full access the
 * request itself has told how it went.
 */
export function observeNavigationCompleted(world: World, event: NavigationCompletedEvent): Observation | null {
  const host = hostOf(event.url);
  if (world.mode === "full" || host === null || isPrivateHost(host) || isPortals(world, event)) return null;
  return { at: event.at, tabId: event.tabId, site: siteOf(host), host, role: "page", fault: null, status: null, ip: null, front: null };
}

/** Prefers the report of a load that names what failed over one that does not. */
export function moreSpecific(first: ErrorClass, second: ErrorClass): ErrorClass {
  return isVague(first) && !isVague(second) ? second : first;
}
