import { describe, expect, test } from "vitest";
import type { Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { situationOf } from "../../../utils/core/view/situation.ts";
import { learnedOn, Scene } from "../diagnosis/scene.ts";

const of = (scene: Scene, question: Question) => situationOf(scene.snapshot(), { state: "not-set" }, question);

function fastlyFails(): Scene {
  const scene = new Scene({ learned: learnedOn("fastly", "one.com") }).others(6);
  for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(3).page(site, 503, { tab: 4, on: "fastly" }).others(1);
  return scene;
}

describe("the situation of a tab", () => {
  test("without a site is that of everything, as on the button", () => {
    const { verdict, host, service } = of(fastlyFails(), { tabId: 99 });
    expect(verdict).toMatchObject({ scope: "provider", subject: "fastly" });
    expect([host, service]).toEqual([null, null]);
  });

  test("whose site works is its own, whatever fails elsewhere", () => {
    const scene = fastlyFails().page("works.com", 200, { tab: 7, on: "azure/eastus" });
    expect(of(scene, { tabId: 7 })).toMatchObject({ verdict: { scope: "clear" }, host: "www.works.com", opened: true });
  });

  test("names the outage that others on the same cloud have, though its own site still answered", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "one.com") }).others(6).page("works.com", 200, { tab: 7, on: "fastly" });
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(3).page(site, 503, { tab: 4, on: "fastly" }).others(1);
    expect(of(scene, { tabId: 7 })).toMatchObject({ verdict: { scope: "clear" }, standingOutage: "fastly" });
    expect(of(scene, { tabId: 4 }).standingOutage).toBeNull();
  });

  test("that waits for its first page, or for another one, is about the page that it waits for", () => {
    for (const scene of [new Scene().others(5), new Scene().others(5).page("before.com", 200, { tab: 7 })]) {
      scene.wait(1).starts("slow.com", { tab: 7 }).wait(1).others(2, 2).wait(6);
      expect(of(scene, { tabId: 7 })).toMatchObject({ verdict: { scope: "site", cause: "slow", site: "slow.com" }, host: "www.slow.com" });
    }
  });

  test("says that a page opened only where one did", () => {
    expect(of(new Scene().others(2), { site: "never.com" })).toMatchObject({ opened: false, isKnown: false });
    expect(of(new Scene().page("shop.com", 200, { tab: 3 }), { tabId: 3 })).toMatchObject({ opened: true, isKnown: true });
  });
});

describe("the way out", () => {
  const failed = { event: "connectivity", result: "unreachable" } as const;

  test("is doubted once a check failed after the last answer", () => {
    expect(of(new Scene().others(3).wait(2).tell(failed), "everything").isCutOff).toBe(true);
  });

  test("is open again with any answer after that check, an error page included", () => {
    expect(of(new Scene().others(3).tell(failed).wait(2).page("shop.com", 200, { tab: 3 }), { tabId: 3 }).isCutOff).toBe(false);
    const withError = new Scene().others(3).tell(failed).wait(2).page("shop.com", 503, { tab: 3 });
    expect(of(withError, { tabId: 3 })).toMatchObject({ isCutOff: false, failedStatus: 503 });
  });
});
