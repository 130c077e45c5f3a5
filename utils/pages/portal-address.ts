import { REACHABLE_PATH } from "../core/feed/paths.ts";
import { feedSetting } from "../feed/feed-settings.ts";

/**
 * Where a network that wants a sign-in shows its page when asked: a mirror's own check, over plain http.
 * @returns null where no feed is set: no third party is asked instead
 */
export async function portalAddress(): Promise<string | null> {
  const mirror = (await feedSetting())?.mirrors[0];
  return mirror === undefined ? null : `${mirror.replace(/^https:/, "http:")}${REACHABLE_PATH}`;
}
