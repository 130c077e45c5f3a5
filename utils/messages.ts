/**
 * Commands from the pages to the background. State never travels this way: it goes through storage, and the pages watch it.
 * One typed map, one handler object.
 */
export type Commands = {
  /** Fetch the feed now, whatever its age. */
  refreshFeed: { input: undefined; output: { ok: boolean; reason: string | null } };
  /** Run the reachability check now; null where no feed, and so no mirror to ask, is set. */
  checkReachability: { input: undefined; output: { result: "reached" | "captive" | "unreachable" } | null };
  /** Reload the tabs whose last load failed and whose site works again. Only ever by a person's click. */
  reloadTabs: { input: { tabIds: number[] }; output: undefined };
};
