import { describe, expect, test } from "vitest";
import { SITES_KEPT, TROUBLED_KEPT } from "../../../utils/core/world/caps.ts";
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

describe.each([
  { what: "sites that answer", cap: SITES_KEPT, load: (scene: Scene, site: string) => scene.page(site) },
  { what: "sites that fail", cap: TROUBLED_KEPT, load: (scene: Scene, site: string) => scene.pageFails(site, "timeout") },
])("more $what than are kept", ({ cap, load }) => {
  /** How many are kept after each new one, from the first one too many on. */
  function fill(): { scene: Scene; counts: number[] } {
    const scene = new Scene();
    const counts: number[] = [];
    for (let index = 0; index < 2 * cap; index++) {
      load(scene.wait(0.1), `site${index}.com`);
      if (index >= cap) counts.push(Object.keys(scene.world.sites).length);
    }
    return { scene, counts };
  }

  test("leave the newest ones", () => {
    const kept = Object.keys(fill().scene.world.sites);
    const newest = Array.from({ length: kept.length }, (_, index) => `site${2 * cap - kept.length + index}.com`);
    expect(kept.sort()).toEqual(newest.sort());
  });

  test("drop several at once and then none for a while, since each drop is slow", () => {
    const { counts } = fill();
    expect(Math.max(...counts)).toBe(cap);
    expect(Math.min(...counts)).toBeLessThan(0.95 * cap);
    const drops = counts.filter((count, index) => index > 0 && count < (counts[index - 1] ?? 0));
    expect(drops.length).toBeLessThan(counts.length / 10);
  });
});
