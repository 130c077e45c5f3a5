import type { Knowledge } from "../providers/knowledge.ts";
import type { Ignored, IgnoredReason } from "./ignored.ts";
import type { Observation } from "./observation.ts";
import { recordObservation } from "./record.ts";
import type { World } from "./world.ts";

/**
 * What one event leads to. `ignored` is why it counts neither as an answer nor as a failure; null where it counts, and for an
 * event that can be neither, such as a closed tab. An ignored event may change the world all the same: the tab shows another page.
 */
export type Step = { world: World; ignored: IgnoredReason | null };

/** Counts an observation, or keeps the reason why there is none. */
export function countObservation(world: World, observation: Observation | Ignored, knowledge: Knowledge): Step {
  if ("ignored" in observation) return { world, ignored: observation.ignored };
  const next = recordObservation(world, observation, knowledge);
  return { world: next, ignored: next === world ? "repeated" : null };
}
