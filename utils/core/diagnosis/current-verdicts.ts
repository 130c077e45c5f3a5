import { diagnose } from "./diagnose.ts";
import type { Snapshot } from "./health/snapshot.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict of every site in trouble, for history, reports and notifications. Sites that are clear after all are left out. */
export function currentVerdicts(snapshot: Snapshot): Verdict[] {
  return snapshot.failing.map(({ name }) => diagnose(snapshot, { site: name })).filter(({ scope }) => scope !== "clear");
}
