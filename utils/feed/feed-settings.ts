import { type FeedPolicy, readFeedPolicy } from "../core/feed/organisation-policy.ts";
import { read, readArea, readManaged, valueIn, write } from "../storage/browser-storage.ts";
import {
  ASK_ELSEWHERE,
  ASK_STATUS_PAGES,
  BUILT_IN_FEED_OFF,
  type FeedSetting,
  OWN_FEEDS,
  REPORT_CONSENT,
  type Stored,
} from "../storage/keys.ts";

/** A feed that is followed, and who set it. */
export type FollowedFeed = FeedSetting & { from: "build" | "policy" | "person" };

declare const __FEED_MIRRORS__: string[];
declare const __FEED_ROOT_KEY__: string;

/** The feed that this build was made with; null when it was made without one. */
export function builtInFeed(): FeedSetting | null {
  return __FEED_MIRRORS__.length === 0 || __FEED_ROOT_KEY__ === "" ? null : { mirrors: __FEED_MIRRORS__, rootKey: __FEED_ROOT_KEY__ };
}

/** Adds a feed that the person follows from now on; it replaces one with the same root. */
export async function addOwnFeed({ mirrors, rootKey }: FeedSetting): Promise<void> {
  const own = await read(OWN_FEEDS);
  await write(OWN_FEEDS, [...own.filter((feed) => feed.rootKey !== rootKey), { mirrors, rootKey }]);
}

export async function removeOwnFeed(rootKey: string): Promise<void> {
  // With the feed goes the consent to report to it: who adds it again is asked again.
  const { [rootKey]: _, ...consent } = await read(REPORT_CONSENT);
  await write(REPORT_CONSENT, consent);
  await write(
    OWN_FEEDS,
    (await read(OWN_FEEDS)).filter((feed) => feed.rootKey !== rootKey),
  );
}

/** What is set about feeds, by the build, by an organisation and by the person. */
export type FeedSettings = {
  /** The feeds that are followed, the main one first: it takes the reports, and its mirrors answer the reachability check. */
  feeds: FollowedFeed[];
  /** The build has a feed that the person has turned off. */
  builtInOff: boolean;
  askStatusPages: boolean;
  /** The organisation has decided about `askStatusPages`. */
  askIsSet: boolean;
  /** The person may ask the feed's server about a host. */
  askElsewhere: boolean;
  /** The organisation has decided about `askElsewhere`. */
  elsewhereIsSet: boolean;
  /** The organisation lets people look for the status page of a failing site. */
  lookForStatusPages: boolean;
};

export async function feedSettings(): Promise<FeedSettings> {
  const keys = [OWN_FEEDS, BUILT_IN_FEED_OFF, ASK_STATUS_PAGES, ASK_ELSEWHERE].map(({ key }) => key);
  const [kept, policy] = await Promise.all([readArea("local", keys), readPolicy()]);
  return settingsFrom(kept, policy);
}

/** The same with all of local storage, for those who need both at once, as a popup does. */
export async function feedSettingsAndStorage(): Promise<{ settings: FeedSettings; storage: Stored }> {
  const [storage, policy] = await Promise.all([readArea("local"), readPolicy()]);
  return { settings: settingsFrom(storage, policy), storage };
}

function settingsFrom(kept: Stored, policy: FeedPolicy): FeedSettings {
  const builtIn = policy.onlyThese ? null : builtInFeed();
  const builtInOff = builtIn !== null && valueIn(kept, BUILT_IN_FEED_OFF);
  const feeds: FollowedFeed[] = [
    ...(builtIn === null || builtInOff ? [] : [{ ...builtIn, from: "build" as const }]),
    ...policy.feeds.map((feed) => ({ ...feed, from: "policy" as const })),
    ...valueIn(kept, OWN_FEEDS).map((feed) => ({ ...feed, from: "person" as const })),
  ];
  return {
    feeds: feeds.filter(({ rootKey }, index) => feeds.findIndex((feed) => feed.rootKey === rootKey) === index),
    builtInOff,
    askStatusPages: policy.askStatusPages ?? valueIn(kept, ASK_STATUS_PAGES),
    askIsSet: policy.askStatusPages !== null,
    askElsewhere: policy.askElsewhere ?? valueIn(kept, ASK_ELSEWHERE),
    elsewhereIsSet: policy.askElsewhere !== null,
    lookForStatusPages: policy.lookForStatusPages,
  };
}

/** The main feed; null where none is set. */
export async function feedSetting(): Promise<FeedSetting | null> {
  return (await feedSettings()).feeds[0] ?? null;
}

async function readPolicy(): Promise<FeedPolicy> {
  try {
    const policy = readFeedPolicy(await readManaged());
    for (const problem of policy.problems) console.warn(`a part of the managed policy is ignored: ${problem}`);
    return policy;
  } catch {
    // Firefox rejects where no organisation has set anything.
    return readFeedPolicy({});
  }
}
