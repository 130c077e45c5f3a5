import { REACHABLE_PATH } from "../core/feed/paths.ts";
import { feedSetting } from "./feed-settings.ts";

/**
 * The address at which a captive portal shows its sign-in page: the reachability check of a mirror, over plain http.
 * @returns null where no feed is set: no third party is asked instead
 */
export async function portalAddress(): Promise<string | null> {
  const mirror = (await feedSetting())?.mirrors[0];
  return mirror === undefined ? null : `${mirror.replace(/^https:/, "http:")}${REACHABLE_PATH}`;
}
