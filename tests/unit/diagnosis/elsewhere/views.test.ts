import { describe, expect, test } from "vitest";
import type { Views } from "../../../../utils/core/feed/views.ts";
import { type Cloud, learnedOn, Scene } from "../scene.ts";

const SITES = ["one.com", "two.com", "three.com"];
const HASH = "L".repeat(43);
const EAST = "aws/us-east-1";
const FRA = { id: "fra", country: "DE" };
const IAD = { id: "iad", country: "US" };
const SIN = { id: "sin", country: "SG" };

/** Sites on one place, and a browser that knows what vantages ask. */
const calm = (on: Cloud = "fastly") =>
  new Scene({ learned: learnedOn(on, ...SITES) }).tell({ event: "targets", sha256: HASH, names: [on, "www.netflix.com"] }).others(5);

/** So many of them time out, twice. */
function fallSilent(scene: Scene, owners: number): Scene {
  for (let round = 0; round < 2; round++) {
    for (const [tab, site] of SITES.slice(0, owners).entries()) scene.wait(3).pageFails(site, "timeout", { tab });
    scene.others(1);
  }
  return scene;
}

/** The feed tells what vantages saw just now. */
function see(scene: Scene, views: Partial<Views> = {}): Scene {
  return scene.feed([], { views: { at: scene.ago(0), from: [FRA, IAD], targets: HASH, fail: [], blind: [], ...views } });
}

const fails = (target: string, ...from: string[]) => ({ fail: [{ target, from }] });

describe("a place that answers elsewhere while its sites are silent here", () => {
  const seenLater = (views: Partial<Views> = {}, owners = 2) =>
    see(fallSilent(fallSilent(calm(), owners).wait(130), owners), views).says({ tabId: 0 });

  test("is a way that is cut, from two owners on", () => {
    expect(seenLater()).toBe("network route fastly");
    expect(seenLater({}, 1)).toBe("site unreachable one.com");
  });

  test("is told with from where it answered, and when", () => {
    const scene = see(fallSilent(fallSilent(calm(), 2).wait(130), 2));
    const measured = { kind: "measured", about: "fastly", site: null, answered: [FRA, IAD], failed: [], at: scene.ago(0) };
    expect(scene.ask({ tabId: 0 }).evidence).toContainEqual(measured);
  });

  test.each<[string, Partial<Views>]>([
    ["no vantage sees it", { blind: ["fastly"] }],
    ["each of them excepts it", { from: [FRA, IAD].map((vantage) => ({ ...vantage, except: ["fastly"] })) }],
    ["they see few of the list", { from: [{ ...FRA, except: "most" }] }],
    ["they ask another list", { targets: "M".repeat(43) }],
    ["none of them speaks", { from: [] }],
  ])("is not known to answer where %s", (_, views) => {
    expect(seenLater(views)).not.toContain("route");
  });

  test("is not known to answer before vantages can have seen the trouble: one alone needs a round more", () => {
    expect(see(fallSilent(calm(), 2).wait(60)).says({ tabId: 0 })).not.toContain("route");
    const later = () => fallSilent(fallSilent(calm(), 2).wait(100), 2);
    expect(see(later(), { from: [FRA] }).says({ tabId: 0 })).not.toContain("route");
    expect(see(later().wait(60), { from: [FRA] }).says({ tabId: 0 })).toContain("route");
  });

  test("is the way to a region of a cloud too, where its silence alone would be an outage", () => {
    const before = fallSilent(calm(EAST), 3);
    expect(before.says()).toBe(`provider correlated ${EAST}`);
    expect(see(fallSilent(before.wait(130), 3)).says()).toBe(`network route ${EAST}`);
  });
});

describe("a place that fails elsewhere", () => {
  const saysAfter = (views: Partial<Views>, owners = 3, country?: string) => {
    const scene = calm();
    if (country !== undefined) scene.check("reached", 0, { asn: 64_500, country });
    return fallSilent(see(scene, views), owners).says();
  };

  test("is an outage where two owners are silent here, at one vantage or two", () => {
    expect(saysAfter(fails("fastly", "fra", "iad"), 2)).toBe("provider correlated fastly");
    expect(saysAfter({ from: [FRA], ...fails("fastly", "fra") }, 2)).toBe("provider correlated fastly");
  });

  test("is not told by one of three: such a feed is not believed", () => {
    expect(saysAfter({ from: [FRA, IAD, SIN], ...fails("fastly", "sin") })).toBe("network route fastly");
    expect(saysAfter({ from: [FRA, IAD, SIN], ...fails("fastly", "sin", "iad") })).toBe("provider correlated fastly");
  });

  test("is no outage by the word of one vantage in this country alone: one order may have cut off both", () => {
    const views = { from: [FRA], ...fails("fastly", "fra") };
    expect(saysAfter(views, 3, "DE")).toBe("network route fastly");
    expect(saysAfter(views, 3, "FR")).toBe("provider correlated fastly");
  });

  test("is no outage by the word of two vantages that are both in this country either, and one vantage named twice is one", () => {
    const views = { from: [FRA, { id: "dus", country: "DE" }], ...fails("fastly", "fra", "dus") };
    expect(saysAfter(views, 3, "DE")).toBe("network route fastly");
    expect(saysAfter(views, 3, "FR")).toBe("provider correlated fastly");
    expect(saysAfter({ from: [FRA, IAD, SIN], ...fails("fastly", "sin", "sin") })).toBe("network route fastly");
  });

  test("says nothing once it has failed for hours: vendors give names up", () => {
    const since = new Date(calm().now - 7 * 3_600_000).toISOString();
    expect(saysAfter({ fail: [{ target: "fastly", from: ["fra", "iad"], since }] })).toBe("network route fastly");
  });

  test("makes no outage of one site that fails there", () => {
    expect(saysAfter(fails("fastly", "fra", "iad"), 1)).toBe("site unreachable one.com");
  });
});

describe("what vantages saw, by a clock that is wrong", () => {
  const AHEAD = 25 * 60;
  /** Views of just before the trouble, by the server's clock. */
  const seenBefore = (scene: Scene, skew: number | undefined) => {
    const at = scene.ago(-AHEAD);
    fallSilent(scene, 3);
    return see(scene.check("reached", skew), { at }).says();
  };

  test("is not after the trouble only because this device is late", () => {
    expect(seenBefore(calm(EAST), -AHEAD * 1000)).toBe(`provider correlated ${EAST}`);
    expect(seenBefore(calm(EAST), undefined)).toBe(`provider correlated ${EAST}`);
  });

  test("is still of the last minutes where this device is early, and told as that old", () => {
    const scene = calm();
    scene.check("reached", 15 * 60_000);
    fallSilent(see(scene, { at: scene.ago(15 * 60), ...fails("fastly", "fra", "iad") }), 2);
    expect(scene.says()).toBe("provider correlated fastly");
    const [measured] = scene.ask().evidence.filter((one) => one.kind === "measured");
    expect(scene.now - Date.parse(measured?.at ?? "")).toBeLessThan(60_000);
  });
});

describe("a person's question about sites that fail", () => {
  const ask = (scene: Scene, host: string, ...failures: (string | null)[]) => {
    const views = failures.map((failure, index) => ({ from: ["fra", "iad", "sin"][index] ?? "", failure }));
    return scene.tell({ event: "elsewhere", host, views });
  };
  const wordOf = (scene: Scene) =>
    scene
      .ask({ tabId: 0 })
      .evidence.map(({ kind }) => kind)
      .filter((kind) => kind.endsWith("-for-others"));

  test("goes by what most vantages saw, and by nothing where they are as many", () => {
    const said = (...failures: (string | null)[]) => wordOf(ask(fallSilent(calm(), 1), "www.one.com", ...failures));
    expect(said(null, "tcp.timed_out", "tcp.timed_out")).toEqual(["fails-for-others"]);
    expect(said(null, null, "tcp.timed_out")).toEqual(["works-for-others"]);
    expect(said(null, "tcp.timed_out")).toEqual([]);
  });

  test("about the host of the page tells nothing of calls that alone fail", () => {
    const scene = calm().page("one.com", 200, { tab: 0, on: "fastly" });
    for (let call = 0; call < 6; call++) scene.wait(10).callFails("one.com", "timeout", { tab: 0 }).others(1);
    expect(wordOf(ask(scene, "www.one.com", null, null))).toEqual([]);
    expect(wordOf(ask(scene, "api.one.com", null, null))).toEqual(["works-for-others"]);
  });

  test("finds an outage of an edge that is silent for two owners, and none where two sites may have written their errors", () => {
    const asked = (scene: Scene) => {
      for (const site of SITES.slice(0, 2)) ask(scene, `www.${site}`, "http.error", "http.error");
      return scene.says();
    };
    expect(asked(fallSilent(calm(), 2))).toBe("provider correlated fastly");
    const sick = calm();
    for (let round = 0; round < 2; round++)
      for (const [tab, site] of SITES.slice(0, 2).entries()) sick.wait(3).page(site, 500, { tab, on: "fastly" }).others(1);
    expect(asked(sick)).not.toContain("provider");
    expect(asked(fallSilent(calm(EAST), 2))).not.toContain("provider");
  });
});

describe("a service that vantages ask", () => {
  const netflix = () => {
    const scene = calm();
    const fall = () => {
      for (let load = 0; load < 3; load++) scene.wait(5).pageFails("netflix.com", "timeout").others(1);
    };
    fall();
    scene.wait(130);
    fall();
    return scene;
  };
  const measuredOf = (scene: Scene) => scene.ask({ tabId: 1 }).evidence.filter(({ kind }) => kind === "measured");

  test("answered elsewhere: it is the site here, and that is told though nobody names it", () => {
    const scene = see(netflix());
    expect(scene.says({ tabId: 1 })).toBe("site unreachable netflix.com");
    const measured = { kind: "measured", about: "netflix", site: "netflix.com", answered: [FRA, IAD], failed: [], at: scene.ago(0) };
    expect(measuredOf(scene)).toEqual([measured]);
  });

  test("is not known to answer where another host of it fails", () => {
    const scene = calm().page("netflix.com");
    for (let call = 0; call < 6; call++) scene.wait(25).callFails("netflix.com", "timeout").others(1);
    expect(measuredOf(see(scene))).toEqual([]);
  });

  test("fails elsewhere too: surer the more vantages say so", () => {
    const sure = (from: string[]) =>
      see(netflix(), { from: [FRA, IAD].slice(0, from.length), ...fails("netflix", ...from) }).ask({ tabId: 1 });
    expect(sure(["fra"]).scope).toBe("site");
    expect(sure(["fra", "iad"]).confidence).toBeGreaterThan(sure(["fra"]).confidence);
  });
});

describe("an incident of other countries", () => {
  const fail = (country: string | undefined, wrote: "edge" | "origin") => {
    const scene = calm();
    if (country !== undefined) scene.check("reached", 0, { asn: 64_500, country });
    scene.feed([scene.incident("fastly", { areas: ["ES"] })]);
    for (let round = 0; round < 2; round++)
      for (const [tab, site] of SITES.slice(0, 2).entries()) {
        scene.wait(4).page(site, 503, { tab, on: "fastly", wrote });
        scene.wait(1).page(`fine${tab}.com`, 200, { tab: 9, on: "nobody" });
      }
    return scene;
  };

  test("counts as a weak one where the place itself wrote errors here", () => {
    for (const country of ["DE", undefined]) expect(fail(country, "edge").says()).toBe("provider incident fastly");
  });

  test("accuses nobody where the sites wrote them, and is not told where this country is known", () => {
    for (const country of ["DE", undefined]) expect(fail(country, "origin").ask().scope).not.toBe("provider");
    expect(
      fail("DE", "origin")
        .ask({ tabId: 0 })
        .evidence.some(({ kind }) => kind === "incident"),
    ).toBe(false);
  });
});
