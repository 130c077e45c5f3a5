import { describe, expect, test } from "vitest";
import { isPlatform, isSharedEdge } from "../../../utils/core/providers/shared-edges.ts";

describe("a shared edge", () => {
  test("is a CDN, and a cloud's addresses outside its regions, but not a machine in a region", () => {
    expect(isSharedEdge("cloudflare", null)).toBe(true);
    expect(isSharedEdge("aws", null)).toBe(true);
    expect(isSharedEdge("aws", "us-east-1")).toBe(false);
    expect(isSharedEdge("hetzner", null)).toBe(false);
  });
});

describe("a platform", () => {
  test("runs customers' sites, and is neither a cloud nor a CDN; its addresses are shared", () => {
    expect(["netlify", "heroku", "vercel", "wix", "shopify"].map(isPlatform)).toEqual(Array(5).fill(true));
    expect(["aws", "gcp", "cloudflare", "fastly", "google", "netflix"].map(isPlatform)).toEqual(Array(6).fill(false));
    expect(isSharedEdge("netlify", null)).toBe(true);
  });
});
