import { describe, expect, test } from "vitest";
import { Scene } from "./scene.ts";

describe("a page that failed and is still shown", () => {
  test("remains a question for as long as the tab shows the server's error page", () => {
    const scene = new Scene().others(3).wait(4).page("shop.com", 503);
    expect(scene.others(6, 10).says({ tabId: 1 })).toBe("unclear shop.com");
    scene.wait(1).page("news.org", 200);
    expect(scene.says()).toBe("clear");
  });

  test("has failed twice when it was loaded twice, however soon", () => {
    const scene = new Scene().others(3).wait(4).page("shop.com", 503).wait(2.5).page("shop.com", 503);
    expect(scene.others(4, 12).says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("is broken too when the page opened and its calls failed", () => {
    const scene = new Scene().others(3).wait(4);
    for (let load = 0; load < 2; load++) scene.wait(1.5).page("shop.com").wait(0.1).call("shop.com", 500).wait(0.1).call("shop.com", 500);
    expect(scene.others(4, 15).says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("is clear again when it opens and none of its calls fails", () => {
    const scene = new Scene().others(2);
    for (let load = 0; load < 2; load++) scene.wait(6).page("shop.com").call("shop.com", 500).wait(0.2).call("shop.com", 500);
    scene.wait(9).page("shop.com");
    expect(scene.others(2, 10).says({ tabId: 1 })).toBe("clear");
  });
});

describe.each([
  { browser: "chromium", mode: "full" },
  { browser: "chromium", mode: "basic" },
  { browser: "firefox", mode: "full" },
  { browser: "firefox", mode: "basic" },
] as const)("a failed page that its tab shows for an hour, in $browser with $mode access", (options) => {
  const failures = ["timeout", "dns", "refused", "issuer", ...(options.mode === "full" ? ([402, 503, 522] as const) : [])] as const;

  test.each(failures)("is not clear at any moment of it, and is once it opens (%s)", (failure) => {
    const scene = new Scene(options).others(3);
    for (let load = 0; load < 2; load++) {
      scene.wait(5);
      if (typeof failure === "number") scene.page("shop.com", failure);
      else scene.pageFails("shop.com", failure);
    }
    for (const minutes of [1, 3, 2, 10, 44]) {
      scene.wait(minutes * 60).page("news.org", 200, { tab: 8 });
      expect(["site", "unclear"]).toContain(scene.ask({ tabId: 1 }).scope);
    }
    expect(scene.page("shop.com").says({ tabId: 1 })).toBe("clear");
  });
});

describe("a retry in basic access", () => {
  test("counts as an answer when it comes within seconds, and the browser's own error page does not", () => {
    const scene = new Scene({ mode: "basic" }).others(2).wait(4).pageFails("shop.com", "reset");
    expect(scene.wait(0.2).tell({ event: "navigation-completed", tabId: 1, url: "https://www.shop.com/p/1" }).says()).toBe(
      "unclear shop.com",
    );
    expect(scene.wait(2).tell({ event: "navigation-completed", tabId: 1, url: "https://www.shop.com/p/2" }).says()).toBe("clear");
  });
});
