import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

const BLOG = "https://www.blog.com";
const SITES = ["one.com", "two.com", "three.com", "four.com"];

/** A browser that has used four sites on one edge before, and whose first tab the person opened. */
const calm = (browser: "chromium" | "firefox" = "chromium") =>
  new Scene({ browser, learned: learnedOn("fastly", ...SITES) }).others(5).tell({ event: "tab-opened", tabId: 1, by: null });

describe.each(["chromium", "firefox"] as const)("a page that leads elsewhere, in %s", (browser) => {
  test.each([BLOG, "null"])("makes no site fail, however often (its origin: %s)", (initiator) => {
    const scene = calm(browser);
    for (let time = 0; time < 4; time++) scene.wait(6).page("blog.com").wait(1).page("one.com", 503, { initiator }).others(1);
    expect(scene.says()).toBe("unclear one.com");
    expect(scene.says({ tabId: 1 })).toBe("unclear one.com");
  });

  test("makes no provider fail, and cuts no way", () => {
    for (const failure of [null, "timeout"] as const) {
      const scene = calm(browser);
      for (let round = 0; round < 2; round++)
        for (const site of SITES) {
          scene.wait(4).page("blog.com");
          if (failure === null) scene.page(site, 503, { initiator: BLOG, on: "fastly" });
          else scene.pageFails(site, failure, { initiator: BLOG });
          scene.others(1);
        }
      expect(["unclear", "site"]).toContain(scene.ask().scope);
      expect(scene.ask().scope).toBe("unclear");
    }
  });

  test("is forgotten once the person tries it again in a tab of their own", () => {
    const scene = calm(browser).wait(4).pageFails("one.com", "timeout", { initiator: BLOG }).others(1);
    expect(scene.says({ tabId: 1 })).toBe("unclear one.com");
    for (let reload = 0; reload < 2; reload++) scene.wait(6).pageFails("one.com", "timeout", { initiator: BLOG }).others(1);
    expect(scene.check("reached").says({ tabId: 1 })).toBe("site unreachable one.com");
  });

  test("is not forgotten where a page opened the tab: it can load it anew as often as it likes", () => {
    const scene = calm(browser).page("blog.com").tell({ event: "tab-opened", tabId: 2, by: 1 });
    for (let load = 0; load < 4; load++) scene.wait(6).pageFails("one.com", "timeout", { tab: 2, initiator: BLOG }).others(1);
    expect(scene.check("reached").says({ tabId: 2 })).toBe("unclear one.com");
  });

  test("is not forgotten where the tab opened another one, which can lead it on", () => {
    const scene = calm(browser).page("blog.com").tell({ event: "tab-opened", tabId: 2, by: 1 });
    for (let load = 0; load < 4; load++) scene.wait(6).pageFails("one.com", "timeout", { tab: 1, initiator: BLOG }).others(1);
    expect(scene.check("reached").says({ tabId: 1 })).toBe("unclear one.com");
  });

  test("does not matter once the person opens the site by themselves", () => {
    const scene = calm(browser).wait(4).pageFails("one.com", "timeout", { initiator: BLOG }).others(1);
    for (let load = 0; load < 2; load++) scene.wait(6).pageFails("one.com", "timeout", { tab: 3 }).others(1);
    expect(scene.says({ tabId: 3 })).toBe("site unreachable one.com");
  });

  test("may lead to other pages of its own: that is browsing", () => {
    const scene = calm(browser);
    for (let load = 0; load < 2; load++) scene.wait(6).page("one.com", 503, { initiator: "https://shop.one.com" }).others(1);
    expect(scene.says({ tabId: 1 })).toBe("site http one.com");
  });
});

describe("a port that is not the scheme's own", () => {
  test("says nothing about the site, whatever answers there", () => {
    const scene = calm();
    for (let load = 0; load < 4; load++) {
      const url = "https://www.one.com:8443/";
      scene.wait(5).tell({ event: "completed", tabId: 1, url, type: "main_frame", status: 503, ip: "198.18.7.9" }).others(1);
      scene.tell({ event: "error", tabId: 1, url, type: "main_frame", error: "net::ERR_CONNECTION_REFUSED" });
      scene.tell({ event: "navigation-error", tabId: 1, url, error: "net::ERR_CONNECTION_REFUSED" });
      scene.tell({ event: "error", tabId: 1, url, type: "xmlhttprequest", error: "net::ERR_CONNECTION_REFUSED" });
    }
    expect(scene.says()).toBe("clear");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.says({ site: "one.com" })).toBe("clear");
  });

  test("is no control either: whoever runs a page can have it answer", () => {
    const scene = new Scene();
    const url = "https://www.blog.com:8443/";
    for (let load = 0; load < 3; load++) {
      scene.wait(6).tell({ event: "completed", tabId: 2, url, type: "main_frame", status: 200, ip: "198.18.7.9" });
      scene.page("one.com", 503);
    }
    expect(scene.says()).toBe("unclear one.com");
  });

  test("that is the scheme's own counts, written or not", () => {
    const scene = calm();
    for (let load = 0; load < 2; load++)
      scene.wait(5).tell({ event: "completed", tabId: 1, url: "https://www.one.com:443/", type: "main_frame", status: 503 }).others(1);
    expect(scene.says()).toBe("site http one.com");
  });
});

describe("in basic access", () => {
  const victims = ["one.com", "two.com", "three.com"];
  const known = () =>
    new Scene({ mode: "basic", learned: Object.fromEntries(victims.map((site) => [`www.${site}`, "aws/us-east-1" as const])) }).others(4);

  test("a page that was shown when a load began may have led to it, however long that load took to fail", () => {
    const scene = known().page("games.com");
    for (let round = 0; round < 2; round++) {
      for (const [index, site] of victims.entries()) scene.wait(1).starts(site, { tab: 30 + index });
      scene.wait(90);
      for (const [index, site] of victims.entries()) scene.pageFails(site, "timeout", { tab: 30 + index });
    }
    scene.others(2);
    expect(scene.ask().scope).not.toBe("provider");
  });
});
