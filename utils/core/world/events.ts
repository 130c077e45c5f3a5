import type { Feed } from "../feed/feed.ts";

/** What the browser tells, one thing at a time. `at` is an instant in milliseconds of the epoch. */
export type WorldEvent =
  | {
      /** A request ended with an HTTP response (`webRequest.onCompleted`). */
      event: "completed";
      at: number;
      tabId: number;
      url: string;
      /** The browser's resource type: `main_frame`, `sub_frame`, `xmlhttprequest`, … */
      type: string;
      status: number;
      ip?: string | undefined;
      fromCache?: boolean | undefined;
      /** The browser says that a proxy answered: `ip` is then the proxy's. */
      proxied?: boolean | undefined;
      /** The provider that the headers of this answer betray. */
      front?: string | undefined;
      initiator?: string | undefined;
      documentId?: string | undefined;
      ms?: number | undefined;
    }
  | {
      /** A request ended with no response (`webRequest.onErrorOccurred`). */
      event: "error";
      at: number;
      tabId: number;
      url: string;
      type: string;
      error: string;
      ip?: string | undefined;
      proxied?: boolean | undefined;
      initiator?: string | undefined;
      documentId?: string | undefined;
      /** How long it took, milliseconds. */
      ms?: number | undefined;
    }
  /** `webNavigation.onErrorOccurred` of a main frame. `ms` where the start of the load is known. */
  | { event: "navigation-error"; at: number; tabId: number; url: string; error: string; ms?: number | undefined }
  /** `webNavigation.onCompleted` of a main frame: something was shown, whatever its status. */
  | { event: "navigation-completed"; at: number; tabId: number; url: string }
  | { event: "online"; at: number }
  | { event: "offline"; at: number }
  /** What the reachability check found. `skew`: local clock minus the mirror's, milliseconds. */
  | { event: "connectivity"; at: number; result: "reached" | "captive" | "unreachable"; skew?: number | undefined }
  /**
   * A feed document arrived and its signature held. `instead`: it is put together from several, or of another feed than the last,
   * so that its sequence does not compare; each has been held to its own before.
   */
  | { event: "feed"; at: number; feed: Feed; instead?: boolean | undefined }
  | { event: "feed-failed"; at: number; mirror: string; error: string }
  | { event: "tab-closed"; at: number; tabId: number }
  /** An address table was loaded or replaced: what addresses said nothing before may be told now. */
  | { event: "ranges"; at: number }
  /** The person gave or took back access to all sites. */
  | { event: "access"; at: number; mode: "full" | "basic" };

export type CompletedEvent = Extract<WorldEvent, { event: "completed" }>;
export type ErrorEvent = Extract<WorldEvent, { event: "error" }>;
export type NavigationErrorEvent = Extract<WorldEvent, { event: "navigation-error" }>;
export type NavigationCompletedEvent = Extract<WorldEvent, { event: "navigation-completed" }>;
