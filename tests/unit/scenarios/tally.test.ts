import { describe, expect, it } from "vitest";
import type { Expectation, Mark } from "../../instruments/scenarios/expectation.ts";
import { type Judged, judgeStory } from "../../instruments/scenarios/judge.ts";
import { STORIES } from "../../instruments/scenarios/plots/library.ts";
import type { Plotline } from "../../instruments/scenarios/story.ts";
import { Tally } from "../../instruments/scenarios/tally.ts";
import { type ToldStory, tellStory } from "../../instruments/scenarios/tell.ts";

const story = (truth: Plotline["truth"]): ToldStory => ({
  name: "a-story",
  story: { name: "story", truth },
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
  it("measures how far the stated confidence lies from the share that was right", () => {
    const tally = new Tally();
    tally.add(story("site"), [judged("site", "right", 0.85), judged("site", "wrong", 0.85)]);
    expect(tally.calibrationError).toBeCloseTo(0.35);
  });

  it("leaves honest doubt out of the calibration and counts it apart", () => {
    const tally = new Tally();
    tally.add(story("site"), [judged("unclear", "unclear", 0.6)]);
    expect(tally.calibrationError).toBe(0);
    expect(tally.final).toEqual({ right: 0, weak: 0, unclear: 1, wrong: 0 });
  });

  it("counts a provider blamed at any moment of a trace without a provider fault, and none where a provider is at fault", () => {
    const tally = new Tally();
    tally.add(story("site"), [judged("provider", "wrong", 0.9, { stage: "guard" }), judged("site", "right", 0.9)]);
    tally.add(story("provider"), [judged("provider", "right", 0.9, { truth: "provider" })]);
    expect(tally.wrongProvider).toEqual(["a-story"]);
    expect(tally.tracesWithoutProviderFault).toBe(1);
  });

  it("counts somebody remote blamed for a local fault among the last answers alone", () => {
    const tally = new Tally();
    tally.add(story("local"), [
      judged("site", "weak", 0.9, { stage: "first", truth: "local" }),
      judged("site", "wrong", 0.9, { truth: "local" }),
    ]);
    expect(tally.remoteForLocal).toEqual({ of: 1, total: 1 });
  });

  it("says how many failing sites and requests were seen when the right provider was first named", () => {
    const tally = new Tally();
    const probe = (scope: string, sites: number) =>
      judged(scope, "right", 0.9, { stage: "probe", truth: "provider", seen: { sites, failures: sites * 2 } });
    tally.add(story("provider"), [probe("clear", 1), probe("provider", 3), probe("provider", 4)]);
    expect(tally.soon.get("story")).toEqual({ sites: [3], failures: [6], never: 0 });
  });
});

describe("judging a story by the core", () => {
  it("gives one marked answer for each question", () => {
    const [healthy] = STORIES;
    if (healthy === undefined) throw new Error("there are no stories");
    const told = tellStory(healthy, "1", "report", "full");
    expect(judgeStory(told).map(({ t, ask }) => ({ t, ask }))).toEqual(told.asks.map(({ t, ask }) => ({ t, ask })));
  });

  it("refuses a trace that the core refuses, with the line that is wrong", () => {
    const [healthy] = STORIES;
    if (healthy === undefined) throw new Error("there are no stories");
    const told = tellStory(healthy, "1", "report", "full");
    expect(() => judgeStory({ ...told, events: told.events.slice(1) })).toThrow(/line 1/);
  });
});
