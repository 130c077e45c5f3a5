import { describe, expect, test } from "vitest";
import { Scene } from "../diagnosis/scene.ts";

const HOUR = 3600;
const failed = () => new Scene().others(4).wait(7).pageFails("shop.com", "timeout").wait(7).pageFails("shop.com", "timeout");

describe("a clock that is set", () => {
  test("back by minutes, hours or a day keeps no trouble longer than it lasts", () => {
    for (const back of [HOUR / 6, 2 * HOUR, 24 * HOUR, 400 * 24 * HOUR]) {
      const scene = failed().wait(-back).page("shop.com").others(3).wait(30).page("shop.com").wait(121);
      expect({ back, said: scene.says({ tabId: 1 }), overall: scene.says() }).toEqual({ back, said: "clear", overall: "clear" });
    }
  });

  test("back does not hide the next failure", () => {
    const scene = failed()
      .wait(-24 * HOUR)
      .page("shop.com")
      .others(3)
      .wait(600)
      .others(3);
    scene.wait(7).pageFails("news.com", "timeout", { tab: 2 }).wait(7).pageFails("news.com", "timeout", { tab: 2 });
    expect(scene.says({ tabId: 2 })).toBe("site unreachable news.com");
  });

  test("back in the middle of trouble drops none of it", () => {
    const scene = failed()
      .wait(-2 * HOUR)
      .pageFails("shop.com", "timeout");
    expect(scene.says({ tabId: 1 })).toBe("site unreachable shop.com");
    expect(scene.ask({ tabId: 1 }).since).toBeLessThanOrEqual(scene.now);
  });

  test("ahead ends trouble that is then too old", () => {
    for (const ahead of [HOUR / 6, 2 * HOUR, 24 * HOUR]) expect(failed().wait(ahead).others(1).says({ site: "shop.com" })).toBe("clear");
  });
});
