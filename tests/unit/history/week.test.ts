import { expect, test } from "vitest";
import { weekOf } from "../../../utils/core/history/week.ts";

test.each([
  ["2026-11-30T00:00:00.000Z", "2026-11-30"],
  ["2026-12-06T23:59:59.999Z", "2026-11-30"],
  ["2026-12-07T00:00:00.000Z", "2026-12-07"],
  ["2027-01-01T12:00:00.000Z", "2026-12-28"],
  ["1970-01-01T00:00:00.000Z", "1969-12-29"],
])("the week of %s began on Monday, %s", (time, monday) => {
  expect(weekOf(Date.parse(time))).toBe(monday);
});
