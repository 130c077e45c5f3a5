import type { Verdict } from "../diagnosis/verdict.ts";
import type { Crowd, Incident } from "../feed/feed.ts";
import type { Placement } from "../providers/placement.ts";

/** How the shared feed stands, in the words the popup needs. Times are ISO. */
export type FeedStanding =
  /** No feed is configured in this build or in the options. */
  | { state: "not-set" }
  /** Configured, but nothing was ever received. `reason` is a short English phrase for the curious. */
  | { state: "never"; reason: string | null }
  | { state: "fresh"; issued: string; checked: string }
  /** The last good copy is past its expiry: shown with its age, no longer evidence. */
  | { state: "stale"; issued: string; checked: string; reason: string | null }
  /** The mirrors answer but have had nothing newer for longer than a publisher would leave it. Counts until it expires. */
  | { state: "frozen"; issued: string; checked: string; reason: string }
  /** The newest document was refused (forged, old, oversized, garbage); the last good copy, if any, still stands. */
  | { state: "refused"; issued: string | null; checked: string; reason: string };

/** What the provider itself says about the cloud in question. */
export type OfficialWord =
  | { state: "spoken"; provider: string; url: string; acknowledged: string; title: string; summary: string; updated: string }
  /** The page was read at `checked` and says nothing: that is news too. */
  | { state: "silent"; provider: string; checked: string }
  | { state: "unreadable"; provider: string; checked: string | null };

/** Everything the popup shows about one tab (or about the toolbar as a whole), ready to be drawn. Plain data. */
export type Situation = {
  /** Milliseconds of the epoch at which this was put together. */
  now: number;
  verdict: Verdict;
  /** The host the tab shows or last tried to; null for an empty tab or a page that is never judged. */
  host: string | null;
  /** This browser has asked the site for something lately; without that, clear only means that nothing is known. */
  seen: boolean;
  /** The name people know the site by, from the catalogue; null where it is not in there. */
  service: { id: string; name: string; nameArabic: string | null } | null;
  /** What the site's hosts stand on, failing ones first. */
  standsOn: { host: string; placement: Placement; failing: boolean }[];
  /** Distinct other sites that answered within the last minute: the proof behind the ticks of the path. */
  answeredLately: number;
  /** The incident the verdict rests on, or that touches this site's cloud. */
  incident: Incident | null;
  official: OfficialWord | null;
  crowd: (Crowd & { about: string; first: string | null }) | null;
  feed: FeedStanding;
  /** How the other feeds that are followed stand, by name. */
  otherFeeds?: { name: string; standing: FeedStanding }[];
  access: "full" | "basic";
  /** Tabs whose last load failed and whose site works again. */
  recoveredTabs: number[];
};
