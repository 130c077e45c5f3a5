import { readRootText } from "../../utils/core/feed/root-text.ts";
import { withoutEndSlashes } from "../../utils/core/net/end-slashes.ts";

/** Where a build looks for its feed, fixed when it is made: `FEED_MIRRORS` and `FEED_ROOT_KEY`. */
export type FeedBuildSettings = { mirrors: string[]; rootKey: string };

/**
 * Reads the settings of the feed from the environment. Both are empty in a build without a feed.
 * @throws with a readable message where an address or the root is wrong: the extension could only refuse everything
 */
export function readFeedSettings({ FEED_MIRRORS = "", FEED_ROOT_KEY = "" }: NodeJS.ProcessEnv): FeedBuildSettings {
  const mirrors = FEED_MIRRORS.split(",")
    .map((mirror) => withoutEndSlashes(mirror.trim()))
    .filter((mirror) => mirror !== "");
  for (const mirror of mirrors)
    if (!/^https?:\/\//.test(mirror) || !URL.canParse(mirror)) throw new Error(`FEED_MIRRORS: "${mirror}" is not an address`);
  if (FEED_ROOT_KEY !== "" && readRootText(FEED_ROOT_KEY) === null)
    throw new Error("FEED_ROOT_KEY: a root is written KEY, KEY,KEY or NUMBER/THRESHOLD:KEY,KEY (server/README.md)");
  return { mirrors, rootKey: FEED_ROOT_KEY };
}
