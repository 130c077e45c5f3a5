import { describe, expect, test } from "vitest";
import { generateHoldoutTrace } from "../../instruments/holdout/holdout-scenario.ts";
import { HOLDOUT_SCENARIOS } from "../../instruments/holdout/index.ts";
import { slipsOf } from "../../instruments/holdout/trace-format.ts";
import { judgeTrace } from "../../instruments/scenarios/judge-trace.ts";

const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3", "4", "5", "6"];

describe("the hold-out scenarios of the second generator", () => {
  test.each(HOLDOUT_SCENARIOS)("$name is written as the trace format demands, and no cloud is blamed in it that is well", (scenario) => {
    for (const mode of MODES) {
      for (const seed of SEEDS) {
        const trace = generateHoldoutTrace(scenario, seed, mode);
        expect(slipsOf(trace.events)).toEqual([]);
        expect(trace.asks.some((ask) => ask.expectation.stage === "final")).toBe(true);
        const blamed = judgeTrace(trace).filter(({ given }) => given.scope === "provider");
        if (scenario.truth !== "provider" && scenario.coincidence !== true) expect(blamed).toEqual([]);
      }
    }
  });

  test("gives no name twice", () => {
    expect(new Set(HOLDOUT_SCENARIOS.map(({ name }) => name)).size).toBe(HOLDOUT_SCENARIOS.length);
  });

  test("gives the same trace for the same seed", () => {
    const [scenario] = HOLDOUT_SCENARIOS;
    if (scenario === undefined) throw new Error("there are no scenarios");
    expect(generateHoldoutTrace(scenario, "1", "full").events).toEqual(generateHoldoutTrace(scenario, "1", "full").events);
  });
});
