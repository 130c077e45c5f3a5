import { describe, expect, test } from "vitest";
import { currentVerdicts } from "../../../utils/core/diagnosis/current-verdicts.ts";
import { failedSince } from "../../../utils/core/history/failed-since.ts";
import { Scene } from "../diagnosis/scene.ts";

describe("what failed since a moment", () => {
  const scene = new Scene().others(4).wait(7).pageFails("shop.com", "timeout").wait(7).pageFails("shop.com", "timeout");
  const erased = scene.wait(5).now;
  const said = () => failedSince(scene.world, currentVerdicts(scene.snapshot()), erased);

  test("leaves out trouble that stood before, until its site fails anew, and begins with that failure", () => {
    expect(currentVerdicts(scene.snapshot())).toHaveLength(1);
    expect(said()).toEqual([]);
    scene.wait(7).pageFails("shop.com", "timeout");
    const again = scene.now;
    scene.wait(7).pageFails("shop.com", "timeout");
    expect(said()).toMatchObject([{ scope: "site", subject: "shop.com", since: again }]);
  });

  test("lets trouble through that began later", () => {
    scene.wait(7).pageFails("news.com", "timeout").wait(7).pageFails("news.com", "timeout");
    expect(said().map(({ subject }) => subject)).toContain("news.com");
  });

  test("changes nothing where nothing was ever erased", () => {
    const verdicts = currentVerdicts(scene.snapshot());
    expect(failedSince(scene.world, verdicts, 0)).toBe(verdicts);
  });
});
