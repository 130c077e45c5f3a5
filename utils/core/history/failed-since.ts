import type { Verdict } from "../diagnosis/verdict.ts";
import type { World } from "../world/world.ts";

/**
 * The verdicts about sites that failed after a moment: after the person erased the history, older trouble must not write it again.
 * Trouble that had begun before is left out until its site fails again, and then begins with that failure.
 * @param verdicts of single sites, as `currentVerdicts` gives them
 * @param moment milliseconds of the epoch; 0 for never, which returns the verdicts unchanged
 */
export function failedSince(world: World, verdicts: Verdict[], moment: number): Verdict[] {
  if (moment === 0) return verdicts;
  return verdicts.flatMap((verdict): Verdict[] => {
    const failedAt = firstFaultAfter(world, verdict.site ?? "", moment);
    if (failedAt === null) return [];
    return [{ ...verdict, since: Math.max(verdict.since ?? 0, failedAt) }];
  });
}

function firstFaultAfter(world: World, site: string, moment: number): number | null {
  const hosts = Object.values(world.sites[site]?.hosts ?? {});
  const times = hosts.flatMap(({ trouble }) => trouble?.faults ?? []).flatMap(({ at }) => (at > moment ? at : []));
  return times.length === 0 ? null : Math.min(...times);
}
