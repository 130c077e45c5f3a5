import { describe, expect, test } from "vitest";
import { type Cloud, type Failure, Scene } from "./scene.ts";

/** Sites that this browser knows, on many clouds. */
const KNOWN: { [host: string]: Cloud } = {
  "www.one.com": "aws/us-west-2",
  "www.two.com": "cloudflare",
  "www.three.com": "fastly",
  "www.four.com": "gcp/us-central1",
  "www.five.com": "azure/eastus",
};

function someFail(scene: Scene, failure: Failure): Scene {
  for (const site of ["one.com", "two.com", "three.com", "four.com", "five.com"]) scene.wait(22).pageFails(site, failure).others(1);
  return scene;
}

describe.each(["chromium", "firefox"] as const)("trouble of the connection, in %s", (browser) => {
  test.each(["timeout", "unreachable", "reset"] as const)(
    "is named when unrelated sites on many clouds fail by %s while others answer",
    (failure) => {
      const scene = someFail(new Scene({ browser, learned: KNOWN }).others(4), failure).check("reached");
      expect(scene.says({ tabId: 1 })).toBe("network isp");
      expect(scene.says()).toBe("network isp");
    },
  );

  test("counts sites that failed minutes ago and were not tried again", () => {
    const scene = new Scene({ browser, learned: KNOWN }).others(4);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(45).pageFails(site, "timeout").others(1);
    expect(scene.says()).toBe("network isp");
  });

  test("is never named for failures that may all have their cause in one cloud", () => {
    const scene = new Scene({ browser, mode: "basic" }).others(4);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(20).pageFails(site, "timeout").others(1);
    expect(scene.ask().scope).toBe("unclear");
  });

  test("is never named for error pages: servers answered them", () => {
    const scene = new Scene({ browser }).others(4);
    for (const [host, on] of Object.entries(KNOWN)) scene.wait(9).page(host.replace("www.", ""), 503, { on }).others(1);
    expect(scene.ask().scope).not.toBe("network");
  });
});
