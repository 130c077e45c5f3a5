import { describe, expect, test } from "vitest";
import { projectFiles, textOf } from "../../../scripts/support/project-files.ts";
import { currentVerdicts } from "../../../utils/core/diagnosis/current-verdicts.ts";
import { diagnose, type Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { Scene } from "./scene.ts";

describe("one snapshot", () => {
  test("answers every question about its moment and is changed by none", () => {
    const scene = new Scene().others(5);
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(4).page(site, 503, { on: "fastly", tab: 3 }).others(1);
    for (let time = 0; time < 2; time++) scene.wait(4).pageFails("shop.com", "timeout", { tab: 4 }).others(1);
    const snapshot = frozen(scene.snapshot());
    const questions: Question[] = ["everything", { tabId: 3 }, { tabId: 4 }, { tabId: 90 }, { site: "one.com" }];
    const before = questions.map((question) => diagnose(snapshot, question));
    expect(currentVerdicts(snapshot)).toHaveLength(4);
    expect(questions.map((question) => diagnose(snapshot, question))).toEqual(before);
  });

  test("is taken in the core only where a replay asks its question; everything else receives one", () => {
    const taking = projectFiles().filter((file) => file.startsWith("utils/core/") && textOf(file).includes("takeSnapshot("));
    expect(taking).toEqual(["utils/core/diagnosis/health/snapshot.ts", "utils/core/trace/replayed-browser.ts"]);
  });
});

/** Freezes plain data, with the contents of its maps. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part);
  return value;
}
