import { describe, expect, it } from "vitest";
import { STORIES } from "../../instruments/scenarios/plots/library.ts";
import { tellStory } from "../../instruments/scenarios/tell.ts";
import { problemsOf } from "../../instruments/scenarios/trace-check.ts";

const SPLITS = ["fit", "report"] as const;
const MODES = ["full", "basic"] as const;
const SEEDS = ["1", "2", "3", "4", "5"];

describe("stories told for the diagnosis", () => {
  it.each(STORIES)("$name is written as the trace format demands, with at least one last question", (story) => {
    for (const split of SPLITS) {
      for (const mode of MODES) {
        for (const seed of SEEDS) {
          const told = tellStory(story, seed, split, mode);
          expect(problemsOf(told.events)).toEqual([]);
          expect(told.asks.filter((ask) => ask.expectation.stage === "final").length).toBeGreaterThan(0);
          expect(told.asks.length).toBe(told.events.filter((event) => event.event === "ask").length);
        }
      }
    }
  });

  it("has no two stories of one name", () => {
    expect(new Set(STORIES.map((story) => story.name)).size).toBe(STORIES.length);
  });

  it("tells the same trace again for the same seed, and another for another", () => {
    const [story] = STORIES;
    if (story === undefined) throw new Error("there are no stories");
    const again = tellStory(story, "1", "report", "full");
    expect(tellStory(story, "1", "report", "full").events).toEqual(again.events);
    expect(tellStory(story, "2", "report", "full").events).not.toEqual(again.events);
  });
});
