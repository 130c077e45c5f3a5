import { type AcceptedHeads, NO_HEADS } from "../core/feed/accepted-heads.ts";
import type { Feed } from "../core/feed/feed.ts";
import { isFeedFresh } from "../core/feed/freshness.ts";
import { type Root, readRootText } from "../core/feed/root-text.ts";
import type { FeedStatus } from "../core/view/feed-status.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { FEED_STATES, type FeedSetting, type Stored } from "../storage/keys.ts";
import { type FeedSettings, type FollowedFeed, feedSettings, feedSettingsAndStorage } from "./feed-settings.ts";

/** What is kept of a feed between sessions: the last good copy, and the outcome of the last attempts. Times are ISO. */
export type FeedState = {
  /** The root that the chain from the setting's root led to. */
  root: Root;
  /** The heads that were accepted: nothing older is accepted again. */
  heads: AcceptedHeads;
  /** The last accepted head and its body. */
  feed: Feed | null;
  /** The address of reports that the last accepted head names; null where none are taken. */
  reports: string | null;
  /** When a mirror last had a good copy, changed or not. */
  checked: string | null;
  /** Why the last attempt failed; null where it succeeded. `frozen`: the mirrors answer, and have had nothing newer for too long. */
  trouble: { kind: "unreachable" | "refused" | "frozen"; reason: string } | null;
  /** How the feed showed different people different things; null where the last comparison of two mirrors found one history. */
  forked: string | null;
};

/** By the root that the setting names: another one begins a new chain, and where an old one comes back its numbers still count. */
function keyOf({ rootKey }: Pick<FeedSetting, "rootKey">): string {
  return FEED_STATES.prefix + rootKey;
}

/** As storage holds it: the feed as JSON, which a browser copies in one step. */
type StoredFeedState = Omit<FeedState, "feed"> & { feed: string | null };

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
  return stateIn(await readStates([keyOf(setting)]), setting);
}

/** Stores the state; in session storage where the disk is full, so that nothing older is accepted at least until the browser ends. */
export async function saveFeedState(setting: Pick<FeedSetting, "rootKey">, state: FeedState): Promise<void> {
  const key = keyOf(setting);
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
  const given = new Map(feeds.filter(({ from }) => from !== "person").map((setting) => [keyOf(setting), setting]));
  const keys = [await readArea("local"), await readArea("session")].flatMap(Object.keys);
  for (const key of new Set(keys.filter((name) => name.startsWith(FEED_STATES.prefix)))) {
    const setting = given.get(key);
    const { root } = setting === undefined ? { root: null } : await loadFeedState(setting);
    const rest = setting === undefined || root === null ? undefined : { ...firstState(setting), root };
    await changeArea("session", { [key]: undefined });
    await changeArea("local", { [key]: rest });
  }
}

async function readStates(keys: string[]): Promise<Stored> {
  const [kept, unsaved] = await Promise.all([readArea("local", keys), readArea("session", keys)]);
  return Object.fromEntries(keys.map((key) => [key, unsaved[key] ?? kept[key]]));
}

/** A feed that is followed, with what is kept of it. */
export type KeptFeed = { setting: FollowedFeed; state: FeedState };

export async function keptFeeds(settings: FeedSettings): Promise<KeptFeed[]> {
  return statesIn(settings, await readStates(settings.feeds.map(keyOf)));
}

function statesIn(settings: FeedSettings, kept: Stored): KeptFeed[] {
  return settings.feeds.map((setting) => ({ setting, state: stateIn(kept, setting) }));
}

function stateIn(kept: Stored, setting: Pick<FeedSetting, "rootKey">): FeedState {
  const stored = kept[keyOf(setting)] as StoredFeedState | undefined;
  if (stored === undefined) return firstState(setting);
  return { ...stored, feed: stored.feed === null ? null : (JSON.parse(stored.feed) as Feed) };
}

/**
 * The status of all feeds, for people: of the main one, and of the others with the names of their first mirrors.
 * @param session all of session storage, which a page reads anyway
 */
export async function feedStatuses(
  now: number,
  session: Promise<Stored>,
): Promise<{ main: FeedStatus; others: { name: string; status: FeedStatus }[] }> {
  const [{ settings, storage }, unsaved] = await Promise.all([feedSettingsAndStorage(), session]);
  const [main, ...others] = statesIn(settings, { ...storage, ...unsaved });
  return {
    main: main === undefined ? { state: "not-set" } : feedStatus(main.state, now),
    others: others.map(({ setting, state }) => ({ name: feedName(setting), status: feedStatus(state, now) })),
  };
}

/** The name of a feed for people: the host of its first mirror. */
export function feedName({ mirrors }: Pick<FeedSetting, "mirrors">): string {
  const [first = ""] = mirrors;
  return URL.canParse(first) ? new URL(first).host : first;
}

/** The status of a feed, for people. @param now milliseconds of the epoch */
export function feedStatus(state: FeedState, now: number): FeedStatus {
  const { feed, checked, trouble, forked } = state;
  if (feed === null || checked === null) {
    if (trouble?.kind === "refused")
      return { state: "refused", issued: null, checked: checked ?? new Date(now).toISOString(), reason: trouble.reason };
    return { state: "never", reason: trouble?.reason ?? null };
  }
  const { issued } = feed;
  if (trouble?.kind === "refused") return { state: "refused", issued, checked, reason: trouble.reason };
  if (!isFeedFresh(feed, now)) return { state: "stale", issued, checked, reason: trouble?.reason ?? null };
  if (forked !== null) return { state: "forked", issued, checked, reason: forked };
  if (trouble?.kind === "frozen") return { state: "frozen", issued, checked, reason: trouble.reason };
  return { state: "fresh", issued, checked };
}
