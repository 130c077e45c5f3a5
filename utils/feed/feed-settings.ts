import { browser } from "#imports";
import { type FeedPolicy, readFeedPolicy } from "../core/feed/policy.ts";

/** Where feeds come from: mirrors (base addresses without a trailing slash) and the key that signs for all of them. */
export type FeedSetting = { mirrors: string[]; rootKey: string };

/** A feed in force, and who set it. */
export type FeedInForce = FeedSetting & { from: "build" | "policy" | "person" };

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

const OWN = "ownFeeds";
const BUILT_IN_OFF = "builtInFeedOff";
const ASK = "askStatusPages";

/** What is kept in local storage of feeds, as far as settings go. */
type Kept = { [OWN]?: FeedSetting[]; [BUILT_IN_OFF]?: boolean; [ASK]?: boolean };

async function keptSettings(): Promise<Kept> {
  return await browser.storage.local.get([OWN, BUILT_IN_OFF, ASK]);
}

/** Adds a feed that the person follows from now on; one with the same key takes the place of the old. */
export async function addOwnFeed({ mirrors, rootKey }: FeedSetting): Promise<void> {
  const own = (await keptSettings())[OWN] ?? [];
  await browser.storage.local.set({ [OWN]: [...own.filter((feed) => feed.rootKey !== rootKey), { mirrors, rootKey }] });
}

export async function removeOwnFeed(rootKey: string): Promise<void> {
  const own = (await keptSettings())[OWN] ?? [];
  await browser.storage.local.set({ [OWN]: own.filter((feed) => feed.rootKey !== rootKey) });
}

/** Whether the feed of the build is followed. */
export async function useBuiltInFeed(used: boolean): Promise<void> {
  await browser.storage.local.set({ [BUILT_IN_OFF]: !used });
}

/** Whether status pages are asked without a click where no feed answers. */
export async function setAskStatusPages(asked: boolean): Promise<void> {
  await browser.storage.local.set({ [ASK]: asked });
}

/** Calls back when the organisation's word arrives or changes; Chromium reads it some time after the browser's start. */
export function onPolicyChange(tell: () => void): void {
  // Not `storage.onChanged`: the background would be told of each of its own writes to the session, old and new value in full.
  browser.storage.managed.onChanged?.addListener(tell);
}

/** What is set about feeds, by the build, by an organisation and by the person. */
export type FeedSettings = {
  /** In force, the main one first: it hears the reports, and its mirrors answer the reachability check. */
  feeds: FeedInForce[];
  /** The build has a feed that the person does not use. */
  builtInOff: boolean;
  askStatusPages: boolean;
  /** The organisation has decided about `askStatusPages`. */
  askIsSet: boolean;
};

export async function feedSettings(): Promise<FeedSettings> {
  const [kept, policy] = await Promise.all([keptSettings(), readPolicy()]);
  return settingsFrom(kept, policy);
}

/** The same, and all of local storage with it: for those who need both at once, as a popup does. */
export async function feedSettingsAndStorage(): Promise<{ settings: FeedSettings; storage: { [key: string]: unknown } }> {
  const [storage, policy] = await Promise.all([browser.storage.local.get(null), readPolicy()]);
  return { settings: settingsFrom(storage, policy), storage };
}

function settingsFrom(kept: Kept, policy: FeedPolicy): FeedSettings {
  const builtIn = policy.onlyThese ? null : builtInFeed();
  const builtInOff = builtIn !== null && kept[BUILT_IN_OFF] === true;
  const feeds: FeedInForce[] = [
    ...(builtIn === null || builtInOff ? [] : [{ ...builtIn, from: "build" as const }]),
    ...policy.feeds.map((feed) => ({ ...feed, from: "policy" as const })),
    ...(kept[OWN] ?? []).map((feed) => ({ ...feed, from: "person" as const })),
  ];
  return {
    feeds: feeds.filter(({ rootKey }, index) => feeds.findIndex((feed) => feed.rootKey === rootKey) === index),
    builtInOff,
    askStatusPages: policy.askStatusPages ?? kept[ASK] === true,
    askIsSet: policy.askStatusPages !== null,
  };
}

/** The main feed in force; null where none is set. */
export async function feedSetting(): Promise<FeedSetting | null> {
  return (await feedSettings()).feeds[0] ?? null;
}

async function readPolicy(): Promise<FeedPolicy> {
  try {
    const policy = readFeedPolicy(await browser.storage.managed.get(null));
    for (const problem of policy.problems) console.warn(`the managed policy is not followed in one point: ${problem}`);
    return policy;
  } catch {
    // Firefox throws where no organisation has set anything.
    return readFeedPolicy({});
  }
}
