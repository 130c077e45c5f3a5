import type { StoreNames } from "idb";
import type { Schema } from "./database.ts";
import {
  ABOUT_SITES,
  ALERTING,
  ANSWER_DRAWS,
  type Area,
  ASK_ELSEWHERE,
  ASK_STATUS_PAGES,
  BUILT_IN_FEED_OFF,
  DIRECT_ANSWERS,
  type Erasing,
  type Family,
  FEED_STATES,
  FOUND_PAGES,
  HISTORY_DAYS,
  HISTORY_ERASED_AT,
  type Item,
  LINK_MENU,
  MUTES,
  NOTIFICATIONS,
  OWN_FEEDS,
  REPORT_CONSENT,
  ROUTES_TOLD,
  SETTINGS_ABOUT_SITES,
  SITES,
  TRACE_PIECES,
  UNSAVED_FEED_STATES,
  WATCHES,
  WITH_SETTINGS,
  WORLD_PARTS,
} from "./keys.ts";

/* Lists of all that the extension keeps, for what walks over it. The names and values are in `keys.ts`. */

/** All of browser storage. */
export const STORED: readonly (Item<unknown> | Family)[] = [
  HISTORY_DAYS,
  OWN_FEEDS,
  BUILT_IN_FEED_OFF,
  ASK_STATUS_PAGES,
  ASK_ELSEWHERE,
  NOTIFICATIONS,
  MUTES,
  LINK_MENU,
  REPORT_CONSENT,
  DIRECT_ANSWERS,
  FOUND_PAGES,
  ANSWER_DRAWS,
  ROUTES_TOLD,
  WATCHES,
  FEED_STATES,
  UNSAVED_FEED_STATES,
  WORLD_PARTS,
  SITES,
  TRACE_PIECES,
  ALERTING,
  HISTORY_ERASED_AT,
];

/** All of the database, one object store a concept. */
export const STORES: { [store in StoreNames<Schema>]: Erasing } = {
  /** Which provider a host is hosted on. 90 days since it was last seen, 4,000 hosts. */
  hosts: { ...ABOUT_SITES, keeper: "learned" },
  /** How often a site was opened, and how fast it usually answers. 90 days since the week of the last visit, the 1,000 sites opened most. */
  visits: { ...ABOUT_SITES, keeper: "visits" },
  /** The history. As many days as the person set, 30 at first. */
  episodes: { whole: ["history", "everything"], ofSite: "what is about it", keeper: "history" },
  /** Reports that wait, about a quarter of an hour; those that were sent, the last 50; and a day those of which that is not known. */
  reports: { ...SETTINGS_ABOUT_SITES, keeper: "reports" },
  /**
   * The address table and the list of targets that the feed last named. Until the next one. Like a body, it could be a mark: who signs a feed could give one person
   * a table of their own, and see later that it is not asked for again.
   */
  documents: { whole: ["everything"], ofSite: "nothing", keeper: "addressTable" },
};

/** What an organisation sets for its people's browsers: read, never written, and not ours to erase. `core/feed/organisation-policy.ts` reads it. */
export const MANAGED: readonly string[] = ["feeds", "onlyTheseFeeds", "askStatusPages", "askElsewhere", "lookForStatusPages"];

/** What erasing does with a key of browser storage. A key that another build left behind goes with the settings. */
export function erasingOf(area: Area, key: string): Erasing {
  const entry = STORED.find((stored) => stored.area === area && ("key" in stored ? stored.key === key : key.startsWith(stored.prefix)));
  return entry ?? WITH_SETTINGS;
}
