import { describe, expect, test } from "vitest";
import { isCdn } from "../../instruments/scenarios/address-plan.ts";
import { cutHarm, cutWay } from "../../instruments/scenarios/cut.ts";
import { sitesFail, statusOf } from "../../instruments/scenarios/fault.ts";
import type { Site } from "../../instruments/scenarios/internet.ts";
import { originTold } from "../../instruments/scenarios/library/site-fault.ts";
import { loadProblemsOf } from "../../instruments/scenarios/load-check.ts";
import { Random } from "../../instruments/scenarios/random.ts";
import { Scene } from "../../instruments/scenarios/scene.ts";
import { SETTINGS } from "../../instruments/scenarios/setting.ts";
import type { Browser, Mode } from "../../instruments/scenarios/trace-event.ts";

const sceneOf = (browser: Browser, mode: Mode = "full", seed = "1"): Scene =>
  new Scene("a-scene", new Random(seed), SETTINGS.report, browser, mode);

const pageOf = (site: Site) => ({ host: site.hosts.www, type: "main_frame", at: 0, url: `https://${site.hosts.www.name}/` });

describe("a way that is cut", () => {
  test("always loses the same hosts, and never their neighbours", () => {
    const scene = sceneOf("chromium");
    const { place, dependents } = scene.crowdedPlace(5, isCdn);
    const [one, other, ...spared] = dependents as [Site, Site, ...Site[]];
    const plan = { place, victims: [one, other], spared, share: 0.5, kind: "reset" as const };
    const fault = cutWay(scene.internet.sites, plan, scene.random, cutHarm("reset", scene.random, "chromium"));
    for (let load = 0; load < 20; load++) {
      for (const site of [one, other]) expect(fault(pageOf(site))).toEqual({ breakage: "reset" });
      for (const site of spared) expect(fault(pageOf(site))).toBeNull();
    }
    for (const site of scene.internet.sites) expect(fault(pageOf(site))).toEqual(fault(pageOf(site)));
  });

  test("lets small answers pass where bodies freeze", () => {
    const scene = sceneOf("chromium");
    const { place, dependents } = scene.crowdedPlace(1, isCdn);
    const site = dependents[0] as Site;
    const plan = { place, victims: [site], spared: [], share: 0, kind: "frozen" as const };
    const fault = cutWay(scene.internet.sites, plan, scene.random, cutHarm("frozen", scene.random, "chromium"));
    expect(fault(pageOf(site))).toEqual({ hang: true, since: "headers" });
    expect(fault({ ...pageOf(site), type: "xmlhttprequest" })).toBeNull();
  });

  test("is given up by Chromium alone where the handshake is never answered", () => {
    const scene = sceneOf("firefox");
    const page = pageOf(scene.someSite());
    expect(cutHarm("handshake", scene.random, "chromium")(page)).toEqual({ breakage: "handshake" });
    expect(cutHarm("handshake", scene.random, "firefox")(page)).toEqual({ hang: true, since: "connected" });
  });
});

describe("who wrote an error page", () => {
  test("behind a CDN it is the origin, or the edge in the place of an origin that is gone", () => {
    const scene = sceneOf("chromium");
    const site = scene.someSite((candidate) => candidate.hosts.www.place !== null && isCdn(candidate.hosts.www.place));
    const told = (status: number) => originTold(sitesFail([site], statusOf(scene.random, [status])))(pageOf(site));
    expect(told(503)).toEqual({ status: 503, wrote: "origin" });
    expect(told(522)).toEqual({ status: 522, wrote: "edge" });
  });

  test("is not told of a cloud's own servers", () => {
    const scene = sceneOf("chromium");
    const site = scene.someSite((candidate) => candidate.hosts.www.place !== null && !isCdn(candidate.hosts.www.place));
    expect(originTold(sitesFail([site], statusOf(scene.random, [503])))(pageOf(site))).toEqual({ status: 503 });
  });
});

describe("a load that hangs", () => {
  test.each(["full", "basic"] as const)(
    "is told when it begins and when it ends in %s access, with what else answered meanwhile",
    (mode) => {
      for (const browser of ["chromium", "firefox"] as const) {
        const scene = sceneOf(browser, mode);
        const [site, other] = scene.favourites.filter((candidate) => !candidate.serviceWorker) as [Site, Site];
        const load = scene.person.beginLoad(site, 1);
        scene.person.visit(other, { tab: 2, gap: 3_000, bare: true });
        scene.person.wait(9_000);
        scene.person.giveUp(load);
        scene.ask("final", { tab: 1 }, "site", []);
        const { events } = scene.recording.finish();
        const ofHang = events.filter((event) => "tabId" in event && event.tabId === 1).map(({ event }) => event);
        const ends = mode === "full" ? ["error", "navigation-error"] : ["navigation-error"];
        expect(ofHang.toSorted()).toEqual([...ends, "navigation-started", "ask"].toSorted());
        expect(events.filter((event) => event.event === "navigation-completed" && event.tabId === 2)).toHaveLength(1);
        expect(loadProblemsOf(events)).toEqual([]);
      }
    },
  );
});

describe("pages opened together", () => {
  test("wait side by side, not one after the other", () => {
    const scene = sceneOf("chromium");
    const sites = scene.favourites.filter((candidate) => !candidate.serviceWorker).slice(0, 4);
    scene.breakWith(sitesFail(sites, () => ({ breakage: "handshake" })));
    scene.openTogether(sites, 2);
    const { events } = scene.recording.finish();
    const failures = events.filter((event) => event.event === "error" && event.type === "main_frame");
    const [first, last] = [failures[0]?.t ?? 0, failures.at(-1)?.t ?? 0];
    expect(failures).toHaveLength(4);
    expect(last - first).toBeLessThan(10_000);
  });
});
