import { describe, expect, test } from "vitest";
import type { NetworkTrouble } from "../../../utils/core/feed/network-trouble.ts";
import { type Cloud, type Failure, learnedOn, Scene } from "./scene.ts";

const SITES = ["one.com", "two.com", "three.com", "four.com"];

/** A browser that has used four sites on one place before, and others elsewhere. */
const calm = (on: Cloud = "fastly", browser: "chromium" | "firefox" = "chromium") =>
  new Scene({ browser, learned: learnedOn(on, ...SITES) }).others(5);

/** So many of these sites fall silent, one after the other, while others elsewhere answer. */
function fallSilent(scene: Scene, owners: number, failure: Failure = "timeout"): Scene {
  for (const site of SITES.slice(0, owners)) scene.wait(6).pageFails(site, failure).others(1);
  return scene;
}

/** The same, while a neighbour on the same place keeps answering. */
function fallSilentBesideNeighbour(scene: Scene, owners: number, on: Cloud = "fastly"): Scene {
  for (const site of SITES.slice(0, owners)) {
    scene.wait(6).pageFails(site, "timeout").others(1);
    for (let load = 0; load < 2; load++) scene.wait(6).page("neighbour.com", 200, { tab: 8, on });
  }
  return scene;
}

const SPAIN = { asn: 3352, country: "ES" };
const trouble = (scene: Scene, more: Partial<NetworkTrouble> = {}): NetworkTrouble => ({
  asn: 3352,
  name: "Telefonica",
  country: "ES",
  cannotReach: ["fastly"],
  since: scene.ago(600),
  crowd: null,
  ...more,
});

describe.each(["chromium", "firefox"] as const)("the way to a provider, in %s", (browser) => {
  test.each(["timeout", "reset", "refused", "empty", "garbled"] as Failure[])(
    "is cut where three owners on a shared edge fail by %s and others answer",
    (failure) => {
      expect(fallSilent(calm("fastly", browser), 3, failure).says()).toBe("network route fastly");
    },
  );
});

describe("the way to a provider", () => {
  test("is cut for each of its sites, also in the tab", () => {
    const scene = fallSilent(calm(), 3);
    expect(scene.says({ tabId: 1 })).toBe("network route fastly");
    expect(scene.says({ site: "one.com" })).toBe("network route fastly");
  });

  test("is cut where two owners fail beside a neighbour there that keeps answering", () => {
    const scene = fallSilentBesideNeighbour(calm(), 2);
    expect(scene.says()).toBe("network route fastly");
    expect(scene.says({ site: "one.com" })).toBe("network route fastly");
    expect(scene.says({ site: "two.com" })).toBe("network route fastly");
  });

  test("is not cut where one owner fails, however often: that is the site", () => {
    const scene = calm();
    for (let load = 0; load < 4; load++) fallSilentBesideNeighbour(scene, 1);
    expect(scene.says()).toBe("site unreachable one.com");
  });

  test("is not cut, and the provider is not out, where two owners fail without such a neighbour", () => {
    const scene = fallSilent(fallSilent(calm(), 2), 2);
    expect(["site", "unclear"]).toContain(scene.ask().scope);
  });

  test("is not cut where the provider itself answers one of them with an error", () => {
    const scene = fallSilent(calm(), 3).wait(4).page("four.com", 503, { wrote: "edge" }).others(1);
    expect(scene.says({ site: "four.com" })).toBe("provider correlated fastly");
  });

  test("is not cut while nobody answers at all", () => {
    const scene = calm();
    for (const site of SITES) scene.wait(6).pageFails(site, "timeout");
    expect(scene.says()).not.toContain("route");
  });

  test("is not cut where an official incident says that the provider fails", () => {
    const scene = calm();
    scene.feed([scene.incident("fastly")]);
    expect(fallSilent(scene, 3).says()).toBe("provider both fastly");
  });

  test("is not cut where two sites there were measured to fail elsewhere too; one alone may have its own trouble", () => {
    const scene = fallSilent(calm(), 3);
    const failed = { failure: "tcp.timed_out" };
    const measure = (host: string) =>
      scene.tell({
        event: "elsewhere",
        host,
        views: [
          { from: "fra", ...failed },
          { from: "iad", ...failed },
        ],
      });
    measure("www.one.com");
    expect(scene.says()).toBe("network route fastly");
    measure("www.two.com");
    expect(scene.says()).toBe("provider correlated fastly");
  });

  test("is not cut where the feed's control measurements fail to reach the provider too", () => {
    const scene = calm();
    const views = { at: scene.ago(20), from: [], fail: [{ target: "fastly", from: ["fra", "iad"] }], blind: [] };
    scene.feed([], { views });
    expect(fallSilent(scene, 3).says()).toBe("provider correlated fastly");
  });

  test("is cut where the feed's vantages cannot see the provider, because it turns programs away", () => {
    const scene = calm();
    scene.feed([], { views: { at: scene.ago(20), from: [{ id: "fra" }], fail: [], blind: ["fastly"] } });
    expect(fallSilent(scene, 3).says()).toBe("network route fastly");
  });

  test("is told with what speaks for a cut: who always fails and who never does", () => {
    const scene = fallSilentBesideNeighbour(calm(), 3);
    expect(scene.ask().evidence).toContainEqual({ kind: "always-or-never", provider: "fastly", region: null, always: 3, never: 1 });
  });
});

describe("what the people of one country say of a provider", () => {
  /** An incident that only people report, all of them in one country. */
  const crowdOf = (scene: Scene, areas: string[]) =>
    scene.incident("fastly", {
      status: "possible",
      official: null,
      areas,
      crowd: { reporters: 90, networks: 75, baseline: 2, series: [] },
    });

  test("never makes it an outage", () => {
    const scene = calm().check("reached", 0, SPAIN);
    scene.feed([crowdOf(scene, ["ES"])]);
    expect(fallSilent(scene, 2).ask().scope).not.toBe("provider");
    expect(fallSilent(scene, 3).says()).toBe("network route fastly");
  });

  test("says nothing to a browser in another country", () => {
    const scene = calm().check("reached", 0, { asn: 7922, country: "US" });
    scene.feed([crowdOf(scene, ["RU"])]);
    expect(["site", "unclear"]).toContain(fallSilent(scene, 2).ask().scope);
  });

  test.each([["fastly"], ["cloudflare", "fastly"], ["most"]])("of this network makes two owners a cut (%s)", (...cannotReach) => {
    const scene = calm().check("reached", 0, SPAIN);
    scene.feed([], { networks: [trouble(scene, { cannotReach })] });
    expect(fallSilent(scene, 2).says()).toBe("network route fastly");
    expect(scene.ask().evidence).toContainEqual({
      kind: "cut-off-together",
      provider: "fastly",
      network: "Telefonica",
      country: "ES",
      since: expect.any(String),
    });
  });

  test("of the whole country makes two owners a cut on any network of it", () => {
    const scene = calm().check("reached", 0, { asn: 12_479, country: "ES" });
    scene.feed([], { networks: [trouble(scene, { asn: null, name: "ES" })] });
    expect(fallSilent(scene, 2).says()).toBe("network route fastly");
    expect(scene.ask().evidence).toContainEqual(expect.objectContaining({ kind: "cut-off-together", network: null, country: "ES" }));
  });

  test.each<[string, Partial<NetworkTrouble>]>([
    ["another network", { asn: 12_479 }],
    ["another country", { asn: null, country: "RU" }],
    ["another provider", { cannotReach: ["cloudflare"] }],
  ])("of %s says nothing here", (_, more) => {
    const scene = calm().check("reached", 0, SPAIN);
    scene.feed([], { networks: [trouble(scene, more)] });
    expect(["site", "unclear"]).toContain(fallSilent(scene, 2).ask().scope);
  });

  test("of a network whose country is not known counts on that network", () => {
    const scene = calm().check("reached", 0, SPAIN);
    scene.feed([], { networks: [trouble(scene, { country: null })] });
    expect(fallSilent(scene, 2).says()).toBe("network route fastly");
  });
});

describe("an incident that is confined to some countries", () => {
  const oneSite = (areas: string[], network = SPAIN) => {
    const scene = calm().check("reached", 0, network);
    scene.feed([scene.incident("fastly", { areas })]);
    for (let load = 0; load < 3; load++) scene.wait(5).page("one.com", 503, { on: "fastly" }).others(1);
    return scene.ask().scope;
  };

  test("counts in these countries as any other", () => {
    expect(oneSite(["ES", "PT"])).toBe("provider");
  });

  test("does not explain a single site elsewhere", () => {
    expect(oneSite(["RU", "KZ"])).toBe("site");
  });

  test("needs a second owner where it is not known in which country this browser is", () => {
    const scene = calm();
    scene.feed([scene.incident("fastly", { areas: ["RU", "KZ"] })]);
    for (let load = 0; load < 3; load++) scene.wait(5).page("one.com", 503, { on: "fastly" }).others(1);
    expect(scene.ask().scope).toBe("site");
  });
});

describe("the silence of three owners in one region of a cloud", () => {
  const EAST: Cloud = "aws/us-east-1";

  test("is its outage, with nobody outside speaking", () => {
    expect(fallSilent(calm(EAST), 3).says()).toBe("provider correlated aws/us-east-1");
  });

  test("is its outage where another region of the cloud answers", () => {
    const scene = fallSilent(calm(EAST), 1).page("west.com", 200, { tab: 8, on: "aws/us-west-2" });
    expect(fallSilent(scene, 3).says()).toBe("provider correlated aws/us-east-1");
  });

  test("is a cut way to that cloud where another region of it is silent as well", () => {
    const scene = new Scene({ learned: { ...learnedOn(EAST, ...SITES), ...learnedOn("aws/us-west-2", "west.com") } }).others(5);
    scene.wait(4).pageFails("west.com", "timeout", { tab: 8 }).others(1);
    expect(fallSilent(scene, 3).ask()).toMatchObject({ scope: "network", cause: "route" });
  });

  test("is no outage while a neighbour there keeps answering: then some are cut off and some are not", () => {
    expect(fallSilentBesideNeighbour(calm(EAST), 3, EAST).says()).toBe("network route aws/us-east-1");
  });
});
