import { describe, expect, test } from "vitest";
import { graverSeverity, severityRank } from "../../../utils/core/feed/severity.ts";

describe("the severity of incidents", () => {
  test("ranks planned work below all trouble, and critical above all", () => {
    const sorted = (["critical", "maintenance", "major", "minor"] as const).toSorted(
      (one, other) => severityRank(one) - severityRank(other),
    );
    expect(sorted).toEqual(["maintenance", "minor", "major", "critical"]);
  });

  test("of two is the graver, in either order", () => {
    expect(graverSeverity("minor", "major")).toBe("major");
    expect(graverSeverity("major", "minor")).toBe("major");
    expect(graverSeverity("maintenance", "minor")).toBe("minor");
  });
});
