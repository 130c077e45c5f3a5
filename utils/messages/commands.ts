import type { Watch } from "../core/alerts/watch.ts";
import type { Incident } from "../core/feed/incident.ts";
import type { CheckResult } from "../core/net/check-result.ts";
import type { AskOutcome } from "../feed/ask-elsewhere.ts";
import type { Found } from "../providers/catalogue-search.ts";
import type { ReportPreview } from "../reports/reporter.ts";

/**
 * Commands from the extension's pages to the background. State never travels this way: it goes through storage, where the pages watch
 * it. One typed map, one handler object.
 */
export type Commands = {
  /** Downloads the feeds now, whatever the age of the copies. `reason` says why the main one could not be had. */
  refreshFeed: { input: undefined; output: { ok: boolean; reason: string | null } };
  /** A person opened the popup: feeds that are older than a minute are downloaded. */
  popupOpened: { input: undefined; output: void };
  /** Takes the answer of a status page that a page of the extension asked directly; `ok` is false where it could not be read. */
  takeDirectAnswer: { input: { about: string; ok: boolean; incidents: Incident[] }; output: void };
  /** Makes the reachability check now; null where no mirror may be asked. */
  checkReachability: { input: undefined; output: { result: CheckResult } | null };
  /** The host of the server that may be asked about a host from elsewhere; null where none may. */
  elsewhereServer: { input: undefined; output: string | null };
  /** Asks the feed's server about a host. Only ever at a person's press. */
  askElsewhere: { input: { host: string }; output: AskOutcome };
  /** The report about a site, byte for byte, or why there is none. */
  previewReport: { input: { site: string }; output: ReportPreview };
  /** Sends one report: exactly the bytes shown. `queued` is false where they are no longer true or a limit is reached. */
  sendReport: { input: { site: string; shown: string }; output: { queued: boolean } };
  /** Gives or withdraws consent to reports for the current feed. Withdrawing erases the queue and the list of sent reports. */
  setReporting: { input: { given: boolean }; output: void };
  reportingState: { input: undefined; output: { consent: boolean; sent: { bytes: string; sentAt: number }[] } };
  /** Erases the history, the settings, all that is kept of one site, or all that is kept of this person. */
  erase: { input: { what: "history" | "settings" | "everything" } | { what: "site"; site: string }; output: void };
  /** Announces once when a site, or a provider, is back; replaces an earlier request about it. */
  watch: { input: { watch: Watch }; output: void };
  unwatch: { input: { site: string }; output: void };
  /** The events of the last minutes as the text of a trace, with pseudonyms for all real names and addresses or without. */
  saveTrace: { input: { pseudonyms: boolean }; output: string };
  /** Services and sites with that name or address, the closest first. */
  search: { input: { words: string }; output: Found[] };
  /** Reloads tabs whose last load failed and whose site works again. Only ever at a person's click. */
  reloadTabs: { input: { tabIds: number[] }; output: void };
};
