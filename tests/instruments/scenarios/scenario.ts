import type { Scene } from "./scene.ts";

/** What a judge needs to know of a scenario, whichever generator made it. */
export type ScenarioLabel = {
  name: string;
  /** The kind of fault that it tells of, where its generator knows kinds. */
  kind?: string;
  /** What is really broken. */
  truth: "clear" | "local" | "network" | "site" | "provider";
  /** Nobody inside one browser could tell this from something else: counted apart. `basic`: only with that access. */
  coincidence?: true | "basic";
  /** Its first moments are what a provider's outage looks like, until a neighbour answers: only its later questions are judged. */
  alikeAtFirst?: true;
};

/** One way in which things go right or wrong. `play` makes the events on a scene and says what each question should be answered. */
export type Scenario = ScenarioLabel & { play: (scene: Scene) => void };
