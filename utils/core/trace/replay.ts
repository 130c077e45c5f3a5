import * as v from "valibot";
import { type Diagnosis, diagnoseInFull, type Question } from "../diagnosis/diagnose.ts";
import { type Snapshot, takeSnapshot } from "../diagnosis/health/snapshot.ts";
import { readFeed } from "../feed/feed.ts";
import type { Knowledge } from "../providers/knowledge.ts";
import type { WorldEvent } from "../world/events.ts";
import { learnPlacements } from "../world/learned-hosts.ts";
import { reduce } from "../world/reduce.ts";
import { emptyWorld, type World } from "../world/world.ts";

/**
 * Reads traces (JSON Lines, version 1) and replays them through the same reducer and diagnosis as the background, with the
 * clock of the trace. A trace is a test case, a bug report and a demonstration at once.
 */

const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const wholeNumber = v.pipe(v.number(), v.integer());
const flag = v.optional(v.nullish(v.boolean()));
const words = v.optional(v.nullish(v.string()));
const spent = v.optional(v.nullish(milliseconds));
const isoTime = v.pipe(
  v.string(),
  v.check((text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)), "not an ISO time"),
);

const range = v.object({ cidr: v.string(), provider: v.string(), region: words });
const learnedHost = v.object({ host: v.string(), provider: v.string(), region: words, seen: isoTime });

const standInService = v.object({
  id: v.string(),
  name: v.string(),
  domains: v.array(v.string()),
  on: v.optional(v.array(v.string()), []),
  owner: v.exactOptional(v.string()),
});

const start = v.object({
  t: milliseconds,
  event: v.literal("start"),
  trace: v.literal(1),
  name: v.string(),
  browser: v.picklist(["chromium", "firefox"]),
  epoch: isoTime,
  mode: v.optional(v.picklist(["full", "basic"]), "full"),
  ranges: v.optional(v.array(range), []),
  learned: v.optional(v.array(learnedHost), []),
  /** Beyond the format: where names are replaced by stand-ins, the services that the replaced ones belong to. */
  services: v.optional(v.array(standInService)),
});

const request = { t: milliseconds, tabId: wholeNumber, url: v.string() };
const facts = { ip: words, proxied: flag, initiator: words, documentId: words, ms: spent };

const events = {
  completed: v.object({
    ...request,
    event: v.literal("completed"),
    type: v.string(),
    status: v.pipe(wholeNumber, v.minValue(0), v.maxValue(999)),
    fromCache: flag,
    ...facts,
  }),
  error: v.object({ ...request, event: v.literal("error"), type: v.string(), error: v.string(), ...facts }),
  "navigation-error": v.object({ ...request, event: v.literal("navigation-error"), error: v.string(), ms: spent }),
  "navigation-completed": v.object({ ...request, event: v.literal("navigation-completed") }),
  online: v.object({ t: milliseconds, event: v.literal("online") }),
  offline: v.object({ t: milliseconds, event: v.literal("offline") }),
  connectivity: v.object({
    t: milliseconds,
    event: v.literal("connectivity"),
    result: v.picklist(["reached", "captive", "unreachable"]),
    skew: v.optional(v.nullish(v.pipe(v.number(), v.finite()))),
  }),
  feed: v.object({ t: milliseconds, event: v.literal("feed"), feed: v.record(v.string(), v.unknown()) }),
  "feed-failed": v.object({ t: milliseconds, event: v.literal("feed-failed"), mirror: v.string(), error: v.string() }),
  "tab-closed": v.object({ t: milliseconds, event: v.literal("tab-closed"), tabId: wholeNumber }),
  restart: v.object({ t: milliseconds, event: v.literal("restart") }),
  ask: v.object({ t: milliseconds, event: v.literal("ask"), tabId: v.optional(wholeNumber), site: v.optional(v.string()) }),
} as const;

const timed = v.object({ t: milliseconds, event: v.string() });

export type TraceStart = v.InferOutput<typeof start>;
export type Ask = { tabId?: number | undefined; site?: string | undefined };
export type Answer = Diagnosis & { trace: string; t: number; ask: Ask; snapshot: Snapshot };
/** A line that is no valid event: its number from 1, and what is wrong with which field. */
export type TraceProblem = { line: number; field: string; problem: string };

/** What a replay needs to know of hosts and addresses: made from the start line's `ranges` and what the caller knows. */
export type KnowledgeFor = (start: TraceStart, learned: Map<string, { provider: string; region: string | null }>) => Knowledge;

function problemOf(issue: v.BaseIssue<unknown>, line: number): TraceProblem {
  return { line, field: v.getDotPath(issue) ?? "line", problem: issue.message };
}

/**
 * Replays one trace.
 * @param lines the file's lines, without their ends; a byte-order mark and a carriage return are forgiven
 * @yields an answer for each `ask`; the generator returns null, or the problem that stopped it
 */
export function* replayTrace(lines: Iterable<string>, knowledgeFor: KnowledgeFor): Generator<Answer, TraceProblem | null> {
  let number = 0;
  let before = 0;
  let head: TraceStart | null = null;
  let world: World | null = null;
  let knowledge: Knowledge | null = null;
  let epoch = 0;
  const learned = new Map<string, { provider: string; region: string | null }>();

  for (const raw of lines) {
    number++;
    const text = (number === 1 ? raw.replace(/^\uFEFF/, "") : raw).trim();
    if (text === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { line: number, field: "line", problem: "not JSON" };
    }
    const moment = v.safeParse(timed, value);
    if (!moment.success) return problemOf(moment.issues[0], number);
    const { t, event } = moment.output;
    if (t < before) return { line: number, field: "t", problem: `goes back from ${before} to ${t}` };
    before = t;

    if (event === "start") {
      if (head !== null) return { line: number, field: "event", problem: "a second start" };
      const read = v.safeParse(start, value);
      if (!read.success) return problemOf(read.issues[0], number);
      head = read.output;
      epoch = Date.parse(head.epoch);
      for (const { host, provider, region } of head.learned) learned.set(host, { provider, region: region ?? null });
      try {
        knowledge = knowledgeFor(head, learned);
      } catch (cause) {
        return { line: number, field: "ranges", problem: cause instanceof Error ? cause.message : String(cause) };
      }
      world = emptyWorld(head.browser, head.mode);
      continue;
    }
    if (head === null || world === null || knowledge === null)
      return { line: number, field: "event", problem: `"${event}" before any start` };
    if (!Object.hasOwn(events, event)) return { line: number, field: "event", problem: `unknown event "${event}"` };
    const read = v.safeParse(events[event as keyof typeof events], value);
    if (!read.success) return problemOf(read.issues[0], number);
    const line = read.output;
    const now = epoch + t;

    if (line.event === "ask") {
      const ask: Ask = line.tabId !== undefined ? { tabId: line.tabId } : line.site !== undefined ? { site: line.site } : {};
      const snapshot = takeSnapshot(world, now);
      yield { trace: head.name, t, ask, snapshot, ...diagnoseInFull(snapshot, questionOf(ask)) };
      continue;
    }
    if (line.event === "restart") {
      // All that survives is what storage holds: the world goes through its stored form, as in the browser.
      world = JSON.parse(JSON.stringify(world)) as World;
      continue;
    }
    if (line.event === "feed") {
      const feed = readFeed(line.feed);
      if (!feed.ok) return { line: number, field: `feed.${feed.reason}`, problem: "not a feed document" };
      world = reduce(world, { event: "feed", at: now, feed: feed.feed }, knowledge);
      continue;
    }
    if (head.mode === "basic" && (line.event === "completed" || line.event === "error")) continue;
    const { t: _, ...rest } = line;
    const next = reduce(world, withoutNulls({ ...rest, at: now }) as WorldEvent, knowledge);
    if ("url" in line) learnPlacements(world, next, learned);
    world = next;
  }
  return head === null ? { line: Math.max(1, number), field: "event", problem: "no start" } : null;
}

function questionOf(ask: Ask): Question {
  if (ask.tabId !== undefined) return { tabId: ask.tabId };
  return ask.site !== undefined ? { site: ask.site } : "everything";
}

function withoutNulls(value: { [key: string]: unknown }): { [key: string]: unknown } {
  for (const key of Object.keys(value)) if (value[key] === null) delete value[key];
  return value;
}
