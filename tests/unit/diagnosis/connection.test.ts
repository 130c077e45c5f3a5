import { describe, expect, test } from "vitest";
import { type Cloud, type Failure, Scene } from "./scene.ts";

/** Sites that this browser knows, on many clouds. */
const KNOWN: { [host: string]: Cloud } = {
  "www.one.com": "aws/us-west-2",
  "www.two.com": "cloudflare",
  "www.three.com": "fastly",
  "www.four.com": "gcp/us-central1",
  "www.five.com": "azure/eastus",
};

function someFail(scene: Scene, failure: Failure): Scene {
  for (const site of ["one.com", "two.com", "three.com", "four.com", "five.com"]) scene.wait(22).pageFails(site, failure).others(1);
  return scene;
}

describe.each(["chromium", "firefox"] as const)("trouble of the connection, in %s", (browser) => {
  test.each(["timeout", "unreachable", "reset"] as const)(
    "is named when unrelated sites on many clouds fail by %s while others answer",
    (failure) => {
      const scene = someFail(new Scene({ browser, learned: KNOWN }).others(4), failure).check("reached");
      expect(scene.says({ tabId: 1 })).toBe("network isp");
      expect(scene.says()).toBe("network isp");
    },
  );

  test("counts sites that failed minutes ago and were not tried again", () => {
    const scene = new Scene({ browser, learned: KNOWN }).others(4);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(45).pageFails(site, "timeout").others(1);
    expect(scene.says()).toBe("network isp");
  });

  test("is never named for failures that may all have their cause in one cloud", () => {
    const scene = new Scene({ browser, mode: "basic" }).others(4);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(20).pageFails(site, "timeout").others(1);
    expect(scene.ask().scope).toBe("unclear");
  });

  test("is never named for error pages: servers answered them", () => {
    const scene = new Scene({ browser }).others(4);
    for (const [host, on] of Object.entries(KNOWN)) scene.wait(9).page(host.replace("www.", ""), 503, { on }).others(1);
    expect(scene.ask().scope).not.toBe("network");
  });
});

describe("a network that the feed says reaches little of anything", () => {
  const here = { asn: 3352, country: "ES" };

  /** So many sites on as many clouds fail twice each, while others answer. */
  function someFailOn(asn: number, owners: number, failure: Failure | 503 = "timeout"): Scene {
    const scene = new Scene({ learned: KNOWN }).others(4).check("reached", 0, here);
    scene.feed([], { networks: [{ asn, name: "Telefonica", country: "ES", cannotReach: ["most"], since: scene.ago(600), crowd: null }] });
    for (let round = 0; round < 2; round++)
      for (const site of ["one.com", "two.com"].slice(0, owners)) {
        scene.wait(10);
        if (failure === 503) scene.page(site, 503);
        else scene.pageFails(site, failure);
        scene.others(1);
      }
    return scene;
  }

  test("is the trouble of this browser's connection where two owners fail on two clouds", () => {
    expect(someFailOn(3352, 2).says()).toBe("network isp");
    expect(someFailOn(3352, 2, "reset").says()).toBe("network isp");
  });

  test("says nothing to a browser on another network", () => {
    expect(["site", "unclear"]).toContain(someFailOn(12_479, 2).ask().scope);
  });

  test("does not explain one site, or error pages", () => {
    expect(someFailOn(3352, 1).ask().scope).not.toBe("network");
    expect(someFailOn(3352, 2, 503).ask().scope).not.toBe("network");
  });
});

/** A site that fails twice while nothing else answers. */
const alone = () => new Scene().pageFails("shop.com", "timeout").wait(6).pageFails("shop.com", "timeout").wait(1);

describe("a check that reached a mirror on this device or its own network", () => {
  test("is told, and no control: nobody is blamed for it", () => {
    expect(alone().check("reached").says({ tabId: 1 })).toBe("site unreachable shop.com");
    const { scope, evidence, confidence } = alone().check("reached-locally").ask({ tabId: 1 });
    const unchecked = alone().ask({ tabId: 1 });
    expect([scope, confidence]).toEqual([unchecked.scope, unchecked.confidence]);
    expect(evidence).toContainEqual({ kind: "reachability", result: "reached-locally", seconds: 1 });
  });

  test("does not refute a browser that says that it is offline", () => {
    const scene = new Scene().others(3).wait(1).tell({ event: "offline" }).wait(2);
    expect(scene.check("reached-locally").says()).toBe("local offline");
  });

  test("neither ends a failure that a tab still shows, nor makes one transient", () => {
    const back = () => new Scene().others(3).wait(30).pageFails("shop.com", "offline").wait(2).tell({ event: "online" }).wait(1);
    expect(back().check("reached").says({ tabId: 1 })).toBe("clear");
    expect(back().check("reached-locally").says({ tabId: 1 })).toBe(back().says({ tabId: 1 }));
    const silent = () => new Scene().others(3).pageFails("shop.com", "timeout").wait(6).pageFails("shop.com", "timeout").wait(2);
    expect(silent().check("reached-locally").others(2).says({ tabId: 1 })).toBe(silent().others(2).says({ tabId: 1 }));
  });

  test("leaves an earlier answer of others a control, as no check does", () => {
    const failing = () => new Scene().others(3).pageFails("shop.com", "refused").wait(6).pageFails("shop.com", "refused").wait(1);
    expect(failing().check("unreachable").says({ tabId: 1 })).not.toBe("site unreachable shop.com");
    expect(failing().check("reached-locally").says({ tabId: 1 })).toBe("site unreachable shop.com");
  });
});
