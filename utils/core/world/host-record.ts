import { isVague } from "../net/classify-error.ts";
import { areOneHouse } from "../providers/house.ts";
import { parsePlaceId } from "../providers/place.ts";
import { MINUTE, SECOND } from "../time.ts";
import { FAULTS_KEPT } from "./caps.ts";
import type { Observation } from "./observation.ts";
import type { Fault, Host, Site, Trouble } from "./world.ts";

/*
 * All of these are judged; none is fitted to data.
 */

/** A repeat of the same failure within this time is the browser's or the page's own retry; a later one is the person's. */
const REPEAT = 2 * SECOND;
/** A fault counts at most this many repeats. */
const REPEATS_COUNTED = 20;
/** Answers this close to a failure belong to the same load: they show that it failed in part, not that the trouble is over. */
const SAME_MOMENT = 3 * SECOND;
/** What a page asks for so soon after it opened is a part of its load. */
const LOAD = 15 * SECOND;
/** Trouble that was over for so long does not belong to a new failure; for less, where both are of the same kind. */
const OVER_FOR_GOOD = 2 * MINUTE;
const OVER_FOR_ANOTHER_KIND = 45 * SECOND;
/** Answers of a host in good health are recorded at most this often. */
const ANSWER_SPACING = 1 * SECOND;
/** Counts of answers and failures are halved in this time, so that the share of failures follows the last minutes. */
const HALF_LIFE = 1 * MINUTE;
/** Answers in the minute before the first failure were not counted one by one; together they count as this many. */
const ANSWERS_BEFORE = 2;
/** A failure that took so long began with its load. */
const LONG_WAIT = 3 * SECOND;
/** Trouble that has been over for this long is dropped. */
const TROUBLE_LIFETIME = 15 * MINUTE;

/** When a host last failed, milliseconds of the epoch; 0 for never. */
export function lastFaultAt(host: Host): number {
  return host.trouble?.faults.at(-1)?.at ?? 0;
}

/** When any host of a site last failed, milliseconds of the epoch; 0 for never. */
export function lastFaultOf({ hosts }: Pick<Site, "hosts">): number {
  return Math.max(0, ...Object.values(hosts).map(lastFaultAt));
}

/** When a host last answered or failed, milliseconds of the epoch; 0 for never. */
export function lastSeenAt(host: Host | undefined): number {
  return host === undefined ? 0 : Math.max(host.okAt, lastFaultAt(host));
}

/** Adds an answer. Returns the same record where it adds nothing. */
export function recordAnswer(host: Host, observation: Observation): Host {
  const { at, role } = observation;
  const { trouble } = host;
  const last = trouble?.faults.at(-1);
  const part = role === "page" ? {} : { partOkAt: at };
  if (trouble === null || last === undefined || at - last.at > TROUBLE_LIFETIME) {
    const last = role === "page" ? host.okAt : (host.partOkAt ?? 0);
    if (trouble === null && last > 0 && at - last < ANSWER_SPACING) return host;
    return { ...host, ...part, okAt: at, trouble: null };
  }
  // A page that opens is a new load, however soon it comes.
  const partly = at - last.at < SAME_MOMENT && role !== "page" && trouble.answers === 0;
  return {
    ...host,
    ...part,
    okAt: at,
    trouble: {
      ...trouble,
      partly: trouble.partly + (partly ? 1 : 0),
      answers: trouble.answers + (partly ? 0 : 1),
      okRate: round(decayed(trouble.okRate, trouble.rateAt, at) + 1),
      faultRate: round(decayed(trouble.faultRate, trouble.rateAt, at)),
      rateAt: at,
    },
  };
}

/**
 * Adds a failure. A repeat of the last one within a moment only raises the count of that one, unless a page opened in between.
 * @param pageOkAt when a page of the site last opened, from a cache too, milliseconds of the epoch
 * @returns the same record where the repeats are beyond what is counted
 */
export function recordFault(host: Host, observation: Observation, pageOkAt: number): Host {
  const { at, role, fault, status, writer, lead, caller, ms } = observation;
  if (fault === null) return host;
  const old = isPast(host.trouble, fault, at) ? null : host.trouble;
  const last = old?.faults.at(-1);
  const rates = {
    okRate: round(old === null ? answersBefore(host, at) : decayed(old.okRate, old.rateAt, at)),
    faultRate: round((old === null ? 0 : decayed(old.faultRate, old.rateAt, at)) + 1),
    rateAt: at,
  };
  // Firefox tells a sentence that nobody can read twice where its number told once what failed.
  const alike = last?.kind === fault.kind || isVague(fault);
  const repeats = last !== undefined && at - last.at < REPEAT && last.role === role && alike && pageOkAt <= last.at;
  if (old !== null && repeats) {
    if (last.count >= REPEATS_COUNTED) return host;
    const faults = [...old.faults.slice(0, -1), { ...last, count: last.count + 1 }];
    return { ...host, trouble: { ...old, faults, answers: 0, ...rates } };
  }
  const added: Fault = { at, role, kind: fault.kind, failure: fault.failure, status, count: 1 };
  if (old !== null && old.answers > 0) added.afresh = true;
  if (status === null && ms !== null && ms >= LONG_WAIT) added.began = at - ms;
  if (pageOkAt > 0 && at - pageOkAt <= LOAD) {
    added.onLoad = true;
    if ((host.partOkAt ?? 0) >= pageOkAt) added.beside = true;
  }
  if (writer !== null && isCredible(host, observation)) added.writer = writer;
  if (lead !== null) added.lead = lead;
  if (caller !== null) added.caller = caller;
  const faults = [...(old?.faults ?? []), added].slice(-FAULTS_KEPT);
  // Answers a moment before belong to the same load as those a moment later.
  const partly = role !== "page" && host.okAt >= Math.max(1, pageOkAt) && at - host.okAt < SAME_MOMENT ? 1 : 0;
  return { ...host, trouble: { faults, partly, answers: 0, ...loadsOf(old, at, pageOkAt), ...rates } };
}

/** Any server can send an edge's headers. Its word counts where the host is known to be hosted there. */
function isCredible({ on, platform }: Host, { writer, front }: Observation): boolean {
  if (writer === "origin" || front === null) return true;
  return platform === front || (on !== null && areOneHouse(parsePlaceId(on).provider, front));
}

/** Whether the trouble was over when another failure came, so that it is no part of it. */
function isPast(old: Trouble | null, { kind }: { kind: Fault["kind"] }, at: number): boolean {
  const last = old?.faults.at(-1);
  if (old === null || last === undefined || old.answers === 0) return false;
  const sameStage = (last.kind === "http") === (kind === "http");
  return at - last.at > (sameStage ? OVER_FOR_GOOD : OVER_FOR_ANOTHER_KIND);
}

/** In how many loads of the site's pages the host failed, with one more failure, and how often it failed again in the same one. */
function loadsOf(old: Trouble | null, at: number, pageOkAt: number): Pick<Trouble, "loads" | "repeats"> {
  const last = old?.faults.at(-1);
  if (old === null || last === undefined) return { loads: 1, repeats: 0 };
  const isNew = pageOkAt > last.at && pageOkAt <= at;
  return isNew ? { loads: old.loads + 1, repeats: old.repeats } : { loads: old.loads, repeats: old.repeats + 1 };
}

function answersBefore(host: Host, at: number): number {
  return host.okAt > 0 && at - host.okAt < HALF_LIFE ? ANSWERS_BEFORE : 0;
}

/** A rate after an exponential decay, as of `at`. */
function decayed(rate: number, since: number, at: number): number {
  return since === 0 || rate === 0 ? rate : rate * 2 ** (-(at - since) / HALF_LIFE);
}

function round(rate: number): number {
  return Math.round(rate * 100) / 100;
}
