import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";
import type { MeasuredTarget } from "./targets.ts";

/** robots.txt is read anew after this (RFC 9309 asks for no more than a day). */
const GOOD_FOR = DAY;
/** After a failure: the target may have an outage, and its next answer is as good. Judged. */
const RETRY_AFTER = HOUR;

/** What robots.txt of a host says of a path. `unknown`: it could not be read, so nobody knows. */
export type RobotsWord = "allowed" | "forbidden" | "unknown";

export type Robots = {
  /** Whether robots.txt of the target's host must be read before it is asked again. */
  isDue(target: MeasuredTarget, now: number): boolean;
  read(target: MeasuredTarget, now: number): Promise<void>;
  forbids(target: MeasuredTarget): boolean;
};

/**
 * Keeps what the hosts of front pages say to programs. Names that a vendor documents for checks are asked without: nobody crawls them. A
 * host whose robots.txt was never read is not asked.
 */
export function createRobots(ask: (target: MeasuredTarget) => Promise<RobotsWord>): Robots {
  const words = new Map<string, { word: RobotsWord; due: number }>();
  return {
    isDue: (target, now) => isFrontPage(target) && (words.get(target.id)?.due ?? Number.NEGATIVE_INFINITY) <= now,
    async read(target, now) {
      const word = await ask(target);
      const before = words.get(target.id)?.word ?? "unknown";
      // What was read before still holds while the host does not answer.
      words.set(
        target.id,
        word === "unknown" ? { word: before, due: now + (before === "unknown" ? MINUTE : RETRY_AFTER) } : { word, due: now + GOOD_FOR },
      );
    },
    forbids: (target) => isFrontPage(target) && words.get(target.id)?.word !== "allowed",
  };
}

/** Only front pages are crawled by anybody. */
export function isFrontPage({ path }: MeasuredTarget): boolean {
  return path === "/";
}
