import * as v from "valibot";
import { messageOf } from "../message-of.ts";
import { parseJson } from "../parse-json.ts";
import { anyLine, eventLines, startLine } from "./events-schema.ts";
import { type Answer, createReplayedBrowser, type KnowledgeFor } from "./replayed-browser.ts";

/** A line that is no valid event: its number from 1, and what is wrong with which field. */
export type TraceProblem = { line: number; field: string; problem: string };

/**
 * Reads a trace (JSON Lines, version 1) and replays it through the same reducer and diagnosis as the background, with the clock of
 * the trace. A trace is a test case, a bug report and a demonstration at once.
 * @param lines the file's lines, without their ends; a byte-order mark and a carriage return are accepted
 * @param usualTargets what vantages usually ask, for a trace with views and without the list of targets; none where left out
 * @yields an answer for each `ask`; the generator returns null, or the problem that stopped it
 */
export function* replayTrace(
  lines: Iterable<string>,
  knowledgeFor: KnowledgeFor,
  usualTargets: readonly string[] = [],
): Generator<Answer, TraceProblem | null> {
  let line = 0;
  let before = 0;
  let replayed: ReturnType<typeof createReplayedBrowser> | null = null;

  for (const raw of lines) {
    line++;
    const text = (line === 1 ? raw.replace(/^\uFEFF/, "") : raw).trim();
    if (text === "") continue;
    const value = parseJson(text);
    if (value === undefined) return { line, field: "line", problem: "not JSON" };
    const any = v.safeParse(anyLine, value);
    if (!any.success) return problemOf(any.issues[0], line);
    const { t, event } = any.output;
    if (t < before) return { line, field: "t", problem: `goes back from ${before} to ${t}` };
    before = t;

    if (event === "start") {
      if (replayed !== null) return { line, field: "event", problem: "a second start" };
      const start = v.safeParse(startLine, value);
      if (!start.success) return problemOf(start.issues[0], line);
      try {
        replayed = createReplayedBrowser(start.output, knowledgeFor, usualTargets);
      } catch (cause) {
        return { line, field: "ranges", problem: messageOf(cause) };
      }
      continue;
    }
    if (replayed === null) return { line, field: "event", problem: `"${event}" before any start` };
    if (!Object.hasOwn(eventLines, event)) return { line, field: "event", problem: `unknown event "${event}"` };
    const read = v.safeParse(eventLines[event as keyof typeof eventLines], value);
    if (!read.success) return problemOf(read.issues[0], line);
    if (read.output.event === "ask") {
      yield replayed.answer(read.output);
      continue;
    }
    const wrongField = replayed.take(read.output);
    if (wrongField !== null) return { line, field: wrongField, problem: "not a feed document" };
  }
  return replayed === null ? { line: Math.max(1, line), field: "event", problem: "no start" } : null;
}

function problemOf(issue: v.BaseIssue<unknown>, line: number): TraceProblem {
  return { line, field: v.getDotPath(issue) ?? "line", problem: issue.message };
}
