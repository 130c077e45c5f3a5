import type { Answer } from "./expectation.ts";
import { Random } from "./random.ts";
import type { LabelledAsk } from "./recording.ts";
import { Scene } from "./scene.ts";
import { SETTINGS, type Split } from "./setting.ts";
import type { Plotline, Story } from "./story.ts";
import type { Mode, TimedEvent } from "./trace-event.ts";

export type ToldStory = { name: string; story: Plotline; mode: Mode; events: TimedEvent[]; asks: LabelledAsk[] };

/** With no provider at fault, blaming one is wrong at any moment, whatever else may be said. */
export const NO_PROVIDER: readonly Answer[] = ["clear", "local", "network", "site", "unclear"].map((scope) => ({ scope }));

export const isCoincidence = (story: Plotline, mode: Mode): boolean => story.coincidence === true || story.coincidence === mode;

/** Tells a story with a seed. The same arguments give the same trace. */
export function tellStory(story: Story, seed: string, split: Split, mode: Mode): ToldStory {
  const random = new Random(`${split}/${story.name}/${mode}/${seed}`);
  const browser = random.pick(["chromium", "firefox"] as const);
  const name = `${story.name}-${browser}-${mode}-${seed}`;
  const scene = new Scene(name, random, SETTINGS[split], browser, mode);
  story.tell(scene);
  if (story.truth !== "provider" && !isCoincidence(story, mode)) {
    for (let guard = 0; guard < 4; guard++) {
      const expectation = { stage: "guard" as const, truth: story.truth, accept: NO_PROVIDER };
      scene.recording.ask(random.between(0, scene.now), {}, expectation);
    }
  }
  return { name, story, mode, ...scene.finish() };
}
