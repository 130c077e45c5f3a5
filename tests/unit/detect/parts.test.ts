import { describe, expect, test } from "vitest";
import { thresholdOf } from "../../../server/detect/alarm-threshold.ts";
import { conditionsAt, learnHour, newBaseline, newWeeklyPattern, noteInstalls, usualNow } from "../../../server/detect/baseline.ts";
import { CHARTS, costOfTime, gainOfReport } from "../../../server/detect/cusum.ts";
import { boundOfAtLeast, noiseAllowed, probabilityOfAtLeast } from "../../../server/detect/probability.ts";
import { crowdFigures, roundedDown } from "../../../server/detect/reporters/crowd-figures.ts";
import { addReporter, noReporters } from "../../../server/detect/reporters/distinct-reporters.ts";
import { busiestOf, cappedSum, outsideNeeded, spreadOf } from "../../../server/detect/reporters/network-spread.ts";
import { addToSeries, noSeries } from "../../../server/detect/reporters/report-series.ts";
import { minutesBetweenAlarms } from "../../instruments/simulation/average-run.ts";
import { delayChart } from "../../instruments/simulation/delay-chart.ts";
import { OUTAGES } from "../../instruments/simulation/outage-table.ts";
import { playOutage } from "../../instruments/simulation/play.ts";

describe("figures for the public", () => {
  test("are rounded down to two digits and never below five", () => {
    expect([0, 4, 5, 9, 12, 99, 100, 109, 1234, 178_284].map(roundedDown)).toEqual([0, 0, 5, 5, 10, 95, 100, 100, 1200, 170_000]);
  });

  const thirty = Array.from({ length: 30 }, (_, index) => [`AS${index}`, 1] as const);

  test("count one network for two thirds of all others at most, however many prefixes it has", () => {
    expect(cappedSum(new Map([...thirty, ["AS666", 5000]]))).toBe(50);
    expect(cappedSum(new Map([...thirty, ["AS666", 15]]))).toBe(45);
    expect(cappedSum(new Map([["AS666", 5000]]))).toBe(0);
  });

  test("count it so in the curve too, in every five minutes", () => {
    const series = noSeries();
    addToSeries(series, 100, new Map([...thirty, ["AS666", 5000]]));
    addToSeries(series, 105, new Map([["AS666", 5000]]));
    addToSeries(series, 110, new Map());
    const figures = crowdFigures(new Map([...thirty, ["AS666", 5000]]), 0, series, 114);
    expect(figures).toMatchObject({ reporters: 50, networks: 30 });
    expect(figures?.series.slice(-3)).toEqual([50, 0, 0]);
  });
});

describe("distinct reporters", () => {
  test("count a prefix once an hour and once a bucket as still there", () => {
    const reporters = noReporters();
    expect(addReporter(reporters, "a", 100)).toEqual({ fresh: 1, present: 1 });
    expect(addReporter(reporters, "a", 101)).toEqual({ fresh: 0, present: 0 });
    expect(addReporter(reporters, "a", 106)).toEqual({ fresh: 0, present: 1 });
    expect(addReporter(reporters, "a", 160)).toEqual({ fresh: 1, present: 1 });
  });

  test("of a huge crowd are estimated within a tenth, in bounded memory", () => {
    const reporters = noReporters();
    let fresh = 0;
    for (let person = 0; person < 200_000; person++)
      fresh += addReporter(reporters, `person-${person}`, 100 + Math.floor(person / 20_000)).fresh;
    expect(Math.abs(fresh - 200_000)).toBeLessThan(20_000);
    expect(reporters.prefixes.size).toBeLessThanOrEqual(4096);
  });
});

describe("the spread over networks", () => {
  const even = (networks: number, each: number) => new Map(Array.from({ length: networks }, (_, index) => [`AS${index}`, each]));

  test("is a quorum from five networks on, not four", () => {
    expect(spreadOf(even(4, 50)).isQuorum).toBe(false);
    expect(spreadOf(even(5, 2)).isQuorum).toBe(true);
  });

  test("counts no bystander beside four networks that report almost everything, now or within the hour", () => {
    const shouted = spreadOf(new Map([...even(4, 50), ["AS99", 1]]));
    const fair = spreadOf(even(30, 1));
    expect(outsideNeeded(shouted, fair, 0.01)).toBe(Number.POSITIVE_INFINITY);
    expect(outsideNeeded(fair, shouted, 0.01)).toBe(Number.POSITIVE_INFINITY);
    expect(outsideNeeded(fair, fair, 0.01)).toBeLessThan(5);
  });

  test("leaves out a network above four tenths: the others must suffice", () => {
    expect(spreadOf(new Map([...even(6, 1), ["busy", 100]]))).toMatchObject({ withinShare: 6, isQuorum: false });
    expect(spreadOf(new Map([...even(10, 1), ["busy", 100]]))).toMatchObject({ withinShare: 10, isQuorum: true });
    expect(spreadOf(new Map([...even(4, 2), ["busy", 7]]))).toMatchObject({ withinShare: 8, isQuorum: false });
    expect(spreadOf(new Map([...even(4, 2), ["busy", 5]]))).toMatchObject({ withinShare: 13, isQuorum: true });
    expect(spreadOf(new Map([["only", 100]])).withinShare).toBe(0);
  });

  test("leaves out the busiest four, or seven stand-ins", () => {
    const uneven = new Map([...even(9, 1), ["AS0", 9], ["AS5", 8], ["AS7", 7]]);
    expect(busiestOf(uneven).slice(0, 3)).toEqual(["AS0", "AS5", "AS7"]);
    expect(busiestOf(uneven)).toHaveLength(4);
    expect(busiestOf(new Map(Array.from({ length: 12 }, (_, index) => [`10.${index}.0.0/16`, index + 1])))).toHaveLength(7);
  });
});

describe("chance", () => {
  test("knows how many reports are ordinary", () => {
    expect([0.01, 1, 5, 300].map(noiseAllowed)).toEqual([1, 3, 9, 329]);
  });

  test("knows the binomial tail", () => {
    expect(probabilityOfAtLeast(1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10);
    expect(probabilityOfAtLeast(3, 3, 0.5)).toBeCloseTo(0.125);
  });

  test("never takes the binomial tail for smaller than it is, and not for much larger, in any crowd", () => {
    for (const [count, all, each] of [
      [8, 10, 0.3],
      [30, 40, 0.5],
      [40, 40, 0.05],
    ] as const) {
      const exact = probabilityOfAtLeast(count, all, each);
      expect(boundOfAtLeast(count, all, each)).toBeGreaterThanOrEqual(exact);
      expect(boundOfAtLeast(count, all, each)).toBeLessThan(20 * Math.max(exact, 1e-15));
    }
    expect(boundOfAtLeast(90_000, 100_000, 0.4)).toBeLessThan(1e-100);
    expect(boundOfAtLeast(3, 10, 0.3)).toBe(1);
  });
});

describe("the charts", () => {
  test("take as much from an ordinary minute as they give, and more", () => {
    for (const chart of CHARTS)
      for (const usual of [0.002, 0.05, 1, 50]) expect(usual * gainOfReport(chart, usual)).toBeLessThan(costOfTime(chart, usual));
  });

  test.each([0.002, 0.01, 0.05])("raise one false alarm in 4 × 10⁷ minutes or less often at %d reports a minute", (usual) => {
    for (const chart of CHARTS) expect(minutesBetweenAlarms(chart, usual, thresholdOf(chart, usual))).toBeGreaterThan(3.9e7);
  });
});

describe("what is usual", () => {
  test("rises at most a tenth a week, whatever comes in", () => {
    const pattern = newWeeklyPattern(0);
    const baseline = newBaseline(0.02, true, pattern);
    for (let hour = 0; hour < 7 * 24; hour++) {
      baseline.hourCount = 1000;
      learnHour([baseline], pattern, hour * 60 + 59);
    }
    expect(baseline.mean).toBeCloseTo(0.022, 5);
  });

  test("follows the number of installs", () => {
    const pattern = newWeeklyPattern(0);
    const baseline = newBaseline(0.02, true, pattern);
    noteInstalls(pattern, 1000, 0);
    const before = usualNow(baseline, conditionsAt(pattern, 1));
    noteInstalls(pattern, 2000, 10);
    expect(usualNow(baseline, conditionsAt(pattern, 11)) / before).toBeCloseTo(2, 1);
  });
});

describe("the simulation", () => {
  const played = (id: string, installs: number) => {
    const outage = OUTAGES.find((one) => one.id === id);
    if (outage === undefined) throw new Error(`no outage ${id}`);
    return playOutage(outage, installs, 5);
  };

  test("notices AWS on 7 December 2021 with a thousand installs before AWS says so", () => {
    const { possible, wrong } = played("aws-us-east-1-2021-12-07", 1000);
    expect(possible).toBeLessThan(52);
    expect(wrong).toEqual([]);
  });

  test("never takes an access network's outage for a service's", () => {
    expect(played("rogers-2022-07-08", 1000)).toEqual({ possible: null, place: null, wrong: [] });
  });

  test("knows nineteen outages, fourteen of them with both times and no access network's", () => {
    expect(OUTAGES).toHaveLength(19);
    expect(OUTAGES.filter(({ kind, acknowledged }) => kind !== "access-network" && acknowledged !== null)).toHaveLength(14);
  });

  test("draws well-formed SVG with a description in words", () => {
    const picture = delayChart([100, 1000], [{ minutes: [null, 10] }, { minutes: [50, 20] }], 26);
    expect(picture).toContain("100 installs: not noticed; 1,000 installs: 15 minutes");
    expect(picture.match(/<polyline/g)).toHaveLength(3);
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  });
});
