import { describe, expect, test } from "vitest";
import { Scene } from "./scene.ts";

const calm = (browser: "chromium" | "firefox" = "chromium") => new Scene({ browser }).others(4);

describe.each(["chromium", "firefox"] as const)("a site that turns the person away, in %s", (browser) => {
  test.each([403, 429, 451])("is clear and told as such where its page answers %i", (status) => {
    const scene = calm(browser);
    for (let load = 0; load < 3; load++) scene.wait(5).page("shop.com", status);
    expect(scene.says({ tabId: 1 })).toBe("clear refuses shop.com");
    expect(scene.says({ site: "shop.com" })).toBe("clear refuses shop.com");
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([{ kind: "refused", site: "shop.com", status }]);
  });

  test("is plainly clear on the toolbar: it has no badge", () => {
    expect(calm(browser).page("shop.com", 403).ask()).toMatchObject({ scope: "clear", cause: null, subject: null });
  });

  test("is no longer one after its page has opened", () => {
    expect(calm(browser).page("shop.com", 403).wait(4).page("shop.com").says({ tabId: 1 })).toBe("clear");
  });

  test.each([400, 401, 404, 410])("is none where its page answers %i: that is about the page", (status) => {
    expect(calm(browser).page("shop.com", status).says({ tabId: 1 })).toBe("clear");
  });

  test("is none where only its calls are refused", () => {
    const scene = calm(browser).page("shop.com");
    for (let call = 0; call < 6; call++) scene.wait(2).call("shop.com", [401, 403, 429][call % 3]);
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });

  test("fails where it answers 402: platforms do so for a site that they have switched off", () => {
    const scene = calm(browser);
    for (let load = 0; load < 2; load++) scene.wait(4).page("shop.com", 402).others(1);
    expect(scene.says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("does not fail where a call of its page answers 402: a program says that", () => {
    const scene = calm(browser).page("shop.com");
    for (let load = 0; load < 3; load++) scene.wait(4).page("shop.com").call("shop.com", 402).call("shop.com", 402).others(1);
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });
});

describe("a page that asks the person to prove to be one", () => {
  test.each([403, 429, 503, 200])("is neither health nor failure, whatever its status (%i)", (status) => {
    const scene = calm();
    for (let load = 0; load < 3; load++) scene.wait(5).page("shop.com", status, { wrote: "challenge", on: "cloudflare" }).others(1);
    expect(scene.says({ tabId: 1 })).toBe("clear refuses shop.com");
    expect(scene.says()).toBe("clear");
    expect(scene.ask({ tabId: 1 }).evidence).toEqual([{ kind: "challenged", site: "shop.com" }]);
  });

  test("is over with the next page", () => {
    const scene = calm().page("shop.com", 503, { wrote: "challenge" }).wait(5).page("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });

  test("does not hide that the site fails after it", () => {
    const scene = calm().page("shop.com", 403, { wrote: "challenge" });
    for (let load = 0; load < 3; load++) scene.wait(5).page("shop.com", 503).others(1);
    expect(scene.says({ tabId: 1 })).toBe("site http shop.com");
  });
});
