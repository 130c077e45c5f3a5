import { isPrivateHost, siteOf } from "../net/site-name.ts";
import { TABS_KEPT } from "./caps.ts";
import type { Lead, Tab, World } from "./world.ts";

/** A tab about which nothing is known yet. */
export function blankTab(at: number): Tab {
  return { site: null, host: null, at, state: "shown", loading: null, pending: null };
}

/**
 * Records what a tab shows, or last tried to show. Its load has ended with that.
 * @param host null for a page without a host on the network, or on a port of its own
 * @param lead what led the browser to a page that failed
 * @returns the same world where the tab showed the same already
 */
export function recordTab(
  world: World,
  tabId: number,
  host: string | null,
  at: number,
  state: Tab["state"],
  lead: Lead | null = null,
): World {
  if (tabId < 0) return world;
  const judged = host !== null && !isPrivateHost(host) ? host : null;
  const before = world.tabs[tabId];
  const unchanged = before?.host === judged && before.state === state && before.pending === null && before.loading === null;
  if (unchanged && state === "shown" && before.replaced === undefined) return world;
  const shown: Tab = { site: judged === null ? null : siteOf(judged), host: judged, at, state, loading: null, pending: null };
  if (before?.free === true) shown.free = true;
  if (lead !== null && state === "failed") shown.lead = lead;
  return withTab(world, tabId, shown);
}

/** Adds or replaces a tab; beyond the cap the one that changed longest ago is dropped. */
export function withTab(world: World, tabId: number, tab: Tab): World {
  if (tabId < 0) return world;
  const tabs = { ...world.tabs, [tabId]: tab };
  const ids = Object.keys(tabs);
  if (ids.length > TABS_KEPT) {
    const oldest = ids.reduce((a, b) => ((tabs[Number(a)]?.at ?? 0) <= (tabs[Number(b)]?.at ?? 0) ? a : b));
    delete tabs[Number(oldest)];
  }
  return { ...world, tabs };
}

/** Records a new tab. @param by the tab whose page opened it; null where the person did */
export function recordOpenedTab(world: World, tabId: number, by: number | null, at: number): World {
  const tab = world.tabs[tabId] ?? blankTab(at);
  if (by === null) return withTab(world, tabId, { ...tab, free: true });
  const opener = world.sites[world.tabs[by]?.site ?? ""]?.owner;
  const led = opener === undefined ? world : withTab(world, tabId, { ...tab, lead: { by: "perhaps", owner: opener } });
  return withoutFreedom(withoutFreedom(led, tabId), by);
}

function withoutFreedom(world: World, tabId: number): World {
  const tab = world.tabs[tabId];
  if (tab?.free === undefined) return world;
  const { free: _, ...rest } = tab;
  return withTab(world, tabId, rest);
}

/** Drops a tab that was closed. */
export function withoutTab(world: World, tabId: number): World {
  if (world.tabs[tabId] === undefined) return world;
  const { [tabId]: _, ...tabs } = world.tabs;
  return { ...world, tabs };
}
