import { classifyError, classifyStatus } from "../net/classify-error.ts";
import { hostOf, isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { SECOND } from "../time.ts";
import { afterClockJump } from "./clock-jump.ts";
import type { CompletedEvent, ErrorEvent, NavigationCompletedEvent, NavigationErrorEvent, WorldEvent } from "./events.ts";
import {
  isSpeculative,
  moreSpecific,
  type Observation,
  observeCompleted,
  observeError,
  observeNavigationCompleted,
  observeNavigationError,
} from "./observation.ts";
import { updatePlacements } from "./place-host.ts";
import { recordObservation } from "./record.ts";
import { blankTab, recordTab, withoutTab, withTab } from "./tabs.ts";
import { SAME_LOAD, type Tab, type World } from "./world.ts";

/** Chrome's HTTPS-first page comes this soon after the https probe that failed. */
const PROBE_LIFETIME = 10 * SECOND;
/** An error page of the browser's own is complete this soon, one that a server sent this soon. */
const BROWSERS_ERROR_PAGE = 1 * SECOND;
const SERVERS_ERROR_PAGE = 20 * SECOND;

/**
 * Takes one event into the picture. Pure: returns a new world that shares every untouched part with the old one, or the very
 * same world where the event teaches nothing (so an unchanged reference means that nothing needs to be stored).
 */
export function reduce(before: World, event: WorldEvent, knowledge: Knowledge): World {
  const world = "tabId" in event && "url" in event ? afterClockJump(before, event) : before;
  switch (event.event) {
    case "completed":
      return reduceCompleted(noteProxy(world, event), event, knowledge);
    case "error":
      return reduceError(noteProxy(world, event), event, knowledge);
    case "navigation-error":
      return reduceNavigationError(world, event, knowledge);
    case "navigation-completed":
      return reduceNavigationCompleted(world, event, knowledge);
    case "online":
      return { ...world, online: true, networkChangedAt: event.at, connectivity: null };
    case "offline":
      return { ...world, online: false, networkChangedAt: event.at };
    case "connectivity":
      return {
        ...world,
        connectivity: { at: event.at, result: event.result, skew: event.skew ?? null },
        unreachableAt: event.result === "reached" ? world.unreachableAt : event.at,
      };
    case "feed":
      return takeFeed(world, event);
    case "feed-failed":
      return { ...world, feedFailures: { ...world.feedFailures, [event.mirror]: event.at } };
    case "tab-closed":
      return withoutTab(world, event.tabId);
    case "ranges":
      return updatePlacements(world, knowledge);
    case "access":
      return world.mode === event.mode ? world : { ...world, mode: event.mode };
    default:
      return event satisfies never;
  }
}

/** Nothing is reported from behind a proxy, so the last one seen is remembered. */
function noteProxy(world: World, event: CompletedEvent | ErrorEvent): World {
  return event.proxied === true && event.at - world.proxiedAt > 30 * SECOND ? { ...world, proxiedAt: event.at } : world;
}

function takeFeed(world: World, event: Extract<WorldEvent, { event: "feed" }>): World {
  const { feed, at, instead } = event;
  // The same rules as the feed client's, so that a replay refuses what the client would: never back, never past its end.
  if (instead !== true && world.feed !== null && feed.sequence <= world.feed.sequence) return world;
  if (Date.parse(feed.expires) <= at) return world;
  if (at < world.feedAt) return { ...world, feed };
  return { ...world, feed, feedAt: at, feedFailures: {} };
}

function countAny(world: World, observation: Observation | null, knowledge: Knowledge): World {
  return observation === null ? world : recordObservation(world, observation, knowledge);
}

function reduceCompleted(world: World, event: CompletedEvent, knowledge: Knowledge): World {
  if (isSpeculative(world, event)) return world;
  // A tab that shows an error page has failed as one has that shows nothing.
  const state = (classifyStatus(event.status)?.evidence ?? "ignore") === "ignore" ? "shown" : "failed";
  const seen = event.type === "main_frame" ? recordTab(world, event.tabId, event.url, event.at, state) : world;
  return countAny(seen, observeCompleted(seen, event, knowledge), knowledge);
}

function reduceError(world: World, event: ErrorEvent, knowledge: Knowledge): World {
  if (isSpeculative(world, event)) return world;
  const host = event.type === "main_frame" ? hostOf(event.url) : null;
  const before = world.tabs[event.tabId];
  let next = world;
  let told = event;
  if (host !== null && world.browser === "chromium")
    next = withTab(next, event.tabId, { ...(before ?? blankTab(event.at)), pending: pendingOf(event, host) });
  if (host !== null && world.browser === "firefox") {
    told = { ...event, error: moreSpecificError(world, event, host, before) };
    const named = classifyError(world.browser, told.error);
    if (named.kind === "blocked") next = recordTab(next, event.tabId, event.url, event.at, "blocked");
    else if (named.evidence !== "ignore") next = recordTab(next, event.tabId, event.url, event.at, "failed");
  }
  const observation = observeError(next, told, knowledge);
  // The person gave up on it, so this is what the tab last tried to show.
  if (observation?.fault?.kind === "slow") next = recordTab(next, event.tabId, event.url, event.at, "failed");
  return countAny(next, observation, knowledge);
}

function pendingOf(event: ErrorEvent | NavigationErrorEvent, host: string): Tab["pending"] {
  return { host, secure: event.url.startsWith("https:"), at: event.at, error: event.error };
}

/** Of the number that came just before and the translated sentence that comes now, the one that names what failed. */
function moreSpecificError(world: World, event: ErrorEvent, host: string, tab: Tab | undefined): string {
  const numbered = tab?.pending;
  if (numbered == null || numbered.host !== host || event.at - numbered.at > SAME_LOAD) return event.error;
  const named = classifyError(world.browser, event.error);
  return moreSpecific(named, classifyError(world.browser, numbered.error)) === named ? event.error : numbered.error;
}

function reduceNavigationError(world: World, event: NavigationErrorEvent, knowledge: Knowledge): World {
  const host = hostOf(event.url);
  if (host === null) return world;
  const named = classifyError(world.browser, event.error);
  if (world.browser === "firefox" && world.mode === "full") {
    // `webRequest` decides; the number only sharpens what it says, whichever comes first.
    if (named.evidence === "ignore") return world;
    const sharpened = refineLastFault(world, event, host);
    return withTab(sharpened, event.tabId, { ...(sharpened.tabs[event.tabId] ?? blankTab(event.at)), pending: pendingOf(event, host) });
  }
  if (named.kind === "blocked") {
    if (isPrivateHost(host) || isHttpsFirst(world, event, host)) return world;
    return recordTab(world, event.tabId, event.url, event.at, "blocked");
  }
  const observation = observeNavigationError(world, event);
  if (observation === null && named.evidence === "ignore") return world;
  return countAny(recordTab(world, event.tabId, event.url, event.at, "failed"), observation, knowledge);
}

/**
 * Chrome's HTTPS-first page answers a plain http address with the code of a blocker, after its own https probe failed
 * (Chromium 156). In basic access the probe is not seen, so there a blocked plain http page says nothing either way.
 */
function isHttpsFirst(world: World, event: NavigationErrorEvent, host: string): boolean {
  if (world.browser !== "chromium" || !event.url.startsWith("http:")) return false;
  if (world.mode === "basic") return true;
  const probe = world.tabs[event.tabId]?.pending;
  return probe?.secure === true && probe.host === host && event.at - probe.at <= PROBE_LIFETIME;
}

function reduceNavigationCompleted(world: World, event: NavigationCompletedEvent, knowledge: Knowledge): World {
  const before = world.tabs[event.tabId];
  if (before !== undefined && isErrorPage(world, before, event)) return world;
  const seen = recordTab(world, event.tabId, event.url, event.at, "shown");
  return countAny(seen, observeNavigationCompleted(seen, event), knowledge);
}

/** An error page "completes" too: the browser's own at once, a server's when all its pictures have come. */
function isErrorPage(world: World, tab: Tab, event: NavigationCompletedEvent): boolean {
  if (tab.state === "shown" || tab.host !== hostOf(event.url)) return false;
  const fault = world.sites[tab.site ?? ""]?.hosts[tab.host ?? ""]?.trouble?.faults.at(-1);
  const isServers = world.mode === "full" && fault?.role === "page" && fault.status !== null;
  return event.at - tab.at <= (isServers ? SERVERS_ERROR_PAGE : BROWSERS_ERROR_PAGE);
}

/** Replaces a vague class by the one that the number of the same load gives. */
function refineLastFault(world: World, event: NavigationErrorEvent, hostName: string): World {
  const siteName = siteOf(hostName);
  const site = world.sites[siteName];
  const host = site?.hosts[hostName];
  const last = host?.trouble?.faults.at(-1);
  if (site === undefined || host?.trouble == null || last === undefined) return world;
  if (event.at - last.at > SAME_LOAD || last.kind === "slow" || world.tabs[event.tabId]?.host !== hostName) return world;
  const old = { kind: last.kind, failure: last.failure, evidence: "counts" as const };
  const better = moreSpecific(old, classifyError(world.browser, event.error));
  if (better === old) return world;
  const faults = [...host.trouble.faults.slice(0, -1), { ...last, kind: better.kind, failure: better.failure }];
  const hosts = { ...site.hosts, [hostName]: { ...host, trouble: { ...host.trouble, faults } } };
  return { ...world, sites: { ...world.sites, [siteName]: { ...site, hosts } } };
}
