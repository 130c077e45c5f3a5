import { describe, expect, test } from "vitest";
import { diagnoseInFull, type Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { explain } from "../../../utils/core/trace/explain.ts";
import type { IgnoredCounts } from "../../../utils/core/trace/replayed-browser.ts";
import { learnedOn, Scene } from "../diagnosis/scene.ts";

function explained(scene: Scene, question: Question, sentences: string[] = [], ignored: IgnoredCounts = {}): string {
  const snapshot = scene.snapshot();
  const ask = question === "everything" ? {} : question;
  return explain({ trace: "made", t: 1000, ask, snapshot, ignored, ...diagnoseInFull(snapshot, question) }, sentences);
}

function failingShop(): Scene {
  return new Scene().others(4).page("shop.com", 503).wait(6).page("shop.com", 503).others(2);
}

describe("an explanation in a terminal", () => {
  test("prints the verdict, its reasons, each piece of evidence in bits and the posterior", () => {
    const text = explained(failingShop(), { tabId: 1 }, ["shop.com failed 2 times."]);
    expect(text).toContain("site · http · shop.com");
    expect(text).toContain("- shop.com failed 2 times.");
    expect(text).toMatch(/[+-]\d+\.\d {2}other\d+\.com works/);
    expect(text).toMatch(/site +\d+\.\d% +█+/);
  });

  test("prints the rule that decided", () => {
    expect(explained(failingShop(), { tabId: 1 })).toContain("decided by the rule: site");
    expect(explained(new Scene().others(4).page("shop.com", 503), { tabId: 1 })).toContain("decided by the rule: one-failure");
  });

  test("prints why the failures on a cloud are no outage of it", () => {
    const scene = new Scene({ learned: learnedOn("fastly", "shop.com") }).others(5);
    for (let time = 0; time < 3; time++) scene.wait(5).page("shop.com", 503, { on: "fastly" });
    expect(explained(scene, { tabId: 1 })).toMatch(/suspected: fastly; 1 owners fail there, .*; no incident; too-few-owners/);
  });

  test("explains for the toolbar the site whose verdict it shows", () => {
    const scene = new Scene().others(6).wait(3);
    for (let time = 0; time < 2; time++) scene.wait(4).page("shop.com", 503, { tab: 3, on: "azure/eastus" }).others(1);
    scene.wait(3).page("asked.com", 503, { tab: 2, on: "akamai" });
    expect(explained(scene, "everything")).toMatch(/site · http · shop\.com[\s\S]*shop\.com: 2 faults that count/);
  });

  test("prints that a trouble is not shown", () => {
    const scene = new Scene().others(4).page("shop.com").wait(6).page("shop.com");
    for (const status of [200, 503, 200, 200]) scene.wait(0.3).call("shop.com", status);
    expect(explained(scene, { tabId: 1 })).toMatch(/^ {2}clear[\s\S]*not shown: the trouble of the site is a blip/m);
  });

  test("counts the events that were ignored, by reason, the most frequent first", () => {
    const ignored = { aborted: 2, "third-party": 5, cached: 1 };
    expect(explained(failingShop(), "everything", [], ignored)).toContain(
      "ignored since the last ask: 8 (third-party 5, aborted 2, cached 1)",
    );
    expect(explained(failingShop(), "everything")).not.toContain("ignored");
  });

  test("says so where nothing fails", () => {
    expect(explained(new Scene().others(4), "everything")).toContain("nothing was weighed; 4 sites answered lately, 0 fail");
  });
});
