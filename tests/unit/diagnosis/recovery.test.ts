import { describe, expect, test } from "vitest";
import { type Failure, learnedOn, Scene } from "./scene.ts";

const SITES = ["one.com", "two.com", "three.com", "four.com"];

/** A scene in which shop.com failed this many times, seven seconds apart, after others worked. */
function failed(times: number, mode: "full" | "basic" = "full"): Scene {
  const scene = new Scene({ mode }).others(4);
  for (let time = 0; time < times; time++) scene.wait(7).pageFails("shop.com", "timeout");
  return scene;
}

describe("recovery", () => {
  test("is at once after a single failure", () => {
    for (const mode of ["full", "basic"] as const) expect(failed(1, mode).wait(4).page("shop.com").says({ tabId: 1 })).toBe("clear");
  });

  test("is a question at the first answer after many failures, and believed within a minute or two", () => {
    const scene = failed(4).wait(8).page("shop.com").call("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("unclear shop.com");
    expect(scene.ask({ tabId: 1 }).evidence.map(({ kind }) => kind)).toContain("recovering");
    scene.wait(15).page("shop.com").call("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(failed(4).wait(8).page("shop.com").wait(121).says({ tabId: 1 })).toBe("clear");
  });

  test("does not clear a site between two waves, and does not call it failing while its page is open", () => {
    const scene = failed(3);
    const said: string[] = [];
    for (let round = 0; round < 4; round++) {
      scene.wait(6).page("shop.com");
      said.push(scene.ask({ tabId: 1 }).scope);
      scene.wait(5).pageFails("shop.com", "timeout");
      said.push(scene.ask({ tabId: 1 }).scope);
    }
    expect(said).toEqual(["unclear", "site", "unclear", "site", "unclear", "site", "unclear", "site"]);
  });

  test("needs no answer where nobody tried again: a single failure fades first, several within five minutes", () => {
    const once = failed(1).page("news.com");
    expect(once.says()).toBe("unclear shop.com");
    expect(once.wait(40).others(1).says()).toBe("clear");
    const often = failed(3);
    expect(often.wait(60).others(2).says({ site: "shop.com" })).toBe("site unreachable shop.com");
    expect(often.wait(300).others(2).says({ site: "shop.com" })).toBe("clear");
  });

  test("is not assumed for a single failure while its tab still shows it", () => {
    const scene = failed(1).others(2).wait(50);
    expect(scene.says({ tabId: 1 })).toBe("unclear shop.com");
  });

  test("forgets the tab with its failure when it is closed", () => {
    const scene = failed(1).tell({ event: "tab-closed", tabId: 1 });
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.wait(40).others(1).says()).toBe("clear");
  });

  test("covers a whole cloud: sites that nobody tried again are clear once their neighbours answer", () => {
    const sites = ["one.com", "two.com", "three.com", "four.com"];
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...sites) }).others(4);
    for (let round = 0; round < 2; round++) for (const site of sites) scene.wait(4).page(site, 503, { on: "aws/us-east-1" });
    expect(scene.says()).toBe("provider correlated aws/us-east-1");
    for (let round = 0; round < 3; round++) for (const site of sites.slice(0, 3)) scene.wait(8).page(site);
    expect(scene.says({ site: "one.com" })).toBe("clear");
    expect(scene.wait(30).others(1).says({ site: "four.com" })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  test("is not the cloud's while others there still fail", () => {
    const sites = ["one.com", "two.com", "three.com", "four.com"];
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...sites) }).others(4);
    for (let round = 0; round < 2; round++) for (const site of sites) scene.wait(4).page(site, 503, { on: "aws/us-east-1" });
    scene.wait(10).page("one.com").wait(10).page("one.com").wait(30);
    for (const site of sites.slice(1)) scene.wait(4).page(site, 503);
    expect(scene.says({ site: "two.com" })).toBe("provider correlated aws/us-east-1");
  });
});

describe("a success in the middle of a provider's outage", () => {
  test("never makes it the fault of one site", () => {
    const sites = ["one.com", "two.com", "three.com", "four.com"];
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...sites) }).others(4);
    for (let round = 0; round < 2; round++) for (const site of sites) scene.wait(4).page(site, 503, { on: "aws/us-east-1" });
    scene.others(1);
    for (const site of sites) {
      scene.wait(5).page(site);
      expect(scene.ask().scope).not.toBe("site");
      for (const other of sites) expect(scene.ask({ site: other }).scope).not.toBe("site");
    }
  });
});

describe("trouble that was over and comes again", () => {
  /** shop.com fails twice, works for a while, and fails twice again. */
  function failsAgain(): { scene: Scene; again: number } {
    const scene = new Scene().others(4);
    for (let load = 0; load < 2; load++) scene.wait(5).page("shop.com", 503).others(1);
    for (let load = 0; load < 4; load++) scene.wait(20).page("shop.com").others(1);
    expect(scene.says({ tabId: 1 })).toBe("clear");
    const again = scene.wait(20).now;
    scene.page("shop.com", 503).others(1).wait(5).page("shop.com", 503).others(1);
    return { scene, again };
  }

  test("began when it came again, not before the site was clear", () => {
    const { scene, again } = failsAgain();
    expect(scene.ask({ tabId: 1 })).toMatchObject({ scope: "site", since: again });
  });

  test("counts only the failures since then", () => {
    const { scene } = failsAgain();
    expect(scene.ask({ tabId: 1 }).evidence).toContainEqual(expect.objectContaining({ kind: "failures", count: 2 }));
  });
});

describe("two sites on one cloud that fail twice each", () => {
  test("say what they share", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com", "two.com") }).others(4);
    for (let round = 0; round < 2; round++)
      for (const site of ["one.com", "two.com"]) scene.wait(5).page(site, 503, { on: "fastly" }).others(1);
    expect(["site", "unclear"]).toContain(scene.ask({ site: "one.com" }).scope);
    for (const site of ["one.com", "two.com"])
      expect(scene.ask({ site }).evidence).toContainEqual(
        expect.objectContaining({ kind: "same-cloud-fails", provider: "fastly", sites: expect.arrayContaining(["one.com", "two.com"]) }),
      );
  });
});

describe("the connection", () => {
  test("is not proven by an answer from before a check that failed: everything has been silent since", () => {
    const scene = new Scene().others(4).wait(2);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(4).pageFails(site, "unreachable");
    expect(scene.check("unreachable").ask().scope).toBe("local");
  });

  test.each([200, 204, 401, 403, 404, 500, 503])("is proven by an answer with HTTP %i after a check that failed", (status) => {
    const scene = new Scene().others(4).wait(2).check("unreachable").wait(5);
    scene.page("one.com", status, { tab: 4 }).wait(3).page("two.com", status, { tab: 5 });
    expect(scene.ask().scope).not.toBe("local");
    expect(scene.ask().scope).not.toBe("network");
  });
});

describe.each(["aws/us-east-1", "azure/eastus", "gcp/us-central1"] as const)(
  "an outage of %s that ends for one site after another",
  (on) => {
    const elsewhere = (scene: Scene) => {
      for (const site of ["news.org", "mail.net"]) scene.wait(1).page(site, 200, { tab: 8, on: "nobody" });
    };
    const fails = (scene: Scene, site: string, tab: number, failure: Failure | 503) =>
      failure === 503 ? scene.page(site, 503, { tab, on }) : scene.pageFails(site, failure, { tab });

    test.each([
      { failure: "timeout", seconds: 6 },
      { failure: "timeout", seconds: 17 },
      { failure: "timeout", seconds: 40 },
      { failure: "reset", seconds: 17 },
      { failure: 503, seconds: 17 },
    ] as const)("never becomes the trouble of the last one ($failure, $seconds s apart)", ({ failure, seconds }) => {
      for (const together of [SITES.slice(0, 3), SITES]) {
        const scene = new Scene({ learned: learnedOn(on, ...together) });
        elsewhere(scene);
        for (let round = 0; round < 2; round++)
          for (const [tab, site] of together.entries()) elsewhere(fails(scene.wait(failure === "timeout" ? 21 : 3), site, tab, failure));
        expect(scene.ask().scope).toBe("provider");
        for (const [tab, site] of together.entries()) {
          scene.wait(seconds).page(site, 200, { tab, on });
          for (const _ of [0, 1]) {
            expect(scene.ask().scope).not.toBe("site");
            for (const other of together.keys()) expect(scene.ask({ tabId: other }).scope).not.toBe("site");
            elsewhere(scene);
          }
        }
        expect(scene.wait(120).others(1).says()).toBe("clear");
      }
    });
  },
);
