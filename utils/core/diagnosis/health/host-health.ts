import { MINUTE, SECOND } from "../../time.ts";
import { type Fault, type Host, SAME_LOAD, type Trouble } from "../../world/world.ts";
import { isChronic, isCorner } from "./corner.ts";
import type { RestOfSite } from "./rest-of-site.ts";

// All thresholds in this file are judged (2026-11-23 to 2026-11-30), and checked by `npm run accuracy`.

/** A failure without a later request counts for this long. */
export const FAULT_LIFETIME = 5 * MINUTE;
/** A single failure without a later request, which no tab shows any more, is abandoned after this. */
const ABANDONED_AFTER = 30 * SECOND;
/** A failure that is over remains evidence about the cloud that hosts it for this long: partial outages come and go. */
const WITNESS_LIFETIME = 2 * MINUTE;
/** Below this share of failures, among at least this many requests, one corner of a working site is broken. */
const NOISE_SHARE = 0.15;
const NOISE_REQUESTS = 6;
/** A host counts as recovered once its answers would be less likely than this if the partial outage went on. */
const LUCK_LIMIT = 0.1;
/** The estimate of that outage's share of failures stays within these bounds: it comes from few requests. */
const LOWEST_SHARE = 0.3;
const HIGHEST_SHARE = 0.95;
/** A page with at least this many failed calls and no answered one looks broken. */
const CALLS_MISSED = 2;
/** Recovery takes time: no failure for this long, and the first and the last answer this far apart. */
const QUIET = 20 * SECOND;
const STEADY = 15 * SECOND;
/** With at least two answers and no failure for this long it is over, even where failures were few among many requests. */
const QUIET_ENOUGH = 45 * SECOND;
/** With one answer and no failure for this long it is over. */
const QUIET_FOR_GOOD = 2 * MINUTE;
/** A host that answered a call so lately is one that its page asks again and again. */
const POLLED = 3 * MINUTE;
/** Stumbles are fewer than this share of its calls. */
const STUMBLES = 0.2;
/** Calls that failed work again, for the person, after this many answers. */
const ANSWERS_SEEN = 2;
/** Kinds in which one broken connection fails all its requests at once. */
const CONNECTION: ReadonlySet<Fault["kind"]> = new Set(["reset", "network-changed"] as const);

/**
 * The state of a host or a site that failed lately.
 * `failing`: it fails. `recovering`: it answers again, not yet long enough to be sure. `abandoned`: it failed once, and the person
 * went elsewhere. `blip`: a failure too small to mention, with no clean load since. `recovered`: it failed a moment ago and works again.
 */
export type TroubleState = "failing" | "recovering" | "abandoned" | "blip" | "recovered";

export type HostHealth = { state: TroubleState | "fine"; faults: Fault[] };

const FINE: HostHealth = { state: "fine", faults: [] };

/**
 * Judges one host by its recent failures and by what answered since.
 * @param now milliseconds of the epoch
 * @returns its state, with the faults that still count, the oldest first
 */
export function hostHealth(host: Host, trouble: Trouble, rest: RestOfSite, now: number): HostHealth {
  const faults = trouble.faults.filter(({ at }) => now - at <= FAULT_LIFETIME);
  const last = faults.at(-1);
  if (last === undefined || isNoise(trouble)) return FINE;
  const observed = { host, trouble, rest, faults, last, now };
  return pageIsBack(observed) ?? { state: stateOf(observed), faults };
}

function stateOf(observed: Observed): HostHealth["state"] {
  return observed.trouble.answers === 0 ? stateUnanswered(observed) : stateAnswered(observed);
}

/** Where a page that failed has opened since, and only a corner of it fails: the page decides. Null where that is not so. */
function pageIsBack(observed: Observed): HostHealth | null {
  const { faults, rest, now } = observed;
  const since = faults.filter(({ at }) => at > rest.pageOkAt);
  const before = faults.findLast(({ role }) => role === "page");
  if (before === undefined || before.at > rest.pageOkAt || since.length === 0) return null;
  const corner = stateOf({ ...observed, faults: since, trouble: { ...observed.trouble, loads: 1, repeats: since.length - 1 } });
  if (corner !== "blip" && corner !== "fine") return null;
  const quiet = now - before.at;
  return { state: quiet >= QUIET ? stateOnceOver(quiet) : "recovering", faults: faults.filter(({ at }) => at <= before.at) };
}

/** One host with failures that count, and all that bears on its state. */
type Observed = { host: Host; trouble: Trouble; rest: RestOfSite; faults: Fault[]; last: Fault; now: number };

/** Whether failures are few among many answers: one corner of a working site is broken. */
function isNoise({ okRate, faultRate }: Trouble): boolean {
  const requests = okRate + faultRate;
  return requests >= NOISE_REQUESTS && faultRate / requests < NOISE_SHARE;
}

/** A host of which no later load has been answered yet. */
function stateUnanswered(observed: Observed): HostHealth["state"] {
  const { trouble, rest, faults, last, now } = observed;
  const quiet = now - last.at;
  const single = isOneLoad(faults, rest.pageOkAt);
  // The page is shown again, perhaps from a cache, and what it calls answers.
  if (single && last.kind !== "http" && rest.shown !== "failure" && rest.okAt > last.at + SAME_LOAD) return stateOnceOver(quiet);
  // Its pages have opened since, and none of their calls failed.
  if (rest.pageOkAt > last.at && now - rest.pageOkAt >= STEADY && faults.every(({ role }) => role !== "page" && role !== "frame"))
    return stateOnceOver(quiet);
  // The rest of the site has been working for a while, and this host got no further request.
  if (rest.pageOkAt > last.at + MINUTE && quiet > QUIET_FOR_GOOD) return "fine";
  if (isCorner(observed.host, trouble, rest, faults)) return isChronic(observed.host, trouble) ? "fine" : stateOfSlip(quiet);
  if (isStumble(observed)) return stateOfSlip(quiet);
  // Pages open a socket again by themselves when it fails.
  if (single && isOneFailure(faults) && last.role === "socket") return stateOfSlip(quiet);
  // One failure among answers of the same load is a blip. It counts only if its neighbours on the same cloud have blips too.
  if (single && isOneFailure(faults) && trouble.partly > 0) return stateOfSlip(quiet);
  return single && quiet > ABANDONED_AFTER && !isStillShown(observed) ? "abandoned" : "failing";
}

/** Whether a page that asks again and again got one failure among its answers: a person does not notice that. */
function isStumble({ host, trouble, faults, last }: Observed): boolean {
  const isSingle = faults.length === 1 || last.afresh === true;
  if (!isSingle || last.count > 1 || (last.role !== "call" && last.role !== "frame")) return false;
  if ((host.partOkAt ?? 0) <= last.at - POLLED) return false;
  // As the page opens, an answer to the page before it says nothing.
  if (last.onLoad === true && last.beside !== true) return false;
  return faults.length === 1 || trouble.faultRate / (trouble.okRate + trouble.faultRate) < STUMBLES;
}

/** A host that has answered later loads: is that the end of the trouble, or luck in a partial outage? */
function stateAnswered(observed: Observed): HostHealth["state"] {
  const { host, trouble, rest, faults, last, now } = observed;
  const quiet = now - last.at;
  if (isCorner(host, trouble, rest, faults)) return stateOfSlip(quiet);
  // A page that works again after a single failure is fine at once.
  if (isOneLoad(faults, rest.pageOkAt)) return stateOnceOver(quiet);
  // After a single failure since it last worked, a little later.
  const latest = faults.slice(Math.max(0, lastIndexAfresh(faults)));
  if (quiet >= QUIET && rest.pageOkAt > last.at && isOneLoad(latest, 0)) return stateOnceOver(quiet);
  // If it still failed at the rate it had, how likely would this many answers in a row be?
  const others = Math.max(trouble.faultRate, trouble.okRate + trouble.faultRate - trouble.answers);
  const share = Math.min(HIGHEST_SHARE, Math.max(LOWEST_SHARE, trouble.faultRate / others));
  const luck = (1 - share) ** trouble.answers;
  const settled = luck <= LUCK_LIMIT && quiet >= QUIET && host.okAt - last.at >= STEADY;
  const isBack = rest.pageOkAt > last.at && now - rest.pageOkAt >= QUIET;
  if (settled || isBack || (trouble.answers >= 2 && quiet >= QUIET_ENOUGH) || quiet >= QUIET_FOR_GOOD) return stateOnceOver(quiet);
  return luck <= LUCK_LIMIT || isSeenToWork(observed) ? "recovering" : "failing";
}

/** Whether the person sees it work: the page that failed has opened, or the calls that failed have been answered more than once. */
function isSeenToWork({ trouble, rest, faults, last }: Observed): boolean {
  if (rest.pageOkAt > last.at) return true;
  return faults.every(({ role }) => role !== "page") && trouble.answers >= ANSWERS_SEEN;
}

/** A failure too small to mention: evidence for a while, then nothing. */
function stateOfSlip(quiet: number): "blip" | "fine" {
  return quiet <= WITNESS_LIFETIME ? "blip" : "fine";
}

function stateOnceOver(quiet: number): "recovered" | "fine" {
  return quiet <= WITNESS_LIFETIME ? "recovered" : "fine";
}

function lastIndexAfresh(faults: Fault[]): number {
  return faults.findLastIndex(({ afresh }) => afresh);
}

/** Whether the faults are one failure of a part of the page; all that one broken connection takes with it is one. */
function isOneFailure(faults: Fault[]): boolean {
  return faults.every(({ role, kind, count }) => role !== "page" && (CONNECTION.has(kind) || (count === 1 && faults.length === 1)));
}

/** Whether a tab still shows the failure: a page that did not open, or one that opened and whose calls all fail. */
function isStillShown({ rest: { shown, pageOkAt }, trouble, faults, last }: Observed): boolean {
  if (shown !== "page") return shown === "failure";
  const calls = faults.reduce((sum, { role, count }) => sum + (role === "call" || role === "socket" ? count : 0), 0);
  return calls >= CALLS_MISSED && trouble.partly === 0 && pageOkAt <= last.at;
}

/**
 * When the present trouble of a host began: with the last fault before which the host had answered, and not failed for so long that it
 * was clear; else with the first.
 * @returns milliseconds of the epoch; 0 without a fault
 */
export function beganAgainAt(faults: readonly Fault[]): number {
  const again = faults.findLast(({ at, afresh }, index) => afresh === true && at - (faults[index - 1]?.at ?? at) >= QUIET_ENOUGH);
  return (again ?? faults[0])?.at ?? 0;
}

/** Whether all failures belong to one load: close together, with no other page of the site between them, not even an error page. */
function isOneLoad(faults: Fault[], pageOkAt: number): boolean {
  const first = faults[0]?.at ?? 0;
  const last = faults.at(-1)?.at ?? 0;
  if (last - first > SAME_LOAD || (pageOkAt > first && pageOkAt <= last)) return false;
  return !faults.some(({ at, role }) => role === "page" && at > first);
}
