import { classifyError } from "../net/classify-error.ts";
import { isPrivateHost, siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { SECOND } from "../time.ts";
import type { NavigationCommittedEvent, NavigationCompletedEvent, NavigationErrorEvent, NavigationStartedEvent } from "./events.ts";
import { reasonToIgnore } from "./ignored.ts";
import { recordIntermediary } from "./intermediary.ts";
import { afterAbort, recordStart, timeToAnswer, withAnsweredLoading } from "./loading.ts";
import { observeNavigationCompleted, observeNavigationError } from "./observation.ts";
import { recordPace } from "./record.ts";
import { judgedHost } from "./reduce-request.ts";
import { refineLastFault, withPendingError } from "./same-load.ts";
import { countObservation, type Step } from "./step.ts";
import { recordTab, withTab } from "./tabs.ts";
import type { Tab, World } from "./world.ts";

/** Chrome's HTTPS-first page comes at most this long after the https probe that failed. Judged. */
const PROBE_LIFETIME = 10 * SECOND;
/** An error page of the browser itself has loaded within this time. Judged. */
const BROWSERS_ERROR_PAGE = 1 * SECOND;
/** An error page that a server sent has loaded, with its pictures, within this time. Judged. */
const SERVERS_ERROR_PAGE = 20 * SECOND;

/** Takes a page load that failed. */
export function reduceNavigationError(before: World, event: NavigationErrorEvent, knowledge: Knowledge): Step {
  const world = recordIntermediary(before, event, knowledge);
  const { host } = event.target;
  if (host === null) return { world, ignored: "no-host" };
  const named = classifyError(world.browser, event.error);
  if (world.browser === "firefox" && world.mode === "full") {
    // `webRequest` decides; the number only makes its class more specific, whichever comes first.
    const reason = reasonToIgnore(named);
    if (reason !== null) return { world: reason === "aborted" ? afterAbort(world, event) : world, ignored: reason };
    return { world: withPendingError(refineLastFault(world, event, host, null), event, host, null), ignored: "reported-by-request" };
  }
  if (named.kind === "blocked") {
    if (isPrivateHost(host)) return { world, ignored: "private-host" };
    if (isHttpsFirst(world, event, host)) return { world, ignored: "https-first" };
    return { world: recordTab(world, event.tabId, host, event.at, "blocked"), ignored: "blocked" };
  }
  const observation = observeNavigationError(world, event, knowledge);
  const ended = named.kind === "aborted" ? afterAbort(world, event) : world;
  if ("ignored" in observation && named.evidence === "ignore") return { world: ended, ignored: observation.ignored };
  // The tab tries something else already.
  if (named.kind === "aborted" && ended.tabs[event.tabId]?.loading != null) return countObservation(ended, observation, knowledge);
  const lead = "lead" in observation ? observation.lead : null;
  return countObservation(recordTab(ended, event.tabId, judgedHost(event.target), event.at, "failed", lead), observation, knowledge);
}

/**
 * Chrome's HTTPS-first page answers a plain http address with the code of a blocker, after its own https probe failed
 * (Chromium 156). In basic access the probe is not seen, so there a blocked plain http page says nothing either way.
 */
function isHttpsFirst(world: World, event: NavigationErrorEvent, host: string): boolean {
  if (world.browser !== "chromium" || event.target.scheme !== "http") return false;
  if (world.mode === "basic") return true;
  const probe = world.tabs[event.tabId]?.pending;
  return probe?.secure === true && probe.host === host && event.at - probe.at <= PROBE_LIFETIME;
}

/** Takes a page load that has begun. */
export function reduceNavigationStarted(world: World, event: NavigationStartedEvent, knowledge: Knowledge): Step {
  return { world: recordStart(world, event, knowledge), ignored: null };
}

/** Takes an answer that has begun to come: the load does not hang. */
export function reduceNavigationCommitted(world: World, event: NavigationCommittedEvent): Step {
  const { host } = event.target;
  const ms = timeToAnswer(world, event);
  const answered = withAnsweredLoading(world, event.tabId, event.at);
  // In full access the request tells whether the answer came from a cache.
  const isCounted = world.mode === "basic" && host !== null && ms !== undefined;
  return { world: isCounted ? recordPace(answered, siteOf(host), event.at, ms) : answered, ignored: null };
}

/** Takes a page that has loaded. */
export function reduceNavigationCompleted(world: World, event: NavigationCompletedEvent, knowledge: Knowledge): Step {
  const before = world.tabs[event.tabId];
  if (before !== undefined && isErrorPage(world, before, event)) return { world, ignored: "error-page" };
  const observation = observeNavigationCompleted(world, event);
  const refused = before?.state === "refused" && before.host === event.target.host;
  const shown = refused ? world : recordTab(world, event.tabId, judgedHost(event.target), event.at, "shown");
  const seen = world.mode === "full" ? withLoadingOf(shown, event.tabId, before, event.at) : shown;
  return countObservation(seen, observation, knowledge);
}

/** In full access the request ends a load, also where it is reported later (Firefox 153 on a busy machine, 2026-11-30). */
function withLoadingOf(world: World, tabId: number, before: Tab | undefined, at: number): World {
  const tab = world.tabs[tabId];
  const loading = before?.loading ?? null;
  if (tab === undefined || loading === null) return world;
  return withTab(world, tabId, { ...tab, loading: { ...loading, answeredAt: loading.answeredAt ?? at } });
}

/** An error page loads completely too: the browser's own at once, a server's when all its pictures are there. */
function isErrorPage(world: World, tab: Tab, event: NavigationCompletedEvent): boolean {
  if (tab.state === "shown" || tab.state === "refused" || tab.host !== event.target.host || hasAnswerSince(tab)) return false;
  const fault = world.sites[tab.site ?? ""]?.hosts[tab.host ?? ""]?.trouble?.faults.at(-1);
  const isServers = world.mode === "full" && fault?.role === "page" && fault.status !== null;
  return event.at - tab.at <= (isServers ? SERVERS_ERROR_PAGE : BROWSERS_ERROR_PAGE);
}

/** Whether a load that began after the failure has been answered: Firefox breaks off loads that go on. */
function hasAnswerSince({ loading, at }: Tab): boolean {
  return loading !== null && loading.answeredAt !== null && (loading.restartedAt ?? loading.beganAt) >= at;
}
