import { describe, expect, test } from "vitest";
import { areasOf, confinementOf } from "../../../server/detect/confinement.ts";

const SHARES = new Map(Object.entries({ US: 0.4, DE: 0.15, GB: 0.15, ES: 0.05, RU: 0.05, FR: 0.1, JP: 0.1 }));
const by = (counts: { [country: string]: number }) => new Map(Object.entries(counts));

describe("trouble of a part of the people", () => {
  const part = { usual: 0, odds: 8 };

  test("is confined where everybody else is silent, the sooner the smaller the part is", () => {
    expect(confinementOf({ ...part, inside: 10, all: 10, share: 0.05 })).toBe("confined");
    expect(confinementOf({ ...part, inside: 10, all: 10, share: 0.4 })).toBe("undecided");
    expect(confinementOf({ ...part, inside: 60, all: 60, share: 0.4 })).toBe("confined");
  });

  test("is everybody's where others report by their share, or as people who sleep do", () => {
    expect(confinementOf({ ...part, inside: 2, all: 40, share: 0.05 })).toBe("everywhere");
    expect(confinementOf({ ...part, inside: 35, all: 42, share: 0.4 })).toBe("everywhere");
  });

  test("is never that of a part which has half of all people", () => {
    for (const share of [0.5, 0.6, 1]) expect(confinementOf({ ...part, inside: 500, all: 500, share })).toBe("everywhere");
  });

  test("stays confined beside reports that come on any day", () => {
    expect(confinementOf({ ...part, inside: 30, all: 45, share: 0.05, usual: 16 })).toBe("confined");
    expect(confinementOf({ ...part, inside: 30, all: 45, share: 0.05 })).not.toBe("confined");
  });

  test("does not stay undecided for ever", () => {
    expect(confinementOf({ ...part, inside: 95, all: 100, share: 0.47 })).toBe("everywhere");
  });
});

describe("the areas of trouble", () => {
  test("are as few countries as hold four fifths of its reporters, in order of their codes", () => {
    expect(areasOf(by({ ES: 45, US: 5 }), SHARES)).toEqual(["ES"]);
    expect(areasOf(by({ RU: 20, ES: 25, US: 5 }), SHARES)).toEqual(["ES", "RU"]);
  });

  test("are none where a country has hardly more than its usual share, where four would be needed, or where it may be chance", () => {
    expect(areasOf(by({ US: 70, DE: 30 }), SHARES)).toEqual([]);
    expect(areasOf(by({ ES: 25, RU: 25, FR: 25, JP: 25 }), SHARES)).toEqual([]);
    expect(areasOf(by({ FR: 2, JP: 2, US: 1 }), SHARES)).toEqual([]);
    expect(areasOf(by({ ES: 4 }), SHARES)).toEqual([]);
  });

  test("are told of a huge crowd too", () => {
    expect(areasOf(by({ ES: 90_000, US: 10_000 }), SHARES)).toEqual(["ES"]);
  });
});
