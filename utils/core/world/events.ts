import type { ElsewhereView } from "../feed/elsewhere-view.ts";
import type { Feed } from "../feed/feed.ts";
import type { FeedCopy } from "../feed/join.ts";
import type { CheckResult } from "../net/check-result.ts";
import type { Origin } from "../net/origin.ts";
import type { Network } from "../net/your-network.ts";
import type { AnswerWriter } from "../providers/answer-writer.ts";

/** The facts of a request that both of its ends report. */
type RequestFacts = {
  at: number;
  /** -1 for a request that belongs to no tab. */
  tabId: number;
  /** Where the request went. */
  target: Origin;
  /** The browser's resource type: `main_frame`, `sub_frame`, `xmlhttprequest`, … */
  type: string;
  /** The address that answered. */
  ip?: string | undefined;
  /** The browser says that a proxy answered: `ip` is then the proxy's. */
  proxied?: boolean | undefined;
  /** The page or extension that made the request: `initiator` in Chromium, `originUrl` in Firefox. */
  initiator?: Origin | undefined;
  /**
   * A page load that the browser made on its own account. Chromium reports prefetch and prerender as main-frame requests of the
   * visible tab; they differ only by the id of the document that asked (tried on Chromium 156).
   */
  speculative?: boolean | undefined;
  /** How long the request took, milliseconds. */
  ms?: number | undefined;
};

/**
 * What the browser reports, one fact an event. `at` is an instant in milliseconds of the epoch. URLs are cut to
 * origins before an event is made: no path, query or fragment of a page comes this far.
 */
export type WorldEvent =
  /** A request ended with an HTTP response (`webRequest.onCompleted`). */
  | (RequestFacts & {
      event: "completed";
      status: number;
      fromCache?: boolean | undefined;
      /** The provider that the headers of this answer identify. */
      front?: string | undefined;
      /** Who wrote a failed answer, or a challenge, by its headers. */
      wrote?: AnswerWriter | undefined;
    })
  /** A request ended with no response (`webRequest.onErrorOccurred`). */
  | (RequestFacts & { event: "error"; error: string })
  /** `webNavigation.onErrorOccurred` of a main frame. `ms` where the start of the load is known. */
  | { event: "navigation-error"; at: number; tabId: number; target: Origin; error: string; ms?: number | undefined }
  /** `webNavigation.onBeforeNavigate` of a main frame: a load has begun. */
  | { event: "navigation-started"; at: number; tabId: number; target: Origin }
  /** `webNavigation.onCommitted` of a main frame: an answer has begun to come. Also of a host that led the load on to another site. */
  | { event: "navigation-committed"; at: number; tabId: number; target: Origin }
  /** `webNavigation.onCompleted` of a main frame: something was shown, whatever its status. */
  | { event: "navigation-completed"; at: number; tabId: number; target: Origin }
  | { event: "online"; at: number }
  | { event: "offline"; at: number }
  /** What the reachability check found. `skew`: local clock minus the mirror's, milliseconds. */
  | {
      event: "connectivity";
      at: number;
      result: CheckResult;
      skew?: number | undefined;
      network?: Network | undefined;
    }
  /** What vantages of the feed measured when the person asked them about a host. */
  | { event: "elsewhere"; at: number; host: string; views: ElsewhereView[] }
  /** A feed arrived and its signature held, as recorded traces tell it. `local`: as of the feeds below. */
  | { event: "feed"; at: number; feed: Feed; local?: boolean | undefined }
  /**
   * The copies of all feeds that this browser has now, the main one first. The client compared each with its own last copy before.
   * `checked`: when a mirror last had a good copy of the main one; 0 for never. `local`: a mirror on this device or its own network may
   * have had it, which proves nothing of the internet.
   */
  | { event: "feeds"; at: number; copies: readonly FeedCopy[]; checked: number; local?: boolean | undefined }
  /** The list of what the main feed's vantages ask has come. `names`: ids and hosts. `sha256`: the hash by which the feed names it. */
  | { event: "targets"; at: number; sha256: string; names: readonly string[] }
  | { event: "feed-failed"; at: number; mirror: Origin; error: string }
  /** `by`: the tab whose page opened it; null where the person did. */
  | { event: "tab-opened"; at: number; tabId: number; by: number | null }
  | { event: "tab-closed"; at: number; tabId: number }
  /** An address table was loaded or replaced: it may place addresses that nothing was known of. */
  | { event: "ranges"; at: number }
  /** The person gave or took back access to all sites. */
  | { event: "access"; at: number; mode: "full" | "basic" };

export type CompletedEvent = Extract<WorldEvent, { event: "completed" }>;
export type ErrorEvent = Extract<WorldEvent, { event: "error" }>;
export type NavigationErrorEvent = Extract<WorldEvent, { event: "navigation-error" }>;
export type NavigationStartedEvent = Extract<WorldEvent, { event: "navigation-started" }>;
export type NavigationCommittedEvent = Extract<WorldEvent, { event: "navigation-committed" }>;
export type NavigationCompletedEvent = Extract<WorldEvent, { event: "navigation-completed" }>;
export type FeedEvent = Extract<WorldEvent, { event: "feed" }>;
export type FeedsEvent = Extract<WorldEvent, { event: "feeds" }>;

/** True for an event that says that something went wrong, whether or not it is evidence. */
export function isFailure(event: WorldEvent): boolean {
  return event.event === "error" || event.event === "navigation-error" || (event.event === "completed" && event.status >= 500);
}
