import { describe, expect, it } from "vitest";
import { graverSeverity, severityRank } from "../../../utils/core/feed/severity.ts";

describe("the severity of incidents", () => {
  it("ranks planned work below all trouble, and critical above all", () => {
    const sorted = (["critical", "maintenance", "major", "minor"] as const).toSorted(
      (one, other) => severityRank(one) - severityRank(other),
    );
    expect(sorted).toEqual(["maintenance", "minor", "major", "critical"]);
  });

  it("of two is the graver, in either order", () => {
    expect(graverSeverity("minor", "major")).toBe("major");
    expect(graverSeverity("major", "minor")).toBe("major");
    expect(graverSeverity("maintenance", "minor")).toBe("minor");
  });
});
