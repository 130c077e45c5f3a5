import { describe, expect, it } from "vitest";
import { type Cloud, Scene } from "./scene.ts";

const EAST: Cloud = "aws/us-east-1";
const learnedOn = (cloud: Cloud, ...sites: string[]): { [host: string]: Cloud } =>
  Object.fromEntries(sites.map((site) => [`www.${site}`, cloud]));

describe("what was seen before the trouble began", () => {
  it("is no proof that the way out is open now: a dead resolver is nobody's cloud", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: learnedOn(EAST, ...sites) }).feed([]).others(2, 1);
    for (const site of sites) scene.wait(1).pageFails(site, "dns");
    expect(scene.ask().scope).not.toBe("provider");
    expect(scene.wait(3).check("unreachable").says()).toBe("local dns");
  });

  it("is control enough where the cloud itself answers with errors and the feed names it", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com") });
    scene.feed([scene.incident("fastly")]);
    for (const path of [1, 2]) scene.wait(path).page("one.com", 503, { on: "fastly" });
    expect(scene.says()).toBe("provider incident fastly");
  });

  it("does not clear a cloud whose sites worked before this one failed again", () => {
    const scene = new Scene().others(3);
    scene.wait(4).pageFails("one.com", "reset").wait(2).page("one.com", 200, { on: EAST });
    for (const neighbour of ["two.com", "three.com", "four.com"]) scene.wait(3).page(neighbour, 200, { tab: 2, on: EAST });
    scene.feed([scene.incident(EAST)]);
    for (let load = 0; load < 2; load++) scene.wait(5).page("one.com", 503, { on: EAST });
    expect(scene.others(1).says({ tabId: 1 })).toBe("provider incident aws/us-east-1");
  });
});

describe("a page that failed and is still shown", () => {
  it("stays a question for as long as the tab shows the server's error page", () => {
    const scene = new Scene().others(3).wait(4).page("shop.com", 503);
    expect(scene.others(6, 10).says({ tabId: 1 })).toBe("unclear shop.com");
    scene.wait(1).page("news.org", 200);
    expect(scene.says()).toBe("clear");
  });

  it("has failed twice when it was loaded twice, however soon", () => {
    const scene = new Scene().others(3).wait(4).page("shop.com", 503).wait(2.5).page("shop.com", 503);
    expect(scene.others(4, 12).says({ tabId: 1 })).toBe("site http shop.com");
  });

  it("is broken too when it came and its calls did not", () => {
    const scene = new Scene().others(3).wait(4);
    for (let load = 0; load < 2; load++) scene.wait(1.5).page("shop.com").wait(0.1).call("shop.com", 500).wait(0.1).call("shop.com", 500);
    expect(scene.others(4, 15).says({ tabId: 1 })).toBe("site http shop.com");
  });

  it("is well again when it opens and nothing that it asks for fails", () => {
    const scene = new Scene().others(2);
    for (let load = 0; load < 2; load++) scene.wait(6).page("shop.com").call("shop.com", 500).wait(0.2).call("shop.com", 500);
    scene.wait(9).page("shop.com");
    expect(scene.others(2, 10).says({ tabId: 1 })).toBe("clear");
  });
});

describe("a retry in basic access", () => {
  it("counts as an answer when it comes within seconds, and the browser's own error page does not", () => {
    const scene = new Scene({ mode: "basic" }).others(2).wait(4).pageFails("shop.com", "reset");
    expect(scene.wait(0.2).tell({ event: "navigation-completed", tabId: 1, url: "https://www.shop.com/p/1" }).says()).toBe(
      "unclear shop.com",
    );
    expect(scene.wait(2).tell({ event: "navigation-completed", tabId: 1, url: "https://www.shop.com/p/2" }).says()).toBe("clear");
  });
});

describe("faults that are forgiven", () => {
  it("leave no trace in how the site does now", () => {
    const scene = new Scene().others(2).tell({ event: "offline" });
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(0.1).pageFails(site, "changed");
    scene.wait(2).tell({ event: "online" }).wait(1).check("reached");
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(2).page(site);
    // Much later one of them stumbles once, and opens at the second try.
    scene.wait(40).pageFails("one.com", "reset").wait(4).page("one.com");
    expect(scene.wait(20).says()).toBe("clear");
  });

  it("are not those of a cloud that answers with errors in between: that is no silence of the line", () => {
    const sites: [string, Cloud][] = [
      ["one.com", EAST],
      ["two.com", "aws/us-west-2"],
      ["three.com", "aws/eu-west-1"],
      ["four.com", EAST],
    ];
    const scene = new Scene({ learned: Object.fromEntries(sites.map(([site, cloud]) => [`www.${site}`, cloud])) }).others(4);
    for (const [index, [site, on]] of sites.entries()) {
      if (index === 2) scene.wait(20).page(site, 503, { on });
      else scene.wait(20).pageFails(site, "timeout");
    }
    expect(scene.others(4, 16).says()).toBe("provider correlated aws");
  });
});

describe("a weak word of the feed", () => {
  it("is not borne out by neighbours that stumbled once and work", () => {
    const scene = new Scene({ learned: learnedOn(EAST, "two.com", "three.com") }).others(4);
    scene.feed([scene.incident(EAST, { status: "monitoring" })]).wait(5);
    for (const site of ["two.com", "three.com"]) scene.pageFails(site, "reset", { tab: 3 }).wait(4).page(site, 200, { tab: 3, on: EAST });
    for (let load = 0; load < 3; load++) scene.wait(6).page("one.com", 503, { on: EAST }).others(1);
    expect(scene.ask({ tabId: 1 }).scope).not.toBe("provider");
  });
});

describe("many sites that fail on one cloud and some elsewhere, all of them silent", () => {
  it("may be the way out's trouble, so the cloud is not named", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: { ...learnedOn(EAST, ...sites), "www.four.com": "fastly" } }).others(4);
    for (const site of ["four.com", ...sites]) scene.wait(9).pageFails(site, "timeout").others(1);
    expect(scene.check("reached").ask().scope).not.toBe("provider");
  });
});

describe("certificates that nobody knows, on a cloud that the feed happens to name", () => {
  it("are not that cloud's outage", () => {
    const scene = new Scene({ learned: learnedOn("akamai", "one.com", "two.com") }).others(3, 1);
    scene.feed([scene.incident("akamai")]);
    for (const site of ["one.com", "two.com"]) scene.wait(2).pageFails(site, "issuer");
    expect(scene.ask().scope).not.toBe("provider");
  });
});
