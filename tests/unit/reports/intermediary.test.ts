import { describe, expect, test } from "vitest";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { decideReport } from "../../../utils/core/reports/decide-report.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { Scene } from "../diagnosis/scene.ts";

const knowledge = { ...createLocator(), learned: () => null };

/** What a browser that saw netflix.com fail, and others answer, would report. */
function decision(scene: Scene) {
  for (let round = 0; round < 3; round++) scene.wait(4).page("netflix.com", 503, { tab: 7 }).others(1);
  return decideReport(scene.snapshot(), scene.ask({ site: "netflix.com" }), knowledge);
}

const PROXY = "10.0.0.1";

/** A page that answers from an address of the person's network: Chromium names that of the proxy. */
const throughProxy = (scene: Scene, site: string) =>
  scene.wait(2).tell({ event: "completed", tabId: 5, url: `https://${site}/`, type: "main_frame", status: 200, ip: PROXY });

const REPORTED = { report: expect.objectContaining({ service: "netflix", failure: "http.error" }) };
const SILENCE = { silence: "a proxy stands in between" };

describe("Chromium, which does not say that there is a proxy", () => {
  test("reports a failure where nothing shows one", () => {
    expect(decision(new Scene().others(3))).toEqual(REPORTED);
  });

  test.each<[string, (scene: Scene) => void]>([
    [
      "the proxy asked who the person is",
      (scene) => scene.tell({ event: "completed", tabId: 5, url: "https://a.com/", type: "main_frame", status: 407 }),
    ],
    ["the proxy could not be reached", (scene) => scene.pageFails("a.com", "proxy", { tab: 5 })],
    ["the proxy could not reach a site", (scene) => scene.pageFails("a.com", "tunnel", { tab: 5 })],
    [
      "the proxy names the site that it cannot reach",
      (scene) =>
        scene.tell({
          event: "navigation-error",
          tabId: 5,
          url: "https://a.com/",
          error: "net::ERR_PROXY_UNABLE_TO_CONNECT_TO_DESTINATION",
        }),
    ],
    ["a call of a page failed at the proxy", (scene) => scene.page("a.com", 200, { tab: 5 }).callFails("a.com", "tunnel", { tab: 5 })],
    [
      "the browser knows the authority of an inspector",
      (scene) =>
        scene.tell({ event: "navigation-error", tabId: 5, url: "https://a.com/", error: "net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED" }),
    ],
    [
      "three unrelated sites answer from one address",
      (scene) => {
        for (const site of ["a.com", "b.com", "c.com", "a.com"]) throughProxy(scene, site);
      },
    ],
  ])("reports nothing for a while where %s", (_, happens) => {
    const scene = new Scene().others(3);
    happens(scene);
    expect(decision(scene.wait((10 * MINUTE) / SECOND).others(3))).toEqual(SILENCE);
  });

  test("reports again half an hour after the last sign of it", () => {
    const scene = new Scene().others(3);
    for (const site of ["a.com", "b.com", "c.com", "a.com"]) throughProxy(scene, site);
    expect(decision(scene.wait((31 * MINUTE) / SECOND).others(3))).toEqual(REPORTED);
  });

  test("is not silenced by a page that answers as a proxy would", () => {
    const scene = new Scene().others(3);
    scene.tell({ event: "error", tabId: 5, url: "https://a.com/x", type: "xmlhttprequest", error: "net::ERR_UNEXPECTED_PROXY_AUTH" });
    expect(decision(scene)).toEqual(REPORTED);
  });

  test("is not silenced by the edge of a CDN, which serves many", () => {
    const scene = new Scene().others(8);
    for (const site of ["a.com", "b.com", "c.com", "d.com"]) scene.wait(2).page(site, 200, { tab: 6, on: "cloudflare", host: "same" });
    expect(decision(scene)).toEqual(REPORTED);
  });
});

test("Firefox says it of each request, and nothing is reported either", () => {
  const scene = new Scene({ browser: "firefox" }).others(3);
  for (let round = 0; round < 3; round++) {
    scene.wait(4).page("netflix.com", 503, { tab: 7 });
    scene.tell({ event: "completed", tabId: 5, url: "https://a.com/", type: "main_frame", status: 200, ip: PROXY, proxied: true });
  }
  expect(decideReport(scene.snapshot(), scene.ask({ site: "netflix.com" }), knowledge)).toEqual(SILENCE);
});
