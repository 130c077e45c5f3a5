import type { Origin } from "../net/origin.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { placeId } from "../providers/place.ts";
import { SECOND } from "../time.ts";
import type { NavigationStartedEvent } from "./events.ts";
import { blankTab, withTab } from "./tabs.ts";
import type { Loading, Tab, World } from "./world.ts";

/** The end of a load that was begun anew is reported this soon after that. Judged (2026-11-30); milliseconds were seen. */
const RESTARTED = 1 * SECOND;

/*
 * Page loads that have begun and have not ended. They are part of the world, so that they outlive the background: Chromium stops
 * it after 30 seconds, and people wait longer than that.
 */

/** Keeps that a page load has begun. A host that is never judged is not waited for. */
export function recordStart(world: World, { tabId, target, at }: NavigationStartedEvent, knowledge: Knowledge): World {
  const { host, port } = target;
  const loading = host === null || port !== null || isPrivateHost(host) ? null : loadingFrom(world, host, at, knowledge);
  const tab = world.tabs[tabId];
  if (loading === null && (tab === undefined || tab.loading === null)) return world;
  const waiting = tab?.loading?.answered === false ? tab.loading : null;
  // Firefox also reports the beginning of some loads twice (tried on Firefox 153).
  const goesOn = loading !== null && waiting?.host === loading.host ? { ...waiting, beganAt: at } : loading;
  const { replaced: _, ...rest } = tab ?? blankTab(at);
  return withTab(world, tabId, {
    ...rest,
    loading: goesOn,
    ...(waiting === null || goesOn?.host === waiting.host ? {} : { replaced: waiting }),
  });
}

function loadingFrom(world: World, host: string, at: number, knowledge: Knowledge): Loading {
  const name = siteOf(host);
  const known = world.sites[name];
  const place = knowledge.learned(host) ?? knowledge.byHost(host);
  const on = known?.hosts[host]?.on ?? (place === null ? null : placeId(place.provider, place.region));
  return { host, at, beganAt: at, answered: false, owner: known?.owner ?? ownerOf(name, knowledge.serviceOf(host)), on };
}

/** The load of a tab that has not ended; null where there is none. */
export function loadingOf(world: World, tabId: number): Loading | null {
  return world.tabs[tabId]?.loading ?? null;
}

/** The load of a tab has had the beginning of an answer. */
export function withAnsweredLoading(world: World, tabId: number): World {
  const tab = world.tabs[tabId];
  return tab?.loading == null || tab.loading.answered
    ? world
    : withTab(world, tabId, { ...tab, loading: { ...tab.loading, answered: true } });
}

type End = { tabId: number; at: number; target: Pick<Origin, "host">; ms?: number | undefined };

/** A load that was broken off has ended. Where another one has begun in its tab meanwhile, that goes on. */
export function afterAbort(world: World, event: End): World {
  const tab = world.tabs[event.tabId];
  if (tab === undefined) return world;
  const { replaced: _, ...rest } = tab;
  if (isOfReplaced(tab, event)) return tab.replaced === undefined ? world : withTab(world, event.tabId, rest);
  if (tab.loading === null) return world;
  const restarted = event.at - tab.loading.beganAt < RESTARTED && tab.loading.beganAt > tab.loading.at;
  return withTab(world, event.tabId, { ...rest, loading: restarted ? { ...tab.loading, at: tab.loading.beganAt } : null });
}

/** Whether the end is that of a load which another one has replaced. */
function isOfReplaced({ loading, replaced }: Tab, { target: { host } }: End): boolean {
  return loading !== null && loading.host !== host && (replaced === undefined || replaced.host === host);
}

/** How long a load took that ends now, milliseconds; undefined where its beginning is not known. */
export function timeTaken({ tabs }: World, event: End): number | undefined {
  if (event.ms !== undefined) return event.ms;
  const { loading = null, replaced } = tabs[event.tabId] ?? {};
  const load = replaced?.host === event.target.host && loading?.host !== event.target.host ? replaced : loading;
  return load === null ? undefined : Math.max(0, event.at - load.at);
}
