import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { learnedOn, Scene } from "./scene.ts";

const kindsOf = ({ evidence }: Verdict) => evidence.map(({ kind }) => kind);

/** A site fails three times while others answer. */
function siteFails(scene = new Scene().others(4)): Scene {
  for (let load = 0; load < 3; load++) scene.wait(5).page("shop.com", 503, { on: "nobody" }).others(1);
  return scene;
}

const ANSWERED = { failure: null, status: 200, ms: 120 };
const FAILED = { failure: "tcp.timed_out" };

describe("a measurement from elsewhere", () => {
  const measured = (scene: Scene, ...views: object[]) =>
    scene.tell({
      event: "elsewhere",
      host: "www.shop.com",
      views: views.map((view, index) => ({ from: `place${index}`, ...view })) as never,
    });

  test("that reached the site says that it works for others", () => {
    expect(measured(siteFails(), ANSWERED, ANSWERED).ask({ tabId: 1 }).evidence).toContainEqual({
      kind: "works-for-others",
      site: "shop.com",
      from: [
        { id: "place0", country: null },
        { id: "place1", country: null },
      ],
      ms: 120,
    });
  });

  test("counts for two minutes", () => {
    const scene = measured(siteFails(), ANSWERED).wait(100).others(1).page("shop.com", 503, { on: "nobody" });
    expect(kindsOf(scene.ask({ tabId: 1 }))).toContain("works-for-others");
    expect(kindsOf(scene.wait(30).page("shop.com", 503, { on: "nobody" }).ask({ tabId: 1 }))).not.toContain("works-for-others");
  });

  test("that failed too says that it fails for others", () => {
    expect(measured(siteFails(), FAILED, FAILED).ask({ tabId: 1 }).evidence).toContainEqual({
      kind: "fails-for-others",
      site: "shop.com",
      from: [
        { id: "place0", country: null },
        { id: "place1", country: null },
      ],
      failure: "tcp.timed_out",
      status: null,
    });
  });

  test("that met an error of the site's own says that it fails for others", () => {
    const error = { failure: null, status: 503 };
    expect(kindsOf(measured(siteFails(), error, error).ask({ tabId: 1 }))).toContain("fails-for-others");
  });

  test("from before the trouble says nothing about it", () => {
    const scene = siteFails(measured(new Scene().others(4), ANSWERED, ANSWERED).wait(10));
    expect(kindsOf(scene.ask({ tabId: 1 }))).not.toContain("works-for-others");
  });

  test("of another site says nothing about this one", () => {
    const scene = siteFails().tell({ event: "elsewhere", host: "www.other.com", views: [{ from: "fra", failure: null, status: 200 }] });
    expect(kindsOf(scene.ask({ tabId: 1 }))).not.toContain("works-for-others");
  });

  test("never makes a site that failed once a provider's outage", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "shop.com") }).others(4).wait(4).pageFails("shop.com", "timeout").others(1);
    expect(measured(scene, FAILED, FAILED).ask().scope).not.toBe("provider");
  });
});

describe("who wrote the error", () => {
  test("is told of a site whose own server wrote it behind an edge", () => {
    const scene = new Scene().others(4);
    for (let load = 0; load < 2; load++) scene.wait(5).page("shop.com", 503, { on: "cloudflare", wrote: "origin" }).others(1);
    expect(scene.says()).toBe("site http shop.com");
    expect(scene.ask().evidence).toContainEqual({ kind: "written-by", site: "shop.com", writer: "origin", provider: "cloudflare" });
  });

  test("is not told of a platform behind an edge that nobody knows by name", () => {
    const scene = new Scene().others(4);
    for (let load = 0; load < 2; load++) scene.wait(5).page("shop.com", 503, { on: "cloudflare", wrote: "platform" }).others(1);
    expect(kindsOf(scene.ask())).not.toContain("written-by");
  });

  test("is not told where nothing says it", () => {
    expect(kindsOf(siteFails().ask())).not.toContain("written-by");
  });
});

describe("a load that began to answer and stopped half-way", () => {
  test("is told as that, and not as one that had no answer", () => {
    const scene = new Scene().others(4);
    const url = "https://www.shop.com/";
    for (let load = 0; load < 2; load++) {
      scene.wait(2).starts("shop.com").wait(20).others(1, 0);
      scene.tell({ event: "error", tabId: 1, url, type: "main_frame", error: "net::ERR_ABORTED", ip: "198.19.1.9", ms: 20_000 });
      scene.tell({ event: "navigation-error", tabId: 1, url, error: "net::ERR_ABORTED" });
    }
    expect(scene.others(2).says({ tabId: 1 })).toBe("site slow shop.com");
    expect(scene.ask({ tabId: 1 }).evidence[0]).toEqual({ kind: "stopped-half-way", site: "shop.com", count: 2 });
  });
});
