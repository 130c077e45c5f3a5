import { describe, expect, test } from "vitest";
import { read } from "../reading.ts";
import { type Case, NOON, type Told } from "./case.ts";
import { CLOUDS } from "./cloud-table.ts";
import { FEEDS } from "./feed-table.ts";
import { PLATFORMS } from "./platform-table.ts";
import { SITES } from "./site-table.ts";

function tell({ format, payload, at = NOON, provider = "acme" }: Case): { told: Required<Told>[]; unknown: string[]; parsed: boolean } {
  const { incidents, unknown, parsed } = read(format, payload, {
    provider,
    site: provider === "acme" ? "acme" : null,
    now: Date.parse(at),
  });
  return { told: incidents.map((incident) => ({ open: incident.status !== "resolved", ...incident })), unknown, parsed };
}

// What each tells was written down before any reader had seen it (2026-12-01).
describe.each([
  ["feeds", FEEDS],
  ["platforms", PLATFORMS],
  ["clouds", CLOUDS],
  ["sites", SITES],
])("built payloads of %s are read as a careful reader would", (_, cases) => {
  test.each(cases)("$format: $what", (one) => {
    const { told, unknown, parsed } = tell(one);
    expect(parsed).toBe(true);
    expect(told).toHaveLength(one.told.length);
    for (const wanted of one.told) expect(told).toContainEqual(expect.objectContaining(wanted));
    expect(unknown).toEqual(one.unknown ?? []);
  });
});
