import { browser } from "#imports";
import type { Feed } from "../core/feed/feed.ts";
import type { FeedStatus } from "../core/view/feed-status.ts";
import { type FeedInForce, type FeedSetting, type FeedSettings, feedSettingsAndStorage } from "./feed-settings.ts";

/** What is kept of a feed between sessions: the last good copy, and how the last attempts went. Times are ISO. */
export type FeedState = {
  feed: Feed | null;
  /** Highest sequence ever accepted; a client never goes back. */
  sequence: number;
  /** When a mirror last answered with something that held, changed or not. */
  checked: string | null;
  /** ETag by mirror. */
  etags: { [mirror: string]: string };
  /** Why the last attempt brought nothing; null when it did. `frozen`: the mirrors answer, and have nothing newer for too long. */
  trouble: { kind: "unreachable" | "refused" | "frozen"; reason: string } | null;
};

/** By root key: another key starts anew, and an old one that comes back still cannot go back. */
const PREFIX = "feedState/";

export function isFeedState(storageKey: string): boolean {
  return storageKey.startsWith(PREFIX);
}

/** As it lies in storage: the feed as JSON, which a browser copies in one go; a build of before December 2026 left it as an object. */
type StoredFeedState = Omit<FeedState, "feed"> & { feed: string | Feed | null };

const EMPTY: FeedState = { feed: null, sequence: 0, checked: null, etags: {}, trouble: null };

export async function loadFeedState({ rootKey }: Pick<FeedSetting, "rootKey">): Promise<FeedState> {
  return stateIn(await readKept([PREFIX + rootKey]), rootKey);
}

/** What a full disk does not take counts until the browser ends: a client never goes back. */
export async function saveFeedState({ rootKey }: Pick<FeedSetting, "rootKey">, state: FeedState): Promise<void> {
  const key = PREFIX + rootKey;
  const stored: StoredFeedState = { ...state, feed: state.feed === null ? null : JSON.stringify(state.feed) };
  try {
    await browser.storage.local.set({ [key]: stored });
    await browser.storage.session.remove(key);
  } catch (problem) {
    console.warn("the outage feed cannot be kept beyond this session:", problem);
    await browser.storage.session.set({ [key]: stored });
  }
}

async function readKept(keys: string[]): Promise<{ [key: string]: unknown }> {
  const [kept, unsaved] = await Promise.all([browser.storage.local.get(keys), browser.storage.session.get(keys)]);
  return Object.fromEntries(keys.map((key) => [key, unsaved[key] ?? kept[key]]));
}

/** A feed in force with what is kept of it. */
export type KeptFeed = { setting: FeedInForce; state: FeedState };

export async function keptFeeds(settings: FeedSettings): Promise<KeptFeed[]> {
  return statesIn(settings, await readKept(settings.feeds.map(({ rootKey }) => PREFIX + rootKey)));
}

function statesIn(settings: FeedSettings, kept: { [key: string]: unknown }): KeptFeed[] {
  return settings.feeds.map((setting) => ({ setting, state: stateIn(kept, setting.rootKey) }));
}

function stateIn(kept: { [key: string]: unknown }, rootKey: string): FeedState {
  const stored = kept[PREFIX + rootKey] as StoredFeedState | undefined;
  if (stored === undefined) return EMPTY;
  return { ...stored, feed: typeof stored.feed === "string" ? (JSON.parse(stored.feed) as Feed) : stored.feed };
}

/**
 * How all feeds in force stand, for people: the main one, and the others by the name of their first mirror.
 * @param session all of session storage, which who draws a page reads anyway
 */
export async function feedStatuses(
  now: number,
  session: Promise<{ [key: string]: unknown }>,
): Promise<{ main: FeedStatus; others: { name: string; status: FeedStatus }[] }> {
  const [{ settings, storage }, unsaved] = await Promise.all([feedSettingsAndStorage(), session]);
  const [main, ...others] = statesIn(settings, { ...storage, ...unsaved });
  return {
    main: main === undefined ? { state: "not-set" } : feedStatus(main.state, now),
    others: others.map(({ setting, state }) => ({ name: feedName(setting), status: feedStatus(state, now) })),
  };
}

/** What people know a feed by. */
export function feedName({ mirrors }: Pick<FeedSetting, "mirrors">): string {
  const [first = ""] = mirrors;
  return URL.canParse(first) ? new URL(first).host : first;
}

/** Says how a feed stands, for people. */
export function feedStatus(state: FeedState, now: number): FeedStatus {
  const { feed, checked, trouble } = state;
  if (feed === null || checked === null) {
    if (trouble?.kind === "refused")
      return { state: "refused", issued: null, checked: checked ?? new Date(now).toISOString(), reason: trouble.reason };
    return { state: "never", reason: trouble?.reason ?? null };
  }
  const { issued, expires } = feed;
  if (trouble?.kind === "refused") return { state: "refused", issued, checked, reason: trouble.reason };
  if (Date.parse(expires) <= now) return { state: "stale", issued, checked, reason: trouble?.reason ?? null };
  if (trouble?.kind === "frozen") return { state: "frozen", issued, checked, reason: trouble.reason };
  return { state: "fresh", issued, checked };
}
