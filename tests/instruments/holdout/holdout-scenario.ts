import type { Answer } from "../scenarios/expectation.ts";
import { type GeneratedTrace, isCoincidence, NO_PROVIDER } from "../scenarios/generate-trace.ts";
import { Random } from "../scenarios/random.ts";
import type { ScenarioLabel } from "../scenarios/scenario.ts";
import type { Mode } from "../scenarios/trace-event.ts";
import { SessionWriter } from "./session-writer.ts";
import { providerOf, type Site } from "./sites.ts";

/** One way in which a day goes wrong, or does not. */
export type HoldoutScenario = ScenarioLabel & { play: (session: SessionWriter) => void };

export const CLEAR: Answer = { scope: "clear" };
/** Nothing is wrong, and nobody is turned away. */
export const NOT_REFUSED: Answer = { scope: "clear", cause: null };
export const UNCLEAR: Answer = { scope: "unclear" };
export const local = (...causes: string[]): Answer => ({ scope: "local", cause: causes });
export const site = ({ domain }: Site, ...causes: string[]): Answer => ({
  scope: "site",
  subject: domain,
  ...(causes.length === 0 ? {} : { cause: causes }),
});
export const provider = (subject: string, ...causes: string[]): Answer => ({
  scope: "provider",
  subject,
  ...(causes.length === 0 ? {} : { cause: causes }),
});

/** Sites of a place cannot be reached from here, though nobody else says that it fails. Where it has regions, the cloud as a whole is as right. */
export const route = (place: string): Answer => ({ scope: "network", cause: "route", subject: [...new Set([place, providerOf(place)])] });
/** The site answers and turns this person away. */
export const refuses = ({ domain }: Site): Answer => ({ scope: "clear", cause: "refuses", subject: domain });
export const weakly = (...answers: readonly Answer[]): Answer[] => answers.map((answer) => ({ ...answer, weak: true }));

/** Writes the trace of a hold-out scenario. The same arguments give the same trace. */
export function generateHoldoutTrace(scenario: HoldoutScenario, seed: string, mode: Mode): GeneratedTrace {
  // The seed keeps its first word, so that the traces stay those that all published figures come from.
  const random = new Random(`sketch/${scenario.name}/${mode}/${seed}`);
  const browser = random.pick(["chromium", "firefox"] as const);
  const name = `${scenario.name}-${browser}-${mode}-${seed}`;
  const session = new SessionWriter(name, random, browser, mode);
  scenario.play(session);
  if (scenario.truth !== "provider" && scenario.alikeAtFirst !== true && !isCoincidence(scenario, mode)) {
    for (let guard = 0; guard < 4; guard++)
      session.recording.ask(random.between(0, session.now), {}, { stage: "guard", truth: scenario.truth, accept: NO_PROVIDER });
  }
  return { name, scenario: scenario, mode, ...session.finish() };
}
