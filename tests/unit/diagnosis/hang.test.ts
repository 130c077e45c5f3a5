import { describe, expect, test } from "vitest";
import { type Cloud, learnedOn, Scene } from "./scene.ts";

/** While slow.com waits for its answer in tab 1, others answer in other tabs; then so many seconds have passed since it began. */
function waits(scene: Scene, seconds: number): Scene {
  const began = scene.wait(1).now;
  scene.starts("slow.com").wait(1).others(2, 2);
  return scene.wait(seconds - (scene.now - began) / 1000);
}

const calm = (options: ConstructorParameters<typeof Scene>[0] = {}) => new Scene(options).others(5);

describe.each([
  { browser: "chromium", mode: "full" },
  { browser: "chromium", mode: "basic" },
  { browser: "firefox", mode: "full" },
  { browser: "firefox", mode: "basic" },
] as const)("a page load without an answer, in $browser with $mode access", (options) => {
  test("is nothing for nine seconds", () => {
    const scene = waits(calm(options), 9);
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  test("is told in its tab from ten seconds on, and on the toolbar from fifteen", () => {
    const scene = waits(calm(options), 10);
    expect(scene.says({ tabId: 1 })).toBe("site slow slow.com");
    expect(scene.says({ site: "slow.com" })).toBe("site slow slow.com");
    expect(scene.says()).toBe("clear");
    expect(scene.wait(4.9).says()).toBe("clear");
    expect(scene.wait(0.1).says()).toBe("site slow slow.com");
  });

  test("is told after the background died in between", () => {
    expect(waits(calm(options), 12).restart().wait(3).says()).toBe("site slow slow.com");
  });

  test("ends when an answer begins to come", () => {
    const scene = waits(calm(options), 16).commits("slow.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.says()).toBe("clear");
  });

  test("ends when the tab is closed", () => {
    expect(waits(calm(options), 16).tell({ event: "tab-closed", tabId: 1 }).says()).toBe("clear");
  });

  test("ends when the browser takes it for a download or the person leaves it soon", () => {
    const scene = waits(calm(options), 8).pageFails("slow.com", "aborted", { ms: 8000 });
    expect(scene.wait(10).others(2).says()).toBe("clear");
  });

  test("makes room for the next load of its tab", () => {
    const scene = waits(calm(options), 12).starts("other.com");
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.wait(9).others(1).says({ tabId: 1 })).toBe("site slow other.com");
    expect(scene.says({ site: "slow.com" })).toBe("clear");
  });

  test("goes on when the end of the load that it replaced is reported after it", () => {
    const scene = calm(options).wait(1).starts("first.com").wait(3).starts("slow.com").pageFails("first.com", "aborted", { ms: 3000 });
    scene.wait(1).others(2, 2);
    expect(scene.wait(5).says({ tabId: 1 })).toBe("site slow slow.com");
    expect(scene.says({ site: "first.com" })).toBe("clear");
  });

  // In Chromium the abort of a request comes from another process, so any order is possible (seen 2026-11-30).
  test.each(["S E N", "S N E", "E S N", "E N S", "N S E", "N E S"])(
    "goes on when the person reloads it, in whatever order its begin (S) and the two reports of the old one's end (E, N) come: %s",
    (order) => {
      for (const seconds of [3, 8, 11]) {
        const scene = calm(options).wait(1).starts("slow.com").wait(seconds);
        const url = "https://www.slow.com/p/1?q=secret";
        const [error, number] =
          options.browser === "chromium" ? ["net::ERR_ABORTED", "net::ERR_ABORTED"] : ["NS_BINDING_ABORTED", "Error code 2152398850"];
        for (const report of order.split(" ")) {
          if (report === "S") scene.starts("slow.com");
          else if (report === "N") scene.tell({ event: "navigation-error", tabId: 1, url, error: number });
          else if (options.mode === "full") scene.tell({ event: "error", tabId: 1, url, type: "main_frame", error });
          scene.wait(0.001);
        }
        scene.others(3, 3).wait(7);
        expect(scene.says({ tabId: 1 })).toBe("site slow slow.com");
        expect(scene.says()).toBe("site slow slow.com");
        expect(scene.commits("slow.com").page("slow.com").says({ tabId: 1 })).toBe("clear");
      }
    },
  );

  test("is not told of a tab that shows a page of the same site, which opened since, nor on the toolbar", () => {
    const scene = calm(options).wait(1).starts("slow.com").wait(9).opensIn(0.3, "slow.com", { tab: 3 }).others(3, 2).wait(3);
    expect(scene.says({ tabId: 3 })).toBe("clear");
    expect(scene.says()).toBe("clear");
    expect(scene.says({ tabId: 1 })).toBe("site slow slow.com");
  });

  test("counts from its beginning where that is reported twice", () => {
    const scene = calm(options).wait(1).starts("slow.com").wait(0.1).starts("slow.com").wait(1).others(2, 2);
    expect(scene.wait(4.9).says({ tabId: 1 })).toBe("site slow slow.com");
  });

  test("is no fault of the site where nothing else answers", () => {
    const scene = calm(options).wait(1).starts("slow.com").wait(20);
    expect(scene.ask().scope).not.toBe("site");
    expect(scene.ask({ tabId: 1 }).scope).not.toBe("site");
  });

  test("is none where the network changed since it began, or the machine slept", () => {
    const scene = calm(options).starts("slow.com").wait(4).tell({ event: "online" }).wait(1).others(3, 2).wait(6);
    expect(scene.says({ tabId: 1 })).toBe("clear");
  });

  test("has ended without a word after five minutes: no browser waits longer", () => {
    const scene = waits(calm(options), 299);
    expect(scene.others(1, 0).says({ tabId: 1 })).toBe("site slow slow.com");
    expect(scene.wait(2).others(1, 0).says({ tabId: 1 })).toBe("clear");
  });
});

describe("a page load without an answer", () => {
  test("is told with how long it has waited, and how many others answered", () => {
    expect(waits(calm(), 15).ask().evidence).toEqual([
      { kind: "hang", site: "slow.com", seconds: 15 },
      expect.objectContaining({ kind: "others-work", sites: 2 }),
    ]);
  });

  test("is asked about itself, and not about the page that its tab showed before", () => {
    const scene = waits(calm().page("before.com").wait(1), 12);
    expect(scene.ask({ tabId: 1 })).toMatchObject({ scope: "site", site: "slow.com" });
  });

  test("does not hang before three times the site's usual time", () => {
    const scene = calm();
    for (let load = 0; load < 8; load++) scene.wait(5).opensIn(7, "slow.com");
    const waiting = waits(scene, 20);
    expect(waiting.says({ tabId: 1 })).toBe("clear");
    expect(waiting.wait(3).others(1, 0).says({ tabId: 1 })).toBe("site slow slow.com");
  });

  test("is silence of its cloud where several hang there at once", () => {
    const hanging = (on: Cloud) => {
      const scene = calm({ learned: learnedOn(on, "one.com", "two.com", "three.com") });
      for (const [index, site] of ["one.com", "two.com", "three.com"].entries())
        scene
          .wait(2)
          .starts(site, { tab: index + 1 })
          .others(1, 1);
      return scene.wait(12).others(2, 1).says();
    };
    expect(hanging("aws/us-east-1")).toBe("provider correlated aws/us-east-1");
    expect(hanging("fastly")).toBe("network route fastly");
  });

  test("is nobody's where its host is of this machine's own network, or on a port of its own", () => {
    for (const url of ["http://printer.local/", "http://192.168.1.1/", "https://www.slow.com:8443/"]) {
      const scene = calm().tell({ event: "navigation-started", tabId: 1, url }).wait(1).others(3);
      expect(scene.wait(20).says({ tabId: 1 })).toBe("clear");
    }
  });
});

test("a load that Firefox breaks off after a long wait, and that goes on at once with a page, is over", () => {
  const scene = new Scene({ browser: "firefox", mode: "basic" }).others(4).page("shop.com").others(1);
  const page = { url: "https://www.shop.com/p/1", tabId: 1 };
  scene
    .wait(20)
    .tell({ event: "navigation-started", ...page })
    .wait(16);
  scene.tell({ event: "navigation-error", ...page, error: "Error code 2152398850" });
  scene
    .tell({ event: "navigation-started", ...page })
    .wait(0.02)
    .tell({ event: "navigation-committed", ...page });
  scene
    .wait(0.03)
    .tell({ event: "navigation-completed", ...page })
    .wait(2);
  expect(scene.says({ tabId: 1 })).toBe("clear");
  expect(scene.says()).toBe("clear");
});

describe("three sites of one region whose loads wait for half a minute in vain", () => {
  const sites = ["one.com", "two.com", "three.com"];
  const wait = (neighbour: boolean) => {
    const scene = new Scene().others(4);
    for (const [index, site] of [...sites, "near.com"].entries()) scene.wait(1).page(site, 200, { tab: index + 1, on: "aws/us-east-1" });
    for (const [index, site] of sites.entries()) scene.wait(1).starts(site, { tab: index + 1 });
    scene.wait(5).others(1);
    if (neighbour) scene.page("near.com", 200, { tab: 9 }).wait(6).page("near.com", 200, { tab: 9 });
    scene.wait(25);
    for (const [index, site] of sites.entries()) scene.wait(1).pageFails(site, "timeout", { tab: index + 1 });
    return scene.others(1).ask();
  };

  test("are its outage while nobody there answers", () => {
    expect(wait(false)).toMatchObject({ scope: "provider", subject: "aws/us-east-1" });
  });

  test("are not, where a neighbour answered while they waited", () => {
    expect(wait(true).scope).not.toBe("provider");
  });
});
