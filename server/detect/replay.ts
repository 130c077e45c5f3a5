import * as v from "valibot";
import { readIncident } from "../../utils/core/feed/feed.ts";
import { isKnownPlace } from "../../utils/core/providers/known-places.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";
import { readReport, type Vocabulary } from "../../utils/core/reports/report.ts";
import { advance } from "./close-minute.ts";
import { createDetector, type Detector } from "./detector.ts";
import { ingestActive, ingestOfficial, ingestReport } from "./ingest.ts";
import { type DetectorOutput, detectorOutput } from "./output.ts";

/** A line that is no valid event, and what is wrong with which of its fields. */
export type StreamProblem = { field: string; problem: string };

export type StreamStep =
  | { kind: "taken" }
  /** A report that the feed server would refuse, in one line why. */
  | { kind: "skipped"; reason: string }
  | { kind: "answer"; t: string; answer: DetectorOutput }
  | { kind: "broken"; problem: StreamProblem };

/** A recorded stream being replayed: nothing before `start`. */
export type StreamReplay = { detector: Detector; words: Vocabulary; at: number } | null;

const TAKEN: StreamStep = { kind: "taken" };

const name = v.pipe(v.string(), v.minLength(1));
const start = v.object({
  services: v.array(v.object({ id: name, name: v.optional(name), on: v.nullish(v.array(name), []) })),
  baseline: v.nullish(v.record(v.string(), v.pipe(v.number(), v.finite(), v.minValue(0))), {}),
});

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
  // The order within a minute means nothing to the detector; a step back over a minute's end would change what it has closed.
  if (Math.floor(at / 60_000) < Math.floor(replay.at / 60_000)) {
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
  return { replay: { detector: createDetector({ services, baseline }, at), words: vocabularyOf(services), at }, step: TAKEN };
}

function take(replay: NonNullable<StreamReplay>, line: Fields, at: number): StreamStep {
  switch (line.event) {
    case "report":
      return takeReport(replay, line, at);
    case "active":
      if (typeof line.installs !== "number" || !Number.isFinite(line.installs) || line.installs < 0)
        return broken("installs", "not a count");
      ingestActive(replay.detector, line.installs, at);
      return TAKEN;
    case "official": {
      const read = readIncident(line.incident);
      if (!read.ok) return broken(read.field === "" ? "incident" : `incident.${read.field}`, read.problem);
      ingestOfficial(replay.detector, read.incident, at);
      return TAKEN;
    }
    case "ask":
      advance(replay.detector, at);
      return { kind: "answer", t: line.t as string, answer: detectorOutput(replay.detector) };
    default:
      return broken("event", `unknown event ${JSON.stringify(line.event)}`);
  }
}

function takeReport({ detector, words }: NonNullable<StreamReplay>, line: Fields, at: number): StreamStep {
  const { prefix } = line;
  if (typeof prefix !== "string" || prefix === "") return broken("prefix", prefix === undefined ? "missing" : "not a name");
  const network = line.network ?? standIn(prefix);
  if (typeof network !== "string" || network === "") return broken("network", "not a name");
  if (line.report === undefined) return broken("report", "missing");
  const read = readReport(line.report, words, at);
  if (!read.ok) return { kind: "skipped", reason: read.reason };
  const { service, on, failure } = read.report;
  ingestReport(detector, { service, on, failure, prefix, network }, at);
  return TAKEN;
}

/** Where nobody knows whose network it is the prefix stands in, as a /16 would: eight of them make a quorum. */
function standIn(prefix: string): string {
  return `${prefix}/`;
}

/** The closed list of words: the stream's own services and places, and every place known by name. */
function vocabularyOf(services: { id: string; on: string[] }[]): Vocabulary {
  const listed = new Set(services.flatMap(({ on }) => on));
  const providers = new Set([...listed].map((subject) => parsePlaceId(subject).provider));
  return {
    services: new Set(services.map(({ id }) => id)),
    isPlace: (on) => listed.has(on) || providers.has(on) || isKnownPlace(on) || (isPlain(on) && isNamedHereOnly(on, providers)),
  };
}

/** A provider that only this stream knows may have any region. */
function isNamedHereOnly(on: string, providers: Set<string>): boolean {
  const { provider } = parsePlaceId(on);
  return providers.has(provider) && !isKnownPlace(provider);
}

function isPlain(on: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}\/[a-z0-9][a-z0-9-]{0,39}$/.test(on);
}

function instantOf(t: unknown): number | null {
  if (typeof t !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(t)) return null;
  const at = Date.parse(t);
  return Number.isNaN(at) ? null : at;
}

function broken(field: string, problem: string): StreamStep {
  return { kind: "broken", problem: { field, problem } };
}
