import { describe, expect, test } from "vitest";
import { type Cloud, type Failure, learnedOn, Scene } from "./scene.ts";

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

const SITES = ["one.com", "two.com", "three.com"];
type Outcome = Failure | 503 | 522;

/** Some sites on one edge fail, each twice, while others elsewhere answer. The first fails in a way of its own. */
function failTogether(scene: Scene, outcomes: Outcome[], neighbour = false): Scene {
  for (let round = 0; round < 2; round++)
    for (const [tab, outcome] of outcomes.entries()) {
      const site = SITES[tab] ?? "one.com";
      scene.wait(4);
      if (typeof outcome === "number") scene.page(site, outcome, { tab, on: "cloudflare", wrote: "origin" });
      else scene.pageFails(site, outcome, { tab });
      if (neighbour) scene.wait(1).page("neighbour.com", 200, { tab: 8, on: "cloudflare" });
      scene.others(1);
    }
  return scene;
}

const calm = () => new Scene({ learned: learnedOn("cloudflare", ...SITES) }).others(5);

describe("a site that was measured to fail elsewhere too", () => {
  test.each<[string, object]>([
    ["522", { failure: null, status: 522 }],
    ["503", { failure: null, status: 503 }],
    ["tcp.timed_out", { failure: "tcp.timed_out" }],
    ["dns.name_not_resolved", { failure: "dns.name_not_resolved" }],
    ["tls.cert.date_invalid", { failure: "tls.cert.date_invalid" }],
  ])("says nothing of its edge, whatever met it there: %s", (_, view) => {
    for (const first of ["timeout", 503, 522] as const)
      for (const owners of [2, 3])
        for (const neighbour of [false, true]) {
          const outcomes: Outcome[] = [first, "timeout", "timeout"].slice(0, owners) as Outcome[];
          const scene = failTogether(calm(), outcomes, neighbour);
          const views = ["fra", "iad"].map((from) => ({ from, ...view }));
          scene.tell({ event: "elsewhere", host: "www.one.com", views: views as never });
          expect(scene.ask().scope).not.toBe("provider");
          expect(scene.ask({ tabId: 0 }).scope).not.toBe("provider");
          expect(scene.ask({ tabId: 1 }).scope).not.toBe("provider");
        }
  });
});

describe("what the feed's vantages measured of an edge", () => {
  /** A feed that came now, in which so many vantages did not reach Cloudflare this many minutes ago. */
  const seen = (minutes: number, vantages: number) => {
    const scene = calm();
    const from = ["mad", "fra", "iad"].slice(0, vantages);
    return scene.feed([], {
      views: { from: from.map((id) => ({ id })), at: scene.ago(minutes * 60), fail: [{ target: "cloudflare", from }], blind: [] },
    });
  };

  test("names it where two owners are silent", () => {
    expect(failTogether(seen(1, 1), ["timeout", "timeout"]).says()).toBe("provider correlated cloudflare");
  });

  test.each([15, 60, 24 * 60])("says nothing of now where it is %i minutes old", (minutes) => {
    for (const outcomes of [
      ["timeout", "timeout"],
      ["timeout", "timeout", "timeout"],
    ] as Outcome[][])
      expect(failTogether(seen(minutes, 2), outcomes).ask().scope).not.toBe("provider");
  });

  test.each(["dns", "loop", "issuer"] as Failure[])("does not explain what is the sites' own: %s", (failure) => {
    for (const vantages of [1, 2]) expect(failTogether(seen(1, vantages), [failure, failure]).ask().scope).not.toBe("provider");
  });

  test("is refuted by a neighbour that keeps answering where one vantage says it: that may be cut off as well", () => {
    const outcomes: Outcome[] = ["timeout", "timeout", "timeout"];
    expect(failTogether(seen(1, 1), outcomes, true).says()).toBe("network route cloudflare");
    expect(failTogether(seen(1, 2), outcomes, true).says()).toBe("provider correlated cloudflare");
  });
});
