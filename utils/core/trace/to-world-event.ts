import type { BrowserFamily } from "../net/classify-error.ts";
import { NEL_TYPES } from "../net/failure.ts";
import { originOf } from "../net/origin.ts";
import type { Network } from "../net/your-network.ts";
import type { WorldEvent } from "../world/events.ts";
import type { EventLine } from "./events-schema.ts";

type Untimed<Line> = Line extends { t: number } ? Omit<Line, "t"> : never;

/** A line of a trace, without its time, that reports something of the browser which needs no further reading. */
export type ReportLine = Untimed<Exclude<EventLine, { event: "feed" | "restart" | "ask" }>>;

/**
 * Makes the event that a line of a trace reports. Its URLs are cut to origins, as they are where the browser hands them over.
 * @param at the line's time, milliseconds of the epoch
 */
export function toWorldEvent(line: ReportLine, browser: BrowserFamily, at: number): WorldEvent {
  switch (line.event) {
    case "completed":
      return {
        ...requestFacts(line, browser, at),
        event: "completed",
        status: line.status,
        fromCache: line.fromCache ?? undefined,
        front: line.front ?? undefined,
        wrote: line.wrote ?? undefined,
      };
    case "error":
      return { ...requestFacts(line, browser, at), event: "error", error: line.error };
    case "navigation-error": {
      const { tabId, url, error, ms } = line;
      return { event: "navigation-error", at, tabId, target: originOf(url), error, ms: ms ?? undefined };
    }
    case "navigation-started":
    case "navigation-committed":
    case "navigation-completed":
      return { event: line.event, at, tabId: line.tabId, target: originOf(line.url) };
    case "connectivity":
      return { event: "connectivity", at, result: line.result, skew: line.skew ?? undefined, network: networkOf(line.network) };
    case "elsewhere": {
      const views = line.views.map(({ from: id, country, failure, status, ms }) => ({
        ...{ id, country: country ?? null, status: status ?? null, ms: ms ?? null },
        failure:
          failure === null
            ? (status ?? 0) >= 500
              ? ("http.error" as const)
              : null
            : (NEL_TYPES.find((type) => type === failure) ?? "unknown"),
      }));
      return { event: "elsewhere", at, host: line.host.toLowerCase(), views };
    }
    case "targets":
      return { event: "targets", at, sha256: line.sha256, names: line.names };
    case "feed-failed":
      return { event: "feed-failed", at, mirror: originOf(line.mirror), error: line.error };
    case "tab-opened":
      return { event: "tab-opened", at, tabId: line.tabId, by: line.by };
    case "tab-closed":
      return { event: "tab-closed", at, tabId: line.tabId };
    case "online":
    case "offline":
      return { event: line.event, at };
    default:
      return line satisfies never;
  }
}

function networkOf(network: { asn?: number | null | undefined; country: string } | null | undefined): Network | undefined {
  return network == null ? undefined : { asn: network.asn ?? null, country: network.country };
}

type RequestLine = Extract<ReportLine, { event: "completed" | "error" }>;

function requestFacts(line: RequestLine, browser: BrowserFamily, at: number) {
  return {
    at,
    tabId: line.tabId,
    target: originOf(line.url),
    type: line.type,
    ip: line.ip ?? undefined,
    proxied: line.proxied ?? undefined,
    initiator: line.initiator == null ? undefined : originOf(line.initiator),
    // In Chromium the presence of the id marks a speculative load; what it says does not matter.
    speculative: browser === "chromium" && line.type === "main_frame" && line.documentId != null,
    ms: line.ms ?? undefined,
  };
}
