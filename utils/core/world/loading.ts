import type { Origin } from "../net/origin.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ownerOf } from "../providers/owner.ts";
import { placeId } from "../providers/place.ts";
import { SECOND } from "../time.ts";
import type { NavigationStartedEvent } from "./events.ts";
import { expectedTime } from "./pace.ts";
import { blankTab, withTab } from "./tabs.ts";
import type { Loading, Tab, World } from "./world.ts";

/** The end of a load that was begun anew is reported this soon after that. Judged (2026-11-30); milliseconds were seen. */
const RESTARTED = 1 * SECOND;
/** A load that Firefox breaks off goes on at once. Judged (2026-11-30); at most a few milliseconds were seen. A person takes longer. */
const AT_ONCE = 0.1 * SECOND;

/*
 * Page loads that have begun and have not ended. They are part of the world, so that they outlive the background: Chromium stops
 * it after 30 seconds, and people wait longer than that.
 */

/** Keeps that a page load has begun. A host that is never judged is not waited for. */
export function recordStart(world: World, { tabId, target, at }: NavigationStartedEvent, knowledge: Knowledge): World {
  const { host, port } = target;
  const begun = host === null || port !== null || isPrivateHost(host) ? null : loadingFrom(world, host, at, knowledge);
  const tab = world.tabs[tabId];
  if (begun === null && (tab === undefined || tab.loading === null)) return world;
  const { replaced, ...rest } = tab ?? blankTab(at);
  const waiting = rest.loading?.answeredAt === null ? rest.loading : null;
  if (begun !== null && waiting?.host === begun.host)
    return withTab(world, tabId, { ...rest, loading: { ...waiting, beganAt: at, restartedAt: at } });
  const interrupted = goesOn(replaced, begun) ? replaced : null;
  const loading =
    begun !== null && interrupted !== null ? { ...begun, at: interrupted.at, beganAt: interrupted.beganAt, restartedAt: at } : begun;
  return withTab(world, tabId, { ...rest, loading, ...(waiting === null ? {} : { replaced: waiting }) });
}

/** Firefox reports of some loads that answer that they were aborted, and then that they begin (tried on Firefox 153). */
function goesOn(ended: Tab["replaced"], begun: Loading | null): ended is NonNullable<Tab["replaced"]> {
  return ended?.endedAt !== undefined && ended.answeredAt === null && ended.host === begun?.host && begun.at - ended.endedAt <= AT_ONCE;
}

function loadingFrom(world: World, host: string, at: number, knowledge: Knowledge): Loading {
  const name = siteOf(host);
  const known = world.sites[name];
  const learned = knowledge.learned(host);
  const place = learned ?? knowledge.byHost(host);
  const on = known?.hosts[host]?.on ?? (place === null ? null : placeId(place.provider, place.region));
  const owner = known?.owner ?? ownerOf(name, knowledge.serviceOf(host));
  const usual = expectedTime(known?.pace ?? knowledge.usualOf?.(name) ?? undefined);
  return { host, site: name, at, beganAt: at, answeredAt: null, owner, on, known: learned !== null, usual };
}

/** The load of a tab that has not ended; null where there is none. */
export function loadingOf(world: World, tabId: number): Loading | null {
  return world.tabs[tabId]?.loading ?? null;
}

/** The load of a tab has had the beginning of an answer. */
export function withAnsweredLoading(world: World, tabId: number, at: number): World {
  const tab = world.tabs[tabId];
  if (tab?.loading == null || tab.loading.answeredAt !== null) return world;
  return withTab(world, tabId, { ...tab, loading: { ...tab.loading, answeredAt: at } });
}

type End = { tabId: number; at: number; target: Pick<Origin, "host">; ms?: number | undefined };

/** A load that was broken off has ended. Where another one has begun in its tab meanwhile, that goes on. */
export function afterAbort(world: World, event: End): World {
  const tab = world.tabs[event.tabId];
  if (tab === undefined) return world;
  const { replaced: _, ...rest } = tab;
  if (isOfReplaced(tab, event)) return tab.replaced === undefined ? world : withTab(world, event.tabId, rest);
  if (tab.loading === null) return world;
  const { loading } = tab;
  // The end of the load before, which browsers report twice.
  if (loading.restartedAt !== undefined && event.at - loading.restartedAt < RESTARTED) return world;
  return withTab(world, event.tabId, { ...rest, loading: null, replaced: { ...loading, endedAt: event.at } });
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

/** How long a page took to begin to answer, milliseconds; undefined where that is not known. The time that it took to load stands in. */
export function timeToAnswer(world: World, event: End): number | undefined {
  const loading = loadingOf(world, event.tabId);
  if (loading === null) return event.ms;
  return Math.max(0, (loading.answeredAt ?? event.at) - loading.beganAt);
}
