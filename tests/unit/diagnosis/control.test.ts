import { describe, expect, test } from "vitest";
import { type Cloud, learnedOn, Scene } from "./scene.ts";

const EAST: Cloud = "aws/us-east-1";

describe("what was seen before the trouble began", () => {
  test("does not prove that the connection works now: a dead resolver is no outage of a cloud", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: learnedOn(EAST, ...sites) }).feed([]).others(2, 1);
    for (const site of sites) scene.wait(1).pageFails(site, "dns");
    expect(scene.ask().scope).not.toBe("provider");
    expect(scene.wait(3).check("unreachable").says()).toBe("local dns");
  });

  test("is control enough where the cloud itself answers with errors and the feed has its incident", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com") });
    scene.feed([scene.incident("fastly")]);
    for (const path of [1, 2]) scene.wait(path).page("one.com", 503, { on: "fastly" });
    expect(scene.says()).toBe("provider incident fastly");
  });

  test("does not clear a cloud whose other sites worked before this one failed again", () => {
    const scene = new Scene().others(3);
    scene.wait(4).pageFails("one.com", "reset").wait(2).page("one.com", 200, { on: EAST });
    for (const neighbour of ["two.com", "three.com", "four.com"]) scene.wait(3).page(neighbour, 200, { tab: 2, on: EAST });
    scene.feed([scene.incident(EAST)]);
    for (let load = 0; load < 2; load++) scene.wait(5).page("one.com", 503, { on: EAST });
    expect(scene.others(1).says({ tabId: 1 })).toBe("provider incident aws/us-east-1");
  });
});
