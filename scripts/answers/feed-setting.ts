import { HEAD_PATH } from "../../utils/core/feed/paths.ts";
import { type Root, readRootText } from "../../utils/core/feed/root-text.ts";
import { withoutEndSlashes } from "../../utils/core/net/end-slashes.ts";
import { type FeedBuildSettings, readFeedSettings } from "../build/feed-settings.ts";
import { UsageError } from "../support/flags.ts";

/** Which feed is read: where it is, and the root of trust that its signatures must lead to. */
export type FeedSetting = { mirrors: readonly string[]; root: Root };

/**
 * The feed that the flags name, else the environment (`FEED_MIRRORS`, `FEED_ROOT_KEY`), else the build.
 * @returns null where none of them names one
 * @throws UsageError where what is named is no feed
 */
export function readFeedSetting(
  flags: { feed: readonly string[]; key: string | undefined },
  environment: NodeJS.ProcessEnv,
  built: FeedBuildSettings,
): FeedSetting | null {
  const { feed, key } = flags;
  if (feed.length > 0 || key !== undefined) {
    if (feed.length === 0) throw new UsageError("--key belongs to a feed: give --feed URL too");
    if (key === undefined) throw new UsageError("--feed needs its root key, which proves that the feed is genuine: give --key KEY too");
    return settingOf(byFlags(feed), key, "--key");
  }
  const named = fromEnvironment(environment);
  const { mirrors, rootKey } = named.mirrors.length > 0 ? named : built;
  return mirrors.length === 0 ? null : settingOf(mirrors, rootKey, "FEED_ROOT_KEY");
}

function fromEnvironment(environment: NodeJS.ProcessEnv): FeedBuildSettings {
  try {
    return readFeedSettings(environment);
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem));
  }
}

function byFlags(feed: readonly string[]): string[] {
  return feed.map((address) => {
    const { protocol, username, password, search, hash } = URL.canParse(address) ? new URL(address) : { protocol: "" };
    if ((protocol !== "https:" && protocol !== "http:") || username || password || search || hash)
      throw new UsageError(`--feed ${address}: a base address such as https://feed.example.org is expected`);
    // People copy the address of the head itself.
    const base = withoutEndSlashes(address);
    return base.endsWith(HEAD_PATH) ? base.slice(0, -HEAD_PATH.length) : base;
  });
}

function settingOf(mirrors: readonly string[], key: string, name: string): FeedSetting {
  const root = readRootText(key);
  if (root === null)
    throw new UsageError(`${name}: a root key is written KEY, KEY,KEY or NUMBER/THRESHOLD:KEY,KEY, each KEY 43 characters`);
  return { mirrors, root };
}
