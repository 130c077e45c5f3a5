import { describe, expect, test } from "vitest";
import { Scene } from "./scene.ts";

/** Sites whose pages have answered in under half a second, eight times each. */
function fastSites(...sites: string[]): Scene {
  const scene = new Scene().others(3);
  for (let load = 0; load < 8; load++) for (const [tab, site] of sites.entries()) scene.wait(2).opensIn(0.4, site, { tab: tab + 1 });
  return scene;
}

/** So many loads of a site take so many seconds. */
function slowly(scene: Scene, seconds: number, loads: number, site = "shop.com", tab = 1): Scene {
  for (let load = 0; load < loads; load++) scene.wait(2).opensIn(seconds, site, { tab });
  return scene;
}

const FOUR = ["shop.com", "one.com", "two.com", "three.com"];

describe("a site that answers slowly", () => {
  test("is clear with a word of it, and without a badge, after one load", () => {
    const scene = slowly(fastSites(...FOUR), 6, 1);
    for (const [tab, site] of FOUR.slice(1).entries()) slowly(scene, 0.4, 1, site, tab + 2);
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([
      { kind: "slower", site: "shop.com", seconds: 6, usually: 0.4 },
      { kind: "others-as-fast", sites: 3 },
    ]);
    expect(scene.ask().evidence).toEqual([]);
  });

  test("is named after three loads in a row that are five times as slow and over four seconds", () => {
    const scene = slowly(fastSites(...FOUR), 6, 2);
    expect(scene.says()).toBe("clear");
    slowly(scene, 6, 1);
    expect(scene.says()).toBe("site slow shop.com");
    expect(scene.says({ tabId: 1 })).toBe("site slow shop.com");
    expect(scene.says({ tabId: 2 })).toBe("clear");
  });

  test("is named in whatever order the browser tells of the answer: the request may be reported last", () => {
    const scene = fastSites(...FOUR);
    const url = "https://www.shop.com/p/1?q=secret";
    for (let load = 0; load < 3; load++) {
      scene.wait(2).starts("shop.com").wait(6).commits("shop.com").tell({ event: "navigation-completed", tabId: 1, url });
      scene.wait(0.1).tell({ event: "completed", tabId: 1, url, type: "main_frame", status: 200, ip: "198.19.1.9" });
    }
    expect(scene.says()).toBe("site slow shop.com");
    expect(scene.ask().evidence).toContainEqual(expect.objectContaining({ kind: "slower", seconds: 6 }));
  });

  test("is not named where a load in between was as fast as usual", () => {
    const scene = slowly(slowly(slowly(fastSites(...FOUR), 6, 2), 0.4, 1), 6, 2);
    expect(scene.says()).toBe("clear");
  });

  test("is not named where three loads took under four seconds, however fast it usually is", () => {
    expect(slowly(fastSites(...FOUR), 3.5, 3).says()).toBe("clear");
  });

  test("is not named where it always takes so long", () => {
    const scene = new Scene().others(3);
    for (let load = 0; load < 12; load++) scene.wait(2).opensIn(6, "shop.com");
    expect(scene.says()).toBe("clear");
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([]);
  });

  test("is not named before its usual time is known", () => {
    const scene = slowly(new Scene().others(4), 6, 3);
    expect(scene.says()).toBe("clear");
  });

  test("is over with the first load that is fast again", () => {
    const scene = slowly(slowly(fastSites(...FOUR), 6, 3), 0.4, 1);
    expect(scene.says()).toBe("clear");
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([]);
  });
});

describe("sites that are all slow at once", () => {
  test("are the connection's trouble", () => {
    const scene = fastSites(...FOUR);
    for (let load = 0; load < 3; load++) for (const [tab, site] of FOUR.entries()) slowly(scene, 6, 1, site, tab + 1);
    expect(scene.says()).toBe("network isp");
    expect(scene.ask().evidence).toContainEqual({ kind: "others-slower", sites: 3 });
  });

  test("are not while another site is as fast as ever", () => {
    const scene = fastSites(...FOUR);
    for (let load = 0; load < 3; load++) for (const [tab, site] of FOUR.slice(0, 3).entries()) slowly(scene, 6, 1, site, tab + 1);
    expect(slowly(scene, 0.4, 1, "three.com", 4).ask().scope).not.toBe("network");
  });
});

test("a load that the person breaks off and begins again does not make the site's usual time longer", () => {
  const scene = new Scene({ mode: "basic" }).others(4);
  for (let load = 0; load < 5; load++) {
    const page = { url: "https://www.shop.com/", tabId: 1 };
    scene
      .wait(20)
      .tell({ event: "navigation-started", ...page })
      .wait(0.7)
      .tell({ event: "navigation-error", ...page, error: "net::ERR_ABORTED" });
    scene.wait(0.6).opensIn(0.5, "shop.com");
  }
  for (let load = 0; load < 3; load++) scene.wait(5).opensIn(4.4, "shop.com");
  expect(scene.says({ tabId: 1 })).toBe("site slow shop.com");
});
