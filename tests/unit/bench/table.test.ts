import { describe, expect, test } from "vitest";
import { isKept, type Outcome } from "../../instruments/bench/outcome.ts";
import { drawTable } from "../../instruments/bench/table.ts";

const load: Outcome = { what: "page load", value: 1.034, unit: "×", budget: { atMost: 1.05 }, reference: "1.02 × none" };
const rate: Outcome = { what: "reports", value: 12_345.6, unit: "/s", budget: { atLeast: 15_000 }, reference: "none", detail: "p99 9 ms" };
const memory: Outcome = { what: "memory", value: 310, unit: "MB", budget: null, reference: "300 MB" };
const table: Outcome = { what: "address table", skipped: "no lists are here" };

describe("a budget", () => {
  test("is kept up to and including its limit, in either direction", () => {
    expect(isKept({ ...load, value: 1.05 })).toBe(true);
    expect(isKept({ ...load, value: 1.0501 })).toBe(false);
    expect(isKept({ ...rate, value: 15_000 })).toBe(true);
    expect(isKept(rate)).toBe(false);
  });

  test("is not judged where there is none, or nothing was measured", () => {
    expect(isKept(memory)).toBeNull();
    expect(isKept(table)).toBeNull();
  });

  test("is not kept by a figure that is no number", () => {
    expect(isKept({ ...load, value: Number.NaN })).toBe(false);
  });
});

describe("the table", () => {
  const drawn = drawTable([load, rate, memory, table]);

  test("has a line each with budget, figure, reference and result", () => {
    expect(drawn).toMatch(/page load +≤ 1\.05 × +1\.034 × +1\.02 × none +pass/);
    expect(drawn).toMatch(/reports +≥ 15,000 \/s +12,346 \/s +none +MISSED/);
  });

  test("says which figure has no budget, and why a line is missing", () => {
    expect(drawn).toMatch(/memory +– +310 MB +300 MB +–/);
    expect(drawn).toMatch(/address table +skipped: no lists are here/);
  });

  test("puts details below the line that they belong to", () => {
    const lines = drawn.split("\n");
    expect(lines[lines.findIndex((line) => line.startsWith("reports")) + 1]).toContain("p99 9 ms");
  });
});
