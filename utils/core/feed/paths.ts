/** The paths of the feed and of the reachability check on a mirror. */
export const FEED_PATH = "/v1/feed";
export const REACHABLE_PATH = "/v1/reachable";
