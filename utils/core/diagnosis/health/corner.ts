import { SECOND } from "../../time.ts";
import type { Fault, Host, Trouble } from "../../world/world.ts";
import type { RestOfSite } from "./rest-of-site.ts";

// All thresholds in this file are judged (2026-11-30), and checked by `npm run accuracy`.

/** Answers this long before the first failure were of the same load. */
const SAME_LOAD_BEFORE = 15 * SECOND;
/** So many failures a load are one call and its retry. */
const CALL_AND_RETRY = 2;
/** A part that fails more than once a load is chronic from so many loads on, if it has never worked. */
const CHRONIC_LOADS = 3;

/**
 * Whether a host that fails is a corner of a working site: a part of its pages that fails in one load after another while the pages open
 * and as much or more of the site answers. What used to work and answers nothing any more is no corner: the page may have lost what
 * it is for.
 */
export function isCorner(host: Host, trouble: Trouble, rest: RestOfSite, faults: readonly Fault[]): boolean {
  const [first] = faults;
  if (first === undefined || rest.pageOkAt === 0 || rest.shown === "failure") return false;
  if (faults.some(({ role }) => role === "page")) return false;
  // The page is a part that answers, too.
  if (rest.partsFailing > rest.partsAnswering + 1) return false;
  const answers = first.beside === true || (host.partOkAt ?? 0) >= first.at;
  if (!answers && hasWorked(host)) return false;
  const isOnLoad = faults.every(({ onLoad }) => onLoad);
  const isOneCall = faults.every(({ count }) => count <= (answers ? CALL_AND_RETRY : 1));
  if (isOnLoad && trouble.repeats === 0 && isOneCall) return true;
  if (hasWorked(host) || rest.partOkAt < first.at - SAME_LOAD_BEFORE) return false;
  // A part that nobody has seen work: it fails as its page opens, or is a connection that the page keeps trying, or has failed for long.
  return faults.every(({ onLoad, role }) => onLoad || role === "socket") || trouble.loads >= CHRONIC_LOADS;
}

/** Whether a corner has failed in so many loads, and nobody has seen it work: it is no part of any trouble of now. */
export function isChronic(host: Host, { loads }: Trouble): boolean {
  return !hasWorked(host) && loads >= CHRONIC_LOADS;
}

/** Whether calls to the host were answered before. */
function hasWorked({ partOkAt }: Host): boolean {
  return partOkAt !== undefined;
}
