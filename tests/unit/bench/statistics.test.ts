import { describe, expect, test } from "vitest";
import { mean, median, middleMean, pairedRatio, quantile } from "../../instruments/bench/statistics.ts";

describe("quantiles", () => {
  test("the median of an even number of values lies between the two in the middle, in whatever order they come", () => {
    expect(median([9, 1, 3, 5])).toBe(4);
  });

  test("a share between two values is divided in proportion", () => {
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
    expect(quantile([4, 2, 8], 0)).toBe(2);
    expect(quantile([4, 2, 8], 1)).toBe(8);
  });

  test("nothing has no median", () => {
    expect(() => median([])).toThrow("no values");
  });

  test("leave the values in the order they came", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("the ratio of series measured in turn", () => {
  test("is exact where every pair has the same ratio", () => {
    const ratio = pairedRatio([110, 220, 55], [100, 200, 50]);
    expect(ratio.middle).toBeCloseTo(1.1);
    expect(ratio.lower).toBeCloseTo(1.1);
    expect(ratio.upper).toBeCloseTo(1.1);
  });

  test("is not moved by rounds that were slow for both", () => {
    expect(pairedRatio([105, 1050, 10_500], [100, 1000, 10_000]).middle).toBeCloseTo(1.05);
  });

  test("twice as much and half as much cancel out", () => {
    expect(pairedRatio([200, 50], [100, 100]).middle).toBeCloseTo(1);
  });

  test("is not moved by one round that something else disturbed", () => {
    expect(pairedRatio([102, 102, 102, 102, 900], [100, 100, 100, 100, 100]).middle).toBeCloseTo(1.02);
  });

  test("has an interval that holds the ratio and shrinks with more rounds", () => {
    const wobble = [0.9, 1.1, 1.3, 1.05, 0.95];
    const few = pairedRatio(
      wobble,
      wobble.map(() => 1),
    );
    const rounds = Array.from({ length: 20 }, () => wobble).flat();
    const many = pairedRatio(
      rounds,
      rounds.map(() => 1),
    );
    expect(few.lower).toBeLessThan(few.middle);
    expect(few.upper).toBeGreaterThan(few.middle);
    expect(many.middle).toBeCloseTo(few.middle);
    expect(many.upper - many.lower).toBeLessThan((few.upper - few.lower) / 2);
  });

  test("is the same every time", () => {
    expect(pairedRatio([3, 4, 5], [4, 4, 4])).toEqual(pairedRatio([3, 4, 5], [4, 4, 4]));
  });

  test("is refused for series that make no pairs", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow("no pairs");
  });
});

test("the mean of the middle half leaves out the lowest and the highest quarter", () => {
  expect(middleMean([100, 2, 1, 3])).toBe(2.5);
  expect(middleMean([5])).toBe(5);
});

test("the mean is the mean", () => {
  expect(mean([1, 2, 6])).toBe(3);
});
