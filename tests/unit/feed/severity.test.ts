import { expect, test } from "vitest";
import type { IncidentSeverity } from "../../../utils/core/feed/feed.ts";
import { graverSeverity, severityRank } from "../../../utils/core/feed/severity.ts";

const RISING: IncidentSeverity[] = ["maintenance", "minor", "major", "critical"];

test("planned maintenance ranks below every outage, critical above all", () => {
  expect(RISING.toSorted((one, other) => severityRank(one) - severityRank(other))).toEqual(RISING);
});

test("the graver of two severities does not depend on their order", () => {
  for (const [index, lower] of RISING.entries()) {
    for (const higher of RISING.slice(index)) {
      expect(graverSeverity(lower, higher)).toBe(higher);
      expect(graverSeverity(higher, lower)).toBe(higher);
    }
  }
});
