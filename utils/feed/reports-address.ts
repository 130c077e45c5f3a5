import { readReportsAddress } from "../core/reports/reports-address.ts";
import type { FeedSetting } from "../storage/keys.ts";
import { loadFeedState } from "./feed-state.ts";

/** The one address that takes the reports of a feed, as its last good copy names it; null where it takes none. */
export async function reportsAddress(setting: FeedSetting): Promise<string | null> {
  const named = (await loadFeedState(setting)).reports;
  return named === null ? null : readReportsAddress(named, setting.mirrors);
}
