import type { Watch } from "../core/alerts/watch.ts";
import type { Incident } from "../core/feed/feed.ts";
import type { Found } from "../providers/catalogue-search.ts";
import type { ReportPreview } from "../reports/reporter.ts";

/**
 * Commands from the pages to the background. State never travels this way: it goes through storage, and the pages watch it.
 * One typed map, one handler object.
 */
export type Commands = {
  /** Fetch the feed now, whatever its age. */
  refreshFeed: { input: undefined; output: { ok: boolean; reason: string | null } };
  /** A page asked a status page directly: take its answer, or that it could not be read. */
  takeDirectAnswer: { input: { about: string; ok: boolean; incidents: Incident[] }; output: void };
  /** Run the reachability check now; null where no feed, and so no mirror to ask, is set. */
  checkReachability: { input: undefined; output: { result: "reached" | "captive" | "unreachable" } | null };
  /** What a report about a site would be, byte for byte, or why there is none. */
  previewReport: { input: { site: string }; output: ReportPreview };
  /** Send one report by hand: exactly the bytes shown. `queued` false where they no longer hold or a limit says no. */
  sendReport: { input: { site: string; shown: string }; output: { queued: boolean } };
  /** Give or take back standing consent for the feed in force. Taking it back erases the queue and the list. */
  setReporting: { input: { given: boolean }; output: void };
  reportingState: { input: undefined; output: { consent: boolean; sent: { bytes: string; sentAt: number }[] } };
  /** Erase the history, the settings, all that is kept of one site, or all that is kept of this person. */
  erase: { input: { what: "history" | "settings" | "everything" } | { what: "site"; site: string }; output: void };
  /** Tell once when a site, or a provider, is back; replaces an earlier wish about it. */
  watch: { input: { watch: Watch }; output: void };
  unwatch: { input: { site: string }; output: void };
  /** What the browser told in the last minutes, as the text of a trace; with stand-ins for all real names and addresses, or without. */
  saveTrace: { input: { pseudonyms: boolean }; output: string };
  /** Services and sites of that name or address, the closest first. */
  search: { input: { words: string }; output: Found[] };
  /** Reload the tabs whose last load failed and whose site works again. Only ever by a person's click. */
  reloadTabs: { input: { tabIds: number[] }; output: void };
};
