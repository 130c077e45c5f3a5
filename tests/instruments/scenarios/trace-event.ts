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

type CompletedEvent = RequestFields & { event: "completed"; status: number; fromCache?: boolean };
type ErrorEvent = RequestFields & { event: "error"; error: string };

type FeedDocument = {
  version: 1;
  sequence: number;
  issued: string;
  expires: string;
  sources?: { id: string; checked: string; ok: boolean }[];
  incidents: FeedIncident[];
  services: unknown[];
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
};

export type Ask = { tabId?: number; site?: string };

export type TraceEvent =
  | StartEvent
  | CompletedEvent
  | ErrorEvent
  | { event: "navigation-error"; tabId: number; url: string; error: string }
  | { event: "navigation-started" | "navigation-committed" | "navigation-completed"; tabId: number; url: string }
  | { event: "online" }
  | { event: "offline" }
  | { event: "connectivity"; result: "reached" | "captive" | "unreachable"; skew?: number }
  | { event: "feed"; feed: FeedDocument }
  | { event: "feed-failed"; mirror: string; error: string }
  | { event: "tab-closed"; tabId: number }
  | { event: "restart" }
  | ({ event: "ask" } & Ask);

/** One line of a trace. */
export type TimedEvent = { t: number } & TraceEvent;
