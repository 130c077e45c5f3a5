import { describe, expect, test } from "vitest";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { worksForMeReports } from "../../../utils/core/reports/works-for-me.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { Scene } from "../diagnosis/scene.ts";

const knowledge = { ...createLocator(), learned: () => null };
const WATCH = { services: [{ id: "netflix", state: "watch" as const, crowd: null }] };

const reports = (scene: Scene) => worksForMeReports({ ...scene.world, feed: scene.world.feeds[0]?.feed ?? null }, scene.now, knowledge);

describe("what a browser reports about a service on watch", () => {
  test("is that it works, where its page loaded lately", () => {
    const scene = new Scene().page("netflix.com").wait(60).feed([], WATCH);
    expect(reports(scene)).toEqual([{ v: 1, service: "netflix", on: null, failure: "ok", bucket: "2026-03-03T09:00Z" }]);
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
