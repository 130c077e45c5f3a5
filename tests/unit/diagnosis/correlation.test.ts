import { describe, expect, test } from "vitest";
import { weigh } from "../../../utils/core/diagnosis/weighing/weigh.ts";
import { Scene } from "./scene.ts";

/** How the failures on the cloud that hosts one.com are judged. */
function correlation(scene: Scene): string | undefined {
  const snapshot = scene.snapshot();
  const site = snapshot.failing.find(({ name }) => name === "one.com");
  return site === undefined ? undefined : weigh(snapshot, site).suspect?.correlation;
}

/** These sites fail on Fastly, one after the other, while others elsewhere answer. */
function failOnFastly(scene: Scene, sites: string[]): Scene {
  for (const site of sites) scene.wait(4).page(site, 503, { on: "fastly", tab: 1 });
  return scene;
}

const THREE = ["one.com", "two.com", "three.com"];

describe("failures of several owners on one cloud", () => {
  test("are correlated from the third owner on", () => {
    expect(correlation(failOnFastly(new Scene().others(5), THREE))).toBe("correlated");
    expect(correlation(failOnFastly(new Scene().others(5), THREE.slice(0, 2)))).toBe("too-few-owners");
  });

  test("are not correlated while too many answer there", () => {
    const scene = failOnFastly(new Scene().others(5), THREE);
    for (let site = 0; site < 4; site++) scene.wait(1).page(`fine${site}.com`, 200, { on: "fastly", tab: 8 });
    expect(correlation(scene)).toBe("too-many-answer");
  });

  test("are not correlated while too many fail elsewhere", () => {
    const scene = failOnFastly(new Scene().others(5), THREE);
    for (const site of ["four.com", "five.com"]) scene.wait(1).page(site, 503, { on: "akamai", tab: 9 });
    expect(correlation(scene)).toBe("fails-elsewhere");
  });

  test("are not correlated without an answer from elsewhere", () => {
    expect(correlation(failOnFastly(new Scene(), THREE))).toBe("no-control");
  });
});
