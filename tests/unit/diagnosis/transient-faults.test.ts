import { describe, expect, test } from "vitest";
import { type Cloud, Scene } from "./scene.ts";

const EAST: Cloud = "aws/us-east-1";

describe("a silence of everything that is over", () => {
  test("leaves nothing behind once a check reached after the machine woke up", () => {
    for (const browser of ["chromium", "firefox"] as const) {
      const scene = new Scene({ browser }).others(5).wait(3600);
      for (let tab = 1; tab <= 8; tab++) scene.wait(0.1).pageFails(`tab${tab}.com`, tab % 2 === 0 ? "changed" : "dns", { tab });
      scene.pageFails("tab9.com", "offline", { tab: 9 });
      expect(scene.ask().scope).not.toMatch(/site|provider/);
      scene.wait(6);
      for (let tab = 1; tab <= 5; tab++) scene.wait(1).page(`tab${tab}.com`, 200, { tab });
      expect(scene.check("reached").says(), browser).toBe("clear");
    }
  });

  test("leaves nothing behind after the browser was offline, but in tabs that still show it until a check came through", () => {
    const scene = new Scene().others(5).tell({ event: "offline" });
    expect(scene.says()).toBe("local offline");
    for (let tab = 1; tab <= 3; tab++) scene.wait(2).pageFails(`tab${tab}.com`, "offline", { tab });
    expect(scene.says({ tabId: 2 })).toBe("local offline");
    scene.wait(20).tell({ event: "online" }).wait(2).page("tab1.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.says({ tabId: 2 })).toBe("unclear tab2.com");
    scene.wait(1).check("reached");
    expect(scene.says({ tabId: 2 })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  test("is distinguished from a way that is cut, which stays", () => {
    const scene = new Scene({ learned: { "www.one.com": "fastly", "www.two.com": "fastly", "www.three.com": "fastly" } }).others(5);
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(20).pageFails(site, "timeout");
    scene.others(4).wait(60);
    expect(scene.says()).toBe("network route fastly");
  });

  test("does not excuse a site that answers with an error", () => {
    const scene = new Scene().others(5).tell({ event: "offline" }).wait(1).tell({ event: "online" });
    for (let round = 0; round < 3; round++) scene.wait(4).page("shop.com", 503).others(1);
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
  });
});

describe("dropped faults", () => {
  test("do not count in the health of the site afterwards", () => {
    const scene = new Scene().others(2).tell({ event: "offline" });
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(0.1).pageFails(site, "changed");
    scene.wait(2).tell({ event: "online" }).wait(1).check("reached");
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(2).page(site);
    // Much later one of them stumbles once, and opens at the second try.
    scene.wait(40).pageFails("one.com", "reset").wait(4).page("one.com");
    expect(scene.wait(20).says()).toBe("clear");
  });

  test("are not those of a cloud that answers with errors in between: that is no silence of the connection", () => {
    const sites: [string, Cloud][] = [
      ["one.com", EAST],
      ["two.com", "aws/us-west-2"],
      ["three.com", "aws/eu-west-1"],
      ["four.com", EAST],
    ];
    const scene = new Scene({ learned: Object.fromEntries(sites.map(([site, cloud]) => [`www.${site}`, cloud])) }).others(4);
    for (const [index, [site, on]] of sites.entries()) {
      if (index % 2 === 1) scene.wait(20).page(site, 503, { on });
      else scene.wait(20).pageFails(site, "timeout");
    }
    expect(scene.others(4, 16).says()).toBe("provider correlated aws");
  });
});

test("an answer from before a check that reached nothing forgives no name that was not found", () => {
  const scene = new Scene().others(4);
  for (const site of ["five.com", "one.com", "two.com", "three.com", "four.com"]) scene.wait(3).pageFails(site, "dns").others(1);
  scene.wait(3).pageFails("five.com", "dns").check("unreachable").wait(1);
  expect(scene.ask({ tabId: 1 })).toMatchObject({ scope: "local", cause: "dns" });
});
