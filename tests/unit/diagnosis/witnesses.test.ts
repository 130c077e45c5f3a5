import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

const used = (...sites: string[]) => new Scene({ learned: learnedOn("fastly", ...sites) }).others(5);

/** Each of these hosts answers with an error, twice. */
function fail(scene: Scene, hosts: string[], more: { wrote?: "platform" } = {}): Scene {
  for (let round = 0; round < 2; round++)
    for (const host of hosts)
      scene
        .wait(4)
        .page("", 503, { host, on: "nobody", ...more })
        .others(1);
  return scene;
}

describe("names that a platform hands out", () => {
  const APPS = ["one.vercel.app", "two.vercel.app", "three.vercel.app"];

  test("are one witness against the platform, however many fail", () => {
    const scene = fail(new Scene().others(5).page("", 200, { host: "one.vercel.app", on: "nobody" }), APPS);
    expect(["site", "unclear"]).toContain(scene.ask().scope);
  });

  test("accuse the platform together where it says itself that it fails", () => {
    const scene = fail(new Scene().others(5).page("", 200, { host: "one.vercel.app", on: "nobody" }), APPS, { wrote: "platform" });
    expect(scene.says()).toBe("provider correlated vercel");
  });

  test("are a control for each other: one fails and its neighbours answer", () => {
    const scene = new Scene();
    for (let round = 0; round < 2; round++) {
      scene.wait(4).page("", 503, { host: "one.vercel.app", on: "nobody" });
      for (const host of APPS.slice(1)) scene.wait(2).page("", 200, { host, on: "nobody", tab: 5 });
    }
    expect(scene.says({ site: "one.vercel.app" })).toBe("site http one.vercel.app");
  });
});

describe("hosts that one service runs under several domains", () => {
  test("are one witness", () => {
    const scene = used("github.com").page("github.com", 200, { host: "github.com", on: "fastly" });
    for (const host of ["github.com", "raw.githubusercontent.com", "github.githubassets.com"])
      for (let load = 0; load < 2; load++) scene.wait(4).page("", 503, { host, on: "fastly" }).others(1);
    expect(scene.ask().scope).not.toBe("provider");
  });
});

describe("domains to which one page redirects", () => {
  test("are one witness: whoever wrote the links chose them", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const direct = used(...sites);
    const redirected = used(...sites);
    for (const site of sites) {
      direct.wait(6).starts(site).pageFails(site, "timeout").others(1);
      redirected.wait(6).starts("links.com").pageFails(site, "timeout").others(1);
    }
    expect(direct.says()).toBe("network route fastly");
    expect(["site", "unclear"]).toContain(redirected.ask().scope);
  });
});
