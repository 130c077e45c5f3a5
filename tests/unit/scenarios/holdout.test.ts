import { describe, expect, test } from "vitest";
import { FIELD_SCENARIOS } from "../../instruments/holdout/field/index.ts";
import { generateHoldoutTrace } from "../../instruments/holdout/holdout-scenario.ts";
import { HOLDOUT_SCENARIOS } from "../../instruments/holdout/index.ts";
import { slipsOf } from "../../instruments/holdout/trace-format.ts";
import { judgeTrace } from "../../instruments/scenarios/judge-trace.ts";

const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3", "4", "5", "6"];

/** The diagnosis does not know the contract of these stories yet (2026-11-30): their traces are checked, its answers are not. */
const AWAITED = new Set(FIELD_SCENARIOS.map(({ name }) => name));

describe("the hold-out scenarios of the second generator", () => {
  test.each(HOLDOUT_SCENARIOS)("$name is written as the trace format demands, and asks at its end", (scenario) => {
    for (const mode of MODES) {
      for (const seed of SEEDS) {
        const trace = generateHoldoutTrace(scenario, seed, mode);
        expect(slipsOf(trace.events)).toEqual([]);
        expect(trace.asks.some((ask) => ask.expectation.stage === "final")).toBe(true);
      }
    }
  });

  test.each(HOLDOUT_SCENARIOS.filter(({ name, truth, coincidence }) => truth !== "provider" && coincidence !== true && !AWAITED.has(name)))(
    "no cloud is blamed in $name, where all are well",
    (scenario) => {
      for (const mode of MODES) {
        for (const seed of SEEDS) {
          const blamed = judgeTrace(generateHoldoutTrace(scenario, seed, mode)).filter(({ given }) => given.scope === "provider");
          expect(blamed).toEqual([]);
        }
      }
    },
  );

  test("gives no name twice", () => {
    expect(new Set(HOLDOUT_SCENARIOS.map(({ name }) => name)).size).toBe(HOLDOUT_SCENARIOS.length);
  });

  test("gives the same trace for the same seed", () => {
    const [scenario] = HOLDOUT_SCENARIOS;
    if (scenario === undefined) throw new Error("there are no scenarios");
    expect(generateHoldoutTrace(scenario, "1", "full").events).toEqual(generateHoldoutTrace(scenario, "1", "full").events);
  });
});
