import type { Answer } from "./expectation.ts";
import { Random } from "./random.ts";
import type { LabelledAsk } from "./recording.ts";
import type { Scenario, ScenarioLabel } from "./scenario.ts";
import { Scene } from "./scene.ts";
import { SETTINGS, type Split } from "./setting.ts";
import type { Mode, TimedEvent } from "./trace-event.ts";

export type GeneratedTrace = { name: string; scenario: ScenarioLabel; mode: Mode; events: TimedEvent[]; asks: LabelledAsk[] };

/** With no provider at fault, blaming one is wrong at any moment, whatever else may be said. */
export const NO_PROVIDER: readonly Answer[] = ["clear", "local", "network", "site", "unclear"].map((scope) => ({ scope }));

export const isCoincidence = (scenario: ScenarioLabel, mode: Mode): boolean =>
  scenario.coincidence === true || scenario.coincidence === mode;

/** Writes the trace of a scenario. The same arguments give the same trace. */
export function generateTrace(scenario: Scenario, seed: string, split: Split, mode: Mode): GeneratedTrace {
  const random = new Random(`${split}/${scenario.name}/${mode}/${seed}`);
  const browser = random.pick(["chromium", "firefox"] as const);
  const name = `${scenario.name}-${browser}-${mode}-${seed}`;
  const scene = new Scene(name, random, SETTINGS[split], browser, mode);
  scenario.play(scene);
  if (scenario.truth !== "provider" && scenario.alikeAtFirst !== true && !isCoincidence(scenario, mode)) {
    for (let guard = 0; guard < 4; guard++) {
      const expectation = { stage: "guard" as const, truth: scenario.truth, accept: NO_PROVIDER };
      scene.recording.ask(random.between(0, scene.now), {}, expectation);
    }
  }
  return { name, scenario, mode, ...scene.finish() };
}
