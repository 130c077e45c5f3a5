import { expect, test } from "vitest";
import { forgetSite } from "../../../utils/core/world/forget-site.ts";
import { Scene } from "../diagnosis/scene.ts";

test("a forgotten site is gone from the tabs, the answers, the addresses, and the hosts that other sites called", () => {
  const scene = new Scene().page("netflix.com", 200, { tab: 1 }).page("news.com", 200, { tab: 2 });
  scene.wait(5).page("nflxvideo.net", 200, { tab: 3 }).call("nflxvideo.net", 200, { tab: 3, host: "api.netflix.com" });
  scene.wait(5).pageFails("netflix.com", "reset", { tab: 2 });
  expect(JSON.stringify(scene.world)).toMatch(/netflix\.com/);
  expect(Object.keys(scene.world.sites["nflxvideo.net"]?.hosts ?? {})).toContain("api.netflix.com");
  const left = forgetSite(scene.world, "netflix.com", "netflix");
  expect(JSON.stringify({ ...left, feed: null })).not.toMatch(/netflix\.com/);
  expect(Object.keys(left.sites)).toEqual(["news.com", "nflxvideo.net"]);
  expect(left.answers.map(({ site }) => site)).toEqual(["news.com", "nflxvideo.net"]);
});
