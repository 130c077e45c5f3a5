import { isAnonymousAt } from "../browser/permissions.ts";
import { isFeedFresh } from "../core/feed/freshness.ts";
import { ASK_PATH } from "../core/feed/paths.ts";
import { readReportsAddress } from "../core/reports/reports-address.ts";
import { feedSettings } from "./feed-settings.ts";
import { loadFeedState } from "./feed-state.ts";

/**
 * Where this browser may ask about a host from elsewhere: at the server that takes the main feed's reports, where that has vantages.
 * Null where there is none, where the person or their organisation switched it off, and where the request would name the installation.
 */
export async function elsewhereAddress(): Promise<string | null> {
  const { feeds, askElsewhere } = await feedSettings();
  const [setting] = feeds;
  if (setting === undefined || !askElsewhere) return null;
  const { feed, reports } = await loadFeedState(setting);
  if (reports === null || !isFeedFresh(feed, Date.now()) || feed.views === null || feed.views.from.length === 0) return null;
  const server = readReportsAddress(reports, setting.mirrors);
  if (server === null) return null;
  const address = new URL(ASK_PATH, server).href;
  return (await isAnonymousAt(address)) ? address : null;
}
