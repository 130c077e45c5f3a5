/** Where a mirror keeps the feed, and where it answers the reachability check. */
export const FEED_PATH = "/v1/feed";
export const REACHABLE_PATH = "/v1/reachable";
