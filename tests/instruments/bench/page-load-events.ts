import * as v from "valibot";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import type { Place } from "../../../utils/core/providers/place.ts";
import { type EventLine, eventLines, startLine, type TraceStart } from "../../../utils/core/trace/events-schema.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { createReplayedBrowser } from "../../../utils/core/trace/replayed-browser.ts";
import { toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { learnPlacements } from "../../../utils/core/world/learned-hosts.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import { makeSession } from "../page-loads/session.ts";
import type { Quantiles } from "../page-loads/shape.ts";
import type { Browser } from "../scenarios/trace-event.ts";
import { builtTable } from "./browsing/built-table.ts";
import { clocked } from "./clocked.ts";
import type { Figure } from "./outcome.ts";
import { median, quantile } from "./statistics.ts";

/** A dense session: heavy pages 17 s apart for an hour. It meets some 1,500 hosts, of which those of forty sites were visited. */
const DENSE = { pages: [180, 180], between: [0, 500, 1500, 10_000, 25_000, 30_000, 35_000] satisfies Quantiles, tabs: [8, 8] } as const;
const EVENTS = 10_000;
/** One pass before these is left out: it also pays for the compiler. */
const PASSES = 3;

type Traffic = { start: TraceStart; lines: EventLine[] };

/**
 * What one event costs where each page asks something of 60 to 300 hosts, and how long a replay of many takes. In processor time of the
 * one thread: on a busy machine a mean by the clock is that of its interruptions.
 */
export async function pageLoadEvents(): Promise<Figure[]> {
  const traffic = denseTraffic("chromium");
  const replayed = replay(traffic);
  const other = replay(denseTraffic("firefox"));
  const { passes, costs, sites, hosts } = await eventCosts(traffic);
  return [
    {
      what: "one event of traffic shaped like real pages, mean",
      value: median(passes),
      unit: "µs",
      budget: { atMost: 20 },
      reference: `by the clock: median ${median(costs).toFixed(2)} µs, p99 ${quantile(costs, 0.99).toFixed(1)} µs`,
      detail: `reduce and the placements to learn; ${costs.length} events of ${DENSE.pages[0]} pages, ${hosts} hosts; ${sites} sites in the world at the end`,
    },
    {
      what: `${EVENTS.toLocaleString("en")} such events with their asks, replayed`,
      value: replayed.seconds,
      unit: "s",
      budget: { atMost: 0.5 },
      reference: `as Firefox tells it: ${other.seconds.toFixed(2)} s`,
      detail: `${replayed.asks} asks among them`,
    },
  ];
}

/** Runs some work and returns the processor time that this thread took for it, microseconds. */
function processorTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

function denseTraffic(browser: Browser): Traffic {
  const [first, ...rest] = makeSession("dense", browser, DENSE).events;
  const lines = rest.flatMap((line) => {
    const schema = Object.hasOwn(eventLines, line.event) ? eventLines[line.event as keyof typeof eventLines] : undefined;
    return schema === undefined ? [] : [v.parse(schema, line)];
  });
  return { start: v.parse(startLine, first), lines };
}

function replay({ start, lines }: Traffic): { seconds: number; asks: number } {
  const taken = lines.slice(0, EVENTS);
  const took = processorTime(() => {
    const browser = createReplayedBrowser(start, replayKnowledge);
    for (const line of taken) {
      if (line.event === "ask") browser.answer(line);
      else browser.take(line);
    }
  });
  return { seconds: took / 1e6, asks: taken.filter(({ event }) => event === "ask").length };
}

async function eventCosts({ start, lines }: Traffic) {
  const table = (await builtTable())?.table;
  const extraRanges = start.ranges.map(({ cidr, provider, region }) => ({ cidr, provider, region: region ?? null }));
  const locator = createLocator(table === undefined ? { extraRanges } : { extraRanges, table });
  const events = lines.flatMap((line) => {
    if (line.event === "ask" || line.event === "feed" || line.event === "restart") return [];
    return [toWorldEvent(line, start.browser, Date.parse(start.epoch) + line.t)];
  });
  const hosts = new Set(events.flatMap((event) => ("target" in event ? [event.target.host] : []))).size;
  /** A browser that has seen nothing. @returns what takes the next event into it, and its number of sites */
  const newBrowser = () => {
    const learned = new Map<string, Place>();
    const knowledge: Knowledge = { ...locator, learned: (host) => learned.get(host) ?? null };
    let world = emptyWorld(start.browser, "full");
    const take = (event: WorldEvent): void => {
      const before = world;
      world = reduce(world, event, knowledge);
      learnPlacements(before, world, learned);
    };
    return { take, sites: () => Object.keys(world.sites).length };
  };
  const passes = Array.from({ length: 1 + PASSES }, () => {
    const { take } = newBrowser();
    return processorTime(() => events.forEach(take)) / events.length;
  });
  const browser = newBrowser();
  const costs = clocked(events, browser.take);
  return { passes: passes.slice(1), costs, sites: browser.sites(), hosts };
}
