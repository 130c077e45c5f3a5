import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

describe("the reasons for a verdict", () => {
  test("count only what happened", () => {
    const scene = new Scene().others(4).wait(5).page("shop.com", 503).wait(10).page("shop.com", 502).others(3, 2);
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([
      { kind: "failures", site: "shop.com", count: 2, failure: "http.error", status: 502, seconds: 16 },
      { kind: "others-work", sites: 3, seconds: 16 },
    ]);
  });

  test("begin with what decided: the incident, the neighbours that fail, then the site's own failures and the control", () => {
    const scene = new Scene().others(4);
    scene.feed([scene.incident("fastly", { crowd: { reporters: 1200, networks: 90, baseline: 2, series: [] } })]);
    for (const site of ["one.com", "two.com"]) scene.wait(3).page(site, 503, { on: "fastly" }).others(1);
    const kinds = scene.ask().evidence.map(({ kind }) => kind);
    expect(kinds.slice(0, 5)).toEqual(["incident", "same-cloud-fails", "crowd", "failures", "others-work"]);
  });

  test("include that the provider's status page is silent so far, where it was read", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com") }).others(4);
    scene.feed([], { sources: { read: null, except: [], named: [{ id: "fastly", checked: scene.ago(40), ok: true }] } });
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(3).page(site, 503, { on: "fastly" }).others(1);
    expect(scene.ask().evidence).toContainEqual(expect.objectContaining({ kind: "official-silent", provider: "fastly" }));
  });

  test("include once, in basic access, that error pages cannot be seen", () => {
    const scene = new Scene({ mode: "basic" }).others(3).pageFails("shop.com", "timeout");
    expect(scene.ask({ tabId: 1 })).toMatchObject({ scope: "unclear" });
    expect(scene.ask({ tabId: 1 }).evidence).toContainEqual({ kind: "basic-access" });
  });

  test("never include in basic access what only full access sees", () => {
    const scene = new Scene({ mode: "basic" }).others(3);
    for (let round = 0; round < 4; round++) scene.wait(4).page("shop.com", 503);
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });

  test("are at most six", () => {
    const scene = new Scene().others(4);
    scene.feed([scene.incident("aws/us-east-1", { crowd: { reporters: 50, networks: 9, baseline: 2, series: [] } })]);
    for (let round = 0; round < 2; round++) {
      for (const site of ["one.com", "two.com", "three.com"])
        scene.wait(3).page(site, 200, { on: "fastly" }).call(site, 503, { on: "aws/us-east-1" }).others(1);
    }
    const { evidence } = scene.check("reached").ask();
    expect(evidence.length).toBeLessThanOrEqual(6);
    expect(evidence.length).toBeGreaterThan(3);
  });

  test("begin with the check where it met a portal", () => {
    const scene = new Scene().others(3).wait(20).pageFails("one.com", "issuer").check("captive").wait(2).pageFails("two.com", "issuer");
    expect(scene.ask({ tabId: 1 }).evidence[0]).toMatchObject({ kind: "reachability", result: "captive" });
  });
});

test("a call that fails several times within a moment is told as so many failures", () => {
  const scene = new Scene().others(4).page("shop.com").wait(0.2);
  for (let call = 0; call < 4; call++) scene.wait(0.3).call("shop.com", 503);
  const told = scene
    .others(1)
    .ask({ tabId: 1 })
    .evidence.find(({ kind }) => kind === "failures");
  expect(told).toMatchObject({ count: 4 });
});
