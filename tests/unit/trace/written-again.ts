import { diagnose } from "../../../utils/core/diagnosis/diagnose.ts";
import { takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import type { TraceStart } from "../../../utils/core/trace/events-schema.ts";
import { type LoggedEvent, loggedEvent } from "../../../utils/core/trace/logged-event.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import { writeTrace } from "../../../utils/core/trace/write.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import { learnPlacements } from "../../../utils/core/world/learned-hosts.ts";
import { takeStep } from "../../../utils/core/world/reduce.ts";

type Line = { t: number; event: string; [field: string]: unknown };
/** The verdict of each tab and, under the empty key, of the toolbar. */
export type Answers = Map<string, Verdict>;

/**
 * Takes the events of a trace as the background does, saves them, and replays what was saved.
 * @returns the text that was saved, the answers at the end of the first run, and those of the replay
 */
export function writtenAgain(text: string, pseudonyms: boolean): { saved: string; lived: Answers; replayed: Answers } {
  const [start, ...lines] = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line);
  const head = { mode: "full", ranges: [], learned: [], ...start } as unknown as TraceStart;
  const epoch = Date.parse(head.epoch);
  const learned = new Map(head.learned.map(({ host, provider, region }) => [host, { provider, region: region ?? null }]));
  const knowledge = replayKnowledge(head, learned);
  let world = emptyWorld(head.browser, head.mode);
  const log: LoggedEvent[] = [];
  for (const { t, ...rest } of lines) {
    const { event } = rest;
    if (event === "ask") continue;
    if (head.mode === "basic" && (event === "completed" || event === "error")) continue;
    if (event === "restart") {
      log.push({ event, at: epoch + t });
      continue;
    }
    const at = epoch + t;
    const taken =
      event === "feed"
        ? { event: "feed" as const, feed: feedOf(rest.feed), at }
        : toWorldEvent(rest as unknown as ReportLine, head.browser, at);
    const step = takeStep(world, taken, knowledge);
    const kept = loggedEvent(taken, { changed: step.world !== world, ignored: step.ignored });
    if (kept !== null) log.push(kept);
    learnPlacements(world, step.world, learned);
    world = step.world;
  }
  const now = epoch + (lines.at(-1)?.t ?? 0);
  const snapshot = takeSnapshot(world, now);
  const lived: Answers = new Map([["", diagnose(snapshot, "everything")]]);
  for (const [id, tab] of Object.entries(world.tabs))
    if (tab.site !== null || tab.loading !== null) lived.set(id, diagnose(snapshot, { tabId: Number(id) }));
  const saved = writeTrace({ name: head.name, events: log, snapshot, knowledge, pseudonyms });
  return { saved, lived, replayed: replayed(saved) };
}

function feedOf(value: unknown) {
  const reading = readFeed(value);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.feed;
}

function replayed(saved: string): Answers {
  const answers: Answers = new Map();
  const replay = replayTrace(saved.split("\n"), replayKnowledge);
  let step = replay.next();
  while (!step.done) {
    answers.set(step.value.ask.tabId === undefined ? "" : String(step.value.ask.tabId), step.value.verdict);
    step = replay.next();
  }
  if (step.value !== null) throw new Error(`what was saved is no trace: ${JSON.stringify(step.value)}`);
  return answers;
}

/** A verdict without names: what must be the same whether or not they were replaced. */
export function nameless({ scope, cause, subject, site }: Verdict) {
  return { scope, cause, on: scope === "provider" ? subject : null, isOwn: subject !== null && subject === site };
}

/** Answers without names, by tab. */
export function namelessAnswers(answers: Answers) {
  return Object.fromEntries([...answers].map(([tab, verdict]) => [tab, nameless(verdict)]));
}
