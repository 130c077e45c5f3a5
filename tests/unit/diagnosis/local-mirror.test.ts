import { describe, expect, test } from "vitest";
import { isProven } from "../../../utils/core/world/connection-doubt.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import { Scene } from "./scene.ts";

const knowledge = { locate: () => null, learned: () => null } as never;
const NOW = Date.parse("2026-03-03T09:00:00Z");

/** A site that fails twice while nothing else answers. */
const alone = () => new Scene().pageFails("shop.com", "timeout").wait(6).pageFails("shop.com", "timeout").wait(1);

describe("a check that reached a mirror on this device or its own network", () => {
  test("is told, and no control: nobody is blamed for it", () => {
    expect(alone().check("reached").says({ tabId: 1 })).toBe("site unreachable shop.com");
    const { scope, evidence, confidence } = alone().check("reached-locally").ask({ tabId: 1 });
    const unchecked = alone().ask({ tabId: 1 });
    expect([scope, confidence]).toEqual([unchecked.scope, unchecked.confidence]);
    expect(evidence).toContainEqual({ kind: "reachability", result: "reached-locally", seconds: 1 });
  });

  test("does not refute a browser that says that it is offline", () => {
    const scene = new Scene().others(3).wait(1).tell({ event: "offline" }).wait(2);
    expect(scene.check("reached-locally").says()).toBe("local offline");
  });

  test("neither ends a failure that a tab still shows, nor makes one transient", () => {
    const back = () => new Scene().others(3).wait(30).pageFails("shop.com", "offline").wait(2).tell({ event: "online" }).wait(1);
    expect(back().check("reached").says({ tabId: 1 })).toBe("clear");
    expect(back().check("reached-locally").says({ tabId: 1 })).toBe(back().says({ tabId: 1 }));
    const silent = () => new Scene().others(3).pageFails("shop.com", "timeout").wait(6).pageFails("shop.com", "timeout").wait(2);
    expect(silent().check("reached-locally").others(2).says({ tabId: 1 })).toBe(silent().others(2).says({ tabId: 1 }));
  });

  test("leaves an earlier answer of others a control, as no check does", () => {
    const failing = () => new Scene().others(3).pageFails("shop.com", "refused").wait(6).pageFails("shop.com", "refused").wait(1);
    expect(failing().check("unreachable").says({ tabId: 1 })).not.toBe("site unreachable shop.com");
    expect(failing().check("reached-locally").says({ tabId: 1 })).toBe("site unreachable shop.com");
  });
});

describe("a feed of a mirror on this device or its own network", () => {
  test("counts, and proves no connection", () => {
    const feeds = { event: "feeds", at: NOW, copies: [], checked: NOW } as const;
    const world = emptyWorld("firefox", "full");
    expect(isProven(reduce(world, feeds, knowledge), NOW)).toBe(true);
    const local = reduce({ ...world, feedFailures: { "127.0.0.1:9": NOW - 1 } }, { ...feeds, local: true }, knowledge);
    expect(isProven(local, NOW)).toBe(false);
    expect(local).toMatchObject({ feedAt: 0, checkedAt: NOW, feedFailures: {} });
  });
});
