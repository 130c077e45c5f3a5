import type { Mute } from "../core/alerts/mutes.ts";
import type { AlertState } from "../core/alerts/outage-alert.ts";
import type { QuietHours } from "../core/alerts/quiet-hours.ts";
import type { ToldRoutes } from "../core/alerts/told-routes.ts";
import type { Watch } from "../core/alerts/watch.ts";
import type { Feed } from "../core/feed/feed.ts";

/*
 * Everything that the extension keeps: where, under which name, for how long, and what erasing does with it. Nothing else in the
 * extension names a key; `kept.ts` lists all of it for `utils/background/erase.ts`, and a test compares it with what a run leaves behind.
 */

/** What a person can have erased: the history, all settings, what is kept of one site, or everything that is about this person. */
export type Erasure = "history" | "settings" | "site" | "everything";

/**
 * Parts of the background that erase what is theirs: they hold a copy in memory, or know how to take one site out of something. Each
 * erases one site, or with null everything.
 */
export type Keeper =
  | "world"
  | "traceLog"
  | "alerts"
  | "watches"
  | "mutes"
  | "history"
  | "learned"
  | "visits"
  | "reports"
  | "feeds"
  | "addressTable";

/**
 * What erasing does with something. `whole`: the erasures that take all of it, by its keeper where there is one, else by removing it.
 * `ofSite`: what "Forget" a site does. `nothing` is only for what names no site that a person uses.
 */
export type Erasing = { whole: readonly Exclude<Erasure, "site">[] } & (
  | { ofSite: "nothing"; keeper?: Keeper }
  | { ofSite: "what is about it"; keeper: Keeper }
);

export type Area = "local" | "session";

/** Keys and their values as they lie in one area. */
export type Stored = { [key: string]: unknown };

/** One value of browser storage. `fallback` is what holds where nothing is kept. */
export type Item<Value> = Erasing & { area: Area; key: string; fallback: Value };

/** Values of browser storage whose keys begin alike. */
export type Family = Erasing & { area: Area; prefix: string };

/** Where a feed comes from: mirrors (base addresses without a trailing slash) and the key that signs for all of them (base64url). */
export type FeedSetting = { mirrors: string[]; rootKey: string };

/** Whether wide outages are announced at once, and when nothing is announced at all. */
export type NotificationSettings = { alerts: boolean; quiet: QuietHours | null };

const NEVER: Erasing = { whole: [], ofSite: "nothing" };
export const WITH_SETTINGS: Erasing = { whole: ["settings", "everything"], ofSite: "nothing" };
/** What is about sites, and goes with everything: most of what is kept. */
export const ABOUT_SITES = { whole: ["everything"], ofSite: "what is about it" } as const;
/** Settings that are about sites. */
export const SETTINGS_ABOUT_SITES = { whole: ["settings", "everything"], ofSite: "what is about it" } as const;

function setting<Value>(key: string, fallback: Value, erasing = WITH_SETTINGS): Item<Value> {
  return { area: "local", key, fallback, ...erasing };
}

/* Settings: until the person changes them. */

/** Days that the history is kept; 0 keeps none. */
export const HISTORY_DAYS = setting<number>("historyDays", 30);
/** Feeds that the person added. */
export const OWN_FEEDS = setting<FeedSetting[]>("ownFeeds", []);
export const BUILT_IN_FEED_OFF = setting<boolean>("builtInFeedOff", false);
/** Whether status pages are asked without a click where no feed answers. */
export const ASK_STATUS_PAGES = setting<boolean>("askStatusPages", false);
/** Whether the popup offers to ask the feed's server about a failing host. It is asked by a press only. */
export const ASK_ELSEWHERE = setting<boolean>("askElsewhere", true);
/** Off at first: notifications are opt-in. */
export const NOTIFICATIONS = setting<NotificationSettings>("notifications", { alerts: false, quiet: null });
/** What the person muted, the newest first. */
export const MUTES = setting<Mute[]>("mutes", [], { ...SETTINGS_ABOUT_SITES, keeper: "mutes" });
/** Whether links have an entry of the extension in their menu. */
export const LINK_MENU = setting<boolean>("linkMenu", false);
/** Consent to reports by feed: its root key, and since when (ISO time). A feed that is missing here has none. */
export const REPORT_CONSENT = setting<{ [rootKey: string]: string }>("reportConsent", {});

/* Results: for a time. */

/** What status pages that this browser asked itself said, by the provider or site that was asked about. 15 minutes. */
export const DIRECT_ANSWERS: Item<{ [about: string]: Feed }> = {
  ...{ area: "local", key: "directAnswers", fallback: {} },
  ...{ ...ABOUT_SITES, keeper: "world" },
};
/** Status pages that were found by a press, by site: the address that answers. Until it no longer does, the last 100. */
export const FOUND_PAGES: Item<{ [site: string]: string }> = {
  ...{ area: "local", key: "foundPages", fallback: {} },
  ...{ ...ABOUT_SITES, keeper: "world" },
};
/** Whether this browser answers the feed about a service, by catalogue id, and when that was drawn (milliseconds of the epoch). A day. */
export const ANSWER_DRAWS: Item<{ [service: string]: { at: number; answers: boolean } }> = {
  ...{ area: "local", key: "answerDraws", fallback: {} },
  ...{ ...SETTINGS_ABOUT_SITES, keeper: "reports" },
};
/** Places that could not be reached from here, and when the badge told it. A day. It names providers, and no site. */
export const ROUTES_TOLD = setting<ToldRoutes>("routesTold", {});
/** Sites and providers that the person waits for. Until they are back, a day at most. */
export const WATCHES: Item<Watch[]> = { area: "local", key: "watches", fallback: [], ...ABOUT_SITES, keeper: "watches" };
/**
 * The last good copy of each feed, by its root. Until the next copy. Of a feed that the person did not add, erasing leaves the newest
 * root: it is the same for everybody, and keeps out who stole the root before it. In session storage lies what a full disk did not take.
 */
export const FEED_STATES: Family = { area: "local", prefix: "feedState/", whole: ["everything"], ofSite: "nothing", keeper: "feeds" };
export const UNSAVED_FEED_STATES: Family = { ...FEED_STATES, area: "session" };

/* Session storage: until the browser ends, and so beyond the death of the background. */

/** The world without its sites, one key a part. */
export const WORLD_PARTS: Family = { area: "session", prefix: "world.", ...ABOUT_SITES, keeper: "world" };
/** The sites of the world, one key a site. About half an hour after the last event of a site. */
export const SITES: Family = { area: "session", prefix: "site.", ...ABOUT_SITES, keeper: "world" };
/** The events of the last minutes, in pieces. Ten minutes. Forgetting one site forgets all of them: they are no more than minutes. */
export const TRACE_PIECES: Family = { area: "session", prefix: "trace.", ...ABOUT_SITES, keeper: "traceLog" };
/** What was announced of the current outage: of a provider, or of the person's network. */
export const ALERTING: Item<AlertState> = {
  area: "session",
  key: "alerting",
  fallback: { state: "calm", lately: {} },
  whole: ["settings", "everything"],
  ofSite: "nothing",
  keeper: "alerts",
};
/** When the whole history was last erased, milliseconds of the epoch. It keeps the world of the last minutes from bringing it back. */
export const HISTORY_ERASED_AT: Item<number> = { area: "session", key: "historyErasedAt", fallback: 0, ...NEVER };
