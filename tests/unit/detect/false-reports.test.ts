import { describe, expect, test } from "vitest";
import { every, type Recording, record } from "./recording.ts";

/** Whether no incident and no elevated service was published at any time. */
function isSilent(recording: Recording, until: number): boolean {
  return recording
    .ask(every(1, 1, until))
    .every(({ incidents, services }) => incidents.length === 0 && services.every(({ state }) => state === "watch"));
}

/** To be on watch is to ask others; it blames nobody. */
function raisesNoAlarm(recording: Recording, until: number): boolean {
  return recording
    .ask(every(1, 1, until))
    .every(({ incidents, services }) => incidents.length === 0 && services.every(({ state }) => state === "watch"));
}

describe("a rise that is not the service's", () => {
  test.each([1, 20, 100])("in one network of %i reports a minute stays that network's", (aMinute) => {
    const recording = record(20 + aMinute);
    recording.strays(0, 180);
    recording.rate(60, 120, aMinute, "s3", () => ({ network: "AS7922" }));
    expect(isSilent(recording, 180)).toBe(true);
  });

  test.each([4, 40, 1000])("of %i addresses on four networks is no alarm, whatever they send and for how long", (addresses) => {
    const recording = record(30 + addresses);
    recording.strays(0, 240);
    recording.rate(30, 240, Math.max(1, addresses / 30), "s3", (count) => ({
      prefix: `x${count % addresses}`,
      network: `AS9${count % 4}`,
    }));
    expect(raisesNoAlarm(recording, 240)).toBe(true);
  });

  test("of four prefixes on many networks is no alarm", () => {
    const recording = record(31);
    recording.rate(30, 180, 5, "s3", (count) => ({ prefix: `x${count % 4}`, network: `AS9${count % 50}` }));
    expect(isSilent(recording, 180)).toBe(true);
  });

  test.each([3, 6, 8])("that come mostly from one network, and from %i others, are no alarm", (others) => {
    const recording = record(35 + others);
    recording.rate(30, 120, 6, "s3", () => ({
      network: recording.random() < 0.7 ? "AS1" : `AS${2 + Math.floor(others * recording.random())}`,
    }));
    expect(raisesNoAlarm(recording, 120)).toBe(true);
  });

  test("on seven /16 in place of network numbers is no alarm, on twelve it is", () => {
    const onStandIns = (count: number) => {
      const recording = record(32);
      recording.rate(30, 60, 10, "s3", (person) => ({ network: `10.${person % count}.0.0/16` }));
      return recording.ask([60])[0]?.incidents.length;
    };
    expect(onStandIns(7)).toBe(0);
    expect(onStandIns(12)).toBe(1);
  });

  test.each([
    [1, 1],
    [3, 1],
    [8, 1],
    [6, 0.1],
    [6, 0.3],
  ])(
    "in all services that the people of one access network with %i numbers open, %d a minute each, is no outage of any of them",
    (numbers, aMinute) => {
      const places = ["aws/us-east-1", "gcp/us-central1", "cloudflare", "azure", "fastly"];
      const services = every(1, 0, 29).map((index) => ({ id: `s${index}`, on: [places[index % 5] ?? ""] }));
      const recording = record(33, services);
      recording.strays(0, 180);
      for (const { id } of services)
        recording.rate(60, 120, aMinute, id, () => ({ network: `AS81${Math.floor(recording.random() ** 2 * numbers)}` }));
      expect(isSilent(recording, 180)).toBe(true);
    },
  );

  test("of one stray report in a hundred is no alarm of the rivals of a failing service", () => {
    const recording = record(34);
    recording.strays(0, 180);
    recording.rate(60, 120, 300, "s3", () => ({ on: null }));
    for (const rival of ["s4", "s5", "s12"]) recording.rate(60, 120, 3, rival, () => ({ on: null }));
    const answers = recording.ask(every(5, 60, 150));
    expect(new Set(answers.flatMap(({ services }) => services.map(({ id }) => id)))).toEqual(new Set(["s3"]));
    expect(new Set(answers.flatMap(({ incidents }) => incidents.map(({ id }) => id)))).toEqual(new Set(["s3-20260302-1"]));
  });
});

describe("false reports that should hide an outage", () => {
  /** Minutes from the start of a true outage of one report a minute to its incident. */
  function noticedAfter(recording: Recording, struck: number): number {
    recording.rate(struck, struck + 60, 1, "s3");
    const minutes = every(1, struck + 1, struck + 60);
    const index = recording.ask(minutes).findIndex(({ incidents }) => incidents.length > 0);
    return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
  }

  test.each([3, 60])('ten false "works for me" a minute from %i networks delay it by minutes at most', (networks) => {
    const recording = record(40);
    recording.strays(0, 120);
    recording.rate(0, 120, 10, "s3", (count) => ({ failure: "ok", network: `AS9${count % networks}` }));
    expect(noticedAfter(recording, 60)).toBeLessThanOrEqual(20);
  });

  test('false "works for me" do not end an incident that people still report', () => {
    const recording = record(41);
    recording.rate(60, 240, 2, "s3");
    recording.rate(60, 240, 50, "s3", (count) => ({ failure: "ok", network: `AS9${count % 80}` }));
    expect(recording.ask(every(5, 75, 240)).every(({ incidents }) => incidents.length === 1)).toBe(true);
  });

  test("two weeks of false reports just below the alarm hardly raise what counts as usual", () => {
    const weeks = 14 * 1440;
    const recording = record(42, [
      { id: "s3", on: [] },
      { id: "s4", on: [] },
    ]);
    recording.strays(0, weeks + 60);
    recording.rate(0, weeks, 0.02, "s3", (count) => ({ network: `AS9${count % 50}` }));
    expect(noticedAfter(recording, weeks)).toBeLessThanOrEqual(20);
  });

  test("a flood of false reports from four networks delays the alarm by some minutes", () => {
    const recording = record(44);
    recording.strays(0, 120);
    recording.rate(0, 120, 30, "s3", (count) => ({ network: `AS9${count % 4}` }));
    expect(noticedAfter(recording, 60)).toBeLessThanOrEqual(30);
  });

  test("a flood of false reports from four networks neither ends an incident nor keeps it open for more than an hour", () => {
    const recording = record(45);
    recording.strays(0, 300);
    recording.rate(60, 150, 3, "s3");
    recording.rate(90, 300, 30, "s3", (count) => ({ network: `AS9${count % 4}` }));
    const open = recording.ask(every(5, 65, 300)).map(({ incidents }) => incidents.length > 0);
    expect(open.slice(0, 18).every(Boolean)).toBe(true);
    expect(open.slice((150 + 65 - 65) / 5).some(Boolean)).toBe(false);
  });

  test("a flood of false reports about one service does not hide the outage of another", () => {
    const recording = record(43);
    recording.strays(0, 180);
    recording.rate(30, 120, 100, "s4", () => ({ network: "AS7922" }));
    expect(noticedAfter(recording, 60)).toBeLessThanOrEqual(20);
  });
});
