import { HEAD_PATH } from "../../utils/core/feed/paths.ts";
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
    if (!isBaseAddress(mirror)) throw new Error(`FEED_MIRRORS: "${mirror}" is not a base address such as https://feed.example.org`);
  if (FEED_ROOT_KEY !== "" && readRootText(FEED_ROOT_KEY) === null)
    throw new Error("FEED_ROOT_KEY: a root is written KEY, KEY,KEY or NUMBER/THRESHOLD:KEY,KEY (server/README.md)");
  if ((mirrors.length === 0) !== (FEED_ROOT_KEY === ""))
    throw new Error("FEED_MIRRORS and FEED_ROOT_KEY belong together: give both, or neither for a build without a feed");
  return { mirrors, rootKey: FEED_ROOT_KEY };
}

/** Whether paths such as `/v2/head` may be appended to an address. `fetch` refuses one with a name and password. */
function isBaseAddress(text: string): boolean {
  if (!/^https?:\/\/[^?#]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password, pathname } = new URL(text);
  return username === "" && password === "" && !pathname.endsWith(HEAD_PATH);
}
