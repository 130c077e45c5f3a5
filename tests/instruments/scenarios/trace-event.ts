/** The events of a trace as `utils/core/trace/events-schema.ts` reads them, written down again here on purpose: the scenarios must not share a mistake with the core. */
export type Browser = "chromium" | "firefox";
export type Mode = "full" | "basic";

export type RangeEntry = { cidr: string; provider: string; region?: string };
type LearnedEntry = { host: string; provider: string; region?: string | null; seen: string };

export type StartEvent = {
  event: "start";
  trace: 1;
  name: string;
  browser: Browser;
  epoch: string;
  mode?: Mode;
  ranges?: RangeEntry[];
  learned?: LearnedEntry[];
};

type RequestFields = {
  tabId: number;
  url: string;
  type: string;
  ip?: string;
  proxied?: boolean;
  initiator?: string;
  documentId?: string;
  ms?: number;
};

/** Who wrote a failed answer, as its headers tell. */
export type Writer = "edge" | "origin" | "platform" | "challenge";

type CompletedEvent = RequestFields & { event: "completed"; status: number; fromCache?: boolean; wrote?: Writer };
type ErrorEvent = RequestFields & { event: "error"; error: string };

type FeedDocument = { sequence: number; issued: string; expires: string; incidents: FeedIncident[]; services: unknown[] } & (
  | { version: 1; sources?: { id: string; checked: string; ok: boolean }[] }
  | {
      version: 2;
      previous: null;
      sources: { read: string; except: { id: string; checked: string }[] };
      networks: FeedNetwork[];
      views?: FeedViews | null;
    }
);

/** What servers elsewhere could not reach, or not see, when they last asked what is on their list. */
export type FeedViews = {
  at: string;
  from: { id: string; country: string; asn: number; except?: string[] | "most" }[];
  /** The hash of their list. */
  targets: string;
  fail: { target: string; from: string[]; failure: string; since: string }[];
  blind: string[];
};

/** A trouble of one access network, or of a whole country where `asn` is null. */
export type FeedNetwork = {
  asn: number | null;
  name: string;
  country: string;
  cannotReach: string[];
  since: string;
  crowd: { reporters: number; networks: number; baseline: number; series: number[] } | null;
};

export type FeedIncident = {
  id: string;
  provider: string;
  region: string | null;
  services: string[];
  site: string | null;
  severity: "minor" | "major" | "critical" | "maintenance";
  status: "possible" | "investigating" | "identified" | "monitoring" | "resolved";
  started: string;
  updated: string;
  resolved: string | null;
  title: string;
  summary: string;
  advice?: { for: "user" | "operator"; text: string }[];
  official: { url: string; acknowledged: string } | null;
  crowd: { reporters: number; networks: number; baseline: number; series: number[] } | null;
  affects: string[];
  /** ISO countries that it is confined to; only in version 2. */
  areas?: string[];
};

/** What one server elsewhere found when this browser's person asked it about a host. `failure`: a type of NEL. */
export type ElsewhereView = { from: string; country: string; failure: string | null; status?: number; ms?: number };

export type Ask = { tabId?: number; site?: string };

export type TraceEvent =
  | StartEvent
  | CompletedEvent
  | ErrorEvent
  | { event: "navigation-error"; tabId: number; url: string; error: string }
  | { event: "navigation-started" | "navigation-committed" | "navigation-completed"; tabId: number; url: string }
  | { event: "tab-opened"; tabId: number; by: number | null }
  | { event: "online" }
  | { event: "offline" }
  | { event: "connectivity"; result: "reached" | "captive" | "unreachable"; skew?: number; network?: { asn: number; country: string } }
  | { event: "feed"; feed: FeedDocument }
  | { event: "feed-failed"; mirror: string; error: string }
  | { event: "targets"; sha256: string; names: string[] }
  | { event: "elsewhere"; host: string; views: ElsewhereView[] }
  | { event: "tab-closed"; tabId: number }
  | { event: "restart" }
  | ({ event: "ask" } & Ask);

/** One line of a trace. */
export type TimedEvent = { t: number } & TraceEvent;
