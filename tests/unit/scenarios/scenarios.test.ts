import { describe, expect, test } from "vitest";
import { generateTrace } from "../../instruments/scenarios/generate-trace.ts";
import { SCENARIOS } from "../../instruments/scenarios/library/index.ts";
import { loadProblemsOf } from "../../instruments/scenarios/load-check.ts";
import { problemsOf } from "../../instruments/scenarios/trace-check.ts";

const SPLITS = ["fit", "report"] as const;
const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3"];

describe("the scenarios of the first generator", () => {
  test.each(SCENARIOS)("$name is written as the trace format demands, with at least one last question", (scenario) => {
    for (const split of SPLITS) {
      for (const mode of MODES) {
        for (const seed of SEEDS) {
          const trace = generateTrace(scenario, seed, split, mode);
          expect(problemsOf(trace.events)).toEqual([]);
          expect(loadProblemsOf(trace.events)).toEqual([]);
          expect(trace.asks.filter((ask) => ask.expectation.stage === "final").length).toBeGreaterThan(0);
          expect(trace.asks.length).toBe(trace.events.filter((event) => event.event === "ask").length);
        }
      }
    }
  });

  test("gives no name twice", () => {
    expect(new Set(SCENARIOS.map((scenario) => scenario.name)).size).toBe(SCENARIOS.length);
  });

  test("gives a kind of fault to each scenario", () => {
    expect(SCENARIOS.filter(({ kind }) => kind === undefined)).toEqual([]);
  });

  test("gives the same trace for the same seed, and another for another", () => {
    const [scenario] = SCENARIOS;
    if (scenario === undefined) throw new Error("there are no scenarios");
    const again = generateTrace(scenario, "1", "report", "full");
    expect(generateTrace(scenario, "1", "report", "full").events).toEqual(again.events);
    expect(generateTrace(scenario, "2", "report", "full").events).not.toEqual(again.events);
  });
});
