import { classifyStatus, isRefusal } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
import { isExtension, type Origin } from "../net/origin.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import { edgeOfStatus } from "../providers/edge-status.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { MINUTE } from "../time.ts";
import type { CompletedEvent, ErrorEvent, NavigationCompletedEvent, NavigationErrorEvent } from "./events.ts";
import { looksFiltered } from "./filtered-tracker.ts";
import { type Ignored, type IgnoredReason, reasonToIgnore } from "./ignored.ts";
import { leadOf, leadOfTab } from "./lead.ts";
import { timeTaken, timeToAnswer } from "./loading.ts";
import { classOfError, hasBegun, pendingOf } from "./same-load.ts";
import { siteOfRequest } from "./site-of-request.ts";
import { HANG, type Lead, type Role, type World, type Writer } from "./world.ts";

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
  /** A page that turns this person away: an answer, and no page that opened. */
  refusal: { status: number | null } | null;
  /** Who wrote the error; null where nothing tells. */
  writer: Writer | null;
  /** What led the browser to a page, where it was not the person. */
  lead: Lead | null;
  /** The host of the page that called; null for a page, and where it is not known. */
  caller: string | null;
  /** How long a page took to answer or to fail, milliseconds; null where that is not known, and for parts of a page. */
  ms: number | null;
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
  // What chats, trading desks and games are made of: when it fails, their page is of no use.
  websocket: "socket",
};

const PAYMENT_REQUIRED = 402;
const TOO_MANY_REQUESTS = 429;

/** Reads a finished request. An answer from a cache proves nothing about the network, and an address behind a proxy is the proxy's. */
export function observeCompleted(world: World, event: CompletedEvent, knowledge: Knowledge): Observation | Ignored {
  const role = ROLES[event.type];
  if (role === undefined) return ignore("subresource");
  if (event.fromCache === true) return ignore("cached");
  const { host } = event.target;
  const unfit = unfitRequest(event);
  if (host === null || unfit !== null) return ignore(unfit ?? "no-host");
  if (isPortals(world, event)) return ignore("captive-portal");
  const refusal = refusalOf(event);
  if (role !== "page" && (event.wrote === "challenge" || event.status === TOO_MANY_REQUESTS)) return ignore("refused-call");
  const fault = refusal === null ? faultOfStatus(role, event.status) : null;
  const served = siteOfRequest(world, event, host, knowledge);
  // A third party's failure is no evidence; its answer to a page still proves that the connection works.
  if ("ignored" in served && (fault !== null || event.tabId < 0)) return served;
  return {
    at: event.at,
    tabId: event.tabId,
    site: "ignored" in served ? siteOf(host) : served.site,
    host,
    role,
    secure: isSecure(event),
    fault,
    refusal,
    writer: event.wrote === undefined || event.wrote === "challenge" ? null : event.wrote,
    caller: callerOf(world, event),
    lead: fault === null ? null : role === "page" ? leadOf(world, event, knowledge) : leadOfTab(world, event),
    ms: role === "page" && fault === null ? (timeToAnswer(world, event) ?? null) : null,
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
  const fault = role === "page" ? faultOfPage(world, event) : classOfError(world, event);
  const reason = reasonToIgnore(fault);
  if (reason !== null) return ignore(reason);
  // A filtering resolver answers so for trackers and much else that a page asks for.
  if (role !== "page" && fault.kind === "null-address") return ignore("filtered-part");
  // CORS refusals arrive as ERR_FAILED with the server in perfect health (tried on Chromium 156). To a WebSocket, CORS does not apply, and
  // Chromium says ERR_FAILED whatever happened to it.
  if (role !== "page" && role !== "socket" && fault.kind === "ambiguous") return ignore("possible-cors-refusal");
  // Browsers fall back from HTTP/3 and HTTP/2 by themselves.
  if (role !== "page" && fault.failure === "http.protocol.error") return ignore("protocol-fallback");
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
    secure: isSecure(event),
    fault,
    refusal: null,
    writer: null,
    caller: callerOf(world, event),
    lead: role === "page" ? leadOf(world, event, knowledge) : leadOfTab(world, event),
    ms: role === "page" ? (timeTaken(world, event) ?? null) : null,
    status: null,
    ip,
    front: null,
  };
}

/** Reads a failed navigation where `webNavigation` decides: everywhere in basic access, and in Chromium always. */
export function observeNavigationError(world: World, event: NavigationErrorEvent, knowledge: Knowledge): Observation | Ignored {
  const unfit = unfitTarget(event);
  if (unfit !== null) return ignore(unfit);
  const fault = faultOfPage(world, event);
  const reason = reasonToIgnore(fault);
  if (reason !== null) return ignore(reason);
  const lead = pendingOf(world, event)?.lead ?? leadOf(world, event, knowledge);
  return { ...pageObservation(event, fault), lead, ms: timeTaken(world, event) ?? null };
}

/**
 * Reads a page that was shown, in basic access, where nothing else reports that something answered. In full access the request
 * has reported how it went.
 */
export function observeNavigationCompleted(world: World, event: NavigationCompletedEvent): Observation | Ignored {
  if (world.mode === "full") return ignore("reported-by-request");
  const unfit = unfitTarget(event);
  if (unfit !== null) return ignore(unfit);
  if (isPortals(world, event)) return ignore("captive-portal");
  return pageObservation(event, null);
}

function ignore(ignored: IgnoredReason): Ignored {
  return { ignored };
}

/** What rules a request out whatever became of it; null where nothing does. */
function unfitRequest({ initiator, target }: CompletedEvent | ErrorEvent): IgnoredReason | null {
  if (initiator !== undefined && isExtension(initiator)) return "extension-request";
  return unfitTarget({ target });
}

function unfitTarget({ target: { host, port } }: { target: Origin }): IgnoredReason | null {
  if (host === null) return "no-host";
  if (isPrivateHost(host)) return "private-host";
  return port === null ? null : "other-port";
}

function callerOf({ tabs }: World, { type, tabId, initiator }: CompletedEvent | ErrorEvent): string | null {
  return type === "main_frame" ? null : (initiator?.host ?? tabs[tabId]?.host ?? null);
}

function isSecure({ target: { scheme } }: { target: Origin }): boolean {
  return scheme === "https" || scheme === "wss";
}

/** A page that turns this person away. */
function refusalOf({ type, status, wrote }: CompletedEvent): Observation["refusal"] {
  if (type !== "main_frame") return null;
  if (wrote === "challenge") return { status: null };
  return isRefusal(status) ? { status } : null;
}

/** To a call 402 is a word of the program that it calls. As a page it is what a platform shows in place of a site that it switched off. */
function faultOfStatus(role: Role, status: number): Observation["fault"] {
  return role !== "page" && status === PAYMENT_REQUIRED ? null : classifyStatus(status);
}

/** Behind a captive portal every plain http address answers, with the portal's own page. */
function isPortals(world: World, event: CompletedEvent | NavigationCompletedEvent): boolean {
  const check = world.connectivity;
  return check?.result === "captive" && event.at - check.at <= PORTAL_LIFETIME && event.target.scheme === "http";
}

/** The class of a page load that failed; one that was given up after a long wait has hung. */
function faultOfPage(world: World, event: ErrorEvent | NavigationErrorEvent): NonNullable<Observation["fault"]> {
  const named = classOfError(world, event);
  const began = hasBegun(world, event) || pendingOf(world, event)?.began === true;
  if (named.kind === "aborted" && (timeTaken(world, event) ?? 0) >= HANG)
    return { kind: "slow", failure: began ? "http.response.invalid" : "abandoned", evidence: "counts" };
  return named.kind === "reset" && began ? { ...named, kind: "broken" } : named;
}

function pageObservation({ at, tabId, target }: NavigationErrorEvent | NavigationCompletedEvent, fault: Observation["fault"]): Observation {
  const host = target.host ?? "";
  const nothing = { refusal: null, writer: null, caller: null, lead: null, ms: null, status: null, ip: null, front: null };
  return { at, tabId, site: siteOf(host), host, role: "page", secure: isSecure({ target }), fault, ...nothing };
}
