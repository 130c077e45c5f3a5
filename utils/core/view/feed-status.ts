/** How current one feed is, for people. Times are ISO. */
export type FeedStatus =
  /** Neither this build nor the settings have a feed. */
  | { state: "not-set" }
  /** A feed is set, and nothing was ever received from it. `reason` is a short English phrase, shown on request. */
  | { state: "never"; reason: string | null }
  | { state: "fresh"; issued: string; checked: string }
  /** The last good copy has expired: shown with its age, no longer evidence. */
  | { state: "stale"; issued: string; checked: string; reason: string | null }
  /** The mirrors answer, and have had nothing newer for longer than a publisher would leave it. Counts until it expires. */
  | { state: "frozen"; issued: string; checked: string; reason: string }
  /** Two mirrors served two histories, both signed: the feed shows different people different things. It still counts. */
  | { state: "forked"; issued: string; checked: string; reason: string }
  /** The newest document was refused (forged, old, oversized, malformed); the last good copy, if any, stays in use. */
  | { state: "refused"; issued: string | null; checked: string; reason: string };
