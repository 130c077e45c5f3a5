import { describe, expect, test } from "vitest";
import { Scene } from "../diagnosis/scene.ts";

describe("the two reports of one load", () => {
  test.each(["before", "after"])(
    "are one failure in Firefox when the number comes just %s the sentence, and it names what failed",
    (order) => {
      const scene = new Scene({ browser: "firefox" }).others(4).check("reached");
      const url = "https://www.shop.com/";
      const sentence = { event: "error" as const, tabId: 1, url, type: "main_frame", error: "Das Zertifikat ist abgelaufen." };
      const number = { event: "navigation-error" as const, tabId: 1, url, error: "Error code 2153390069" };
      scene.wait(3);
      if (order === "before") scene.tell(number).tell(sentence);
      else scene.tell(sentence).tell(number);
      const faults = scene.world.sites["shop.com"]?.hosts["www.shop.com"]?.trouble?.faults ?? [];
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ kind: "clock", failure: "tls.cert.date_invalid", count: 1 });
    },
  );

  test.each(["N E", "E N"])("of a page that froze half-way and was given up are a hang in Firefox, whichever comes first: %s", (order) => {
    const scene = new Scene({ browser: "firefox" }).others(4).check("reached");
    const url = "https://www.shop.com/";
    for (let load = 0; load < 2; load++) {
      scene.wait(2).starts("shop.com").wait(0.2).commits("shop.com").wait(20).others(1, 0);
      for (const report of order.split(" ")) {
        if (report === "N") scene.tell({ event: "navigation-error", tabId: 1, url, error: "Error code 2152398850" });
        else scene.tell({ event: "error", tabId: 1, url, type: "main_frame", error: "NS_BINDING_ABORTED", ip: "198.19.1.9" });
        scene.wait(0.09);
      }
    }
    expect(scene.world.sites["shop.com"]?.hosts["www.shop.com"]?.trouble?.faults).toMatchObject([{ kind: "slow" }, { kind: "slow" }]);
    expect(scene.others(1).says({ tabId: 1 })).toBe("site slow shop.com");
  });

  test("say in Firefox that a connection was cut, and not that something blocked it, where its address is known", () => {
    const scene = new Scene({ browser: "firefox" }).others(4);
    const url = "https://www.shop.com/";
    scene.wait(2).tell({ event: "error", tabId: 1, url, type: "main_frame", error: "NS_ERROR_ABORT", ip: "198.19.1.9" });
    scene.tell({ event: "navigation-error", tabId: 1, url, error: "Error code 2147500036" });
    expect(scene.ask({ tabId: 1 }).cause).not.toBe("blocked");
    expect(scene.world.sites["shop.com"]?.hosts["www.shop.com"]?.trouble?.faults).toMatchObject([{ kind: "network-changed" }]);
  });

  test("are one failure in Chromium", () => {
    const scene = new Scene().others(2).pageFails("shop.com", "refused");
    expect(scene.world.sites["shop.com"]?.hosts["www.shop.com"]?.trouble?.faults).toHaveLength(1);
  });

  test("do not make a failure of Firefox's abort on an ordinary load", () => {
    const scene = new Scene({ browser: "firefox" }).others(2);
    scene.pageFails("shop.com", "aborted").page("shop.com");
    expect(scene.world.tabs[1]).toMatchObject({ site: "shop.com", state: "shown" });
    expect(scene.says()).toBe("clear");
  });

  test("do not make an answer of the error page that completes", () => {
    const scene = new Scene({ mode: "basic" }).others(3).check("reached");
    for (let round = 0; round < 2; round++) {
      scene.wait(5).pageFails("shop.com", "refused");
      scene.tell({ event: "navigation-completed", tabId: 1, url: "https://www.shop.com/p/1" });
    }
    expect(scene.says({ tabId: 1 })).toBe("site unreachable shop.com");
  });
});
