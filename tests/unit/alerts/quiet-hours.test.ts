import { describe, expect, test } from "vitest";
import { isQuiet, minuteOfDay } from "../../../utils/core/alerts/quiet-hours.ts";

const at = (clock: string) => minuteOfDay(clock) ?? -1;

describe("quiet hours", () => {
  test("reach over midnight", () => {
    const night = { from: "22:00", to: "07:00" };
    for (const clock of ["22:00", "23:59", "00:00", "06:59"]) expect([clock, isQuiet(night, at(clock))]).toEqual([clock, true]);
    for (const clock of ["07:00", "12:00", "21:59"]) expect([clock, isQuiet(night, at(clock))]).toEqual([clock, false]);
  });

  test("may lie within one day", () => {
    const lesson = { from: "09:30", to: "10:15" };
    expect([at("09:29"), at("09:30"), at("10:14"), at("10:15")].map((minute) => isQuiet(lesson, minute))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("are none when nobody set them, when both ends are the same, and when what is stored is no time", () => {
    expect(isQuiet(null, 0)).toBe(false);
    expect(isQuiet({ from: "08:00", to: "08:00" }, at("08:00"))).toBe(false);
    expect(isQuiet({ from: "24:00", to: "07:00" }, at("03:00"))).toBe(false);
    expect(isQuiet({ from: "", to: "9:00" }, at("03:00"))).toBe(false);
  });
});
