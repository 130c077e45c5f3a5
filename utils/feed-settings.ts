import { browser } from "#imports";

/** Where feeds come from: mirrors (base addresses without a trailing slash) and the key that signs for all of them. */
export type FeedSetting = { mirrors: string[]; rootKey: string };

declare const __FEED_MIRRORS__: string;
declare const __FEED_ROOT_KEY__: string;

function splitMirrors(text: string): string[] {
  return text
    .split(",")
    .map((mirror) => mirror.trim().replace(/\/+$/, ""))
    .filter((mirror) => mirror !== "");
}

/** The feed that this build was made with; null when it was made without one. */
export function builtInFeed(): FeedSetting | null {
  const mirrors = splitMirrors(__FEED_MIRRORS__);
  return mirrors.length === 0 || __FEED_ROOT_KEY__ === "" ? null : { mirrors, rootKey: __FEED_ROOT_KEY__ };
}

const KEY = "feedSetting";

/** The feed that the person has set; null where it is the build's that counts. */
export async function ownFeed(): Promise<FeedSetting | null> {
  return ((await browser.storage.local.get(KEY))[KEY] as FeedSetting | undefined) ?? null;
}

/** Takes a person's own feed into use; null goes back to the build's. */
export async function setOwnFeed(setting: FeedSetting | null): Promise<void> {
  if (setting === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: setting });
}

/** The feed in force: the person's own where there is one, else the build's. */
export async function feedSetting(): Promise<FeedSetting | null> {
  return (await ownFeed()) ?? builtInFeed();
}
