import { type ReportLine, toWorldEvent } from "../../../../utils/core/trace/to-world-event.ts";
import type { WorldEvent } from "../../../../utils/core/world/events.ts";
import type { Random } from "../../scenarios/random.ts";
import type { SampleHost, SampleSite } from "./sample-sites.ts";

/** Milliseconds between two events on average: a person who reads, with a dozen tabs that ask for things. */
const PAUSE = 120;
const TABS = 30;

/**
 * What a browser with full access reports while somebody browses. The mix is that of page loads: for each page some fifteen calls and
 * frames, half of them to third parties, and a failure of some kind, mostly aborted or blocked.
 */
const MIX = { call: 76, frame: 9, page: 6, error: 8, closing: 1 };
const OWN_ERRORS = { "net::ERR_ABORTED": 92, "net::ERR_CONNECTION_RESET": 8 };
const THIRD_PARTY_ERRORS = { "net::ERR_ABORTED": 45, "net::ERR_BLOCKED_BY_CLIENT": 40, "net::ERR_NAME_NOT_RESOLVED": 15 };

/** What the browser reports, with whole URLs. `at` is an instant in milliseconds of the epoch. */
export type BrowserReport = { at: number; line: ReportLine };

export type Browsing = {
  /** When the last event was. */
  readonly now: number;
  next(): BrowserReport;
  /** Opens a page, as if a person had typed its address. */
  open(site: SampleSite): BrowserReport[];
};

/** Cuts the URLs of a report, as the extension does before anything else. */
export function eventOf({ at, line }: BrowserReport): WorldEvent {
  return toWorldEvent(line, "chromium", at);
}

/** @param start milliseconds of the epoch */
export function startBrowsing(sites: readonly SampleSite[], random: Random, start: number): Browsing {
  const tabs = Array.from({ length: TABS }, () => random.pick(sites));
  let now = start;
  let reports: BrowserReport[] = [];

  // Some sites are visited more than others, but every one now and then.
  const favourite = () => sites[Math.floor(sites.length * random.next() ** 2)] ?? random.pick(sites);
  const at = () => {
    now += Math.round(random.between(0, 2 * PAUSE));
    return now;
  };

  function open(site: SampleSite, tabId: number): BrowserReport[] {
    tabs[tabId] = site;
    const { name, ip } = firstHost(site);
    const url = `https://${name}/${random.integer(1, 99)}/index.html?from=${random.integer(1, 9999)}`;
    return [
      { at: at(), line: { event: "completed", tabId, url, type: "main_frame", status: 200, ip } },
      { at: at(), line: { event: "navigation-completed", tabId, url } },
    ];
  }

  /** A request of the page that the tab shows, to its own hosts or to somebody else's. */
  function request(tabId: number, own: number) {
    const site = tabs[tabId] ?? favourite();
    const isOwn = random.chance(own);
    const host = random.pick(isOwn ? site.hosts : favourite().hosts);
    const url = `https://${host.name}/v2/items/${random.integer(1, 99_999)}?page=${random.integer(1, 9)}`;
    const fails = isOwn && site.fails && random.chance(0.7);
    return { host, url, isOwn, initiator: `https://${firstHost(site).name}`, status: fails ? 503 : 200 };
  }

  function happen(): BrowserReport[] {
    const tabId = random.integer(0, TABS - 1);
    switch (random.weighted(MIX)) {
      case "page":
        return open(favourite(), tabId);
      case "closing":
        return [{ at: at(), line: { event: "tab-closed", tabId } }];
      case "error": {
        const { url, initiator, isOwn } = request(tabId, 0.4);
        const error = isOwn ? random.weighted(OWN_ERRORS) : random.weighted(THIRD_PARTY_ERRORS);
        return [{ at: at(), line: { event: "error", tabId, url, type: "xmlhttprequest", error, initiator } }];
      }
      case "frame": {
        const { url, initiator, host } = request(tabId, 0.2);
        return [{ at: at(), line: { event: "completed", tabId, url, type: "sub_frame", status: 200, ip: host.ip, initiator } }];
      }
      case "call": {
        const { url, initiator, status, host } = request(tabId, 0.5);
        const fromCache = random.chance(0.05) ? true : undefined;
        return [{ at: at(), line: { event: "completed", tabId, url, type: "xmlhttprequest", status, ip: host.ip, initiator, fromCache } }];
      }
    }
  }

  return {
    get now() {
      return now;
    },
    next() {
      while (reports.length === 0) reports = happen();
      return reports.shift() as BrowserReport;
    },
    open: (site) => open(site, random.integer(0, TABS - 1)),
  };
}

function firstHost({ name, hosts }: SampleSite): SampleHost {
  return hosts[0] ?? { name, ip: "" };
}
