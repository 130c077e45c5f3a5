import { describe, expect, test } from "vitest";
import { isSharedEdge } from "../../../utils/core/providers/shared-edges.ts";

describe("a shared edge", () => {
  test("is a CDN, and a cloud's addresses outside its regions, but not a machine in a region", () => {
    expect(isSharedEdge("cloudflare", null)).toBe(true);
    expect(isSharedEdge("aws", null)).toBe(true);
    expect(isSharedEdge("aws", "us-east-1")).toBe(false);
    expect(isSharedEdge("hetzner", null)).toBe(false);
  });
});
