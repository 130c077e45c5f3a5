import { classifyError, classifyStatus } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
import { isExtension } from "../net/origin.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { edgeOfStatus } from "../providers/response-signature.ts";
import { MINUTE } from "../time.ts";
import type { CompletedEvent, ErrorEvent, NavigationCompletedEvent, NavigationErrorEvent } from "./events.ts";
import { looksFiltered } from "./filtered-tracker.ts";
import { type Ignored, type IgnoredReason, reasonToIgnore } from "./ignored.ts";
import { siteOfRequest } from "./site-of-request.ts";
import { HANG, type Role, type World } from "./world.ts";

/** A captive portal that the reachability check found counts for this long, unless a later check finds none. Judged. */
const PORTAL_LIFETIME = 10 * MINUTE;

/** What one event says about one host; the only thing that is counted. */
export type Observation = {
  at: number;
  tabId: number;
  /** The site it counts for: the host's own, or the one whose page made the call. */
  site: string;
  host: string;
  role: Role;
  /** By https, so that nobody between can have answered in its place unnoticed. */
  secure: boolean;
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

/** Reads a finished request. An answer from a cache proves nothing about the network, and an address behind a proxy is the proxy's. */
export function observeCompleted(world: World, event: CompletedEvent, knowledge: Knowledge): Observation | Ignored {
  const role = ROLES[event.type];
  if (role === undefined) return ignore("subresource");
  if (event.fromCache === true) return ignore("cached");
  const { host } = event.target;
  const unfit = unfitRequest(event);
  if (host === null || unfit !== null) return ignore(unfit ?? "no-host");
  if (isPortals(world, event)) return ignore("captive-portal");
  const fault = classifyStatus(event.status);
  const served = siteOfRequest(world, event, host, knowledge);
  // A third party's failure is no evidence; its answer to a page still proves that the connection works.
  if ("ignored" in served && (fault !== null || event.tabId < 0)) return served;
  const reason = fault === null ? null : reasonToIgnore(fault);
  if (reason !== null) return ignore(reason);
  return {
    at: event.at,
    tabId: event.tabId,
    site: "ignored" in served ? siteOf(host) : served.site,
    host,
    role,
    secure: event.target.scheme === "https",
    fault,
    status: event.status,
    ip: event.proxied === true ? null : (event.ip ?? null),
    // Nothing is learned through a proxy.
    front: event.proxied === true ? null : (event.front ?? edgeOfStatus(event.status)),
  };
}

/** Reads a request that got no response. */
export function observeError(world: World, event: ErrorEvent, knowledge: Knowledge): Observation | Ignored {
  const role = ROLES[event.type];
  if (role === undefined) return ignore("subresource");
  const { host } = event.target;
  const unfit = unfitRequest(event);
  if (host === null || unfit !== null) return ignore(unfit ?? "no-host");
  const fault = role === "page" ? faultOfPage(world, event) : classifyError(world.browser, event.error);
  const reason = reasonToIgnore(fault);
  if (reason !== null) return ignore(reason);
  // CORS refusals arrive as ERR_FAILED with the server in perfect health (tried on Chromium 156).
  if (role !== "page" && fault.kind === "ambiguous") return ignore("possible-cors-refusal");
  // Browsers fall back from HTTP/3 and HTTP/2 by themselves.
  if (role !== "page" && fault.kind === "protocol") return ignore("protocol-fallback");
  // In Chromium a main-frame error alone is often an HTTPS-upgrade probe.
  if (role === "page" && world.browser === "chromium" && fault.kind !== "slow") return ignore("reported-by-navigation");
  const served = siteOfRequest(world, event, host, knowledge);
  if ("ignored" in served) return served;
  if (role !== "page" && looksFiltered(world, served.site, host, fault.kind)) return ignore("filtered-tracker");
  const ip = event.proxied === true ? null : (event.ip ?? null);
  return {
    at: event.at,
    tabId: event.tabId,
    site: served.site,
    host,
    role,
    secure: event.target.scheme === "https",
    fault,
    status: null,
    ip,
    front: null,
  };
}

/** Reads a failed navigation where `webNavigation` decides: everywhere in basic access, and in Chromium always. */
export function observeNavigationError(world: World, event: NavigationErrorEvent): Observation | Ignored {
  const { host } = event.target;
  if (host === null) return ignore("no-host");
  if (isPrivateHost(host)) return ignore("private-host");
  const fault = faultOfPage(world, event);
  const reason = reasonToIgnore(fault);
  return reason === null ? pageObservation(event, host, fault) : ignore(reason);
}

/**
 * Reads a page that was shown, in basic access, where nothing else reports that something answered. In full access the request
 * has reported how it went.
 */
export function observeNavigationCompleted(world: World, event: NavigationCompletedEvent): Observation | Ignored {
  if (world.mode === "full") return ignore("reported-by-request");
  const { host } = event.target;
  if (host === null) return ignore("no-host");
  if (isPrivateHost(host)) return ignore("private-host");
  if (isPortals(world, event)) return ignore("captive-portal");
  return pageObservation(event, host, null);
}

function ignore(ignored: IgnoredReason): Ignored {
  return { ignored };
}

/** What rules a request out whatever became of it; null where nothing does. */
function unfitRequest({ initiator, target }: CompletedEvent | ErrorEvent): IgnoredReason | null {
  if (initiator !== undefined && isExtension(initiator)) return "extension-request";
  if (target.host === null) return "no-host";
  return isPrivateHost(target.host) ? "private-host" : null;
}

/** Behind a captive portal every plain http address answers, with the portal's own page. */
function isPortals(world: World, event: CompletedEvent | NavigationCompletedEvent): boolean {
  const check = world.connectivity;
  return check?.result === "captive" && event.at - check.at <= PORTAL_LIFETIME && event.target.scheme === "http";
}

/** The class of a page load that failed; one that was given up after a long wait has hung. */
function faultOfPage(world: World, { error, ms = 0 }: ErrorEvent | NavigationErrorEvent): NonNullable<Observation["fault"]> {
  const named = classifyError(world.browser, error);
  return named.kind === "aborted" && ms >= HANG ? { kind: "slow", failure: "abandoned", evidence: "counts" } : named;
}

function pageObservation(
  { at, tabId, target }: NavigationErrorEvent | NavigationCompletedEvent,
  host: string,
  fault: Observation["fault"],
): Observation {
  const secure = target.scheme === "https";
  return { at, tabId, site: siteOf(host), host, role: "page", secure, fault, status: null, ip: null, front: null };
}
