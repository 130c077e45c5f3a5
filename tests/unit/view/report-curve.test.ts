import { describe, expect, test } from "vitest";
import { MINUTE } from "../../../utils/core/time.ts";
import { readCurve } from "../../../utils/core/view/report-curve.ts";

const END = Date.parse("2021-12-07T16:30:00Z");

describe("a series of reports", () => {
  test("becomes a curve with its peak, the time of that, and its trend", () => {
    expect(readCurve([0, 5, 900, 20000, 12000, 8000], END)).toEqual({
      values: [0, 5, 900, 20000, 12000, 8000],
      peak: 20000,
      peakAt: END - 10 * MINUTE,
      trend: "falling",
      length: 30 * MINUTE,
    });
  });

  test("has a rising and a steady trend", () => {
    expect(readCurve([0, 10, 50, 100], END)?.trend).toBe("rising");
    expect(readCurve([0, 100, 98, 102], END)?.trend).toBe("steady");
  });

  test("is no curve when there is nothing to draw", () => {
    expect(readCurve([], END)).toBeNull();
    expect(readCurve([5, 5], END)).toBeNull();
    expect(readCurve([0, 0, 0, 0], END)).toBeNull();
  });
});
