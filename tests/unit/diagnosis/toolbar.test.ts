import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

describe("the toolbar", () => {
  test("shows the gravest verdict: local, network, provider, site, unclear, clear", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com", "two.com", "three.com", "four.com") }).others(6);
    expect(scene.says()).toBe("clear");
    scene.wait(3).page("asked.com", 503, { tab: 2, on: "akamai" });
    expect(scene.says()).toBe("unclear asked.com");
    for (let round = 0; round < 2; round++) scene.wait(4).page("shop.com", 503, { tab: 3, on: "azure/eastus" }).others(1);
    expect(scene.says()).toBe("site http shop.com");
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(3).page(site, 503, { tab: 4, on: "fastly" }).others(1);
    expect(scene.says()).toBe("provider correlated fastly");
    expect(scene.says({ tabId: 3 })).toBe("site http shop.com");
    scene.tell({ event: "offline" });
    expect(scene.says()).toBe("local offline");
  });

  test("names no site as the one asked about", () => {
    const scene = new Scene().others(4);
    for (let round = 0; round < 2; round++) scene.wait(4).page("shop.com", 503);
    expect(scene.ask()).toMatchObject({ scope: "site", subject: "shop.com", site: null });
    expect(scene.ask({ tabId: 1 })).toMatchObject({ site: "shop.com" });
  });

  test("is as sure as the posterior, between nothing and everything", () => {
    const scene = new Scene().others(4);
    for (let round = 0; round < 5; round++) {
      const { confidence } = scene.wait(4).page("shop.com", 503).ask();
      expect(confidence).toBeGreaterThan(0.3);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});
