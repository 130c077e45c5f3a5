import { describe, expect, test } from "vitest";
import { Scene } from "../diagnosis/scene.ts";

const browsers = ["chromium", "firefox"] as const;

/** A browser in which four sites answer and the reachability check succeeds. */
function healthy(browser: (typeof browsers)[number]): Scene {
  return new Scene({ browser }).others(4).check("reached");
}

describe.each(browsers)("what counts in %s", (browser) => {
  test("is no aborted load, blocked part, page policy or cache", () => {
    const scene = healthy(browser).page("shop.com");
    const errors =
      browser === "chromium"
        ? ["net::ERR_ABORTED", "net::ERR_BLOCKED_BY_CLIENT", "net::ERR_BLOCKED_BY_ORB", "net::ERR_CACHE_MISS", "net::ERR_FAILED"]
        : ["NS_BINDING_ABORTED", "NS_ERROR_ABORT", "NS_ERROR_CONTENT_BLOCKED", "NS_ERROR_DOM_BAD_URI", "NS_ERROR_FAILURE"];
    for (let round = 0; round < 4; round++) {
      for (const error of errors)
        scene.wait(3).tell({ event: "error", tabId: 1, url: "https://api.shop.com/x", type: "xmlhttprequest", error });
      scene.pageFails("shop.com", "aborted").page("shop.com");
    }
    expect(scene.says()).toBe("clear");
    expect(scene.world.sites["shop.com"]?.hosts["api.shop.com"]?.trouble ?? null).toBeNull();
  });

  test("is no image or script, no tracker and no frame of another site, however they fail", () => {
    const scene = healthy(browser).page("shop.com");
    const error = browser === "chromium" ? "net::ERR_NAME_NOT_RESOLVED" : "NS_ERROR_UNKNOWN_HOST";
    for (let round = 0; round < 6; round++) {
      scene.wait(3);
      for (const type of ["image", "script", "stylesheet", "font", "ping", "sub_frame", "xmlhttprequest"])
        scene.tell({ event: "error", tabId: 1, url: "https://px.tracker.net/p.gif", type, error });
      scene.tell({ event: "error", tabId: 1, url: "https://static.shop.com/a.js", type: "script", error });
      scene.tell({ event: "completed", tabId: 1, url: "https://ads.tracker.net/f", type: "sub_frame", status: 503, ip: "198.19.1.9" });
    }
    expect(scene.says()).toBe("clear");
  });

  test("is no tracker of the site's own name that a filtering resolver blocks", () => {
    const scene = healthy(browser).page("shop.com");
    for (const host of ["metrics.shop.com", "px.shop.com", "telemetry2.shop.com"]) {
      for (let round = 0; round < 3; round++)
        scene.wait(4).callFails("shop.com", "refused", { host }).callFails("shop.com", "dns", { host });
    }
    expect(scene.says({ site: "shop.com" })).toBe("clear");
  });

  test("is a page's call to its own host, although that host never answered before", () => {
    const scene = healthy(browser).page("shop.com");
    for (let round = 0; round < 3; round++)
      scene.wait(6).page("shop.com").callFails("shop.com", "refused").callFails("shop.com", "refused");
    expect(scene.says({ site: "shop.com" })).toBe("site unreachable shop.com");
  });

  test("is a call to a name that a cloud hands out with its region in it, for the site whose page called", () => {
    const scene = healthy(browser).page("shop.com");
    const url = "https://abc123.execute-api.us-east-1.amazonaws.com/r";
    const call = { event: "completed", tabId: 1, url, type: "xmlhttprequest", ip: "198.18.1.7" } as const;
    scene.tell({ ...call, status: 200 });
    for (let round = 0; round < 3; round++)
      scene
        .wait(6)
        .page("shop.com")
        .tell({ ...call, status: 503 });
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
  });

  test("is no request of the extension itself", () => {
    const scene = new Scene({ browser }).page("shop.com");
    const initiator = browser === "chromium" ? "chrome-extension://abcdefghijklmnop" : "moz-extension://1234";
    for (let round = 0; round < 5; round++) {
      const asked = { tabId: -1, url: "https://mirror.feeds.com/v2/head", type: "xmlhttprequest", initiator };
      scene.wait(5).tell({ event: "completed", ...asked, status: round % 2 === 0 ? 503 : 200 });
    }
    expect(Object.keys(scene.world.sites)).toEqual(["shop.com"]);
    expect(scene.world.answers.map(({ site }) => site)).toEqual(["shop.com"]);
  });

  test("is a service worker's request, which has no tab, only for a site that somebody opened", () => {
    const scene = healthy(browser).page("shop.com");
    for (let round = 0; round < 3; round++) {
      const request = { tabId: -1, type: "xmlhttprequest", status: 503, ip: "198.18.2.7" };
      scene.wait(5).tell({ event: "completed", url: "https://api.shop.com/r", initiator: "https://www.shop.com", ...request });
      scene.tell({ event: "completed", url: "https://api.never-opened.com/r", initiator: "https://www.never-opened.com", ...request });
    }
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
    expect(scene.says({ site: "never-opened.com" })).toBe("clear");
  });

  test("is a load given up after fifteen seconds, as a hang, and not one given up after five", () => {
    const longWait = healthy(browser);
    const shortWait = healthy(browser);
    for (let round = 0; round < 3; round++) {
      longWait.wait(20).pageFails("slow.com", "aborted", { ms: 19_000 });
      shortWait.wait(6).pageFails("slow.com", "aborted", { ms: 5000 });
    }
    expect(longWait.says({ tabId: 1 })).toBe("site slow slow.com");
    expect(shortWait.says({ site: "slow.com" })).toBe("clear");
  });

  test("is one failure for all repeats within a moment", () => {
    const storm = healthy(browser).page("shop.com").wait(5);
    for (let request = 0; request < 9; request++) storm.callFails("shop.com", "timeout");
    expect(storm.world.sites["shop.com"]?.hosts["api.shop.com"]?.trouble?.faults).toMatchObject([{ kind: "timeout", count: 9 }]);
    expect(storm.says({ site: "shop.com" })).toBe("unclear shop.com");
  });

  test("is a person's own retry, as another failure", () => {
    const once = new Scene({ browser }).others(5).check("reached").pageFails("shop.com", "timeout");
    expect(once.says({ site: "shop.com" })).toBe("unclear shop.com");
    once.wait(6).pageFails("shop.com", "timeout");
    expect(once.says({ site: "shop.com" })).toBe("site unreachable shop.com");
  });

  test("is an answer of 4xx, as a sign of health", () => {
    const scene = healthy(browser);
    for (const status of [400, 401, 404, 410, 418]) scene.wait(3).page("shop.com", status);
    expect(scene.says({ site: "shop.com" })).toBe("clear");
  });

  test("leaves no path, query, title or header in the world", () => {
    const scene = healthy(browser)
      .page("shop.com", 503)
      .pageFails("bank.com", "timeout")
      .call("shop.com", 500)
      .wait(5)
      .page("shop.com", 503);
    const kept = JSON.stringify(scene.world);
    expect(kept).toContain("shop.com");
    expect(kept).not.toContain("secret");
    expect(kept).not.toContain("/p/1");
  });
});

describe("loads that no person asked for, or of private hosts", () => {
  test("do not count where Chromium prefetches or prerenders", () => {
    const scene = healthy("chromium").page("shop.com");
    for (let round = 0; round < 4; round++) {
      const ahead = { tabId: 1, url: "https://www.ahead.com/", type: "main_frame", documentId: "ABC" };
      scene.wait(4).tell({ event: "error", ...ahead, error: "net::ERR_CONNECTION_REFUSED" });
      scene.tell({ event: "completed", ...ahead, status: 503, ip: "198.18.2.2" });
    }
    expect(scene.says()).toBe("clear");
    expect(scene.world.tabs[1]?.site).toBe("shop.com");
  });

  test("do not count where a main-frame error of Chromium has no failed navigation: an HTTPS-upgrade probe", () => {
    const scene = healthy("chromium");
    for (let round = 0; round < 4; round++) {
      scene.wait(5).tell({ event: "error", tabId: 1, url: "https://plain.com/", type: "main_frame", error: "net::ERR_CONNECTION_REFUSED" });
      scene.tell({ event: "navigation-completed", tabId: 1, url: "http://plain.com/" });
    }
    expect(scene.says()).toBe("clear");
  });

  test("do not count on loopback, private networks, single labels and reserved names", () => {
    const hosts = [
      "localhost:3000",
      "127.0.0.1",
      "192.168.1.1",
      "10.0.0.7",
      "[::1]",
      "printer",
      "nas.local",
      "a.test",
      "b.internal",
      "router.home.arpa",
    ];
    for (const browser of browsers) {
      const scene = new Scene({ browser }).others(3);
      for (const host of hosts) {
        for (let round = 0; round < 3; round++) {
          const url = `http://${host}/`;
          scene.wait(3).tell({ event: "completed", tabId: 1, url, type: "main_frame", status: 503, ip: "127.0.0.1" });
          scene.tell({
            event: "error",
            tabId: 1,
            url,
            type: "main_frame",
            error: browser === "chromium" ? "net::ERR_FAILED" : "NS_ERROR_FAILURE",
          });
          scene.tell({
            event: "navigation-error",
            tabId: 1,
            url,
            error: browser === "chromium" ? "net::ERR_CONNECTION_REFUSED" : "Error code 2152398861",
          });
        }
        expect(scene.says({ tabId: 1 }), host).toBe("clear");
      }
      expect(scene.says()).toBe("clear");
    }
  });

  test("count where a public name resolves to loopback", () => {
    const scene = new Scene().others(4).check("reached");
    for (let round = 0; round < 3; round++) {
      const request = { tabId: 1, url: "https://www.shop.com/", type: "main_frame", ip: "127.0.0.1" };
      scene.wait(5).tell({ event: "completed", ...request, status: 500 });
    }
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
  });
});
