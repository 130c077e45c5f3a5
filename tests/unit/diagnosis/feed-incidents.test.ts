import { describe, expect, test } from "vitest";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { EPOCH, type Failure, learnedOn, Scene } from "./scene.ts";

const EAST = "aws/us-east-1";

/** One site on us-east-1 that fails this many times after the feed brought an incident there. */
function oneSite(more: Partial<Incident>, times = 2, on = EAST): Scene {
  const scene = new Scene().others(5);
  scene.feed([scene.incident(on, more)]);
  for (let time = 0; time < times; time++) scene.wait(5).page("one.com", 503, { on: EAST });
  return scene;
}

describe("an incident that the feed reports", () => {
  test("names its cloud at the second failing request, when it is fresh, official and major", () => {
    const scene = oneSite({}, 1);
    expect(scene.says()).toBe("unclear one.com");
    scene.wait(4).page("one.com", 503);
    expect(scene.says()).toBe("provider incident aws/us-east-1");
    expect(oneSite({ severity: "critical", status: "identified" }).says()).toBe("provider incident aws/us-east-1");
  });

  test("has the cause `both` when the failures of several owners are correlated too", () => {
    const scene = oneSite({});
    for (const site of ["two.com", "three.com"]) scene.wait(4).page(site, 503, { on: EAST }).others(1);
    expect(scene.says()).toBe("provider both aws/us-east-1");
  });

  test("is no evidence while everything works", () => {
    const scene = new Scene().others(3).page("one.com", 200, { on: EAST });
    scene
      .feed([scene.incident(EAST)])
      .wait(5)
      .page("one.com")
      .call("one.com");
    expect(scene.says()).toBe("clear");
  });

  test.each([
    ["of another region", { region: "us-west-2" }],
    ["of another provider", { provider: "gcp" }],
    ["that is resolved", { status: "resolved" }],
    ["of a site, not a platform", { site: "somebody" }],
    ["that is minor", { severity: "minor" }],
    ["that is planned", { severity: "maintenance" }],
    ["that is ending", { status: "monitoring" }],
    ["that only people report", { status: "possible", official: null }],
    ["open for months", { started: "2025-11-01T00:00:00Z" }],
    ["open for more than six hours", { started: new Date(Date.parse("2026-03-03T09:00:00Z") - 6.1 * 3_600_000).toISOString() }],
  ] as [string, Partial<Incident>][])("%s says nothing about a single site there", (_, more) => {
    expect(oneSite(more, 3).says()).toBe("site http one.com");
  });

  test.each([
    ["minor", { severity: "minor" }],
    ["ending", { status: "monitoring" }],
    ["possible", { status: "possible", official: null }],
    ["old", { started: "2025-11-01T00:00:00Z" }],
  ] as [string, Partial<Incident>][])("that is %s counts with a second failing site there and nobody who works there", (_, more) => {
    const scene = oneSite(more);
    for (let time = 0; time < 2; time++) scene.wait(5).page("two.com", 503, { on: EAST }).others(1);
    expect(scene.says()).toBe("provider incident aws/us-east-1");
    const working = oneSite(more);
    for (let time = 0; time < 2; time++) working.wait(5).page("two.com", 503, { on: EAST }).page("fine.com", 200, { on: EAST, tab: 8 });
    expect(working.ask().scope).not.toBe("provider");
  });

  test("without a region means the provider, unless other regions of it visibly work", () => {
    const scene = new Scene();
    for (const site of ["a.com", "b.com"]) scene.wait(2).page(site, 200, { on: "fastly", tab: 7 });
    scene.feed([scene.incident("aws")]);
    for (let time = 0; time < 3; time++) scene.wait(5).page("one.com", 503, { on: EAST });
    expect(scene.says()).toBe("provider incident aws");
    scene.page("west.com", 200, { on: "aws/us-west-2", tab: 8 });
    expect(scene.says()).toBe("provider incident aws/us-east-1");
  });

  test("is confined by its areas alone: a title that names a country may be one of a world-wide outage", () => {
    const failing = (areas: string[]) => {
      const scene = new Scene().others(5);
      scene.feed([scene.incident("fastly", { areas, title: "Global outage, first seen in Germany" })]);
      for (let time = 0; time < 3; time++) scene.wait(5).page("one.com", 503, { on: "fastly" });
      return scene.ask().scope;
    };
    expect(failing([])).toBe("provider");
    expect(failing(["DE"])).not.toBe("provider");
  });

  test("of services that the failing part does not use is weak", () => {
    const bucket = { host: "files.s3.us-east-1.amazonaws.com", on: EAST } as const;
    const failing = (services: string[]) => {
      const scene = new Scene().others(5);
      scene.feed([scene.incident(EAST, { services })]);
      for (let time = 0; time < 3; time++) scene.wait(5).page("unused", 503, bucket);
      return scene.ask().scope;
    };
    expect(failing(["s3", "ec2"])).toBe("provider");
    expect(failing([])).toBe("provider");
    expect(failing(["connect"])).toBe("site");
  });

  test("is outweighed by many other sites there that work meanwhile", () => {
    const scene = oneSite({}, 1);
    for (let site = 0; site < 6; site++) scene.wait(1).page(`fine${site}.com`, 200, { on: EAST, tab: 8 });
    scene.wait(4).page("one.com", 503);
    for (let site = 0; site < 6; site++) scene.wait(1).page(`fine${site}.com`, 200, { tab: 8 });
    expect(scene.ask().scope).not.toBe("provider");
  });
});

describe("a weak incident", () => {
  test("is not supported by neighbours that failed once and work again", () => {
    const scene = new Scene({ learned: learnedOn(EAST, "two.com", "three.com") }).others(4);
    scene.feed([scene.incident(EAST, { status: "monitoring" })]).wait(5);
    for (const site of ["two.com", "three.com"]) scene.pageFails(site, "reset", { tab: 3 }).wait(4).page(site, 200, { tab: 3, on: EAST });
    for (let load = 0; load < 3; load++) scene.wait(6).page("one.com", 503, { on: EAST }).others(1);
    expect(scene.ask({ tabId: 1 }).scope).not.toBe("provider");
  });
});

describe.each(["fastly", "cloudflare"] as const)("a way to %s that is cut, beside a neighbour there that keeps answering", (on) => {
  const sites = ["one.com", "two.com", "three.com", "four.com"];

  test.each<[string, Partial<Incident>]>([
    ["minor", { severity: "minor" }],
    ["maintenance of one of its places", { severity: "maintenance", title: "DFW (Dallas) scheduled maintenance" }],
    ["ending", { status: "monitoring" }],
    ["eight hours old", { started: new Date(EPOCH - 8 * 3_600_000).toISOString() }],
    ["of another service and minor", { severity: "minor", services: ["stream"] }],
    ["possible", { status: "possible", official: null, areas: ["ES", "PT"] }],
    ["confined to Russia, where nobody knows the country of this browser", { areas: ["RU"] }],
  ])("is a cut, also with an incident of it that is %s", (_, more) => {
    for (const failure of ["timeout", "reset"] as const)
      for (const owners of [2, 3, 4]) {
        const scene = new Scene({ learned: learnedOn(on, ...sites) }).others(5);
        scene.feed([scene.incident(on, more)]);
        for (let round = 0; round < 2; round++)
          for (const [tab, site] of sites.slice(0, owners).entries())
            scene.wait(5).pageFails(site, failure, { tab }).wait(3).page("neighbour.com", 200, { tab: 8, on }).others(1);
        expect(scene.says()).toBe(`network route ${on}`);
        expect(scene.says({ tabId: 0 })).toBe(`network route ${on}`);
      }
  });
});

describe.each(["fastly", "cloudflare", "vercel", EAST] as const)("an official major incident of %s", (on) => {
  type Load = (scene: Scene, site: string, tab: number) => Scene;
  const answers =
    (status: number, more: { wrote?: "origin" } = {}): Load =>
    (scene, site, tab) =>
      scene.page(site, status, { tab, on, ...more });
  const fails =
    (failure: Failure): Load =>
    (scene, site, tab) =>
      scene.pageFails(site, failure, { tab });
  const callFails =
    (status: number): Load =>
    (scene, site, tab) =>
      scene.page(site, 200, { tab, on }).wait(0.1).call(site, status, { tab, on }).wait(0.1).call(site, 200, { tab, on });
  const corners: Load = (scene, site, tab) => {
    scene
      .page(site, 200, { tab, on })
      .wait(0.1)
      .call(site, 200, { tab, on, host: `www.${site}` })
      .wait(0.1);
    return scene.callFails(site, "timeout", { tab, host: `m1.${site}` }).call(site, 503, { tab, on, host: `m2.${site}` });
  };
  // The name of a site may be the cloud's own to serve, so only at an edge it is the site's.
  const ofEdges: [string, Load][] = on === EAST ? [] : [["has a name that is not found", fails("dns")]];

  test.each<[string, Load]>([
    ["answers with its own server's 503", answers(503, { wrote: "origin" })],
    ["answers with its own server's 500", answers(500, { wrote: "origin" })],
    ["does not answer its edge (522)", answers(522)],
    ["is switched off (402)", answers(402)],
    ["redirects without end", fails("loop")],
    ["shows a certificate that has expired", fails("date")],
    ["shows a certificate of an unknown authority", fails("issuer")],
    ["opens, and one of its calls answers 500", callFails(500)],
    ...ofEdges,
  ])("says nothing of a site there that %s, nor of three", (_, load) => {
    expect(saidOf(["one.com"], load)).not.toContain("provider");
    expect(saidOf(["one.com", "two.com"], load)).not.toContain("provider");
    expect(saidOf(["one.com", "two.com", "three.com"], load)).not.toContain("provider");
  });

  test("says nothing of a site there that opens, and two corners of which fail", () => {
    expect(saidOf(["one.com"], corners)).toEqual(new Set(["clear"]));
  });

  /** What is said of these sites, in their tabs and on the toolbar, while each is loaded three times. */
  function saidOf(sites: string[], load: Load): Set<string> {
    const scene = new Scene({ learned: learnedOn(on, ...sites) }).others(4);
    scene.feed([scene.incident(on)]);
    const said = new Set<string>();
    for (let round = 0; round < 3; round++)
      for (const [tab, site] of sites.entries()) {
        load(scene.wait(4), site, tab).others(1, 1);
        said.add(scene.ask({ tabId: tab }).scope).add(scene.ask().scope);
      }
    return said;
  }
});

describe("certificates of an unknown authority, on a cloud with an incident", () => {
  test("are not blamed on that cloud", () => {
    const scene = new Scene({ learned: learnedOn("akamai", "one.com", "two.com") }).others(3, 1);
    scene.feed([scene.incident("akamai")]);
    for (const site of ["one.com", "two.com"]) scene.wait(2).pageFails(site, "issuer");
    expect(scene.ask().scope).not.toBe("provider");
  });
});

describe("the feed document", () => {
  test("weighs nothing once it is past its end", () => {
    const scene = oneSite({}, 0);
    scene.wait(31 * 60).others(5);
    for (let time = 0; time < 3; time++) scene.wait(5).page("one.com", 503, { on: EAST });
    expect(scene.says()).toBe("site http one.com");
  });

  test("is not replaced by an older one, or by one past its end", () => {
    const scene = new Scene().feed([]).feed([]);
    const kept = scene.world.feeds;
    scene.feed([], { sequence: 1 });
    expect(scene.world.feeds).toBe(kept);
    scene.feed([], { sequence: 99, expires: scene.ago(1) });
    expect(scene.world.feeds).toBe(kept);
  });

  test("proves the connection when it has just arrived, and mirrors that fail are evidence against it", () => {
    const scene = new Scene().wait(100).pageFails("one.com", "timeout").feed([]).wait(4).pageFails("one.com", "timeout");
    expect(scene.says({ tabId: 1 })).toBe("site unreachable one.com");
    const dead = new Scene().wait(100).pageFails("one.com", "timeout");
    for (const mirror of ["https://a.example", "https://b.example"]) dead.tell({ event: "feed-failed", mirror, error: "network" });
    expect(dead.wait(4).pageFails("one.com", "timeout").ask().scope).not.toBe("site");
  });
});
