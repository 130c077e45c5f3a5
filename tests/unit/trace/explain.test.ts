import { describe, expect, it } from "vitest";
import { explain } from "../../../utils/core/trace/explain.ts";
import { Scene } from "../diagnosis/scene.ts";

describe("an explanation in a terminal", () => {
  it("names the verdict, its reasons, each piece of evidence in bits and the posterior", () => {
    const scene = new Scene().others(4).page("shop.com", 503).wait(6).page("shop.com", 503).others(2);
    const verdict = scene.ask({ tabId: 1 });
    const answer = {
      trace: "made",
      t: 1000,
      ask: { tabId: 1 },
      verdict,
      world: scene.world,
      now: scene.now,
      ignored: {},
    };
    const text = explain(answer, ["shop.com failed 2 times."]);
    expect(text).toContain("site · http · shop.com");
    expect(text).toContain("- shop.com failed 2 times.");
    expect(text).toMatch(/other\d+\.com works/);
    expect(text).not.toContain("ignored");
    expect(text).toMatch(/site +\d+\.\d% +█+/);
  });

  it("counts the events that were ignored, by reason, the most frequent first", () => {
    const scene = new Scene().page("shop.com");
    const ignored = { aborted: 2, "third-party": 5, cached: 1 };
    const answer = { trace: "made", t: 1000, ask: {}, verdict: scene.ask(), world: scene.world, now: scene.now, ignored };
    expect(explain(answer, [])).toContain("ignored since the last ask: 8 (third-party 5, aborted 2, cached 1)");
  });
});
