import { classifyError, isVague } from "../net/classify-error.ts";
import type { ErrorClass } from "../net/failure.ts";
import { siteOf } from "../net/site-name.ts";
import type { ErrorEvent, NavigationErrorEvent } from "./events.ts";
import { blankTab, withTab } from "./tabs.ts";
import { SAME_LOAD, type World } from "./world.ts";

/**
 * Browsers report a failed page load twice, by `webRequest` and by `webNavigation`, in either order. The first report waits in the
 * tab for the second. In Firefox one of the two may be a number and the other a translated sentence, and one may name what failed
 * where the other does not.
 */

/** Keeps the error of a page load in its tab until the other report of the same load arrives. */
export function withPendingError(world: World, event: ErrorEvent | NavigationErrorEvent, host: string): World {
  const tab = world.tabs[event.tabId] ?? blankTab(event.at);
  const pending = { host, secure: event.target.scheme === "https", at: event.at, error: event.error };
  return withTab(world, event.tabId, { ...tab, pending });
}

/** The error of the two reports that names what failed: this event's, or the pending one of the same load. */
export function moreSpecificError(world: World, event: ErrorEvent, host: string): string {
  const pending = world.tabs[event.tabId]?.pending;
  if (pending == null || pending.host !== host || event.at - pending.at > SAME_LOAD) return event.error;
  const named = classifyError(world.browser, event.error);
  return moreSpecific(named, classifyError(world.browser, pending.error)) === named ? event.error : pending.error;
}

/** Replaces the class of the load's recorded fault by that of a later report which names what failed. */
export function refineLastFault(world: World, event: NavigationErrorEvent, hostName: string): World {
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

function moreSpecific(first: ErrorClass, second: ErrorClass): ErrorClass {
  return isVague(first) && !isVague(second) ? second : first;
}
