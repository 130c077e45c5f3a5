import type { Fault } from "../../world/world.ts";

/** A fault that a person hardly notices, or a load that was given up: half a failed page. Judged. */
const HALF_NOTICED = 0.5;
/** An error that names no cause. Judged. */
const AMBIGUOUS = 0.7;

/**
 * How much a fault counts, 0 to 1. A person notices a failed page, and what the calls of a page should have brought; a frame less.
 * That the person stopped waiting is a weak sign, and so is an error that names no cause.
 */
export function faultWeight({ role, kind }: Pick<Fault, "role" | "kind">): number {
  if (kind === "slow" || role === "frame" || role === "socket") return HALF_NOTICED;
  return kind === "ambiguous" ? AMBIGUOUS : 1;
}
