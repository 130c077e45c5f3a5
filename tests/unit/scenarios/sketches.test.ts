import { describe, expect, it } from "vitest";
import { drawSketch } from "../../instruments/holdout/holdout-scenario.ts";
import { SKETCHES } from "../../instruments/holdout/index.ts";
import { judgeStory } from "../../instruments/scenarios/judge.ts";
import { problemsOf } from "../../instruments/scenarios/trace-check.ts";

const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3", "4", "5", "6"];

describe("sketches drawn for the diagnosis", () => {
  it.each(SKETCHES)("$name is written as the trace format demands, and no cloud is blamed in it that is well", (sketch) => {
    for (const mode of MODES) {
      for (const seed of SEEDS) {
        const told = drawSketch(sketch, seed, mode);
        expect(problemsOf(told.events)).toEqual([]);
        expect(told.asks.some((ask) => ask.expectation.stage === "final")).toBe(true);
        const blamed = judgeStory(told).filter(({ given }) => given.scope === "provider");
        if (sketch.truth !== "provider" && sketch.coincidence !== true) expect(blamed).toEqual([]);
      }
    }
  });

  it("has no two sketches of one name", () => {
    expect(new Set(SKETCHES.map(({ name }) => name)).size).toBe(SKETCHES.length);
  });

  it("draws the same trace again for the same seed", () => {
    const [sketch] = SKETCHES;
    if (sketch === undefined) throw new Error("there are no sketches");
    expect(drawSketch(sketch, "1", "full").events).toEqual(drawSketch(sketch, "1", "full").events);
  });
});
