import type { BrowserFamily } from "../net/classify-error.ts";
import type { World } from "./world.ts";

/** An empty world at the start of a session. */
export function emptyWorld(browser: BrowserFamily, mode: "full" | "basic"): World {
  return {
    version: 1,
    browser,
    mode,
    online: true,
    networkChangedAt: 0,
    connectivity: null,
    network: null,
    elsewhere: [],
    unreachableAt: 0,
    proxiedAt: 0,
    intermediaryAt: 0,
    feedFailures: {},
    feeds: [],
    targets: null,
    feedAt: 0,
    checkedAt: 0,
    silentOwners: [],
    answers: [],
    tabs: {},
    sites: {},
    passing: [],
    addresses: [],
  };
}
