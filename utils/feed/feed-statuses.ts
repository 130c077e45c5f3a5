import { isFeedFresh } from "../core/feed/freshness.ts";
import type { FeedStatus } from "../core/view/feed-status.ts";
import type { FeedSetting, Stored } from "../storage/keys.ts";
import { feedSettingsAndStorage } from "./feed-settings.ts";
import { type FeedState, storedFeedState } from "./stored-feed-state.ts";

/**
 * The status of all feeds, for people: of the main one, and of the others with the names of their first mirrors.
 * @param session all of session storage, which a page reads anyway
 */
export async function feedStatuses(
  now: number,
  session: Promise<Stored>,
): Promise<{ main: FeedStatus; others: { name: string; status: FeedStatus }[] }> {
  const [{ settings, storage }, unsaved] = await Promise.all([feedSettingsAndStorage(), session]);
  const kept = { ...storage, ...unsaved };
  const [main, ...others] = settings.feeds;
  const statusOf = (setting: FeedSetting) => feedStatus(storedFeedState(kept, setting), now);
  return {
    main: main === undefined ? { state: "not-set" } : statusOf(main),
    others: others.map((setting) => ({ name: feedName(setting), status: statusOf(setting) })),
  };
}

/** The name of a feed for people: the host of its first mirror. */
export function feedName({ mirrors }: Pick<FeedSetting, "mirrors">): string {
  const [first = ""] = mirrors;
  return URL.canParse(first) ? new URL(first).host : first;
}

/** The status of a feed, for people; null: nothing is kept of it yet. @param now milliseconds of the epoch */
export function feedStatus(state: Pick<FeedState, "feed" | "checked" | "trouble" | "forked"> | null, now: number): FeedStatus {
  if (state === null) return { state: "never", reason: null };
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
