import type { Fault } from "../../world/world.ts";

/**
 * How much a fault counts, 0 to 1. A person notices a page and what its calls bring, a frame less; that somebody gave up
 * waiting is a weak sign, and so is an error that names nothing.
 */
export function faultWeight({ role, kind }: Pick<Fault, "role" | "kind">): number {
  if (kind === "slow" || role === "frame") return 0.5;
  return kind === "ambiguous" ? 0.7 : 1;
}
