import type { Feed } from "../feed/feed.ts";
import type { BrowserFamily } from "../net/classify-error.ts";
import type { FaultKind, NelType } from "../net/failure.ts";
import type { ServiceName } from "../providers/service-name.ts";
import { MINUTE, SECOND } from "../time.ts";

/**
 * The rolling picture: all that a verdict needs, small, capped, plain data. It lives in the session storage of the browser, so
 * the background may die after any line. Nothing in it outlives the browser's session, and nothing older than a quarter of an hour.
 */
export type World = {
  version: 1;
  browser: BrowserFamily;
  mode: "full" | "basic";
  /** The browser's own word. `false` is decisive, `true` means little. */
  online: boolean;
  /** When the browser last said that the network came, went or changed. */
  networkChangedAt: number;
  connectivity: { at: number; result: "reached" | "captive" | "unreachable"; skew: number | null } | null;
  /** When the check last found no way out, or a portal in it; 0 for never. */
  unreachableAt: number;
  /** When the browser last said that a proxy answered; 0 for never. Nothing is reported from behind one. */
  proxiedAt: number;
  /** Mirrors that could not be fetched lately, with the time of the last failure. */
  feedFailures: { [mirror: string]: number };
  feed: Feed | null;
  feedAt: number;
  /** Who answered lately, the newest last, a site at most once in five seconds: the control that every blame needs. */
  answers: { at: number; site: string }[];
  tabs: { [tabId: number]: Tab };
  /** By registrable domain. */
  sites: { [site: string]: Site };
  /** Which unrelated owners one address served: three or more, and it is somebody's proxy or a shared front. */
  addresses: { [ip: string]: { owners: string[]; hosts: string[] } };
};

/** What a tab shows, or last tried to. `site` null: a page that is never judged. */
export type Tab = {
  site: string | null;
  host: string | null;
  at: number;
  state: "shown" | "failed" | "blocked";
  /** A main-frame error that no navigation error has confirmed yet (Chromium), or the class of one (Firefox). */
  pending: { host: string; secure: boolean; at: number; error: string } | null;
};

export type Site = {
  /** Who runs it, as far as names tell: a catalogue id, or the domain without its suffix. Sites of one owner fall together. */
  owner: string;
  /** The catalogue's entry for it, so that pages can name it without the catalogue; null for a site that is not in there. */
  service: ServiceName | null;
  /** The provider it mainly stands on by general knowledge: a prior, which may speak for a cloud and never against one. */
  believedOn?: string;
  /** A person opened it in a tab; others only answered or failed in passing. */
  visited: boolean;
  /** Last answer to a page load; 0 for never. */
  pageOkAt: number;
  /** Since when it has been failing without a full recovery; 0 when it is not. */
  troubleSince: number;
  hosts: { [host: string]: Host };
};

export type Host = {
  /** `provider/region` or `provider`; null where not known. From an address, learned from one, or spelt by the name. */
  on: string | null;
  /** The address `on` was read from, so that it can be taken back when that address turns out to be a proxy's. */
  ip: string | null;
  /** The provider's own service, where the host's name spells it (`s3`, `execute-api`). */
  service?: string;
  /** Last answer; 0 for never. */
  okAt: number;
  /** What went wrong lately; null for a host that has not failed in the last quarter of an hour. */
  trouble: Trouble | null;
};

/** What is kept of a host that fails or failed lately. */
export type Trouble = {
  /** The newest last. */
  faults: Fault[];
  /** Answers that came together with the last fault: the same load failed in part only. */
  partly: number;
  /** Answers of later loads: each makes it likelier that the trouble is over. */
  answers: number;
  /** Answers and failures, each halved every minute, as of `rateAt`. */
  okRate: number;
  faultRate: number;
  rateAt: number;
};

/** Whether a page, a frame in it or a call of it was asked for: what a person notices. */
export type Role = "page" | "frame" | "call";

export type Fault = {
  at: number;
  role: Role;
  kind: FaultKind | "slow";
  failure: NelType;
  status: number | null;
  /** Failures that were one: repeats of it within a moment. */
  count: number;
  /** The host had answered since the failure before. */
  afresh?: true;
};

/** Two reports of one load (webRequest and webNavigation) come within this time of each other. */
export const SAME_LOAD = 3 * SECOND;
/** A load given up after this long without an answer is a weak sign of a hang. */
export const HANG = 15 * SECOND;

export const SITES_KEPT = 500;
/** Sites with trouble, far more than anybody opens while everything fails. */
export const TROUBLED_KEPT = 120;
export const HOSTS_KEPT = 6;
export const FAULTS_KEPT = 5;
export const ADDRESSES_KEPT = 80;
export const TABS_KEPT = 300;
export const ANSWERS_KEPT = 80;
/** A site that nobody touched for this long leaves the picture. */
export const SITE_LIFETIME = 15 * MINUTE;

/** An empty world at the start of a session. */
export function emptyWorld(browser: BrowserFamily, mode: "full" | "basic"): World {
  return {
    version: 1,
    browser,
    mode,
    online: true,
    networkChangedAt: 0,
    connectivity: null,
    unreachableAt: 0,
    proxiedAt: 0,
    feedFailures: {},
    feed: null,
    feedAt: 0,
    answers: [],
    tabs: {},
    sites: {},
    addresses: {},
  };
}
