import { describe, expect, test } from "vitest";
import { originOf } from "../../../utils/core/net/origin.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import { generateTrace } from "../../instruments/scenarios/generate-trace.ts";
import { SCENARIOS } from "../../instruments/scenarios/library/index.ts";
import { Scene } from "../diagnosis/scene.ts";

const RESTARTS = 12;

const size = (scene: Scene) => JSON.stringify(scene.world).length;

describe("the world", () => {
  test("drops what neither answered nor failed for a quarter of an hour", () => {
    const scene = new Scene()
      .others(20)
      .page("failing.com", 503)
      .wait(16 * 60)
      .page("new.com");
    expect(Object.keys(scene.world.sites)).toEqual(["new.com"]);
  });

  test("is the very same world after an event that counts for nothing", () => {
    const scene = new Scene().page("shop.com").call("shop.com");
    const before = scene.world;
    const knowledge = { ...createLocator(), learned: () => null };
    for (const type of ["image", "script", "font"]) {
      const request = {
        event: "completed" as const,
        at: scene.now + 10,
        tabId: 1,
        target: originOf("https://static.shop.com/a"),
        type,
        status: 200,
      };
      expect(reduce(before, request, knowledge)).toBe(before);
    }
    scene.wait(0.2).call("shop.com").page("shop.com");
    expect(scene.world).toBe(before);
  });

  test("counts a storm of retries without growing", () => {
    const scene = new Scene().others(3).page("shop.com");
    for (let request = 0; request < 2000; request++) scene.wait(0.05).call("shop.com", 503);
    expect(size(scene)).toBeLessThan(8000);
    expect(scene.says({ site: "shop.com" })).toBe("site http shop.com");
  });
});

describe("a restart of the background", () => {
  test.each(SCENARIOS.filter((_, index) => index % 3 === 0))(
    "changes no verdict in the story $name: the world is plain data",
    (scenario) => {
      const events = generateTrace(scenario, "restart", "report", "full").events.filter(({ event }) => event !== "restart");
      const spacing = Math.ceil(events.length / RESTARTS);
      const restarted = events.flatMap((event, index) =>
        index > 0 && index % spacing === 0 ? [event, { t: event.t, event: "restart" }] : [event],
      );
      const verdicts = (lines: object[]) =>
        [
          ...replayTrace(
            lines.map((line) => JSON.stringify(line)),
            replayKnowledge,
          ),
        ].map(({ verdict }) => verdict);
      expect(verdicts(restarted)).toEqual(verdicts(events));
    },
  );
});
