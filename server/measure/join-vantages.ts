import type { NelType } from "../../utils/core/net/failure.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { withoutOutliers } from "./outliers.ts";
import type { FailingTarget, VantageView } from "./vantage-view.ts";

/** A view counts for this long: a vantage tells a new one every minute, and a late round takes two. Judged (2026-11-30). */
const VIEW_HOLDS = 3 * MINUTE;
/** Clocks of several machines differ by less. */
const CLOCKS_DIFFER = MINUTE;
/** One vantage alone must have seen a target fail in so many rounds. */
const ROUNDS_ALONE = 2;
/** Where so many vantages speak, one alone makes no outage, also where the others cannot see the target. */
const VANTAGES_TO_AGREE = 3;

/** A target that fails: at which vantages, and at which ones it answers. */
export type MeasuredFailure = { target: string; from: string[]; answer: string[]; failure: NelType; since: number };

/** What a vantage does not see, or sees fail, and the others do not; `most` where it sees less than half of the list. */
export type Exceptions = string[] | "most";

/** What the vantages see together. */
export type JointView = {
  /** When the oldest of their rounds ended, milliseconds of the epoch. */
  at: number;
  from: { id: string; country: string | null; asn: number | null; except: Exceptions }[];
  fail: MeasuredFailure[];
  /** Targets that none of them can see. */
  unseen: string[];
  /** Failing at one vantage at least, whether or not that is enough. */
  doubted: string[];
};

/**
 * Joins what several vantages see. A target fails where more than half of the vantages that see it say so, by two rounds of one or one
 * round of two; where three vantages or more speak, two must say so. So of three vantages one that errs or lies neither makes an outage
 * nor unmakes one. A single vantage that sees a target fail while another sees it answer has found a trouble of the way between.
 * @param given what is stored
 * @param targets the list that is published, by its hash; views of another list do not count
 * @returns null where no vantage speaks
 */
export function joinVantages(given: readonly VantageView[], targets: { sha256: string; count: number }, now: number): JointView | null {
  const current = given.filter(({ at, targets: own }) => own === targets.sha256 && now - at <= VIEW_HOLDS && at - now <= CLOCKS_DIFFER);
  const speaking = withoutOutliers(current, targets.count).toSorted((one, other) => (one.vantage < other.vantage ? -1 : 1));
  if (speaking.length === 0) return null;
  const seers = (target: string) => speaking.filter(({ unseen }) => !unseen.includes(target));
  const doubted = [...new Set(speaking.flatMap(({ failing }) => failing.map(({ target }) => target)))].toSorted();
  const fail = doubted.flatMap((target) => failureOf(target, seers(target), speaking.length) ?? []);
  const [first] = speaking;
  const unseen = (first?.unseen ?? []).filter((target) => seers(target).length === 0).toSorted();
  const said = new Set([...fail.map(({ target }) => target), ...unseen]);
  return {
    at: Math.min(...speaking.map(({ at }) => at)),
    from: speaking.map((view) => ({
      id: view.vantage,
      country: view.country,
      asn: view.asn,
      except: exceptionsOf(view, said, targets.count),
    })),
    fail,
    unseen,
    doubted,
  };
}

/** The targets that did not answer this vantage, besides those of which it is said that they answer none. */
function exceptionsOf({ unseen, failing }: VantageView, said: ReadonlySet<string>, count: number): Exceptions {
  if (unseen.length * 2 > count) return "most";
  // One lost round of one vantage is no news.
  const sure = failing.filter(({ rounds }) => rounds >= ROUNDS_ALONE).map(({ target }) => target);
  return [...unseen, ...sure].filter((target) => !said.has(target)).toSorted();
}

function failureOf(target: string, seers: readonly VantageView[], speaking: number): MeasuredFailure | null {
  const failing = seers.flatMap((view) => {
    const own = view.failing.find((failure) => failure.target === target);
    return own === undefined ? [] : [{ vantage: view.vantage, own }];
  });
  const isEnough = failing.length >= 2 || (speaking < VANTAGES_TO_AGREE && failing.some(({ own }) => own.rounds >= ROUNDS_ALONE));
  if (!isEnough || failing.length * 2 <= seers.length) return null;
  const from = failing.map(({ vantage }) => vantage);
  return {
    target,
    from,
    answer: seers.map(({ vantage }) => vantage).filter((vantage) => !from.includes(vantage)),
    failure: commonest(failing.map(({ own }) => own)),
    since: Math.min(...failing.map(({ own }) => own.since)),
  };
}

/** Of equally common ones the first in the order of the vantages. */
function commonest(failures: readonly FailingTarget[]): NelType {
  const counts = Map.groupBy(failures, ({ failure }) => failure);
  const [best] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return best?.[0] ?? "unknown";
}
