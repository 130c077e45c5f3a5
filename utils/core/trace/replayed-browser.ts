import { type Diagnosis, diagnoseInFull, type Question } from "../diagnosis/diagnose.ts";
import { type Snapshot, takeSnapshot } from "../diagnosis/health/snapshot.ts";
import { readFeed } from "../feed/feed.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { Place } from "../providers/place.ts";
import { emptyWorld } from "../world/empty-world.ts";
import type { WorldEvent } from "../world/events.ts";
import type { IgnoredReason } from "../world/ignored.ts";
import { learnPlacements } from "../world/learned-hosts.ts";
import { takeStep } from "../world/reduce.ts";
import type { World } from "../world/world.ts";
import { withAreasOfTitles } from "./areas-of-titles.ts";
import type { EventLine, TraceStart } from "./events-schema.ts";
import { toWorldEvent } from "./to-world-event.ts";

export type Ask = { tabId?: number | undefined; site?: string | undefined };

/** How many events were ignored, by reason. */
export type IgnoredCounts = { [reason in IgnoredReason]?: number };

export type Answer = Diagnosis & {
  trace: string;
  t: number;
  ask: Ask;
  snapshot: Snapshot;
  /** Of the events since the ask before this one, those that counted for nothing. */
  ignored: IgnoredCounts;
};

type Learned = Map<string, Place>;

/** What a replay needs to know of hosts and addresses: made from the start line's `ranges` and what the caller knows. */
export type KnowledgeFor = (start: TraceStart, learned: Learned) => Knowledge;

type AskLine = Extract<EventLine, { event: "ask" }>;

/**
 * The state of a browser while its trace is replayed, from the start line on.
 * @param usualTargets taken for the list of a feed whose views name one that the trace does not have; none for no list
 * @throws what `knowledgeFor` throws where the trace's ranges are none
 */
export function createReplayedBrowser(start: TraceStart, knowledgeFor: KnowledgeFor, usualTargets: readonly string[] = []) {
  const epoch = Date.parse(start.epoch);
  const learned: Learned = new Map(start.learned.map(({ host, provider, region }) => [host, { provider, region: region ?? null }]));
  const knowledge = knowledgeFor(start, learned);
  let world = emptyWorld(start.browser, start.mode);
  let ignored: IgnoredCounts = {};

  function count(reason: IgnoredReason | null): void {
    if (reason !== null) ignored[reason] = (ignored[reason] ?? 0) + 1;
  }

  function take(event: WorldEvent): void {
    const before = world;
    const step = takeStep(before, event, knowledge);
    world = step.world;
    count(step.ignored);
    if ("target" in event) learnPlacements(before, world, learned);
  }

  return {
    /**
     * Takes one event.
     * @returns the field that is wrong where the line holds a feed that is no feed document; else null
     */
    take(line: Exclude<EventLine, AskLine>): string | null {
      const at = epoch + line.t;
      if (line.event === "restart") {
        // All that survives is what storage holds: the world goes through its stored form, as in the browser.
        world = JSON.parse(JSON.stringify(world)) as World;
      } else if (line.event === "feed") {
        const reading = readFeed(line.feed);
        if (!reading.ok) return `feed.${reading.reason}`;
        const feed = line.feed.version === 1 ? withAreasOfTitles(reading.feed) : reading.feed;
        take({ event: "feed", at, feed, local: line.local ?? undefined });
        const list = feed.views?.targets;
        if (list !== undefined && usualTargets.length > 0 && world.targets?.sha256 !== list)
          take({ event: "targets", at, sha256: list, names: usualTargets });
      } else if (start.mode === "basic" && (line.event === "completed" || line.event === "error")) count("basic-access");
      else take(toWorldEvent(line, start.browser, at));
      return null;
    },

    /** Answers a question without changing the world. */
    answer({ t, tabId, site }: AskLine): Answer {
      const ask: Ask = tabId !== undefined ? { tabId } : site !== undefined ? { site } : {};
      const snapshot = takeSnapshot(world, epoch + t);
      const answer = { trace: start.name, t, ask, snapshot, ...diagnoseInFull(snapshot, questionOf(ask)), ignored };
      ignored = {};
      return answer;
    },
  };
}

function questionOf({ tabId, site }: Ask): Question {
  if (tabId !== undefined) return { tabId };
  return site !== undefined ? { site } : "everything";
}
