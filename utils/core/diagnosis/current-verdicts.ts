import type { World } from "../world/world.ts";
import { diagnose } from "./diagnose.ts";
import { takeSnapshot } from "./health/snapshot.ts";
import type { Verdict } from "./verdict.ts";

/** What is said now of every site in trouble: the raw material of history, reports and notifications. */
export function currentVerdicts(world: World, now: number): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const site of takeSnapshot(world, now).failing) {
    const verdict = diagnose(world, { site: site.name }, now);
    if (verdict.scope !== "clear") verdicts.push(verdict);
  }
  return verdicts;
}
