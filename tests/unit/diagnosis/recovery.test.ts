import { describe, expect, it } from "vitest";
import { Scene } from "./scene.ts";

/** A scene in which shop.com failed so many times, seven seconds apart, while others worked. */
function failed(times: number, mode: "full" | "basic" = "full"): Scene {
  const scene = new Scene({ mode }).others(4);
  for (let time = 0; time < times; time++) scene.wait(7).pageFails("shop.com", "timeout");
  return scene;
}

describe("recovery", () => {
  it("is at once after a single failure", () => {
    for (const mode of ["full", "basic"] as const) expect(failed(1, mode).wait(4).page("shop.com").says({ tabId: 1 })).toBe("clear");
  });

  it("is not believed at the first answer after many failures, and believed within a minute or two", () => {
    const scene = failed(4).wait(8).page("shop.com").call("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("site unreachable shop.com");
    expect(scene.ask({ tabId: 1 }).evidence.map(({ kind }) => kind)).toContain("recovering");
    scene.wait(15).page("shop.com").call("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(failed(4).wait(8).page("shop.com").wait(121).says({ tabId: 1 })).toBe("clear");
  });

  it("does not flap between two waves", () => {
    const scene = failed(3);
    const said: string[] = [];
    for (let round = 0; round < 4; round++) {
      scene.wait(6).page("shop.com");
      said.push(scene.ask({ tabId: 1 }).scope);
      scene.wait(5).pageFails("shop.com", "timeout");
      said.push(scene.ask({ tabId: 1 }).scope);
    }
    expect(new Set(said)).toEqual(new Set(["site"]));
  });

  it("comes of itself for a failure that nobody tried again: a single one first, several within five minutes", () => {
    const once = failed(1).page("news.com");
    expect(once.says()).toBe("unclear shop.com");
    expect(once.wait(40).others(1).says()).toBe("clear");
    const often = failed(3);
    expect(often.wait(60).others(2).says({ site: "shop.com" })).toBe("site unreachable shop.com");
    expect(often.wait(300).others(2).says({ site: "shop.com" })).toBe("clear");
  });

  it("leaves a single failure standing as a question while its tab still shows it", () => {
    const scene = failed(1).others(2).wait(50);
    expect(scene.says({ tabId: 1 })).toBe("unclear shop.com");
  });

  it("forgets the tab with its failure when it is closed", () => {
    const scene = failed(1).tell({ event: "tab-closed", tabId: 1 });
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.wait(40).others(1).says()).toBe("clear");
  });

  it("is seen for a whole cloud: sites that nobody tried again are let go once their neighbours answer", () => {
    const scene = new Scene().others(4);
    const sites = ["one.com", "two.com", "three.com", "four.com"];
    for (let round = 0; round < 2; round++) for (const site of sites) scene.wait(4).page(site, 503, { on: "aws/us-east-1" });
    expect(scene.says()).toBe("provider correlated aws/us-east-1");
    for (let round = 0; round < 3; round++) for (const site of sites.slice(0, 3)) scene.wait(8).page(site);
    expect(scene.says({ site: "one.com" })).toBe("clear");
    expect(scene.wait(30).others(1).says({ site: "four.com" })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  it("is not the cloud's while others there still fail", () => {
    const scene = new Scene().others(4);
    const sites = ["one.com", "two.com", "three.com", "four.com"];
    for (let round = 0; round < 2; round++) for (const site of sites) scene.wait(4).page(site, 503, { on: "aws/us-east-1" });
    scene.wait(10).page("one.com").wait(10).page("one.com").wait(30);
    for (const site of sites.slice(1)) scene.wait(4).page(site, 503);
    expect(scene.says({ site: "two.com" })).toBe("provider correlated aws/us-east-1");
  });
});

describe("a silence of everything that is over", () => {
  it("leaves nothing behind after the machine woke up", () => {
    for (const browser of ["chromium", "firefox"] as const) {
      const scene = new Scene({ browser }).others(5).wait(3600);
      for (let tab = 1; tab <= 8; tab++) scene.wait(0.1).pageFails(`tab${tab}.com`, tab % 2 === 0 ? "changed" : "dns", { tab });
      scene.pageFails("tab9.com", "offline", { tab: 9 });
      expect(scene.ask().scope).not.toMatch(/site|provider/);
      scene.wait(6);
      for (let tab = 1; tab <= 5; tab++) scene.wait(1).page(`tab${tab}.com`, 200, { tab });
      expect(scene.says(), browser).toBe("clear");
    }
  });

  it("leaves nothing behind after the browser was offline", () => {
    const scene = new Scene().others(5).tell({ event: "offline" });
    expect(scene.says()).toBe("local offline");
    for (let tab = 1; tab <= 3; tab++) scene.wait(2).pageFails(`tab${tab}.com`, "offline", { tab });
    expect(scene.says({ tabId: 2 })).toBe("local offline");
    scene.wait(20).tell({ event: "online" }).wait(2).page("tab1.com");
    expect(scene.says({ tabId: 2 })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  it("is told from one cloud's outage, which stays", () => {
    const scene = new Scene({ learned: { "www.one.com": "fastly", "www.two.com": "fastly", "www.three.com": "fastly" } }).others(5);
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(20).pageFails(site, "timeout");
    scene.others(4).wait(60);
    expect(scene.says()).toBe("provider correlated fastly");
  });

  it("does not excuse a site that answers with an error", () => {
    const scene = new Scene().others(5).tell({ event: "offline" }).wait(1).tell({ event: "online" });
    for (let round = 0; round < 3; round++) scene.wait(4).page("shop.com", 503).others(1);
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
  });
});
