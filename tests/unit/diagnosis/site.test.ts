import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Feed, Sources } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { type Failure, Scene } from "./scene.ts";

describe.each(["chromium", "firefox"] as const)("one site that fails in %s", (browser) => {
  const scene = () => new Scene({ browser });

  test("is a question after one failure, and the site's own trouble after the second while others work", () => {
    const shop = scene().others(4).wait(3).page("shop.com", 503);
    expect(shop.says({ tabId: 1 })).toBe("unclear shop.com");
    shop.others(2).wait(4).page("shop.com", 503);
    expect(shop.says({ tabId: 1 })).toBe("site http shop.com");
    expect(shop.says()).toBe("site http shop.com");
  });

  test.each([
    ["dns", "dns"],
    ["timeout", "unreachable"],
    ["refused", "unreachable"],
    ["reset", "unreachable"],
    ["date", "tls"],
    ["issuer", "tls"],
  ] as [Failure, string][])("by %s, with others answering before, between and after, has the cause %s", (failure, cause) => {
    const shop = scene().others(4).wait(3).pageFails("shop.com", failure);
    shop.others(3).wait(4).pageFails("shop.com", failure).check("reached").others(2).wait(5).pageFails("shop.com", failure).others(1);
    expect(shop.says({ site: "shop.com" })).toBe(`site ${cause} shop.com`);
  });

  test("is named although a name that does not exist was tried in the same minute: the two have nothing in common", () => {
    const shop = scene().others(2).wait(2).pageFails("typo.com", "dns", { tab: 3 }).check("reached").page("shop.com", 503);
    expect(shop.wait(6).page("shop.com", 503).says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("stays unclear as long as there is no control at all", () => {
    const shop = scene();
    for (let round = 0; round < 4; round++) shop.wait(10).page("shop.com", 503);
    expect(shop.says({ site: "shop.com" })).toBe("unclear shop.com");
    shop.check("reached");
    expect(shop.says({ site: "shop.com" })).toBe("site http shop.com");
  });

  test("leaves other tabs clear, and a tab or site never seen is clear", () => {
    const shop = scene().page("news.com", 200, { tab: 2 }).others(4);
    for (let round = 0; round < 3; round++) shop.wait(5).page("shop.com", 503);
    expect(shop.says({ tabId: 2 })).toBe("clear");
    expect(shop.says({ tabId: 777 })).toBe("clear");
    expect(shop.says({ site: "never.com" })).toBe("clear");
  });

  test("is named though its pages open, when its calls fail", () => {
    const shop = scene().others(3).page("shop.com").call("shop.com");
    for (let round = 0; round < 3; round++) shop.wait(8).page("shop.com").call("shop.com", 503).call("shop.com", 500);
    expect(shop.says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("is clear while one part of it fails and the many others work", () => {
    const shop = scene().others(3).page("shop.com");
    for (let round = 0; round < 5; round++) {
      shop.wait(4).page("shop.com");
      for (let call = 0; call < 8; call++) shop.wait(0.1).call("shop.com");
      if (round % 2 === 0) shop.call("shop.com", 500).wait(0.2).call("shop.com");
    }
    expect(shop.says({ tabId: 1 })).toBe("clear");
  });

  test("is not clear because half of its requests get through", () => {
    const shop = scene().others(5);
    for (let round = 0; round < 4; round++) {
      shop.wait(7).page("shop.com", round % 2 === 0 ? 503 : 200);
      for (let call = 0; call < 4; call++) shop.wait(0.2).call("shop.com", call % 2 === 0 ? 503 : 200);
    }
    expect(shop.says({ tabId: 1 })).toBe("site http shop.com");
  });

  test("is two sites when two of different owners fail on different clouds", () => {
    const both = scene().others(6);
    for (let round = 0; round < 3; round++) {
      both.wait(5).page("shop.com", 503, { on: "fastly", tab: 1 }).others(1);
      both.wait(5).page("bank.com", 500, { on: "azure/eastus", tab: 2 }).others(1);
    }
    expect(both.says({ tabId: 1 })).toBe("site http shop.com");
    expect(both.says({ tabId: 2 })).toBe("site http bank.com");
  });

  test("is never named because it asks this browser for a certificate", () => {
    const shop = scene().others(4);
    const error = browser === "chromium" ? "net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED" : "Die Gegenstelle lehnte Ihr Zertifikat ab.";
    const url = "https://www.shop.com/";
    for (let round = 0; round < 3; round++) {
      shop.wait(5).tell({ event: "error", tabId: 1, url, type: "main_frame", error });
      shop.tell({ event: "navigation-error", tabId: 1, url, error: browser === "chromium" ? error : `Error code ${0x805a0000 + 12271}` });
    }
    expect(shop.says({ tabId: 1 })).toBe("unclear shop.com");
  });
});

describe("a site that the feed reports on", () => {
  const OWN_PAGE = { id: "shop", checked: "2026-03-03T09:00:00Z", ok: true };
  const named = (...sources: Sources["named"]): Sources => ({ read: null, except: [], named: sources });

  /** The verdict about shop.com, which fails three times and is the catalogue's service "shop", after a feed arrived. */
  function verdictWith(incidents: (scene: Scene) => Incident[], more: Partial<Feed> = {}): Verdict {
    const scene = new Scene().others(4);
    scene.feed(incidents(scene), more);
    for (let round = 0; round < 3; round++) scene.wait(5).page("shop.com", 503, { on: "nobody" });
    const site = scene.world.sites["shop.com"];
    if (site === undefined) throw new Error("shop.com was not observed");
    scene.world = { ...scene.world, sites: { ...scene.world.sites, "shop.com": { ...site, service: { id: "shop", name: "Shop" } } } };
    return scene.ask({ site: "shop.com" });
  }

  const kindsOf = ({ evidence }: Verdict) => evidence.map(({ kind }) => kind);

  test("is named with the incident of its own status page", () => {
    const verdict = verdictWith((scene) => [scene.incident("shop", { site: "shop", title: "Checkout fails" })]);
    expect(verdict).toMatchObject({ scope: "site", subject: "shop.com" });
    expect(verdict.evidence).toContainEqual(expect.objectContaining({ kind: "incident", title: "Checkout fails" }));
  });

  test("is told to have a silent status page, and not to work for others, where the feed has no report about it", () => {
    expect(kindsOf(verdictWith(() => [], { sources: named(OWN_PAGE) }))).toContain("own-page-silent");
    expect(kindsOf(verdictWith(() => [], { sources: named(OWN_PAGE) }))).not.toContain("works-for-others");
  });

  test.each<[string, Partial<Feed>]>([
    ["does not read its status page", { sources: named() }],
    ["could not read its status page", { sources: named({ ...OWN_PAGE, ok: false }) }],
    ["has it on watch", { sources: named(OWN_PAGE), services: [{ id: "shop", state: "watch", crowd: null }] }],
  ])("is not told to have a silent status page where the feed %s", (_, more) => {
    expect(kindsOf(verdictWith(() => [], more))).not.toContain("own-page-silent");
  });

  test("goes by its domain in what a page says that was found by its name, whether the catalogue has it or not", () => {
    const found = (site: string | null) => {
      const scene = new Scene().others(4);
      for (let round = 0; round < 3; round++) scene.wait(5).page("corner.shop.example", 503, { on: "nobody" });
      scene.feed([scene.incident("shop.example", { site, title: "Orders fail" })]);
      return scene.ask({ site: "shop.example" });
    };
    expect(kindsOf(found("shop.example"))).toContain("incident");
    expect(found("shop.example")).toMatchObject({ scope: "site", subject: "shop.example" });
    for (const other of ["another.example", null]) expect(kindsOf(found(other))).not.toContain("incident");
    const listed = verdictWith((scene) => [scene.incident("shop.com", { site: "shop.com", title: "Orders fail" })]);
    expect(kindsOf(listed)).toContain("incident");
  });

  test("has a silent page also where that was found by its name, which never says that it works", () => {
    const scene = new Scene().others(4);
    for (let round = 0; round < 3; round++) scene.wait(5).page("shop.example", 503, { on: "nobody" });
    scene.feed([], { sources: named({ ...OWN_PAGE, id: "shop.example" }) });
    const verdict = scene.ask({ site: "shop.example" });
    expect(kindsOf(verdict)).toContain("own-page-silent");
    expect(kindsOf(verdict)).not.toContain("works-for-others");
    expect(verdict).toMatchObject({ scope: "site" });
  });
});
