import type { Watched } from "../../../server/detect/detector.ts";
import { readStreamLine, type StreamProblem, type StreamReplay } from "../../../server/replay/replay.ts";
import type { FeedAnswer } from "../../../server/replay/replayed-feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { bucketStart, bucketText } from "../../../utils/core/reports/report.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { poisson, type Random, randomFrom } from "../../instruments/simulation/random.ts";

/** Monday noon, UTC. Minutes of a recording count from here. */
const NOON = Date.parse("2026-03-02T12:00:00Z");

export type Answer = FeedAnswer & { t: string };
type Line = { t: number; fields: object };

/** Ten services on `aws/us-east-1` (`s0` … `s9`), ten on `gcp/us-central1` (`s10` … `s19`). */
export const TWENTY: Watched[] = Array.from({ length: 20 }, (_, index) => ({
  id: `s${index}`,
  on: [index < 10 ? "aws/us-east-1" : "gcp/us-central1"],
}));

export type Sender = { on?: string | null; prefix?: string; network?: string; country?: string; failure?: string };

/** Builds a stream of the detector's format, line by line or by rates. */
export type Recording = {
  random: Random;
  /** One report at a minute (fractions are seconds). Without a sender: a new prefix on one of ninety networks. */
  report(minute: number, service: string, sender?: Sender): void;
  /** Reports at random, `aMinute` on average, each from another person unless `sender` chooses one. */
  rate(from: number, to: number, aMinute: number, service: string, sender?: (count: number) => Sender): void;
  /** Stray reports on every service. */
  strays(from: number, to: number, aMinute?: number): void;
  active(minute: number, installs: number, countries?: { [country: string]: number }): void;
  official(minute: number, incident: Incident): void;
  line(minute: number, fields: object): void;
  lines(): string[];
  /** Answers at these minutes. */
  ask(minutes: number[]): Answer[];
};

export function record(seed: number, services: Watched[] = TWENTY, baseline: { [id: string]: number } = {}): Recording {
  const random = randomFrom(seed);
  const lines: Line[] = [];
  let people = 0;

  const line = (minute: number, fields: object) => void lines.push({ t: NOON + minute * MINUTE, fields });
  const report: Recording["report"] = (minute, service, sender = {}) => {
    const t = NOON + minute * MINUTE;
    const bucket = bucketText(bucketStart(t));
    const on = sender.on === undefined ? (services.find(({ id }) => id === service)?.on[0] ?? null) : sender.on;
    line(minute, {
      event: "report",
      report: { v: 1, service, on, failure: sender.failure ?? "http.error", bucket },
      prefix: sender.prefix ?? `p${people++}`,
      network: sender.network ?? `AS${1 + Math.floor(90 * random() ** 2)}`,
      country: sender.country ?? "US",
    });
  };
  const rate: Recording["rate"] = (from, to, aMinute, service, sender) => {
    let sent = 0;
    for (let minute = from; minute < to; minute++) {
      for (let count = poisson(random, aMinute); count > 0; count--) report(minute + random(), service, sender?.(sent++));
    }
  };
  const sorted = () =>
    lines.toSorted((a, b) => a.t - b.t).map(({ t, fields }) => JSON.stringify({ t: new Date(t).toISOString(), ...fields }));

  line(-1 / 60, { event: "start", services, baseline });
  return {
    random,
    report,
    rate,
    line,
    strays: (from, to, aMinute = 0.01) => {
      for (const { id } of services) rate(from, to, aMinute, id);
    },
    active: (minute, installs, countries) => line(minute, { event: "active", installs, countries }),
    official: (minute, incident) => line(minute, { event: "official", incident }),
    lines: sorted,
    ask: (minutes) => {
      for (const minute of minutes) line(minute, { event: "ask" });
      return replay(sorted()).answers;
    },
  };
}

export function every(step: number, from: number, to: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** Replays lines as the command does. */
export function replay(lines: string[]): { answers: Answer[]; skipped: string[]; problem: StreamProblem | null } {
  const answers: Answer[] = [];
  const skipped: string[] = [];
  let stream: StreamReplay = null;
  for (const line of lines) {
    const { replay: next, step } = readStreamLine(stream, line);
    stream = next;
    if (step.kind === "answer") answers.push({ t: step.t, ...step.answer });
    else if (step.kind === "skipped") skipped.push(step.reason);
    else if (step.kind === "broken") return { answers, skipped, problem: step.problem };
  }
  return { answers, skipped, problem: null };
}

/** An official incident that began at a minute of the recording; major and open unless `changes` differ. */
export function officialIncident(minute: number, changes: Partial<Incident> = {}): Incident {
  const t = new Date(NOON + minute * MINUTE).toISOString();
  return {
    id: "aws-official-1",
    provider: "aws",
    region: "us-east-1",
    areas: [],
    services: ["ec2"],
    site: null,
    severity: "major",
    status: "investigating",
    started: t,
    updated: t,
    resolved: null,
    title: "Increased error rates",
    summary: "We are looking into it.",
    advice: [],
    official: { url: "https://health.aws.amazon.com/", acknowledged: t },
    crowd: null,
    affects: [],
    ...changes,
  };
}
