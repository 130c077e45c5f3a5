import { NO_HEADS } from "../core/feed/accepted-heads.ts";
import { type Root, readRootText } from "../core/feed/root-text.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { FEED_STATES, type FeedSetting, type Stored } from "../storage/keys.ts";
import { type FeedSettings, type FollowedFeed, feedSettings } from "./feed-settings.ts";
import { type FeedState, feedStateKey, readFeedStates, type StoredFeedState, storedFeedState } from "./stored-feed-state.ts";

/** The root of a setting that names none: it grants no key. */
const NO_ROOT: Root = { number: 1, keys: [], threshold: 1 };

/** The root that a setting names: there the chain of its roots begins. */
export function firstRoot({ rootKey }: Pick<FeedSetting, "rootKey">): Root {
  return readRootText(rootKey) ?? NO_ROOT;
}

/** What is known of a feed at first. */
function firstState(setting: Pick<FeedSetting, "rootKey">): FeedState {
  return { root: firstRoot(setting), heads: NO_HEADS, feed: null, reports: null, checked: null, trouble: null, forked: null };
}

/**
 * The state once another root is trusted: what keys of the root before it signed counts for nothing. A thief could have dated a head an hour
 * ahead, and everything that the owner signs would be older. Numbers of keys stay: a key that is granted again goes on from its own.
 */
export function underRoot(state: FeedState, root: Root): FeedState {
  return root === state.root ? state : { ...state, root, heads: { ...state.heads, last: null }, feed: null, reports: null };
}

export async function loadFeedState(setting: Pick<FeedSetting, "rootKey">): Promise<FeedState> {
  return stateIn(await readFeedStates([feedStateKey(setting)]), setting);
}

/** Stores the state; in session storage where the disk is full, so that nothing older is accepted at least until the browser ends. */
export async function saveFeedState(setting: Pick<FeedSetting, "rootKey">, state: FeedState): Promise<void> {
  const key = feedStateKey(setting);
  const stored: StoredFeedState = { ...state, feed: state.feed === null ? null : JSON.stringify(state.feed) };
  try {
    await changeArea("local", { [key]: stored });
    await changeArea("session", { [key]: undefined });
  } catch (problem) {
    console.warn("the outage feed cannot be stored beyond this session:", problem);
    await changeArea("session", { [key]: stored });
  }
}

/**
 * Forgets what is kept of all feeds, except the newest root of those that the person did not add. Copies and numbers could be a mark:
 * who signs a feed could give one person a body of their own, and see later whether that body is asked for again.
 */
export async function forgetFeeds(): Promise<void> {
  const { feeds } = await feedSettings();
  const given = new Map(feeds.filter(({ from }) => from !== "person").map((setting) => [feedStateKey(setting), setting]));
  const keys = [await readArea("local"), await readArea("session")].flatMap(Object.keys);
  for (const key of new Set(keys.filter((name) => name.startsWith(FEED_STATES.prefix)))) {
    const setting = given.get(key);
    const { root } = setting === undefined ? { root: null } : await loadFeedState(setting);
    const rest = setting === undefined || root === null ? undefined : { ...firstState(setting), root };
    await changeArea("session", { [key]: undefined });
    await changeArea("local", { [key]: rest });
  }
}

/** A feed that is followed, with what is kept of it. */
export type KeptFeed = { setting: FollowedFeed; state: FeedState };

export async function keptFeeds(settings: FeedSettings): Promise<KeptFeed[]> {
  const kept = await readFeedStates(settings.feeds.map(feedStateKey));
  return settings.feeds.map((setting) => ({ setting, state: stateIn(kept, setting) }));
}

function stateIn(kept: Stored, setting: Pick<FeedSetting, "rootKey">): FeedState {
  return storedFeedState(kept, setting) ?? firstState(setting);
}
