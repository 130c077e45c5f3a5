import * as v from "valibot";
import { readIncident } from "../../utils/core/feed/incident.ts";
import { readReport, type Vocabulary } from "../../utils/core/reports/report.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { createReplayedFeed, type FeedAnswer, type ReplayedFeed } from "./replayed-feed.ts";
import { vocabularyOf } from "./stream-vocabulary.ts";

/** A line that is no valid event, and what is wrong with which of its fields. */
export type StreamProblem = { field: string; problem: string };

export type StreamStep =
  | { kind: "taken" }
  /** A report that the feed server would refuse, and the reason in one line. */
  | { kind: "skipped"; reason: string }
  | { kind: "answer"; t: string; answer: FeedAnswer }
  | { kind: "broken"; problem: StreamProblem };

/** A recorded stream being replayed; null before its `start`. */
export type StreamReplay = { feed: ReplayedFeed; words: Vocabulary; at: number } | null;

const TAKEN: StreamStep = { kind: "taken" };

const name = v.pipe(v.string(), v.minLength(1));
const start = v.object({
  services: v.array(v.object({ id: name, name: v.optional(name), on: v.nullish(v.array(name), []) })),
  baseline: v.nullish(v.record(v.string(), v.pipe(v.number(), v.finite(), v.minValue(0))), {}),
});

/** Usual shares of countries. */
const shares = v.nullish(v.record(v.string(), v.pipe(v.number(), v.finite(), v.minValue(0))), null);

type Fields = { [field: string]: unknown };

/**
 * Takes one line of a stream (JSON Lines; the format is in `server/README.md`).
 * @returns the replay as it goes on, and what the line led to; after a broken line nothing more may be read
 */
export function readStreamLine(replay: StreamReplay, text: string): { replay: StreamReplay; step: StreamStep } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { replay, step: broken("line", "not JSON") };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { replay, step: broken("line", "not a JSON object") };
  const line = value as Fields;
  const at = instantOf(line.t);
  if (at === null) return { replay, step: broken("t", line.t === undefined ? "missing" : `not an ISO time: ${JSON.stringify(line.t)}`) };
  if (typeof line.event !== "string") return { replay, step: broken("event", line.event === undefined ? "missing" : "not a string") };
  if (line.event === "start") return begin(replay, line, at);
  if (replay === null) return { replay, step: broken("event", `"${line.event}" before any start`) };
  // The order within a minute means nothing to the detector; a step back to an earlier minute would change what it has closed.
  if (Math.floor(at / MINUTE) < Math.floor(replay.at / MINUTE)) {
    return { replay, step: broken("t", `goes back from ${new Date(replay.at).toISOString()} to ${new Date(at).toISOString()}`) };
  }
  replay.at = Math.max(replay.at, at);
  return { replay, step: take(replay, line, at) };
}

function begin(replay: StreamReplay, line: Fields, at: number): { replay: StreamReplay; step: StreamStep } {
  if (replay !== null) return { replay, step: broken("event", "a second start") };
  const read = v.safeParse(start, line);
  if (!read.success) return { replay, step: broken(v.getDotPath(read.issues[0]) ?? "line", read.issues[0].message) };
  const { services, baseline } = read.output;
  return { replay: { feed: createReplayedFeed(services, baseline, at), words: vocabularyOf(services), at }, step: TAKEN };
}

function take(replay: NonNullable<StreamReplay>, line: Fields, at: number): StreamStep {
  const { feed } = replay;
  switch (line.event) {
    case "report":
      return takeReport(replay, line, at);
    case "active":
      if (typeof line.installs !== "number" || !Number.isFinite(line.installs) || line.installs < 0)
        return broken("installs", "not a count");
      return takeInstalls(feed, line.installs, line.countries, at);
    case "official": {
      const read = readIncident(line.incident);
      if (!read.ok) return broken(read.field === "" ? "incident" : `incident.${read.field}`, read.problem);
      feed.official(read.incident, at);
      return TAKEN;
    }
    case "ask":
      return { kind: "answer", t: line.t as string, answer: feed.answer(at) };
    default:
      return broken("event", `unknown event ${JSON.stringify(line.event)}`);
  }
}

function takeInstalls(feed: ReplayedFeed, installs: number, countries: unknown, at: number): StreamStep {
  const read = v.safeParse(shares, countries);
  if (!read.success) return broken(`countries.${v.getDotPath(read.issues[0]) ?? ""}`.replace(/\.$/, ""), read.issues[0].message);
  feed.installs(installs, read.output === null ? null : new Map(Object.entries(read.output)), at);
  return TAKEN;
}

function takeReport({ feed, words }: NonNullable<StreamReplay>, line: Fields, at: number): StreamStep {
  const { prefix } = line;
  if (typeof prefix !== "string" || prefix === "") return broken("prefix", prefix === undefined ? "missing" : "not a name");
  const network = line.network ?? standIn(prefix);
  if (typeof network !== "string" || network === "") return broken("network", "not a name");
  if (line.report === undefined) return broken("report", "missing");
  const read = readReport(line.report, words, at);
  if (!read.ok) return { kind: "skipped", reason: read.reason };
  const { service, on, failure } = read.report;
  feed.report({ service, on, failure, prefix, network, country: countryOf(line.country) }, at);
  return TAKEN;
}

/** Whatever is no code of a country tells none. */
function countryOf(value: unknown): string | null {
  return typeof value === "string" && /^[A-Z]{2}$/.test(value) ? value : null;
}

/** Where the network is not known the prefix takes its place, as a /16 would: eight of them make a quorum. */
function standIn(prefix: string): string {
  return `${prefix}/`;
}

function instantOf(t: unknown): number | null {
  if (typeof t !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(t)) return null;
  const at = Date.parse(t);
  return Number.isNaN(at) ? null : at;
}

function broken(field: string, problem: string): StreamStep {
  return { kind: "broken", problem: { field, problem } };
}
