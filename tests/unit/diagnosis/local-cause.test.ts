import { describe, expect, test } from "vitest";
import { type Failure, Scene } from "./scene.ts";

const browsers = ["chromium", "firefox"] as const;
const modes = ["full", "basic"] as const;
const every = browsers.flatMap((browser) => modes.map((mode) => ({ browser, mode })));

/** Everything that is opened fails in one way. */
function allFail(scene: Scene, failure: Failure, count = 5, seconds = 3): Scene {
  for (let index = 0; index < count; index++) scene.wait(seconds).pageFails(`fails${index}.com`, failure);
  return scene;
}

describe.each(every)("causes on this side, told apart in $browser with $mode access", ({ browser, mode }) => {
  const scene = () => new Scene({ browser, mode });

  test("offline: the browser says so, before anything else is known", () => {
    expect(allFail(scene(), "offline", 1).says({ tabId: 1 })).toBe("local offline");
    expect(scene().others(3).tell({ event: "offline" }).says()).toBe("local offline");
  });

  test("no internet: everything fails and nothing answers any longer", () => {
    const dead = allFail(scene().others(6).wait(10), "unreachable", 2).check("unreachable");
    expect(allFail(dead, "unreachable", 3).says()).toBe("local no-internet");
    expect(dead.says({ tabId: 1 })).toBe("local no-internet");
  });

  test("no internet: a site that answered with an error stays named when a later check reaches nothing, one that was only silent does not", () => {
    const broken = scene().others(3).page("shop.com", 503, { tab: 1 }).wait(6).page("shop.com", 503, { tab: 1 });
    const before = broken.says({ tabId: 1 });
    expect(broken.wait(60).check("unreachable").says({ tabId: 1 })).toBe(before);
    expect(broken.wait(5).page("shop.com", 503, { tab: 1 }).says({ tabId: 1 })).toBe(before);
    const silent = scene().others(3).pageFails("shop.com", "timeout").wait(6).pageFails("shop.com", "timeout");
    expect(silent.wait(60).check("unreachable").says({ tabId: 1 })).toBe("unclear shop.com");
  });

  test.each([
    ["reached", false],
    ["unreachable", true],
  ] as const)("no internet: a silent mirror is given as a reason after a check with the result %s: %s", (result, isGiven) => {
    const silent = scene()
      .pageFails("shop.com", "timeout")
      .tell({ event: "feed-failed", mirror: "https://mirror.example", error: "TimeoutError" });
    const { evidence } = silent.wait(1).check(result).ask({ tabId: 1 });
    expect(evidence.some(({ kind }) => kind === "feed-unreachable")).toBe(isGiven);
  });

  test("name service: names of all sites are not found, though some that were known still answer", () => {
    const names = allFail(scene().others(6), "dns", 3).check("unreachable").others(1);
    expect(allFail(names, "dns", 5).says()).toBe("local dns");
  });

  test("captive portal: the check meets a sign-in page", () => {
    for (const failure of ["issuer", "timeout", "reset"] as const) {
      const portal = allFail(scene().others(4).wait(30), failure, 1).check("captive");
      expect(allFail(portal, failure, 3).says({ tabId: 1 }), failure).toBe("local captive-portal");
    }
  });

  test("captive portal: pages of the portal itself count as no site's answers", () => {
    const portal = allFail(scene().others(4).wait(30), "reset", 1).check("captive");
    for (const site of ["plain.com", "simple.com", "old.com"])
      portal.wait(2).tell({ event: "navigation-completed", tabId: 2, url: `http://${site}/` });
    expect(allFail(portal, "reset", 3).says()).toBe("local captive-portal");
  });

  test("proxy: it is not there, or reaches nobody", () => {
    expect(allFail(scene(), "proxy", 2).says({ tabId: 1 })).toBe("local proxy");
    expect(allFail(scene(), "tunnel", 4).check("unreachable").says({ tabId: 1 })).toBe("local proxy");
  });

  test("proxy: one that answers 502 to everybody answers the check too, and is no portal for that", () => {
    expect(allFail(scene().others(2).wait(5), "tunnel", 3).check("captive").says()).toBe("local proxy");
  });

  test("clock: certificates of all sites are out of date, or the mirror's clock differs", () => {
    expect(allFail(scene(), "date", 4).check("unreachable").says()).toBe("local clock");
    expect(
      allFail(scene().others(3), "date", 3)
        .check("reached", -400 * 86_400_000)
        .says(),
    ).toBe("local clock");
  });

  test("interception: certificates of all sites come from an unknown authority", () => {
    expect(allFail(scene(), "issuer", 4).check("unreachable").says()).toBe("local interception");
    expect(allFail(scene(), "issuer", 4).says()).toBe("local interception");
  });

  test("blocked: the page of this tab alone", () => {
    const blocked = scene().others(4).page("news.com", 200, { tab: 2 }).pageFails("shop.com", "blocked");
    expect(blocked.says({ tabId: 1 })).toBe("local blocked");
    expect(blocked.says({ tabId: 2 })).toBe("clear");
    expect(blocked.says({ site: "shop.com" })).toBe("clear");
    expect(blocked.says()).toBe("clear");
    expect(blocked.wait(5).page("shop.com").says({ tabId: 1 })).toBe("clear");
  });

  test("blames nobody remote for any of them, at no moment", () => {
    for (const failure of ["unreachable", "dns", "timeout", "issuer", "date", "proxy", "tunnel", "offline"] as const) {
      const dead = scene().others(6).wait(20);
      for (let index = 0; index < 6; index++) {
        dead.wait(4).pageFails(`fails${index}.com`, failure);
        if (index === 2) dead.check("unreachable");
        expect(dead.ask().scope, failure).not.toMatch(/site|provider/);
      }
    }
  });
});

describe("what is not caused on this side", () => {
  test("one untrusted certificate while another site answers is that site's", () => {
    const shop = new Scene().others(6);
    for (let round = 0; round < 3; round++) shop.wait(6).pageFails("shop.com", "issuer");
    expect(shop.others(1).says({ site: "shop.com" })).toBe("site tls shop.com");
  });

  test("one name that is not found while others are found is that site's", () => {
    const typo = new Scene().others(3);
    for (let round = 0; round < 3; round++) typo.wait(6).pageFails("shpo.com", "dns").others(1);
    expect(typo.says({ site: "shpo.com" })).toBe("site dns shpo.com");
  });

  test("one site behind a proxy that serves the others is that site's", () => {
    const scene = new Scene({ browser: "firefox" });
    const answer = (site: string) =>
      scene
        .wait(2)
        .tell({ event: "completed", tabId: 5, url: `https://${site}/`, type: "main_frame", status: 200, ip: "198.18.6.9", proxied: true });
    for (let round = 0; round < 3; round++) {
      for (const site of ["a.com", "b.com", "c.com", "d.com"]) answer(site);
      scene.wait(3).pageFails("shop.com", "tunnel");
    }
    for (const site of ["a.com", "b.com", "e.com"]) answer(site);
    expect(scene.says({ site: "shop.com" })).toBe("site unreachable shop.com");
  });

  test("Chrome's HTTPS-first page is no blocked page", () => {
    const scene = new Scene().others(3).page("shop.com");
    scene.wait(2).tell({ event: "error", tabId: 1, url: "https://plain.com/", type: "main_frame", error: "net::ERR_CONNECTION_REFUSED" });
    scene.tell({ event: "navigation-error", tabId: 1, url: "http://plain.com/", error: "net::ERR_BLOCKED_BY_CLIENT" });
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });
});
