import { browser } from "#imports";
import type { Feed } from "./core/feed.ts";
import type { FeedStanding } from "./core/situation.ts";
import type { FeedSetting } from "./feed-settings.ts";

/** What is kept of the feed between sessions: the last good copy, and how the last attempts went. Times are ISO. */
export type FeedState = {
  feed: Feed | null;
  /** Highest sequence ever accepted; a client never goes back. */
  sequence: number;
  /** When a mirror last answered with something that held, changed or not. */
  checked: string | null;
  /** ETag by mirror. */
  etags: { [mirror: string]: string };
  /** Why the last attempt brought nothing; null when it did. */
  trouble: { kind: "unreachable" | "refused"; reason: string } | null;
  /** The root key that this state belongs to: another key starts anew. */
  rootKey: string;
};

const KEY = "feedState";

export function emptyFeedState(rootKey: string): FeedState {
  return { feed: null, sequence: 0, checked: null, etags: {}, trouble: null, rootKey };
}

export async function loadFeedState(setting: FeedSetting): Promise<FeedState> {
  return feedStateUnder(setting, await keptFeedState());
}

/** What is kept, whichever feed it belongs to. */
export async function keptFeedState(): Promise<FeedState | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as FeedState | undefined;
}

/** What is kept where it belongs to the feed in force; a new beginning where it does not. */
export function feedStateUnder(setting: FeedSetting, kept: FeedState | undefined): FeedState {
  return kept !== undefined && kept.rootKey === setting.rootKey ? kept : emptyFeedState(setting.rootKey);
}

export async function saveFeedState(state: FeedState): Promise<void> {
  await browser.storage.local.set({ [KEY]: state });
}

/** Says how the feed stands, for people. */
export function feedStanding(setting: FeedSetting | null, state: FeedState | null, now: number): FeedStanding {
  if (setting === null) return { state: "not-set" };
  if (state === null || state.feed === null || state.checked === null) {
    if (state?.trouble?.kind === "refused")
      return { state: "refused", issued: null, checked: state.checked ?? new Date(now).toISOString(), reason: state.trouble.reason };
    return { state: "never", reason: state?.trouble?.reason ?? null };
  }
  const { issued, expires } = state.feed;
  if (state.trouble?.kind === "refused") return { state: "refused", issued, checked: state.checked, reason: state.trouble.reason };
  if (Date.parse(expires) <= now) return { state: "stale", issued, checked: state.checked, reason: state.trouble?.reason ?? null };
  return { state: "fresh", issued, checked: state.checked };
}
