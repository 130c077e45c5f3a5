import { describe, expect, test } from "vitest";
import { pruneSites } from "../../../utils/core/world/prune.ts";
import { Scene } from "../diagnosis/scene.ts";

describe("sites that neither answered nor failed for a quarter of an hour", () => {
  const scene = new Scene().page("old.com").pageFails("failed.com", "timeout").wait(900).page("new.com").wait(60);

  test("are dropped, and their answers with them", () => {
    const { sites, answers } = pruneSites(scene.world, scene.now);
    expect(Object.keys(sites)).toEqual(["new.com"]);
    expect(answers.map(({ site }) => site)).toEqual(["new.com"]);
  });

  test("are the only ones dropped: a world of the last minutes stays the very same", () => {
    const world = pruneSites(scene.world, scene.now);
    expect(pruneSites(world, scene.now + 10_000)).toBe(world);
  });
});
