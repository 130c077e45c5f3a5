import type { IncomingMessage } from "node:http";
import { classifyStatus } from "../../utils/core/net/classify-error.ts";
import type { ErrorClass, FaultKind } from "../../utils/core/net/failure.ts";
import { SECOND } from "../../utils/core/time.ts";
import { readPublicName } from "../net/public-name.ts";
import { pauseOf } from "../net/retry-after.ts";
import { classifyProblem, classifySilence, type Stage } from "./classify.ts";
import { connectToOne, secure, UntrustedCertificate } from "./connection.ts";
import { ask, readBeginning } from "./exchange.ts";
import { INTERNET, type Internet } from "./internet.ts";
import { redirectOf } from "./redirect.ts";
import { Refused } from "./refused.ts";
import type { Target } from "./target.ts";
import type { TlsSessions } from "./tls-sessions.ts";
import { turnsAway } from "./turned-away.ts";
import type { Obstacle, View } from "./view.ts";

/** Milliseconds for all stages and redirects. */
const TIMEOUT = 10 * SECOND;
/** Judged: within one owner two or three are usual (http to https, to www, to a language). */
const MOST_REDIRECTS = 6;

/** Faults of the machine that asks, or of its network. */
const THIS_SIDE: ReadonlySet<FaultKind> = new Set<FaultKind>(["device", "offline", "network-changed", "proxy", "portal"]);

export type ProbeOptions = {
  signal: AbortSignal;
  userAgent: string;
  internet?: Internet;
  /** For whoever asks the same hosts again and again. */
  sessions?: TlsSessions;
};

type Means = { userAgent: string; internet: Internet; sessions: TlsSessions | null };

/** How far a probe has come. */
type Progress = { stage: Stage; status: number | null; pause: number | null; setsCookies: boolean };

/** A judgement of `judge`, without what is the same for all. */
type Finding = { failure: ErrorClass } | { because: Obstacle; reason: string } | { answered: number };

/**
 * Measures one host from here, once: name, connection, TLS with the certificate checked, one GET. Redirects within the owner are followed,
 * at most `MOST_REDIRECTS`; all takes 10 s at most. Only public names, on default ports, at public addresses are connected to: the name
 * is looked up once a hop, each address is checked, and the connection goes to a checked address. Nothing is kept and nothing is logged.
 * Never throws.
 */
export async function probe(target: Target, { signal, userAgent, internet = INTERNET, sessions }: ProbeOptions): Promise<View> {
  const at = new Date().toISOString();
  const start = performance.now();
  // By hand: `AbortSignal.any` on a signal that lives as long as the server holds memory for each probe until it is collected.
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, TIMEOUT);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  const progress: Progress = { stage: "name", status: null, pause: null, setsCookies: false };
  let finding: Finding;
  let ms: number | null = null;
  try {
    const reply = await follow(target, { userAgent, internet, sessions: sessions ?? null }, progress, limit.signal);
    ms = performance.now() - start;
    finding = judgeAnswer(reply);
    progress.stage = "body";
    await readBeginning(reply, limit.signal);
  } catch (problem) {
    finding = judgeProblem(problem, progress, { isStopped: signal.aborted, isLate: limit.signal.aborted });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
  const { status, pause } = progress;
  const measured = { status, ms: Math.round(ms ?? performance.now() - start), at, pause };
  if ("answered" in finding) return { result: "answered", failure: null, ...measured, status: finding.answered };
  if ("failure" in finding) return { result: "failed", ...measured, failure: finding.failure.failure };
  return { result: "no-view", failure: null, ...measured, ...finding };
}

/** Resolves with the headers of the answer at the end of all redirects. */
async function follow(target: Target, means: Means, progress: Progress, signal: AbortSignal): Promise<IncomingMessage> {
  let place: Required<Target> = { path: "/", scheme: "https", ...target };
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const reply = await visit(place, means, progress, signal);
    progress.status = reply.statusCode ?? null;
    progress.pause = pauseOf(reply.headers["retry-after"]);
    progress.setsCookies ||= reply.headers["set-cookie"] !== undefined;
    const next = redirectOf(reply, place);
    if (next === null) return reply;
    reply.destroy();
    place = next;
  }
  throw new EndlessRedirects();
}

class EndlessRedirects extends Error {}

async function visit(
  { host: text, path, scheme }: Required<Target>,
  { userAgent, internet, sessions }: Means,
  progress: Progress,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  progress.stage = "name";
  const name = readPublicName(text);
  if (!name.ok) throw new Refused(name.reason);
  if (!/^\/[\x21-\x7e]*$/.test(path)) throw new Refused("a path begins with a slash and has no spaces");
  const { host } = name;
  const addresses = await internet.lookUp(host, signal);
  const open = addresses.filter(internet.isOpen);
  if (open.length === 0) throw new Refused("this name leads to an address that is not public");
  signal.throwIfAborted();
  progress.stage = "connection";
  const socket = await connectToOne(open, internet.portOf(scheme), signal);
  progress.stage = "tls";
  const secured = scheme === "https" ? await secure(socket, host, internet, signal, sessions) : socket;
  progress.stage = "answer";
  return await ask(secured, { host, path, userAgent }, signal);
}

function judgeAnswer(reply: IncomingMessage): Finding {
  const { statusCode = 0 } = reply;
  if (turnsAway(reply)) return { because: "turned-away", reason: "it turns programs away, or this one" };
  const failure = classifyStatus(statusCode);
  return failure === null ? { answered: statusCode } : judgeClass(failure);
}

function judgeProblem(
  problem: unknown,
  { stage, setsCookies }: Progress,
  { isStopped, isLate }: { isStopped: boolean; isLate: boolean },
): Finding {
  if (problem instanceof Refused) return { because: "refused", reason: problem.message };
  if (isStopped) return { because: "stopped", reason: "it was ended before it was finished" };
  if (isLate) return judgeClass(classifySilence(stage));
  if (problem instanceof EndlessRedirects) {
    if (setsCookies) return { because: "unlike-a-browser", reason: "it redirects without end whoever brings no cookie" };
    return judgeClass(classifyProblem(stage, { code: "TOO_MANY_REDIRECTS" }));
  }
  if (problem instanceof UntrustedCertificate && problem.mayBeCompleted)
    return { because: "unlike-a-browser", reason: "it leaves out a certificate that browsers may have" };
  return judgeClass(classifyProblem(stage, problem));
}

function judgeClass(failure: ErrorClass): Finding {
  // A code that no table knows may be a mistake of ours: it accuses nobody.
  if (THIS_SIDE.has(failure.kind) || failure.kind === "ambiguous")
    return { because: "this-side", reason: "the trouble is at this vantage" };
  if (failure.kind === "client-certificate") return { because: "turned-away", reason: "it asks for a certificate of the visitor" };
  return { failure };
}
