import { describe, expect, test } from "vitest";
import { FIELD_SCENARIOS } from "../../instruments/holdout/field/index.ts";
import { EDGES } from "../../instruments/holdout/field/story.ts";
import { generateHoldoutTrace } from "../../instruments/holdout/holdout-scenario.ts";
import { HOLDOUT_SCENARIOS } from "../../instruments/holdout/index.ts";
import { slipsOf } from "../../instruments/holdout/trace-format.ts";
import { judgeTrace } from "../../instruments/scenarios/judge-trace.ts";

const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3", "4", "5", "6"];

const ALL = [...HOLDOUT_SCENARIOS, ...FIELD_SCENARIOS];
const WELL = ALL.filter(({ truth, coincidence, alikeAtFirst }) => truth !== "provider" && coincidence !== true && alikeAtFirst !== true);

describe("the hold-out scenarios of the second generator", () => {
  test.each(ALL)("$name is written as the trace format demands, and asks at its end", (scenario) => {
    for (const mode of MODES) {
      for (const seed of SEEDS) {
        const trace = generateHoldoutTrace(scenario, seed, mode);
        expect(slipsOf(trace.events)).toEqual([]);
        expect(trace.asks.some((ask) => ask.expectation.stage === "final")).toBe(true);
      }
    }
  });

  test.each(WELL)("no cloud is blamed in $name, where all are well", (scenario) => {
    for (const mode of MODES) {
      for (const seed of SEEDS) {
        const blamed = judgeTrace(generateHoldoutTrace(scenario, seed, mode)).filter(({ given }) => given.scope === "provider");
        expect(blamed).toEqual([]);
      }
    }
  });

  test("expects the name of a shared front only where it wrote errors, or somebody outside spoke of it", () => {
    let named = 0;
    for (const scenario of ALL) {
      for (const seed of SEEDS) {
        const { asks, events, name } = generateHoldoutTrace(scenario, seed, "full");
        const accepted = asks.filter(({ expectation }) => expectation.stage === "final").flatMap(({ expectation }) => expectation.accept);
        const right = accepted.filter(({ scope, weak }) => scope === "provider" && weak !== true).flatMap(({ subject }) => subject ?? []);
        // A cloud whose regions all fail is no front.
        const clouds = events.flatMap((event) => (event.event === "start" ? (event.ranges ?? []) : [])).filter(({ region }) => region);
        for (const front of new Set(right)) {
          if (!EDGES.includes(front) || clouds.some(({ provider }) => provider === front)) continue;
          named++;
          const erred = events.some((event) => event.event === "completed" && event.status >= 500 && event.status < 520);
          const said = events.some((event) => event.event === "feed" && JSON.stringify(event.feed).includes(`"${front}"`));
          const measured = (events as readonly { event: string; views?: { failure: string | null }[] }[]).some(
            ({ event, views = [] }) => event === "elsewhere" && views.some(({ failure }) => failure !== null),
          );
          expect(erred || said || measured, `${name}: ${front}`).toBe(true);
        }
      }
    }
    expect(named).toBeGreaterThan(20);
  });

  test("tells of the beginning of every page that ends", () => {
    for (const scenario of FIELD_SCENARIOS) {
      const { events, name } = generateHoldoutTrace(scenario, "1", "full");
      const begun = new Set<string>();
      for (const event of events as readonly { event: string; tabId?: number; url?: string }[]) {
        const load = `${event.tabId} ${event.url}`;
        if (event.event === "navigation-started") begun.add(load);
        if (event.event === "navigation-committed" || event.event === "navigation-completed")
          expect(begun, `${name}: ${load}`).toContain(load);
      }
    }
  });

  test("gives no name twice", () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  });

  test("gives the same trace for the same seed", () => {
    const [scenario] = HOLDOUT_SCENARIOS;
    if (scenario === undefined) throw new Error("there are no scenarios");
    expect(generateHoldoutTrace(scenario, "1", "full").events).toEqual(generateHoldoutTrace(scenario, "1", "full").events);
  });
});
