import { describe, expect, test } from "vitest";
import { isoTime, parseTime } from "../../../utils/core/status-pages/parsing/parse-time.ts";

function at(value: unknown): string | null {
  const instant = parseTime(value);
  return instant === null ? null : isoTime(instant);
}

describe("a time as vendors write it", () => {
  test.each([
    ["2026-03-03T09:05:00Z", "2026-03-03T09:05:00Z"],
    ["2026-03-03T09:05:00.123456Z", "2026-03-03T09:05:00.123Z"],
    ["2026-03-03T09:05:00+05:30", "2026-03-03T03:35:00Z"],
    ["2026-03-03T09:05:00-0700", "2026-03-03T16:05:00Z"],
    ["2026-03-03 09:05:00", "2026-03-03T09:05:00Z"],
    ["2026-03-03T09:05", "2026-03-03T09:05:00Z"],
    ["Wed, 29 Oct 2025 16:00:00 Z", "2025-10-29T16:00:00Z"],
    ["Wed, 22 Dec 2021 16:22:00 PST", "2021-12-23T00:22:00Z"],
    ["Thu, 01 Jul 2021 09:00:00 PDT", "2021-07-01T16:00:00Z"],
    ["Thu, 01 Jul 2021 09:00:00 +0200", "2021-07-01T07:00:00Z"],
    ["01 Jul 2021 09:00 PT", "2021-07-01T16:00:00Z"],
    ["01 Dec 2021 09:00 PT", "2021-12-01T17:00:00Z"],
    ["11/01/2020 01:00 PST", "2020-11-01T09:00:00Z"],
    ["/Date(1647450876440)/", "2022-03-16T17:14:36.440Z"],
    ["1638894176", "2021-12-07T16:22:56Z"],
    [1638894176, "2021-12-07T16:22:56Z"],
    [1638894176000, "2021-12-07T16:22:56Z"],
    [1638894176000000, "2021-12-07T16:22:56Z"],
  ])("%s is %s", (written, iso) => expect(at(written)).toBe(iso));

  test.each([
    "",
    "soon",
    "Wed, 22 Dec 2021 16:22:00 XYZ",
    "2026-13-45T00:00:00Z",
    "99/99/2020 00:00 PST",
    0,
    -5,
    Number.NaN,
    1e300,
    null,
    {},
    "$undefined",
  ])("%s is not a time", (written) => expect(at(written)).toBe(null));
});
