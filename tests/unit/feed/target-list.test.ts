import { describe, expect, test } from "vitest";
import { measuredTargets, targetsDocument } from "../../../server/measure/targets.ts";
import { readTargetNames } from "../../../utils/core/feed/target-document.ts";
import { isTarget, targetListOf } from "../../../utils/core/feed/target-list.ts";
import { catalogue } from "../../../utils/core/providers/catalogue.ts";

const targets = measuredTargets(catalogue());
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const names = readTargetNames(bytesOf(targetsDocument(targets))) ?? [];

describe("the list of what vantages ask", () => {
  test("is read as the server publishes it: every id, and every host but those of regions", () => {
    for (const { id, host } of targets) {
      expect(names).toContain(id);
      if (!id.includes("/")) expect(names).toContain(host);
    }
    expect(names).not.toContain("dynamodb.us-east-1.amazonaws.com");
  });

  test.each<[string, unknown]>([
    ["another version", { version: 2, targets: [] }],
    ["a target without a host", { version: 1, targets: [{ id: "netflix" }] }],
    ["no object", null],
  ])("is refused: %s", (_, value) => {
    expect(readTargetNames(bytesOf(value))).toBeNull();
  });

  test("is refused where it is no JSON", () => {
    expect(readTargetNames(new Uint8Array([1, 2, 3]))).toBeNull();
  });

  test("is kept in a few kilobytes that know all of it, and nothing else", () => {
    const list = targetListOf("hash", names);
    expect(list.codes.length).toBeLessThan(8_000);
    for (const name of names) expect(isTarget(list, name)).toBe(true);
    const others = Array.from({ length: 20_000 }, (_, index) => `www.site-${index}.example`);
    expect(others.filter((name) => isTarget(list, name))).toEqual([]);
  });

  test("takes a host with and without www for one", () => {
    const list = targetListOf("hash", ["www.netflix.com"]);
    expect(isTarget(list, "netflix.com")).toBe(true);
    expect(isTarget(list, "api.netflix.com")).toBe(false);
  });
});
