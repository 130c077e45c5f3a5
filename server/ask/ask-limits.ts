import { MINUTE } from "../../utils/core/time.ts";
import { createConcealer } from "../reports/conceal.ts";
import type { Network } from "../reports/network-prefix.ts";
import { createRateLimit } from "../reports/rate-limit.ts";

/** Questions of one /24 or /48 in a minute: several people who try one site after another. Judged, as the next two. */
const PER_PREFIX = 20;
/** Measurements that one network causes in a minute: many addresses of one owner must not use up what is for all. */
const PER_NETWORK = 120;
/** Measurements in a minute: with one of 10 s each a hundred at a time, so it is reached where hosts answer sooner. */
const IN_ALL = 600;

export type AskLimits = {
  /** Counts a question. False where its sender has asked too much. */
  allowsQuestion(sender: Network | null): boolean;
  /** Counts a measurement. False where its sender, or all together, have caused too many. */
  allowsMeasurement(sender: Network | null): boolean;
  /** Milliseconds until counting begins anew. */
  pause(): number;
};

/** Limits of the current minute, in memory. Prefixes are counted by a hash with a salt of this process. */
export function createAskLimits(now: () => number): AskLimits {
  const conceal = createConcealer();
  const ofPrefixes = createRateLimit(PER_PREFIX);
  const ofNetworks = createRateLimit(PER_NETWORK);
  const ofAll = createRateLimit(IN_ALL);
  const minute = () => Math.floor(now() / MINUTE);
  return {
    allowsQuestion: (sender) => ofPrefixes.allows(sender === null ? "unknown" : conceal(sender.prefix), minute()),
    allowsMeasurement: (sender) => ofNetworks.allows(sender?.network ?? "unknown", minute()) && ofAll.allows("all", minute()),
    pause: () => (minute() + 1) * MINUTE - now(),
  };
}
