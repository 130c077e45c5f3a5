import { describe, expect, test } from "vitest";
import { weigh } from "../../../utils/core/diagnosis/weighing/weigh.ts";
import { type Failure, learnedOn, Scene } from "./scene.ts";

/** How the failures on the cloud that hosts one.com are judged. */
function correlation(scene: Scene): string | undefined {
  const snapshot = scene.snapshot();
  const site = snapshot.failing.find(({ name }) => name === "one.com");
  return site === undefined ? undefined : weigh(snapshot, site).suspect?.correlation;
}

const THREE = ["one.com", "two.com", "three.com"];

/** A browser that has been to these sites on Fastly before. */
const toFastly = () => new Scene({ learned: learnedOn("fastly", ...THREE) });

/** These sites answer with errors on Fastly, one after the other, while others elsewhere answer. */
function failOnFastly(scene: Scene, sites: string[]): Scene {
  for (const site of sites) scene.wait(4).page(site, 503, { on: "fastly", tab: 1 });
  return scene;
}

/** The same in silence. */
function silentOnFastly(scene: Scene, sites: string[], failure: Failure = "timeout"): Scene {
  for (const site of sites) scene.wait(4).pageFails(site, failure).others(1);
  return scene;
}

describe("errors of several owners on one cloud", () => {
  test("are an outage from the third owner on", () => {
    expect(correlation(failOnFastly(toFastly().others(5), THREE))).toBe("outage");
    expect(correlation(failOnFastly(toFastly().others(5), THREE.slice(0, 2)))).toBe("too-few-owners");
  });

  test("are no outage while too many answer there", () => {
    const scene = failOnFastly(toFastly().others(5), THREE);
    for (let site = 0; site < 4; site++) scene.wait(1).page(`fine${site}.com`, 200, { on: "fastly", tab: 8 });
    expect(correlation(scene)).toBe("too-many-answer");
  });

  test("are no outage while too many fail elsewhere", () => {
    const scene = failOnFastly(toFastly().others(5), THREE);
    for (const site of ["four.com", "five.com"]) scene.wait(1).page(site, 503, { on: "akamai", tab: 9 });
    expect(correlation(scene)).toBe("fails-elsewhere");
  });

  test("are no outage without an answer from elsewhere", () => {
    expect(correlation(failOnFastly(toFastly(), THREE))).toBe("no-control");
  });

  test("are no outage where none of the sites was ever opened before: a page may have opened them all", () => {
    expect(correlation(failOnFastly(new Scene().others(5), THREE))).toBe("nobody-known");
    expect(correlation(failOnFastly(new Scene().others(5).page("one.com", 200, { on: "fastly" }), THREE))).toBe("outage");
  });
});

describe("silence of several owners on one shared edge", () => {
  test("is a way that is cut from the third owner on", () => {
    expect(correlation(silentOnFastly(toFastly().others(5), THREE))).toBe("cut");
    expect(correlation(silentOnFastly(toFastly().others(5), THREE.slice(0, 2)))).toBe("too-few-owners");
  });

  test("is one from the second owner on beside a neighbour that keeps answering", () => {
    const scene = silentOnFastly(toFastly().others(5), ["one.com"]);
    scene.page("fine.com", 200, { on: "fastly", tab: 8 }).wait(6).page("fine.com", 200, { tab: 8 });
    expect(correlation(silentOnFastly(scene, ["two.com"]))).toBe("cut");
  });

  test("is neither where names are not found: no cable that is cut makes that", () => {
    expect(correlation(silentOnFastly(toFastly().others(5), THREE, "dns"))).toBe("too-few-owners");
  });

  test("is no cut while as many are silent elsewhere", () => {
    const scene = silentOnFastly(toFastly().others(5), THREE);
    for (const site of ["four.com", "five.com"])
      scene.wait(1).page(site, 200, { on: "akamai", tab: 9 }).pageFails(site, "timeout", { tab: 9 });
    expect(correlation(silentOnFastly(scene, ["one.com"]))).toBe("fails-elsewhere");
  });

  test("is no cut without an answer from elsewhere since it began", () => {
    const scene = toFastly().others(5);
    for (const site of THREE) scene.wait(4).pageFails(site, "timeout");
    expect(correlation(scene)).toBe("no-control");
  });
});

describe("three silent owners at an edge where no neighbour is in use", () => {
  const silent = (more: object, country?: string, sites = ["one.com", "two.com", "three.com"]) => {
    const scene = new Scene();
    if (country !== undefined) scene.check("reached", 0, { asn: 3352, country });
    for (const [index, site] of sites.entries()) scene.wait(1).page(site, 200, { tab: index + 1, on: "cloudflare" });
    scene.feed([scene.incident("cloudflare", more)]);
    for (let round = 0; round < 2; round++)
      for (const [index, site] of sites.entries())
        scene
          .wait(4)
          .pageFails(site, "timeout", { tab: index + 1 })
          .others(1);
    return scene.ask();
  };

  test.each([
    ["planned work", { severity: "maintenance", title: "Planned work in Dallas" }],
    ["an incident of another country's people, where nobody knows this country", { areas: ["RU"] }],
  ] as const)("are a cut beside %s", (_, more) => {
    expect(silent(more)).toMatchObject({ scope: "network", cause: "route", subject: "cloudflare" });
    // Two are no cut either without a neighbour that answers.
    expect(silent(more, undefined, ["one.com", "two.com"]).scope).not.toBe("provider");
  });

  test("are its outage beside a major incident, of this very country too", () => {
    expect(silent({}).scope).toBe("provider");
    expect(silent({ areas: ["ES"] }, "ES").scope).toBe("provider");
  });
});
