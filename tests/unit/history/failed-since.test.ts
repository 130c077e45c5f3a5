import { describe, expect, test } from "vitest";
import { currentVerdicts } from "../../../utils/core/diagnosis/current-verdicts.ts";
import { failedSince } from "../../../utils/core/history/failed-since.ts";
import { Scene } from "../diagnosis/scene.ts";

describe("what failed since a moment", () => {
  const scene = new Scene().others(4).wait(7).pageFails("shop.com", "timeout").wait(7).pageFails("shop.com", "timeout");
  const erased = scene.wait(5).now;
  const verdicts = () => failedSince(scene.world, currentVerdicts(scene.snapshot()), erased);

  test("leaves out trouble that began before, until its site fails anew, and begins with that failure", () => {
    expect(currentVerdicts(scene.snapshot())).toHaveLength(1);
    expect(verdicts()).toEqual([]);
    scene.wait(7).pageFails("shop.com", "timeout");
    const again = scene.now;
    scene.wait(7).pageFails("shop.com", "timeout");
    expect(verdicts()).toMatchObject([{ scope: "site", subject: "shop.com", since: again }]);
  });

  test("has trouble that began later", () => {
    scene.wait(7).pageFails("news.com", "timeout").wait(7).pageFails("news.com", "timeout");
    expect(verdicts().map(({ subject }) => subject)).toContain("news.com");
  });

  test("changes nothing where nothing was ever erased", () => {
    const verdicts = currentVerdicts(scene.snapshot());
    expect(failedSince(scene.world, verdicts, 0)).toBe(verdicts);
  });
});
