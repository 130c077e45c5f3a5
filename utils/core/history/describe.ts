import type { LocalCause } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { MINUTE, SECOND } from "../time.ts";
import { moment } from "../view/moment.ts";
import { say } from "../view/translator.ts";
import type { Episode } from "./episodes.ts";

/** Which part of the history to show: at most this many of the newest rows, of all or only of those that the official page contradicted. */
export type HistoryQuery = { rows: number; contradicted: boolean };

/** The query until the person asks for more. The exported file has every row. */
export const FIRST_QUERY: HistoryQuery = { rows: 100, contradicted: false };

/** The answer to a query. `found`: how many rows match it; `kept`: how many rows there are. */
export type Excerpt = { query: HistoryQuery; rows: Episode[]; found: number; kept: number };

/** How long a provider takes, from the first failure here, to acknowledge an outage: the median over `outages`, milliseconds. */
export type OfficialDelay = { provider: string; outages: number; median: number };

/** Each provider's measured delay, the slowest first. Outages that it never acknowledged do not count. */
export function officialDelays(episodes: Episode[]): OfficialDelay[] {
  const delays = new Map<string, number[]>();
  for (const { finding, started, acknowledged } of episodes) {
    if (finding.scope !== "provider" || acknowledged === null) continue;
    const { provider } = parsePlaceId(finding.subject);
    const known = delays.get(provider) ?? [];
    known.push(Math.max(0, Date.parse(acknowledged) - started));
    delays.set(provider, known);
  }
  return [...delays]
    .map(([provider, all]) => ({ provider, outages: all.length, median: median(all) }))
    .sort((one, other) => other.median - one.median);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? 0)) / 2;
}

/** Names the trouble of an episode, for its heading. */
export function episodeTitle({ finding, site, acknowledged, reporters }: Episode) {
  switch (finding.scope) {
    case "provider": {
      // Nobody else said so.
      const isSuspected = finding.cause === "correlated" && acknowledged === null && reporters === 0;
      return say(isSuspected ? "history.providerSuspected" : "history.provider", { place: parsePlaceId(finding.subject) });
    }
    case "site":
      return say(finding.cause === "slow" ? "history.slow" : "history.site", { site });
    case "network":
      return finding.cause === "route" ? say("history.route", { place: parsePlaceId(finding.subject) }) : say("history.network");
    case "unclear":
      return say("history.unclear", { site });
    case "local":
      return localTitle(finding.cause);
    default:
      return finding satisfies never;
  }
}

function localTitle(cause: LocalCause) {
  switch (cause) {
    case "offline":
      return say("history.local.offline");
    case "no-internet":
      return say("history.local.noInternet");
    case "dns":
      return say("history.local.dns");
    case "captive-portal":
      return say("history.local.captivePortal");
    case "proxy":
      return say("history.local.proxy");
    case "clock":
      return say("history.local.clock");
    case "interception":
      return say("history.local.interception");
    case "blocked":
      return say("history.local.blocked");
    default:
      return cause satisfies never;
  }
}

/** What happened here, what the official page said and what other people reported, to be shown side by side. */
export function episodeFacts(episode: Episode) {
  const { site, failures, acknowledged, officialSilent, started, reporters } = episode;
  const facts = [];
  if (failures > 0 && site !== "") facts.push(say("history.failures", { site, count: failures }));
  if (acknowledged !== null) {
    const delay = Date.parse(acknowledged) - started;
    facts.push(
      delay >= MINUTE
        ? say("history.officialLater", { span: { seconds: delay / SECOND } })
        : say("history.official", { acknowledged: moment(acknowledged, started) }),
    );
  } else if (officialSilent) {
    facts.push(say("history.officialSilent"));
  }
  if (reporters > 0) facts.push(say("history.reporters", { count: reporters }));
  return facts;
}
