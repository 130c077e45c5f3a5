import { describe, expect, test } from "vitest";
import { middle } from "../../instruments/simulation/delay-chart.ts";
import { type Answer, every, record, TWENTY } from "./recording.ts";

const EIGHT = TWENTY.slice(6, 14);

const STRUCK = 60;

/** Minutes from the start of an outage of `s3` to its incident, for several crowds. */
function delays(aMinute: number, seeds = 7): number[] {
  return every(1, 1, seeds).map((seed) => {
    const recording = record(seed);
    recording.strays(0, STRUCK + 30);
    recording.rate(STRUCK, STRUCK + 30, aMinute, "s3");
    const minutes = every(1, STRUCK + 1, STRUCK + 30);
    const noticed = recording.ask(minutes).findIndex((answer) => answer.incidents.some(({ site }) => site === "s3"));
    return noticed < 0 ? Number.POSITIVE_INFINITY : (minutes[noticed] ?? 0) - STRUCK;
  });
}

function usual(aMinute: number): { [id: string]: number } {
  return Object.fromEntries(every(1, 0, 19).map((index) => [`s${index}`, aMinute]));
}

function incidentsOf(answers: Answer[]): string[] {
  return [...new Set(answers.flatMap(({ incidents }) => incidents.map(({ id }) => id)))];
}

describe("an outage of one service", () => {
  test("is noticed within about ten minutes at one report a minute", () => {
    expect(middle(delays(1))).toBeLessThanOrEqual(11);
  });

  test("is noticed within four minutes at three reports a minute, at once at thirty", () => {
    expect(middle(delays(3, 5))).toBeLessThanOrEqual(4);
    expect(middle(delays(30, 1))).toBeLessThanOrEqual(1);
  });

  test("is a possible incident of that site, and the service is elevated", () => {
    const recording = record(1);
    recording.strays(0, 90);
    recording.rate(60, 90, 5, "s3");
    const [answer] = recording.ask([80]);
    expect(answer?.incidents).toHaveLength(1);
    const incident = answer?.incidents[0];
    expect(incident).toMatchObject({
      id: "s3-20260302-1",
      provider: "s3",
      region: null,
      site: "s3",
      status: "possible",
      official: null,
      affects: ["s3"],
    });
    expect(Math.abs(Date.parse(incident?.started ?? "") - Date.parse("2026-03-02T13:00:00Z"))).toBeLessThanOrEqual(5 * 60_000);
    expect(answer?.services).toEqual([{ id: "s3", state: "elevated", crowd: incident?.crowd }]);
  });

  test("is graver the more people report it", () => {
    const severities = [1, 20, 200].map((aMinute) => {
      const recording = record(2);
      recording.rate(60, 75, aMinute, "s3");
      return recording.ask([75])[0]?.incidents[0]?.severity;
    });
    expect(severities).toEqual(["minor", "major", "critical"]);
  });

  test("of a busy service is mostly on watch before it is an incident", () => {
    const firsts = every(1, 1, 6).map((seed) => {
      const recording = record(seed, undefined, { s3: 0.3 });
      recording.rate(0, 60, 0.3, "s3");
      recording.rate(60, 90, 3, "s3");
      const suspicious = recording.ask(every(1, 61, 90)).find(({ services }) => services.length > 0);
      if (suspicious?.services[0]?.state === "watch") expect(suspicious.incidents).toEqual([]);
      return suspicious?.services[0]?.state;
    });
    expect(firsts.filter((state) => state === "watch").length).toBeGreaterThanOrEqual(3);
  });

  test("is seen by an ask only as far as minutes have ended", () => {
    const recording = record(4);
    for (const person of every(1, 1, 40)) recording.report(60.1, "s3", { network: `AS${person}` });
    const [during, after] = recording.ask([60.9, 61]);
    expect(during?.incidents).toEqual([]);
    expect(after?.incidents).toHaveLength(1);
  });

  test("ends after a quarter of an hour without reports and does not flap on the way", () => {
    const recording = record(5);
    recording.strays(0, 300);
    recording.rate(60, 120, 5, "s3");
    const answers = recording.ask(every(1, 70, 300));
    const open = answers.map(({ incidents }) => incidents.length > 0);
    expect(open.slice(0, 120 - 70 + 10).every(Boolean)).toBe(true);
    expect(open.slice(150 - 70).some(Boolean)).toBe(false);
    expect(open.filter((now, index) => index > 0 && now !== open[index - 1])).toHaveLength(1);
  });

  test("goes on while fewer and fewer people bother to report it", () => {
    const recording = record(6);
    recording.strays(0, 360);
    for (let hour = 0; hour < 5; hour++) recording.rate(60 + hour * 60, 120 + hour * 60, 20 * 0.5 ** hour, "s3");
    const answers = recording.ask(every(5, 65, 360));
    expect(answers.every(({ incidents }) => incidents.length === 1)).toBe(true);
    expect(incidentsOf(answers)).toEqual(["s3-20260302-1"]);
  });

  test("keeps its id through a lull between two waves", () => {
    const recording = record(7);
    recording.strays(0, 300);
    recording.rate(60, 100, 5, "s3");
    recording.rate(140, 180, 5, "s3");
    const answers = recording.ask([90, 130, 170]);
    expect(answers.map(({ incidents }) => incidents.length)).toEqual([1, 0, 1]);
    expect(incidentsOf(answers)).toEqual(["s3-20260302-1"]);
  });

  test("gets a new number when it comes again hours later", () => {
    const recording = record(8);
    recording.rate(60, 90, 5, "s3");
    recording.rate(300, 330, 5, "s3");
    expect(incidentsOf(recording.ask([80, 320]))).toEqual(["s3-20260302-1", "s3-20260302-2"]);
  });

  test("counts a prefix once, however often it repeats itself", () => {
    const recording = record(9);
    for (const minute of every(0.1, 60, 90))
      recording.report(minute, "s3", { prefix: `p${Math.floor(minute * 10) % 4}`, network: `AS${Math.floor(minute * 10) % 40}` });
    expect(recording.ask(every(1, 61, 95)).every(({ incidents, services }) => incidents.length + services.length === 0)).toBe(true);
  });
});

describe("usual noise", () => {
  test("raises nothing in a day of stray reports", () => {
    const recording = record(10, TWENTY, usual(0.05));
    recording.strays(0, 1440, 0.05);
    expect(recording.lines().length).toBeGreaterThan(1000);
    expect(recording.ask(every(5, 5, 1440)).filter(({ incidents }) => incidents.length > 0)).toEqual([]);
  });

  test("raises no alarm by a daily pattern that was not learned yet", () => {
    const recording = record(11, EIGHT, usual(0.2));
    for (let minute = 0; minute < 1440; minute += 10)
      recording.strays(minute, minute + 10, 0.2 * (1 + 0.7 * Math.sin((2 * Math.PI * minute) / 1440)));
    expect(recording.ask(every(10, 10, 1440)).filter(({ incidents }) => incidents.length > 0)).toEqual([]);
  });

  test("takes a crowd that triples for what it is", () => {
    const recording = record(12, EIGHT, usual(0.2));
    for (let hour = 0; hour < 8; hour++) {
      recording.active(hour * 60, 1000 * (1 + hour / 4));
      recording.strays(hour * 60, hour * 60 + 60, 0.2 * (1 + hour / 4));
    }
    expect(recording.ask(every(5, 5, 480)).filter(({ incidents }) => incidents.length > 0)).toEqual([]);
  });
});
