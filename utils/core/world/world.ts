import type { ElsewhereView } from "../feed/elsewhere-view.ts";
import type { FeedCopy } from "../feed/join.ts";
import type { TargetList } from "../feed/target-list.ts";
import type { CheckResult } from "../net/check-result.ts";
import type { BrowserFamily } from "../net/classify-error.ts";
import type { FaultKind, NelType } from "../net/failure.ts";
import type { Network } from "../net/your-network.ts";
import type { AnswerWriter } from "../providers/answer-writer.ts";
import type { ServiceName } from "../providers/service-name.ts";
import { SECOND } from "../time.ts";

/**
 * The state of the last minutes: all that a verdict needs, as small, capped, plain data. It is kept in the session storage of the
 * browser, so that the background may be stopped at any moment. It ends with the browser's session, and a site that was not seen for
 * a quarter of an hour is dropped.
 */
export type World = {
  version: 1;
  browser: BrowserFamily;
  mode: "full" | "basic";
  /** What the browser says (`navigator.onLine`). `false` is decisive, `true` means little. */
  online: boolean;
  /** When the browser last reported that the network came, went or changed; 0 for never. */
  networkChangedAt: number;
  connectivity: { at: number; result: CheckResult; skew: number | null } | null;
  /** The network that this browser is in, as a mirror last told it; null where none did. */
  network: Network | null;
  /** What was measured from elsewhere by a press of the person, the newest last: a host at most once. */
  elsewhere: Elsewhere[];
  /** When the reachability check last failed or found a captive portal; 0 for never. */
  unreachableAt: number;
  /** When the browser last reported that a proxy answered; 0 for never. Nothing is reported from behind one. */
  proxiedAt: number;
  /** When something else last showed that a proxy or a filter stands in between (`intermediary.ts`); 0 for never. */
  intermediaryAt: number;
  /** Mirrors of the feed that could not be fetched since the last feed came, by host and port, with the time of the last failure. */
  feedFailures: { [mirror: string]: number };
  /** The copies of all feeds, the main one first. Each counts until its own end. */
  feeds: readonly FeedCopy[];
  /** What the main feed's vantages ask; null before the list has come. */
  targets: TargetList | null;
  /** When a mirror on the internet last had the main feed, which proves the connection; 0 for never. */
  feedAt: number;
  /** When any mirror last had it; 0 for never. */
  checkedAt: number;
  /**
   * The owners that failed with no answer since a site that the person visited last answered over https, with a page or with an error of
   * its own. No more than `SILENT_OWNERS` are kept.
   */
  silentOwners: string[];
  /** The sites that answered lately, the newest last, a site at most once in five seconds: the control that every blame needs. */
  answers: { at: number; site: string }[];
  tabs: { [tabId: number]: Tab };
  /** By registrable domain: the sites that the person opened, and those that failed. */
  sites: { [site: string]: Site };
  /** Hosts that answered pages of other sites, the newest last: a control, and neighbours on their place. A host is here or in a site. */
  passing: PassingHost[];
  /** Which unrelated owners one address served, the newest address last. At least three mean a proxy or a shared front. */
  addresses: SharedAddress[];
};

/** What vantages of the feed saw of a host when the person asked. `at`: when the answer came. */
export type Elsewhere = { host: string; site: string; at: number; views: ElsewhereView[] };

/** A page load that has begun. */
export type Loading = {
  host: string;
  site: string;
  /** Since when the tab waits for this host, and when it last began: a person who reloads what hangs goes on waiting. */
  at: number;
  beganAt: number;
  /** When it was last begun anew, while no answer had come. */
  restartedAt?: number;
  /** When an answer began to come; null before. */
  answeredAt: number | null;
  /** Who runs the host's site. */
  owner: string;
  /** The place where the host was learned to be. */
  on: string | null;
  /** The learned map has the host: it was in use before. */
  known: boolean;
  /** How long the site's pages usually take to answer, milliseconds; 0 where that is not known. */
  usual: number;
};

/**
 * What a tab shows, or last tried to show. `site` is null for a page that is never judged. `refused`: the page says that this person may
 * not see it.
 */
export type Tab = {
  site: string | null;
  host: string | null;
  at: number;
  state: "shown" | "failed" | "blocked" | "refused";
  /** What led the browser to a page that failed: what that page calls says no more than the page itself. */
  lead?: Lead;
  /** No page opened it and it opened none, as far as was seen: no script of another tab can send it anywhere. */
  free?: true;
  /** Null where the last load has ended, or its host is never judged. */
  loading: Loading | null;
  /**
   * A load without an answer that another one replaced, or that was broken off at `endedAt`. Browsers report the end of the one after the
   * beginning of the other, and Firefox breaks off loads that go on.
   */
  replaced?: Loading & { endedAt?: number };
  /** The first of the two reports of a failed page load, which waits for the second. */
  pending: PendingError | null;
};

/** `began`: an answer had begun to come. `lead`: what led the browser to the page. */
export type PendingError = { host: string; secure: boolean; at: number; error: string; began: boolean; lead: Lead | null };

export type Site = {
  /** Who runs it, as far as names show: a catalogue id, or the domain without its suffix. Sites of one owner fail together. */
  owner: string;
  /** As whom it counts as a witness against a provider, where not as its owner: the platform that hands out its name. */
  witness?: string;
  /** The catalogue's entry for it, so that pages can name it without the catalogue; null for a site that is not in there. */
  service: ServiceName | null;
  /** The provider that mainly hosts it by general knowledge: a prior, which may count for a cloud and never against one. */
  believedOn?: string;
  /** A person opened a page of it in a tab. Any other site failed a request that may have been its own page's. */
  visited: boolean;
  /** It was in use before its trouble began: a page of it had opened, or the learned map had a host of it. */
  known: boolean;
  /** Last page that opened; 0 for never. */
  pageOkAt: number;
  /** Since when it has been failing without a full recovery; 0 when it is not. */
  troubleSince: number;
  /** The last page with which it turned this person away, unless another page has opened since. */
  refusal?: Refusal;
  /** How long its pages usually take to answer, and how long the last ones took. */
  pace?: Pace;
  hosts: { [host: string]: Host };
};

/** `status` null: it asks visitors to prove that they are people. */
export type Refusal = { host: string; at: number; status: number | null };

/** Times to answer, in milliseconds. */
export type Pace = {
  /** The usual time, and how far single loads are from it: both of the logarithm, so that a few slow loads change little. */
  usual: number;
  spread: number;
  /** Loads that these rest on. */
  loads: number;
  /** The last loads, the newest last. */
  last: { at: number; ms: number }[];
};

/** The owners and hosts seen behind one address. */
export type SharedAddress = { ip: string; owners: string[]; hosts: string[] };

/**
 * A host of a site that was never opened and never failed: a font, a tracker, a frame. A page asks dozens of them, so they are counted
 * apart from sites: a list of small records costs nothing to copy.
 */
export type PassingHost = {
  host: string;
  site: string;
  owner: string;
  /** As in `Host`. */
  on: string | null;
  ip: string | null;
  /** Last answer, at most `PASSING_SPACING` old. */
  okAt: number;
};

export type Host = {
  /** Where it is hosted: `provider/region` or `provider`; null where not known. From an address, learned from one, or from the name. */
  on: string | null;
  /** The platform that runs it (`netlify`, `shopify`), by a header or the name, where `on` is another provider's cloud or CDN. */
  platform?: string;
  /** The address that `on` was read from, so that the placement can be revoked when the address proves to be a proxy's. */
  ip: string | null;
  /** The provider's own service, where the host's name contains it (`s3`, `execute-api`). */
  service?: string;
  /** Last answer; 0 for never. */
  okAt: number;
  /** Last answer to a call or a frame; absent for never. */
  partOkAt?: number;
  /** The WebSockets that pages opened to it. */
  sockets?: Sockets;
  /** Its recent faults; null for a host that has not failed in the last quarter of an hour. */
  trouble: Trouble | null;
};

/** How often pages opened a WebSocket to a host in short succession, as of `at`. */
export type Sockets = { at: number; openings: number };

/** The record of a host that fails, or failed lately. */
export type Trouble = {
  /** The newest last. */
  faults: Fault[];
  /** Answers that came together with the last fault: the same load failed only in part. */
  partly: number;
  /** Answers of later loads: each makes it likelier that the trouble is over. */
  answers: number;
  /** Loads of the site's pages in which it failed, and its failures beyond the first of each load. */
  loads: number;
  repeats: number;
  /** Answers and failures, each halved every minute, as of `rateAt`. */
  okRate: number;
  faultRate: number;
  rateAt: number;
};

/** What was requested: a page, a frame in it, a call of its scripts, or a WebSocket. A person notices these. */
export type Role = "page" | "frame" | "call" | "socket";

export type Fault = {
  at: number;
  /** When a load began that got no answer for a long time. */
  began?: number;
  role: Role;
  kind: FaultKind | "slow";
  failure: NelType;
  status: number | null;
  /** How often it failed, repeats within a moment included. */
  count: number;
  /** The host had answered after the failure before this one. */
  afresh?: true;
  /** The host of the page that called. */
  caller?: string;
  /** It failed while a page was opening, not when the person did something later. */
  onLoad?: true;
  /** The host had answered another call or frame of the same load. */
  beside?: true;
  /** Who wrote the error, where its headers tell. */
  writer?: Writer;
  /** What led the browser there, where it was not the person. */
  lead?: Lead;
};

/** Who wrote an error: the edge that answered, the site's own server behind it, or the platform that runs that server. */
export type Writer = Exclude<AnswerWriter, "challenge">;

/**
 * What led the browser to a page: a page of another owner (`page`), a redirect that began at one (`redirect`), or perhaps one, in basic
 * access, where browsers do not tell (`perhaps`).
 */
export type Lead = { by: "page" | "redirect" | "perhaps"; owner: string };

/** The two reports of one failed load (`webRequest` and `webNavigation`) come within this time of each other. Judged. */
export const SAME_LOAD = 3 * SECOND;
/** A load given up after this long without an answer is a weak sign of a hang. Judged. */
export const HANG = 15 * SECOND;

/** So many owners, and no answer in between, are a reason to doubt the connection. Judged. */
export const SILENT_OWNERS = 3;
