import type { FeedCopy } from "../core/feed/join.ts";
import { directAnswers } from "./direct-answers.ts";
import { feedSettings } from "./feed-settings.ts";
import { type KeptFeed, keptFeeds } from "./feed-state.ts";

/**
 * The copies of all feeds, the main one first, and what status pages answered to this browser.
 * @param now milliseconds of the epoch
 */
export async function feedCopies(now: number): Promise<{ kept: KeptFeed[]; copies: FeedCopy[] }> {
  const [kept, direct] = await Promise.all([feedSettings().then(keptFeeds), directAnswers(now)]);
  const ofFeeds = kept.flatMap(({ setting, state: { feed } }, index): FeedCopy[] => {
    if (feed === null) return [];
    return [index === 0 ? { kind: "main", of: "", feed } : { kind: "added", of: setting.rootKey, feed }];
  });
  const ofPages = direct.map(({ about, feed }): FeedCopy => ({ kind: "direct", of: `direct-${about}`, feed }));
  return { kept, copies: [...ofFeeds, ...ofPages] };
}
