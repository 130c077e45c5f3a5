import { describe, expect, test } from "vitest";
import type { Expectation, Mark } from "../../instruments/scenarios/expectation.ts";
import { type GeneratedTrace, generateTrace } from "../../instruments/scenarios/generate-trace.ts";
import { type Judged, judgeTrace } from "../../instruments/scenarios/judge-trace.ts";
import { SCENARIOS } from "../../instruments/scenarios/library/index.ts";
import type { ScenarioLabel } from "../../instruments/scenarios/scenario.ts";
import { Tally } from "../../instruments/scenarios/tally.ts";

const scenario = (truth: ScenarioLabel["truth"]): GeneratedTrace => ({
  name: "a-trace",
  scenario: { name: "a-scenario", truth },
  mode: "full",
  events: [],
  asks: [],
});

function judged(scope: string, mark: Mark, confidence: number, more: Partial<Expectation> = {}): Judged {
  return {
    t: 0,
    ask: {},
    expectation: { stage: "final", truth: "site", accept: [], ...more },
    given: { scope, cause: null, subject: null, confidence },
    mark,
  };
}

describe("the tally of answers", () => {
  test("measures how far the stated confidence lies from the share that was right", () => {
    const tally = new Tally();
    tally.add(scenario("site"), [judged("site", "right", 0.85), judged("site", "wrong", 0.85)]);
    expect(tally.calibrationError).toBeCloseTo(0.35);
  });

  test("leaves honest doubt out of the calibration and counts it apart", () => {
    const tally = new Tally();
    tally.add(scenario("site"), [judged("unclear", "unclear", 0.6)]);
    expect(tally.calibrationError).toBe(0);
    expect(tally.final).toEqual({ right: 0, weak: 0, unclear: 1, wrong: 0 });
  });

  test("counts a provider blamed at any moment of a trace without a provider fault, and none where a provider is at fault", () => {
    const tally = new Tally();
    tally.add(scenario("site"), [judged("provider", "wrong", 0.9, { stage: "guard" }), judged("site", "right", 0.9)]);
    tally.add(scenario("provider"), [judged("provider", "right", 0.9, { truth: "provider" })]);
    expect(tally.wrongProvider).toEqual(["a-trace"]);
    expect(tally.tracesWithoutProviderFault).toBe(1);
  });

  test("counts the last answers and the wrong providers of each kind of fault apart", () => {
    const tally = new Tally();
    const ofKind = (kind: string): GeneratedTrace => ({ ...scenario("network"), scenario: { name: kind, kind, truth: "network" } });
    tally.add(ofKind("route"), [judged("provider", "wrong", 0.9)]);
    tally.add(ofKind("route"), [judged("network", "right", 0.9)]);
    tally.add(ofKind("hang"), [judged("site", "weak", 0.9)]);
    expect(tally.kinds.get("route")).toEqual({ traces: 2, right: 1, weak: 0, unclear: 0, wrong: 1, wrongProvider: 1 });
    expect(tally.kinds.get("hang")).toEqual({ traces: 1, right: 0, weak: 1, unclear: 0, wrong: 0, wrongProvider: 0 });
  });

  test("counts somebody remote blamed for a local fault among the last answers alone", () => {
    const tally = new Tally();
    tally.add(scenario("local"), [
      judged("site", "weak", 0.9, { stage: "first", truth: "local" }),
      judged("site", "wrong", 0.9, { truth: "local" }),
    ]);
    expect(tally.remoteForLocal).toEqual({ of: 1, total: 1 });
  });

  test("says how many failing sites and requests were seen when the right provider was first named", () => {
    const tally = new Tally();
    const probe = (scope: string, sites: number) =>
      judged(scope, "right", 0.9, { stage: "probe", truth: "provider", seen: { sites, failures: sites * 2 } });
    tally.add(scenario("provider"), [probe("clear", 1), probe("provider", 3), probe("provider", 4)]);
    expect(tally.soon.get("a-scenario")).toEqual({ sites: [3], failures: [6], never: 0 });
  });
});

describe("judging a trace by the core", () => {
  test("gives one marked answer for each question", () => {
    const [healthy] = SCENARIOS;
    if (healthy === undefined) throw new Error("there are no scenarios");
    const trace = generateTrace(healthy, "1", "report", "full");
    expect(judgeTrace(trace).map(({ t, ask }) => ({ t, ask }))).toEqual(trace.asks.map(({ t, ask }) => ({ t, ask })));
  });

  test("refuses a trace that the core refuses, with the line that is wrong", () => {
    const [healthy] = SCENARIOS;
    if (healthy === undefined) throw new Error("there are no scenarios");
    const trace = generateTrace(healthy, "1", "report", "full");
    expect(() => judgeTrace({ ...trace, events: trace.events.slice(1) })).toThrow(/line 1/);
  });
});
