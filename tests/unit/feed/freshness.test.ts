import { expect, test } from "vitest";
import { isFeedFresh, isFrozen } from "../../../utils/core/feed/freshness.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

test("a copy is frozen after half of its validity", () => {
  expect(isFrozen({ issued: iso(-15), expires: iso(15) }, NOW)).toBe(false);
  expect(isFrozen({ issued: iso(-16), expires: iso(14) }, NOW)).toBe(true);
});

test("a feed is fresh until the moment at which it expires", () => {
  expect(isFeedFresh({ expires: iso(1) }, NOW)).toBe(true);
  expect(isFeedFresh({ expires: iso(0) }, NOW)).toBe(false);
  expect(isFeedFresh(null, NOW)).toBe(false);
});
