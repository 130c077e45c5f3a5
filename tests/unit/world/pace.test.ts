import { describe, expect, test } from "vitest";
import { SECOND } from "../../../utils/core/time.ts";
import { afterLoad } from "../../../utils/core/world/after-load.ts";
import { isSlower, usualTime } from "../../../utils/core/world/pace.ts";
import type { Pace } from "../../../utils/core/world/world.ts";

/** The pace of a site whose loads took these seconds, one after the other. */
function paceOf(...seconds: number[]): Pace {
  return seconds.reduce<Pace | undefined>((pace, one, index) => afterLoad(pace, index * 10 * SECOND, one * SECOND), undefined) as Pace;
}

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe("how long a site usually takes to answer", () => {
  test("is not known from its first loads", () => {
    expect(usualTime(undefined)).toBeNull();
    expect(usualTime(paceOf(0.4, 0.4, 0.4))).toBeNull();
  });

  test("is near to what most of its loads took", () => {
    const usual = usualTime(paceOf(...times(12, 0.4))) ?? 0;
    expect(usual / SECOND).toBeCloseTo(0.4, 1);
  });

  test("hardly changes in a time of trouble", () => {
    const usual = usualTime(paceOf(...times(12, 0.4), ...times(6, 8))) ?? 0;
    expect(usual).toBeLessThan(1 * SECOND);
  });

  test("follows a site that has become slower for good", () => {
    const usual = usualTime(paceOf(...times(12, 0.4), ...times(60, 4))) ?? 0;
    expect(usual).toBeGreaterThan(3 * SECOND);
  });

  test("is no matter of loads that took minutes: people ended those", () => {
    expect(paceOf(...times(6, 0.4), 150)).toEqual(paceOf(...times(6, 0.4)));
  });

  test("keeps no more than three loads by themselves", () => {
    expect(paceOf(...times(30, 0.4)).last).toHaveLength(3);
  });
});

describe("a load that took longer than usual", () => {
  const steady = paceOf(...times(12, 0.4));

  test("is slower from so many times the usual time on", () => {
    expect(isSlower(steady, 2.5 * SECOND, 5)).toBe(true);
    expect(isSlower(steady, 1.9 * SECOND, 5, 0)).toBe(false);
  });

  test("is not slower where it took less than a person minds", () => {
    expect(isSlower(steady, 1.5 * SECOND, 3)).toBe(false);
  });

  test("is not slower before the usual time is known", () => {
    expect(isSlower(paceOf(0.4, 0.4), 20 * SECOND, 3)).toBe(false);
  });
});
