import type { Feed } from "../core/feed/feed.ts";
import { isFeedFresh } from "../core/feed/freshness.ts";
import type { FeedStatus } from "../core/view/situation.ts";
import { changeArea, readArea } from "../storage/browser-storage.ts";
import { FEED_STATES, type FeedSetting, type Stored } from "../storage/keys.ts";
import { type FeedInForce, type FeedSettings, feedSettingsAndStorage } from "./feed-settings.ts";

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
function keyOf({ rootKey }: Pick<FeedSetting, "rootKey">): string {
  return FEED_STATES.prefix + rootKey;
}

/** As it lies in storage: the feed as JSON, which a browser copies in one go; a build of before December 2026 left it as an object. */
type StoredFeedState = Omit<FeedState, "feed"> & { feed: string | Feed | null };

const EMPTY: FeedState = { feed: null, sequence: 0, checked: null, etags: {}, trouble: null };

export async function loadFeedState(setting: Pick<FeedSetting, "rootKey">): Promise<FeedState> {
  return stateIn(await readStates([keyOf(setting)]), setting);
}

/** What a full disk does not take counts until the browser ends: a client never goes back. */
export async function saveFeedState(setting: Pick<FeedSetting, "rootKey">, state: FeedState): Promise<void> {
  const key = keyOf(setting);
  const stored: StoredFeedState = { ...state, feed: state.feed === null ? null : JSON.stringify(state.feed) };
  try {
    await changeArea("local", { [key]: stored });
    await changeArea("session", { [key]: undefined });
  } catch (problem) {
    console.warn("the outage feed cannot be kept beyond this session:", problem);
    await changeArea("session", { [key]: stored });
  }
}

async function readStates(keys: string[]): Promise<Stored> {
  const [kept, unsaved] = await Promise.all([readArea("local", keys), readArea("session", keys)]);
  return Object.fromEntries(keys.map((key) => [key, unsaved[key] ?? kept[key]]));
}

/** A feed in force with what is kept of it. */
export type KeptFeed = { setting: FeedInForce; state: FeedState };

export async function keptFeeds(settings: FeedSettings): Promise<KeptFeed[]> {
  return statesIn(settings, await readStates(settings.feeds.map(keyOf)));
}

function statesIn(settings: FeedSettings, kept: Stored): KeptFeed[] {
  return settings.feeds.map((setting) => ({ setting, state: stateIn(kept, setting) }));
}

function stateIn(kept: Stored, setting: Pick<FeedSetting, "rootKey">): FeedState {
  const stored = kept[keyOf(setting)] as StoredFeedState | undefined;
  if (stored === undefined) return EMPTY;
  return { ...stored, feed: typeof stored.feed === "string" ? (JSON.parse(stored.feed) as Feed) : stored.feed };
}

/**
 * How all feeds in force stand, for people: the main one, and the others by the name of their first mirror.
 * @param session all of session storage, which who draws a page reads anyway
 */
export async function feedStatuses(
  now: number,
  session: Promise<Stored>,
): Promise<{ main: FeedStatus; others: { name: string; standing: FeedStatus }[] }> {
  const [{ settings, storage }, unsaved] = await Promise.all([feedSettingsAndStorage(), session]);
  const [main, ...others] = statesIn(settings, { ...storage, ...unsaved });
  return {
    main: main === undefined ? { state: "not-set" } : feedStatus(main.state, now),
    others: others.map(({ setting, state }) => ({ name: feedName(setting), standing: feedStatus(state, now) })),
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
  const { issued } = feed;
  if (trouble?.kind === "refused") return { state: "refused", issued, checked, reason: trouble.reason };
  if (!isFeedFresh(feed, now)) return { state: "stale", issued, checked, reason: trouble?.reason ?? null };
  if (trouble?.kind === "frozen") return { state: "frozen", issued, checked, reason: trouble.reason };
  return { state: "fresh", issued, checked };
}
