import { describe, expect, test } from "vitest";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { worksForMeReports } from "../../../utils/core/reports/works-for-me.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { Scene } from "../diagnosis/scene.ts";

const knowledge = { ...createLocator(), learned: () => null };
const onWatch = (...ids: string[]) => ({ services: ids.map((id) => ({ id, state: "watch" as const, crowd: null })) });
const WATCH = onWatch("netflix");

const reports = (scene: Scene) => worksForMeReports(scene.world, scene.world.feeds[0]?.feed ?? null, scene.now, knowledge);

describe("what a browser reports about a service on watch", () => {
  test("is that it works, where its page loaded lately", () => {
    const scene = new Scene().page("netflix.com").wait(60).feed([], WATCH);
    expect(reports(scene)).toEqual([{ v: 1, service: "netflix", on: null, failure: "ok", bucket: "2026-03-03T09:00Z" }]);
  });

  test("is as much where the feed asks about two services, of which one was opened", () => {
    const scene = new Scene().page("netflix.com").feed([], onWatch("netflix", "github"));
    expect(reports(scene)).toHaveLength(1);
  });

  test.each<[string, Scene]>([
    ["it was not asked about", new Scene().page("netflix.com").feed([])],
    [
      "it is in trouble for sure",
      new Scene().page("netflix.com").feed([], { services: [{ id: "netflix", state: "elevated", crowd: null }] }),
    ],
    [
      "the page came too long ago",
      new Scene()
        .page("netflix.com")
        .wait(11 * 60)
        .feed([], WATCH),
    ],
    ["nobody went there", new Scene().page("other.com").feed([], WATCH)],
    ["the page came with an error", new Scene().page("netflix.com", 503).feed([], WATCH)],
    ["a call of it has failed since", new Scene().page("netflix.com").call("netflix.com", 503).feed([], WATCH)],
    [
      "the feed asks about three services, which no honest feed does",
      new Scene().page("netflix.com").feed([], onWatch("netflix", "github", "amazon")),
    ],
    [
      "three unrelated sites come from one address, a proxy's",
      ["netflix.com", "news.com", "shop.com"]
        .reduce((scene, site) => scene.wait(3).page(site, 200, { on: "nobody", host: "x.com" }), new Scene())
        .feed([], WATCH),
    ],
    ["error pages cannot be seen", new Scene({ mode: "basic" }).page("netflix.com").feed([], WATCH)],
  ])("is nothing where %s", (_, scene) => {
    expect(reports(scene)).toEqual([]);
  });

  test("is nothing once the feed has expired", () => {
    const scene = new Scene()
      .feed([], WATCH)
      .wait((31 * MINUTE) / SECOND)
      .page("netflix.com");
    expect(reports(scene)).toEqual([]);
  });
});
