import { describe, expect, test } from "vitest";
import { FAILURES } from "./failures.ts";
import { Scene } from "./scene.ts";

describe("a browser that says that it is offline", () => {
  test("is believed while nothing answers", () => {
    expect(new Scene().others(3).wait(1).tell({ event: "offline" }).wait(20).says()).toBe("local offline");
  });

  test("is not believed once a check reached", () => {
    expect(new Scene().others(3).wait(1).tell({ event: "offline" }).wait(2).check("reached").says()).toBe("clear");
  });

  test("is not believed once two sites answered, and is after one: that may have come from a cache on the way", () => {
    const scene = new Scene().others(3).wait(1).tell({ event: "offline" }).others(1);
    expect(scene.says()).toBe("local offline");
    expect(scene.others(1).says()).toBe("clear");
  });

  test.each(["chromium", "firefox"] as const)(
    "is not believed once two sites answered that had answered the moment before, in %s",
    (browser) => {
      for (const mode of ["full", "basic"] as const) {
        const scene = new Scene({ browser, mode });
        const both = () => scene.page("one.com", 200, { tab: 1 }).wait(0.5).page("two.com", 200, { tab: 2 });
        both().wait(1).tell({ event: "offline" }).wait(1);
        expect(both().says()).toBe("clear");
        expect(scene.wait(3600).says()).toBe("clear");
      }
    },
  );

  test("hides no outage once sites answered", () => {
    const scene = new Scene().others(3).wait(1).tell({ event: "offline" }).others(3);
    for (let load = 0; load < 2; load++) scene.wait(4).page("shop.com", 503).others(1);
    expect(scene.says()).toBe("site http shop.com");
  });

  test("is believed again the next time", () => {
    const scene = new Scene().others(3).wait(1).tell({ event: "offline" }).others(3).tell({ event: "online" }).wait(5);
    expect(scene.tell({ event: "offline" }).wait(1).says()).toBe("local offline");
  });
});

describe("certificates that are out of date", () => {
  const twoSites = (skew: number | undefined) => {
    const scene = new Scene().others(3).check("reached", skew);
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(4).pageFails(site, "date");
    return scene;
  };

  test("are the clock's where the mirror's clock differs by hours", () => {
    expect(twoSites(-30 * 3_600_000).says()).toBe("local clock");
  });

  test("are not the clock's where it was measured to be right", () => {
    expect(twoSites(1000).says()).not.toBe("local clock");
  });
});

describe.each(["chromium", "firefox"] as const)("a certificate that the site's owner has ruled out, in %s", (browser) => {
  test("is an interception by itself, at one site and at the first time", () => {
    const scene = new Scene({ browser }).others(4).wait(2).pageFails("bank.com", "pin").others(2);
    expect(scene.says({ tabId: 1 })).toBe("local interception");
    expect(scene.says()).toBe("local interception");
    expect(scene.ask().evidence).toContainEqual({ kind: "not-pinned", site: "bank.com" });
  });

  test("stays one where the browser tells of the load several times", () => {
    const scene = new Scene({ browser }).others(4);
    const url = "https://www.bank.com/";
    const [chromium, firefox, number] = FAILURES.pin;
    const error = { event: "error", tabId: 1, url, type: "main_frame", error: browser === "chromium" ? chromium : firefox } as const;
    const navigation = {
      event: "navigation-error",
      tabId: 1,
      url,
      error: browser === "chromium" ? chromium : `Error code ${number}`,
    } as const;
    for (const reports of [
      [navigation, navigation, error, error],
      [error, error, navigation, navigation],
      [navigation, error, error, navigation, error],
    ]) {
      for (const report of reports) scene.wait(0.01).tell(report);
      expect(scene.world.sites["bank.com"]?.hosts["www.bank.com"]?.trouble?.faults.every(({ kind }) => kind === "pin")).toBe(true);
      expect(scene.others(2).says({ tabId: 1 })).toBe("local interception");
      scene.wait(10);
    }
  });
});

describe("a name that leads to an address which exists nowhere", () => {
  test("is blocked by a filter on this side", () => {
    const scene = new Scene().others(4).wait(2).pageFails("shop.com", "nullAddress").others(2);
    expect(scene.says({ tabId: 1 })).toBe("local blocked");
    expect(scene.ask({ tabId: 1 }).evidence).toContainEqual({ kind: "null-address", site: "shop.com" });
  });

  test("is blocked in its tab alone: the toolbar speaks of what else fails", () => {
    const scene = new Scene().others(4).wait(2).pageFails("ads.com", "nullAddress", { tab: 7 }).others(2);
    expect(scene.says()).toBe("clear");
    for (let load = 0; load < 2; load++) scene.wait(4).page("shop.com", 503).others(1);
    expect(scene.says()).toBe("site http shop.com");
  });

  test.each(["xmlhttprequest", "sub_frame", "websocket"])(
    "is nothing where a page that opens asks for it as %s, load after load",
    (type) => {
      const scene = new Scene().others(4);
      for (let load = 0; load < 6; load++) {
        scene.wait(30).page("shop.com").wait(0.1).call("shop.com").wait(0.1);
        for (const host of ["ads.shop.com", "metrics.shop.com", "t.shop.com"])
          for (let time = 0; time < 2; time++)
            scene.tell({ event: "error", tabId: 1, url: `https://${host}/x`, type, error: "net::ERR_ADDRESS_INVALID" });
        expect(scene.says({ tabId: 1 })).toBe("clear");
        expect(scene.says()).toBe("clear");
      }
    },
  );
});

describe("a tab that still shows a failure of the connection", () => {
  /** The check reached nothing while a page failed; then the line seems to be back. */
  const cutOff = () => new Scene().others(4).wait(20).pageFails("shop.com", "timeout").check("unreachable").wait(20);

  test("is not clear because a neighbour answers", () => {
    expect(cutOff().page("other.com", 200, { tab: 5 }).says({ tabId: 1 })).not.toBe("clear");
  });

  test("is not clear while a portal lets a few sites through", () => {
    const scene = new Scene().others(4).wait(200).pageFails("shop.com", "issuer").check("captive").wait(5);
    for (const site of ["portal.com", "portal-images.com"]) scene.wait(3).page(site, 200, { tab: 5 });
    expect(scene.says({ tabId: 1 })).not.toBe("clear");
  });

  test("is forgiven once a check came through", () => {
    expect(cutOff().check("reached").says({ tabId: 1 })).toBe("clear");
  });
});
