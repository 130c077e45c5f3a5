import { describe, expect, test } from "vitest";
import { learnedOn, Scene } from "./scene.ts";

const SITES = ["one.com", "two.com", "three.com"];
type Answer = { status?: number; wrote?: "edge" | "origin" | "platform"; front?: string };

/** Three sites behind Cloudflare, used before, answer with errors; others elsewhere answer. */
function errorsBehindCloudflare({ status = 503, ...more }: Answer, scene = browser()): Scene {
  for (const site of SITES)
    scene
      .wait(5)
      .page(site, status, { on: "cloudflare", ...more })
      .others(1);
  return scene;
}

const browser = () => new Scene({ learned: learnedOn("cloudflare", ...SITES) }).others(5);

describe("errors behind an edge", () => {
  test("accuse the edge where it wrote them", () => {
    const scene = errorsBehindCloudflare({ status: 500, wrote: "edge" });
    expect(scene.says()).toBe("provider correlated cloudflare");
    expect(scene.ask().evidence).toContainEqual(expect.objectContaining({ kind: "written-by", writer: "edge", provider: "cloudflare" }));
  });

  test("accuse the edge where it wrote one of them and was silent to others", () => {
    const scene = browser().wait(5).page("one.com", 500, { on: "cloudflare", wrote: "edge" }).others(1);
    for (const site of ["two.com", "three.com"]) scene.wait(5).pageFails(site, "timeout").others(1);
    expect(scene.says({ site: "one.com" })).toBe("provider correlated cloudflare");
  });

  test("accuse each site where the servers behind it wrote them", () => {
    const scene = errorsBehindCloudflare({ wrote: "origin" });
    for (const site of SITES) scene.wait(5).page(site, 503, { on: "cloudflare", wrote: "origin" }).others(1);
    expect(["site", "unclear"]).toContain(scene.ask().scope);
    expect(scene.ask({ site: "one.com" }).scope).not.toBe("provider");
  });

  test("accuse the platform behind it where that wrote them", () => {
    expect(errorsBehindCloudflare({ wrote: "platform", front: "heroku" }).says()).toBe("provider correlated heroku");
    // Also where no other site of the edge answers.
    const scene = new Scene({ learned: learnedOn("cloudflare", ...SITES) });
    for (let round = 0; round < 2; round++)
      for (const [index, site] of SITES.entries()) {
        scene.wait(4).page(`control${index}.com`, 200, { tab: 8, on: "nobody" });
        scene.wait(2).page(site, 503, { on: "cloudflare", wrote: "platform", front: "heroku" });
      }
    expect(scene.says()).toBe("provider correlated heroku");
  });

  test("accuse the platform that the feed has an incident of, and not the edge in front of it", () => {
    const scene = browser();
    scene.feed([scene.incident("heroku")]);
    expect(errorsBehindCloudflare({ front: "heroku" }, scene).says()).toMatch(/^provider (incident|both) heroku$/);
  });

  test("are no word of the edge where they are calls of pages that open, answered with 500", () => {
    const scene = browser();
    for (const site of SITES) {
      scene.wait(5).page(site, 200, { on: "cloudflare" }).call(site, 200, { on: "cloudflare" });
      for (let load = 0; load < 2; load++)
        scene.wait(6).page(site, 200, { on: "cloudflare" }).call(site, 500, { on: "cloudflare" }).call(site, 500, { on: "cloudflare" });
    }
    expect(scene.others(2).ask().scope).not.toBe("provider");
  });
});

describe("errors that a platform wrote on the addresses of a cloud", () => {
  /** The calls of three sites fail so; their pages, behind Cloudflare, answer with these. Other sites on Cloudflare answer. */
  function saidOf({ status = 200, ...more }: Answer): string {
    const scene = new Scene({ learned: learnedOn("cloudflare", ...SITES) });
    for (let round = 0; round < 2; round++)
      for (const [tab, site] of SITES.entries()) {
        scene
          .wait(4)
          .page(`neighbour${tab}.com`, 200, { tab: 8, on: "cloudflare" })
          .page(`control${tab}.com`, 200, { tab: 9, on: "nobody" });
        scene.wait(4).page(site, status, { tab, on: "cloudflare", ...more });
        for (let call = 0; call < 2; call++) scene.wait(0.1).call(site, 503, { tab, on: "aws/us-east-1", wrote: "platform" });
      }
    return scene.says();
  }

  test("accuse the cloud: services of its own say so", () => {
    expect(saidOf({})).toBe("provider correlated aws/us-east-1");
  });

  test("do not accuse it where a platform without a name wrote those of the pages too, behind an edge: it stands on any cloud", () => {
    expect(saidOf({ status: 503, wrote: "platform" })).not.toContain("provider");
  });
});

describe("an error that the edge wrote for one owner", () => {
  test.each(["cloudflare", "fastly"] as const)(
    "is that owner's, where two others are cut off from %s and a neighbour there keeps answering",
    (on) => {
      const scene = new Scene({ learned: learnedOn(on, ...SITES) }).others(5);
      for (let round = 0; round < 2; round++)
        for (const [tab, site] of SITES.entries()) {
          scene.wait(4);
          if (tab === 0) scene.page(site, 503, { tab, on, wrote: "edge" });
          else scene.pageFails(site, "timeout", { tab });
          scene.wait(1).page("neighbour.com", 200, { tab: 8, on }).others(1);
        }
      expect(scene.ask().scope).not.toBe("provider");
      for (const tabId of SITES.keys()) expect(scene.ask({ tabId }).scope).not.toBe("provider");
    },
  );
});

describe.each(["aws/us-east-1", "azure/eastus", "gcp/us-central1", "fastly", "cloudflare"] as const)(
  "errors of three owners on %s",
  (on) => {
    test.each([500, 502, 503, 504])("are theirs where the servers of each wrote them, as the headers say (%i)", (status) => {
      const scene = new Scene({ learned: learnedOn(on, ...SITES) }).others(5);
      for (let round = 0; round < 2; round++)
        for (const [tab, site] of SITES.entries()) {
          scene.wait(4).page(site, status, { tab, on, wrote: "origin" }).others(1);
          expect(scene.ask().scope).not.toBe("provider");
          expect(scene.ask({ tabId: tab }).scope).not.toBe("provider");
        }
    });
  },
);

describe("errors of a region of a cloud", () => {
  test.each([502, 503, 504])("accuse it where the calls of three owners answer %i", (status) => {
    expect(failingCalls(status).says()).toBe("provider correlated aws/us-east-1");
  });

  test("do not accuse it where the calls answer 500: a program wrote that", () => {
    expect(failingCalls(500).ask().scope).not.toBe("provider");
  });

  /** The calls of three sites used before fail on us-east-1 while their pages open. */
  function failingCalls(status: number): Scene {
    const scene = new Scene({ learned: learnedOn("aws/us-east-1", ...SITES) }).others(4);
    for (let round = 0; round < 2; round++) {
      for (const site of SITES) {
        scene.wait(5).page(site, 200, { on: "fastly" });
        for (let call = 0; call < 3; call++) scene.wait(0.2).call(site, status, { on: "aws/us-east-1" });
      }
    }
    return scene.others(1);
  }
});
