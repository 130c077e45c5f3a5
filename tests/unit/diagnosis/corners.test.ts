import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

const calm = (browser: "chromium" | "firefox" = "chromium") => new Scene({ browser }).others(4);

describe.each(["chromium", "firefox"] as const)("a part of a page that always fails, in %s", (browser) => {
  test("is a corner: one call of four fails page after page, for weeks", () => {
    const scene = calm(browser);
    for (let load = 0; load < 8; load++) {
      scene.wait(20).page("shop.com");
      for (const status of [200, 503, 200, 200]) scene.wait(0.4).call("shop.com", status);
      expect(scene.says({ tabId: 1 })).toBe("clear");
    }
    expect(scene.says()).toBe("clear");
  });

  test("is a corner on a host of its own that has never answered, while the rest of the site answers", () => {
    const scene = calm(browser);
    for (let load = 0; load < 6; load++) {
      scene.wait(20).page("shop.com").wait(0.3).call("shop.com").call("shop.com");
      scene.wait(0.3).call("shop.com", 503, { host: "chat.shop.com" });
    }
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });

  test("is no corner where it used to work and answers nothing any more: the page loses what it is for", () => {
    const scene = calm(browser).page("shop.com").wait(0.3).call("shop.com").call("shop.com").others(2);
    for (let load = 0; load < 4; load++) scene.wait(20).page("shop.com").wait(0.3).call("shop.com", 503).wait(0.2).call("shop.com", 503);
    expect(scene.says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("is no corner where several calls of one load fail beside one that answers", () => {
    const scene = calm(browser);
    for (let load = 0; load < 2; load++) {
      scene.wait(20).page("shop.com").wait(0.2).call("shop.com");
      for (let call = 0; call < 3; call++) scene.wait(0.3).call("shop.com", 503);
    }
    expect(scene.ask({ tabId: 1 }).scope).toBe("site");
  });

  test("is no corner where more of the page fails than answers", () => {
    const scene = calm(browser);
    for (let load = 0; load < 4; load++) {
      scene.wait(20).page("shop.com").wait(0.3).call("shop.com", 200, { host: "img.shop.com" });
      for (const host of ["login.shop.com", "cart.shop.com", "api.shop.com"])
        for (let call = 0; call < 2; call++) scene.wait(2.2).call("shop.com", 503, { host });
    }
    expect(scene.ask({ tabId: 1 }).scope).toBe("site");
  });

  test("is no corner where the page itself does not open", () => {
    const scene = calm(browser).page("shop.com");
    for (let load = 0; load < 3; load++) scene.wait(6).page("shop.com", 503).wait(0.3).call("shop.com").others(1);
    expect(scene.says({ tabId: 1 })).toBe("site http shop.com");
  });

  test.each([
    { calls: 1, seconds: 40 },
    { calls: 1, seconds: 200 },
    { calls: 3, seconds: 40 },
    { calls: 3, seconds: 200 },
  ])("is a corner for good where it fails twice a load, beside $calls calls, every $seconds s", ({ calls, seconds }) => {
    const scene = calm(browser);
    for (let load = 0; load < 9; load++) {
      scene.wait(seconds).page("shop.com");
      // They answer in the second after the page.
      for (let call = 0; call < calls; call++) scene.wait(0.05).call("shop.com", 200, { host: "www.shop.com" });
      for (let call = 0; call < 2; call++) scene.wait(0.05).call("shop.com", 500, { host: "m.shop.com" });
      scene.wait(2).others(1);
      expect(scene.says({ tabId: 1 })).toBe("clear");
      expect(scene.says()).toBe("clear");
    }
  });

  test("raises no question between a call that failed and the next answer of its load", () => {
    const scene = calm(browser);
    for (let load = 0; load < 5; load++) {
      scene.wait(15).page("shop.com").wait(0.2).call("shop.com");
      expect(scene.wait(0.2).call("shop.com", 503).says({ tabId: 1 })).toBe("clear");
      scene.wait(0.2).call("shop.com");
    }
  });
});

describe("a host that is healthy", () => {
  test("is clear in its tab, whatever the page of another host of the same domain does", () => {
    const scene = calm().page("", 200, { host: "mail.shop.com", tab: 2 });
    for (let load = 0; load < 3; load++) {
      scene.wait(6).page("", 503, { host: "news.shop.com", tab: 3 }).others(1);
      scene.page("", 200, { host: "mail.shop.com", tab: 2 });
    }
    expect(scene.says({ tabId: 2 })).toBe("clear");
    expect(scene.says({ tabId: 3 })).toBe("site http shop.com");
  });

  test("is of an outage in its tab from its own first failing call on, also while another host of the domain fails more often", () => {
    const on = "aws/us-east-1";
    const others = ["one.com", "two.com", "three.com"];
    const scene = calm().page("shop.com", 200, { tab: 2, on }).call("shop.com", 200, { tab: 2, on });
    const login = { host: "login.shop.com", tab: 3, on } as const;
    scene.page("", 200, { host: "drive.shop.com", tab: 3, on }).call("", 200, login);
    for (const [index, site] of others.entries()) scene.page(site, 200, { tab: 10 + index, on }).call(site, 200, { tab: 10 + index, on });
    scene.wait(2).others(3);
    for (const [index, site] of others.entries()) scene.wait(0.1).call(site, 503, { tab: 10 + index, on });
    scene.wait(0.1).call("shop.com", 503, { tab: 2, on }).wait(0.1).call("", 503, login).others(1);
    expect(scene.says({ tabId: 3 })).toBe(`provider correlated ${on}`);
    scene.wait(0.5).call("shop.com", 503, { tab: 2, on });
    expect(scene.says({ tabId: 3 })).toBe(`provider correlated ${on}`);
  });
});

describe.each(["fastly", "cloudflare", "akamai"] as const)("corners of sites on %s whose pages fall silent later", (on) => {
  const sites = ["one.com", "two.com", "three.com"];

  test.each([
    { status: 500, seconds: 20, host: "m" },
    { status: 503, seconds: 20, host: "m" },
    { status: 503, seconds: 200, host: "m" },
    { status: 503, seconds: 20, host: "www" },
    { status: 503, seconds: 100, host: "www" },
  ])("are no errors of the edge: the way to it is cut ($status on $host, $seconds s before)", ({ status, seconds, host }) => {
    for (const neighbours of [0, 1])
      for (const corners of [1, 2, 3]) {
        const scene = new Scene({ learned: learnedOn(on, ...sites) }).others(4);
        for (let load = 0; load < 3; load++)
          for (const [tab, site] of sites.entries()) {
            scene
              .wait(2)
              .page(site, 200, { tab, on })
              .wait(0.1)
              .call(site, 200, { tab, on, host: `www.${site}` });
            if (tab < corners) scene.wait(0.1).call(site, status, { tab, on, host: `${host}.${site}` });
          }
        scene.wait(seconds).others(2);
        for (let round = 0; round < 2; round++)
          for (const [tab, site] of sites.entries()) {
            scene.wait(5).pageFails(site, "timeout", { tab }).others(1);
            if (neighbours > 0) scene.wait(1).page("neighbour.com", 200, { tab: 8, on });
          }
        expect(scene.says()).toBe(`network route ${on}`);
        expect(scene.says({ tabId: 0 })).toBe(`network route ${on}`);
      }
  });
});

describe("a stumble of a page that opens", () => {
  test.each([
    { seconds: 5, of: 10 },
    { seconds: 30, of: 7 },
    { seconds: 60, of: 7 },
    { seconds: 120, of: 7 },
  ])("is nothing where the page asks every $seconds s and one answer of $of is an error", ({ seconds, of }) => {
    const scene = calm().page("shop.com");
    for (let poll = 1; poll <= 3 * of; poll++) {
      scene.wait(seconds).call("shop.com", poll % of === 0 ? 503 : 200);
      expect(scene.says({ tabId: 1 })).toBe("clear");
      expect(scene.says()).toBe("clear");
    }
  });

  test("is no witness against a cloud: three shops of one platform whose log-in call answers 500 once", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...sites) }).others(4);
    for (const site of sites) {
      scene.wait(8).page(site, 200, { on: "aws/us-east-1" }).wait(0.3).call(site, 200, { on: "aws/us-east-1" });
      scene.wait(0.3).call(site, 500, { on: "aws/us-east-1" }).wait(0.3).call(site, 200, { on: "aws/us-east-1" });
    }
    expect(scene.says()).toBe("clear");
  });

  test("is none where the calls of three sites that worked a moment ago all fail at the next load: that is their cloud", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...sites) }).others(3);
    for (const [tab, site] of sites.entries())
      scene.wait(1).page(site, 200, { tab, on: "fastly" }).call(site, 200, { tab, on: "aws/us-east-1" });
    for (const [tab, site] of sites.entries()) scene.wait(1).page(site, 200, { tab }).wait(0.1).call(site, 503, { tab });
    expect(scene.others(1).says()).toBe("provider correlated aws/us-east-1");
  });

  test("is over once the page opens with all its parts", () => {
    const scene = calm().page("shop.com").wait(0.3).call("shop.com", 503).wait(10).page("shop.com").wait(0.3).call("shop.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });
});

test("parts that have failed in three loads and never worked bear no witness beside an incident of their cloud", () => {
  const scene = calm();
  for (let load = 0; load < 4; load++) {
    for (const site of ["shop.com", "news.com"]) {
      scene.wait(10).page(site, 200, { on: "nobody" }).wait(0.3).call(site, 200, { on: "nobody" });
      scene.wait(0.3).call(site, 503, { host: `chat.${site}`, on: "aws/us-east-1" });
    }
  }
  scene.feed([scene.incident("aws/us-east-1")]);
  expect(scene.says()).toBe("clear");
});
