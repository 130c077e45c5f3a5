import type { Fault } from "../world/world.ts";
import type { SiteHealth } from "./site-health.ts";

/**
 * How much a fault counts, 0 to 1. A person notices a page and what its calls bring, a frame less; that somebody gave up
 * waiting is a weak sign, and so is an error that names nothing.
 */
export function faultWeight({ role, kind }: Pick<Fault, "role" | "kind">): number {
  if (kind === "slow" || role === "frame") return 0.5;
  return kind === "ambiguous" ? 0.7 : 1;
}

/** The kind that weighs most among a site's faults; of two alike the later. */
export function dominantKind(site: SiteHealth): Fault["kind"] {
  const weights = new Map<Fault["kind"], number>();
  for (const fault of site.faults) weights.set(fault.kind, (weights.get(fault.kind) ?? 0) + faultWeight(fault));
  let best = site.faults.at(-1)?.kind ?? "ambiguous";
  for (const [kind, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = kind;
  return best;
}
