import type { LocalCause } from "../diagnosis/verdict.ts";
import { parsePlaceId } from "../providers/place.ts";
import { MINUTE, SECOND } from "../time.ts";
import { moment } from "../view/moment.ts";
import { say } from "../view/translator.ts";
import type { Episode } from "./episodes.ts";

/** What a person wants to see of the history: so many of the newest rows, of all or of those alone that the official page contradicted. */
export type HistoryQuery = { rows: number; contradicted: boolean };

/** What is drawn until the person asks for more; the file has it all. */
export const FIRST_QUERY: HistoryQuery = { rows: 100, contradicted: false };

/** `found`: rows that the wish is about; `kept`: rows there are at all. */
export type Excerpt = { wish: HistoryQuery; rows: Episode[]; found: number; kept: number };

/** How long a provider took, from the first failure here, to say so itself. */
export type OfficialDelay = { provider: string; outages: number /** Milliseconds. */; median: number };

/** Each provider's measured delay, the slowest first. Outages that it never admitted do not count here. */
export function officialDelays(episodes: Episode[]): OfficialDelay[] {
  const delays = new Map<string, number[]>();
  for (const { scope, subject, started, acknowledged } of episodes) {
    if (scope !== "provider" || subject === null || acknowledged === null) continue;
    const { provider } = parsePlaceId(subject);
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

/** What it was, in a few words. */
export function episodeTitle({ scope, cause, subject, site }: Episode) {
  switch (scope) {
    case "provider":
      return say("history.provider", { place: parsePlaceId(subject ?? "") });
    case "site":
      return say("history.site", { site });
    case "network":
      return say("history.network");
    case "unclear":
      return say("history.unclear", { site });
    case "local":
      return localTitle(cause as LocalCause);
    default:
      return scope satisfies never;
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

/** The contradictions worth keeping, side by side: what happened here, what the official page said, what others said. */
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
