import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { placeId } from "../providers/place.ts";
import type { NavigationStartedEvent } from "./events.ts";
import { usualTime } from "./pace.ts";
import { blankTab, withTab } from "./tabs.ts";
import type { Loading, World } from "./world.ts";

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
  return withTab(world, tabId, { ...(tab ?? blankTab(at)), loading });
}

function loadingFrom(world: World, host: string, at: number, knowledge: Knowledge): Loading {
  const name = siteOf(host);
  const known = world.sites[name];
  const place = knowledge.learned(host) ?? knowledge.byHost(host);
  const on = known?.hosts[host]?.on ?? (place === null ? null : placeId(place.provider, place.region));
  const usual = usualTime(known?.pace ?? knowledge.usualOf?.(name) ?? undefined);
  return { host, at, answered: false, owner: known?.owner ?? ownerOf(name, knowledge.serviceOf(host)), on, usual };
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

/** The load of a tab has ended. */
export function withoutLoading(world: World, tabId: number): World {
  const tab = world.tabs[tabId];
  return tab === undefined || tab.loading === null ? world : withTab(world, tabId, { ...tab, loading: null });
}

/**
 * How long the load of a tab has taken, milliseconds.
 * @param told what the event itself tells, where its observer measured it
 */
export function timeTaken(world: World, { tabId, at, ms }: { tabId: number; at: number; ms?: number | undefined }): number | undefined {
  const loading = loadingOf(world, tabId);
  return ms ?? (loading === null ? undefined : Math.max(0, at - loading.at));
}
