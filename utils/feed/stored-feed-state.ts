import type { AcceptedHeads } from "../core/feed/accepted-heads.ts";
import type { Feed } from "../core/feed/feed.ts";
import type { Root } from "../core/feed/root-text.ts";
import { readArea } from "../storage/browser-storage.ts";
import { FEED_STATES, type FeedSetting, type Stored } from "../storage/keys.ts";

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

/** As storage holds it: the feed as JSON, which a browser copies in one step. */
export type StoredFeedState = Omit<FeedState, "feed"> & { feed: string | null };

/** By the root that the setting names: another one begins a new chain, and where an old one comes back its numbers still count. */
export function feedStateKey({ rootKey }: Pick<FeedSetting, "rootKey">): string {
  return FEED_STATES.prefix + rootKey;
}

/** The stored values of these keys; what a full disk did not take lies in session storage and is newer. */
export async function readFeedStates(keys: string[]): Promise<Stored> {
  const [kept, unsaved] = await Promise.all([readArea("local", keys), readArea("session", keys)]);
  return Object.fromEntries(keys.map((key) => [key, unsaved[key] ?? kept[key]]));
}

/** The state of a feed in stored values; null where nothing is kept of it yet. */
export function storedFeedState(kept: Stored, setting: Pick<FeedSetting, "rootKey">): FeedState | null {
  const stored = kept[feedStateKey(setting)] as StoredFeedState | undefined;
  return stored === undefined ? null : { ...stored, feed: stored.feed === null ? null : (JSON.parse(stored.feed) as Feed) };
}
