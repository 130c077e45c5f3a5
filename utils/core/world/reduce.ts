import { isFeedFresh } from "../feed/freshness.ts";
import { targetListOf } from "../feed/target-list.ts";
import { hostAndPort } from "../net/origin.ts";
import { siteOf } from "../net/site-name.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import { ELSEWHERE_KEPT } from "./caps.ts";
import { afterClockJump } from "./clock-jump.ts";
import type { FeedEvent, FeedsEvent, WorldEvent } from "./events.ts";
import { updatePlacements } from "./place-host.ts";
import {
  reduceNavigationCommitted,
  reduceNavigationCompleted,
  reduceNavigationError,
  reduceNavigationStarted,
} from "./reduce-navigation.ts";
import { reduceCompleted, reduceError } from "./reduce-request.ts";
import type { Step } from "./step.ts";
import { recordOpenedTab, withoutTab } from "./tabs.ts";
import type { World } from "./world.ts";

/**
 * Takes one event into the world. Pure: returns a new world that shares every untouched part with the old one, or the very same
 * world where the event changes nothing (so an unchanged reference means that nothing needs to be stored).
 */
export function reduce(world: World, event: WorldEvent, knowledge: Knowledge): World {
  return takeStep(world, event, knowledge).world;
}

/** The same as `reduce`, with the reason where the event counts for nothing. */
export function takeStep(before: World, event: WorldEvent, knowledge: Knowledge): Step {
  const world = "target" in event ? afterClockJump(before, event) : before;
  switch (event.event) {
    case "completed":
      return reduceCompleted(world, event, knowledge);
    case "error":
      return reduceError(world, event, knowledge);
    case "navigation-error":
      return reduceNavigationError(world, event, knowledge);
    case "navigation-started":
      return reduceNavigationStarted(world, event, knowledge);
    case "navigation-committed":
      return reduceNavigationCommitted(world, event);
    case "navigation-completed":
      return reduceNavigationCompleted(world, event, knowledge);
    case "feed":
      return reduceFeed(world, event);
    case "feeds":
      return reduceFeeds(world, event);
    default:
      return { world: reduceState(world, event, knowledge), ignored: null };
  }
}

type StateEvent = Exclude<WorldEvent, { target: unknown } | FeedEvent | FeedsEvent>;

/** Takes an event that is about the browser, the connection or the extension itself. */
function reduceState(world: World, event: StateEvent, knowledge: Knowledge): World {
  switch (event.event) {
    case "online":
      return { ...world, online: true, networkChangedAt: event.at, connectivity: null, network: null };
    case "offline":
      return { ...world, online: false, networkChangedAt: event.at };
    case "connectivity":
      return {
        ...world,
        connectivity: { at: event.at, result: event.result, skew: event.skew ?? null },
        unreachableAt: event.result === "captive" || event.result === "unreachable" ? event.at : world.unreachableAt,
        network: event.network ?? world.network,
      };
    case "elsewhere": {
      const { host, at, views } = event;
      const others = world.elsewhere.filter((one) => one.host !== host);
      return { ...world, elsewhere: [...others, { host, site: siteOf(host), at, views }].slice(-ELSEWHERE_KEPT) };
    }
    case "targets":
      return world.targets?.sha256 === event.sha256 ? world : { ...world, targets: targetListOf(event.sha256, event.names) };
    case "feed-failed":
      return { ...world, feedFailures: { ...world.feedFailures, [hostAndPort(event.mirror)]: event.at } };
    case "tab-opened":
      return recordOpenedTab(world, event.tabId, event.by, event.at);
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

/** Takes a recorded feed by the rules of the feed client, so that a replay refuses what the client would: never back, never past its end. */
function reduceFeed(world: World, { feed, at, local }: FeedEvent): Step {
  const [known] = world.feeds;
  if (known !== undefined && feed.sequence <= known.feed.sequence) return { world, ignored: "feed-not-newer" };
  if (!isFeedFresh(feed, at)) return { world, ignored: "feed-expired" };
  return reduceFeeds(world, { event: "feeds", at, copies: [{ kind: "main", of: "", feed }], checked: at, local });
}

function reduceFeeds(world: World, { copies, checked, local }: FeedsEvent): Step {
  const checkedAt = Math.max(world.checkedAt, checked);
  const feedAt = local === true ? world.feedAt : Math.max(world.feedAt, checked);
  const feedFailures = Object.fromEntries(Object.entries(world.feedFailures).filter(([, failedAt]) => failedAt > checkedAt));
  return { world: { ...world, feeds: copies, feedAt, checkedAt, feedFailures }, ignored: null };
}
