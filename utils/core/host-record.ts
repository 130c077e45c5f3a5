import type { Observation } from "./observation.ts";
import { MINUTE, SECOND } from "./time.ts";
import { FAULTS_KEPT, type Fault, type Host } from "./world.ts";

/** A repeat of the same failure within this time is the browser's own retry; later it is the person's. */
const REPEAT = 2 * SECOND;
/** Answers of a host in good health are noted at most this often: the second answer of a second teaches nothing. */
const ANSWER_SPACING = 1 * SECOND;
/** Counts of answers and faults are halved in this time, so that the share of failures follows the last minutes. */
const HALF_LIFE = 1 * MINUTE;

function decayed(rate: number, since: number, at: number): number {
  return since === 0 || rate === 0 ? rate : rate * 2 ** (-(at - since) / HALF_LIFE);
}

/** Adds an answer. Returns the same record where it teaches nothing. */
export function recordAnswer(host: Host, observation: Observation): Host {
  const { at, role } = observation;
  const troubled = host.faults.length > 0;
  if (!troubled && host.okAt > 0 && at - host.okAt < ANSWER_SPACING && (role !== "page" || at - host.pageOkAt < ANSWER_SPACING))
    return host;
  return {
    ...host,
    okAt: at,
    pageOkAt: role === "page" ? at : host.pageOkAt,
    okSince: troubled ? host.okSince + 1 : 0,
    okSinceAt: troubled ? (host.okSince === 0 ? at : host.okSinceAt) : 0,
    okRate: troubled ? round(decayed(host.okRate, host.rateAt, at) + 1) : host.okRate,
    faultRate: troubled ? round(decayed(host.faultRate, host.rateAt, at)) : host.faultRate,
    rateAt: troubled ? at : host.rateAt,
  };
}

/** Adds a fault, unless it repeats the last one at once. */
export function recordFault(host: Host, observation: Observation): Host {
  const { at, role, fault, status, weight, tabId } = observation;
  if (fault === null) return host;
  const last = host.faults.at(-1);
  if (last !== undefined && at - last.at < REPEAT && last.role === role && last.kind === fault.kind) return host;
  const noted: Fault = { at, role, kind: fault.kind, failure: fault.failure, evidence: fault.evidence, status, weight, tabId };
  // Before its first fault a host keeps no rates; the answers of the last minute stand in for them.
  const answers = host.rateAt === 0 ? (host.okAt > 0 && at - host.okAt < HALF_LIFE ? 2 : 0) : decayed(host.okRate, host.rateAt, at);
  return {
    ...host,
    okSince: 0,
    okSinceAt: 0,
    okRate: round(answers),
    faultRate: round(decayed(host.faultRate, host.rateAt, at) + 1),
    rateAt: at,
    faults: [...host.faults, noted].slice(-FAULTS_KEPT),
  };
}

function round(rate: number): number {
  return Math.round(rate * 100) / 100;
}
