import { classifyError, isVague } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
import { siteOf } from "../net/site-name.ts";
import type { ErrorEvent, NavigationErrorEvent } from "./events.ts";
import { blankTab, withTab } from "./tabs.ts";
import { type Lead, type PendingError, SAME_LOAD, type World } from "./world.ts";

/**
 * Browsers report a failed page load twice, by `webRequest` and by `webNavigation`, in either order. The first report waits in the
 * tab for the second. In Firefox one of the two may be a number and the other a translated sentence, and one may name what failed
 * where the other does not.
 */

/** Keeps the error of a page load in its tab until the other report of the same load arrives. */
export function withPendingError(world: World, event: ErrorEvent | NavigationErrorEvent, host: string, lead: Lead | null): World {
  const tab = world.tabs[event.tabId] ?? blankTab(event.at);
  const { at, error, target } = event;
  const pending = { host, secure: target.scheme === "https", at, error, began: hasBegun(world, event), lead };
  return withTab(world, event.tabId, { ...tab, pending });
}

const CUT_BY_CHANGE: ErrorClass = { kind: "network-changed", failure: "tcp.aborted", evidence: "counts" };

/**
 * The class of an event's error. Firefox ends connections that stall after a change of the network by the code that it also uses for what
 * an extension blocked, and only of a connection it knows the address (seen on Firefox 153, 2026-11-30).
 */
export function classOfError({ browser }: World, event: ErrorEvent | NavigationErrorEvent): ErrorClass {
  const named = classifyError(browser, event.error);
  return browser === "firefox" && named.kind === "blocked" && "ip" in event && event.ip !== undefined ? CUT_BY_CHANGE : named;
}

/** The other report of the same load, where it came first. */
export function pendingOf(world: World, { tabId, at, target }: ErrorEvent | NavigationErrorEvent): PendingError | null {
  const pending = world.tabs[tabId]?.pending ?? null;
  return pending !== null && pending.host === target.host && at - pending.at <= SAME_LOAD ? pending : null;
}

/** Chromium knows the address of a failed load only where an answer had begun to come (tried on Chromium 156, 2026-11-30). */
export function hasBegun({ browser }: World, event: ErrorEvent | NavigationErrorEvent): boolean {
  return browser === "chromium" && "ip" in event && event.ip !== undefined;
}

/** The error of the two reports that names what failed: this event's, or the pending one of the same load. */
export function moreSpecificError(world: World, event: ErrorEvent): string {
  const pending = pendingOf(world, event);
  if (pending === null) return event.error;
  const named = classifyError(world.browser, event.error);
  return moreSpecific(named, classifyError(world.browser, pending.error)) === named ? event.error : pending.error;
}

/** Replaces the class of the load's recorded fault by that of a later report which names what failed, and adds what led there. */
export function refineLastFault(world: World, event: ErrorEvent | NavigationErrorEvent, hostName: string, lead: Lead | null): World {
  const siteName = siteOf(hostName);
  const site = world.sites[siteName];
  const host = site?.hosts[hostName];
  const last = host?.trouble?.faults.at(-1);
  if (site === undefined || host?.trouble == null || last === undefined) return world;
  if (event.at - last.at > SAME_LOAD || last.kind === "slow" || world.tabs[event.tabId]?.host !== hostName) return world;
  const old = { kind: last.kind, failure: last.failure, evidence: "counts" as const };
  const better = moreSpecific(old, classifyError(world.browser, event.error));
  const kind = last.kind === "reset" && hasBegun(world, event) ? "broken" : better.kind;
  const led = lead === null || last.lead?.by === "page" ? last : { ...last, lead };
  if (kind === last.kind && led === last) return world;
  const faults = [...host.trouble.faults.slice(0, -1), { ...led, kind, failure: better.failure }];
  const hosts = { ...site.hosts, [hostName]: { ...host, trouble: { ...host.trouble, faults } } };
  return { ...world, sites: { ...world.sites, [siteName]: { ...site, hosts } } };
}

function moreSpecific(first: ErrorClass, second: ErrorClass): ErrorClass {
  return isVague(first) && !isVague(second) ? second : first;
}
