import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { every, officialIncident, record, replay } from "./recording.ts";

const START = {
  t: "2026-03-02T12:00:00Z",
  event: "start",
  services: [{ id: "netflix", on: ["aws/us-east-1"] }],
  baseline: { netflix: 0.02 },
};

function reportLine(changes: object = {}, report: object = {}): object {
  const body = { v: 1, service: "netflix", on: "aws/us-east-1", failure: "http.error", bucket: "2026-03-02T12:05Z", ...report };
  return { t: "2026-03-02T12:06:00Z", event: "report", report: body, prefix: "p1", network: "AS7922", country: "US", ...changes };
}

function detect(arguments_: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["scripts/detect.ts", ...arguments_], { input, encoding: "utf8" });
}

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "detect-")), "stream.jsonl");
  writeFileSync(file, text);
  return file;
}

const lines = (...events: object[]) => events.map((event) => JSON.stringify(event));

describe("a line that is no valid event", () => {
  test.each<[string, string[], string]>([
    ["is not JSON", ["{"], "line"],
    ["is no object", ["[1]"], "line"],
    ["has no time", lines({ event: "start", services: [] }), "t"],
    ["has a time that is none", lines({ ...START, t: "yesterday" }), "t"],
    ["has no event", lines({ t: START.t }), "event"],
    ["has an unknown event", lines(START, { t: START.t, event: "dance" }), "event"],
    ["comes before the start", lines({ t: START.t, event: "ask" }), "event"],
    ["is a second start", lines(START, START), "event"],
    ["starts with services that are no list", lines({ ...START, services: {} }), "services"],
    ["starts with a service without an id", lines({ ...START, services: [{ on: [] }] }), "services.0.id"],
    ["starts with a baseline below nothing", lines({ ...START, baseline: { netflix: -1 } }), "baseline.netflix"],
    ["is a report from nowhere", lines(START, reportLine({ prefix: undefined })), "prefix"],
    ["is a report from no network", lines(START, reportLine({ network: 7922 })), "network"],
    ["says that noReporters is active in words", lines(START, { t: START.t, event: "active", installs: "many" }), "installs"],
    [
      "is an official incident without a title",
      lines(START, { t: START.t, event: "official", incident: { ...officialIncident(0), title: undefined } }),
      "incident.title",
    ],
    ["goes back in time", lines(START, { t: "2026-03-02T13:00:00Z", event: "ask" }, { t: "2026-03-02T12:30:00Z", event: "ask" }), "t"],
  ])("%s: the field is named", (_, stream, field) => {
    expect(replay(stream).problem?.field).toBe(field);
  });

  test("may be out of order within a minute, which means nothing to the detector", () => {
    expect(replay(lines(START, reportLine({ t: "2026-03-02T12:06:40Z" }), reportLine({ t: "2026-03-02T12:06:10Z" }))).problem).toBeNull();
  });
});

describe("a report that the server would refuse", () => {
  test.each<[string, object]>([
    ["an unknown service", { service: "noReporters" }],
    ["an unknown failure", { failure: "boom" }],
    ["an unknown place", { on: "nowhere/at-all" }],
    ["a bucket three buckets old", { bucket: "2026-03-02T11:50Z" }],
    ["a bucket to come", { bucket: "2026-03-02T12:10Z" }],
    ["a bucket that is none", { bucket: "2026-03-02T12:03Z" }],
    ["another version", { v: 2 }],
  ])("for %s is skipped with a reason, and the rest goes on", (_, report) => {
    const { skipped, problem, answers } = replay(lines(START, reportLine({}, report), { t: "2026-03-02T12:10:00Z", event: "ask" }));
    expect(problem).toBeNull();
    expect(skipped).toHaveLength(1);
    expect(answers).toHaveLength(1);
  });

  test("does not make an outage out of many", () => {
    const refused = every(1, 1, 200).map((person) => reportLine({ prefix: `p${person}`, network: `AS${person}` }, { failure: "nonsense" }));
    const { answers, skipped } = replay(lines(START, ...refused, { t: "2026-03-02T12:10:00Z", event: "ask" }));
    expect(skipped).toHaveLength(200);
    expect(answers[0]).toMatchObject({ incidents: [], services: [] });
  });
});

describe("a report whose network is unknown", () => {
  const asked = { t: "2026-03-02T12:10:00Z", event: "ask" };
  test.each([
    [7, 0],
    [12, 1],
  ])("counts by its prefix: %i of them make %i incidents", (people, incidents) => {
    const reports = every(1, 1, people).map((person) => reportLine({ prefix: `p${person}`, network: undefined }));
    expect(replay(lines(START, ...reports, asked)).answers[0]?.incidents).toHaveLength(incidents);
  });
});

describe("answers", () => {
  test("fit the feed's schema and never show a count below five", () => {
    const recording = record(80);
    recording.strays(0, 120, 0.05);
    for (const id of ["s0", "s1", "s2"]) recording.rate(60, 120, 1.5, id);
    recording.rate(60, 120, 0.5, "s12");
    recording.official(90, officialIncident(90));
    const answers = recording.ask(every(5, 60, 120));
    for (const { incidents, services } of answers) {
      const feed = { version: 1, sequence: 1, issued: "2026-03-02T12:00:00Z", expires: "2026-03-02T12:30:00Z", incidents, services };
      expect(readFeed(feed)).toMatchObject({ ok: true });
      for (const crowd of [...incidents, ...services].flatMap((one) => one.crowd ?? [])) {
        expect(crowd.reporters).toBeGreaterThanOrEqual(5);
        expect(crowd.networks).toBeGreaterThanOrEqual(5);
        expect(crowd.series).toHaveLength(24);
        expect(crowd.series.every((count) => count === 0 || count >= 5)).toBe(true);
      }
    }
    expect(answers.at(-1)?.incidents.length).toBeGreaterThan(0);
  });

  test("are the same for the same stream, and an ask changes nothing", () => {
    const build = () => {
      const recording = record(81);
      recording.strays(0, 90);
      recording.rate(60, 90, 3, "s3");
      return recording;
    };
    const often = build()
      .ask(every(1, 1, 90))
      .at(-1);
    expect(build().ask([90]).at(-1)).toEqual(often);
  });
});

describe("an incident that begins and ends between two asks", () => {
  test("has a number all the same, as it would have had in the feed", () => {
    const recording = record(83);
    recording.rate(60, 80, 5, "s3");
    recording.rate(400, 420, 5, "s3");
    expect(recording.ask([415])[0]?.incidents.map(({ id }) => id)).toEqual(["s3-20260302-2"]);
  });
});

describe("the detect command", () => {
  const recording = record(82);
  recording.rate(10, 30, 5, "s3");
  recording.ask([5, 29]);
  const stream = recording.lines();

  test("prints one line an ask and ends with 0", () => {
    const { status, stdout, stderr } = detect([written(stream.join("\n"))]);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(answers.map(({ t }) => t)).toEqual(["2026-03-02T12:05:00.000Z", "2026-03-02T12:29:00.000Z"]);
    expect(Object.keys(answers[1])).toEqual(["t", "incidents", "services", "networks"]);
    expect(answers[1].incidents).toHaveLength(1);
  });

  test("reads standard input, byte-order marks, carriage returns and empty lines", () => {
    const { status, stdout } = detect(["-"], `\uFEFF${stream.join("\r\n\r\n")}\r\n`);
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(2);
  });

  test("names file, line and field of a broken line, keeps what it printed, and ends with 2", () => {
    const later = lines({ t: "2026-03-02T12:40:00Z", event: "dance" }, { t: "2026-03-02T12:41:00Z", event: "ask" });
    const file = written([...stream, ...later].join("\n"));
    const { status, stdout, stderr } = detect([file]);
    expect(status).toBe(2);
    expect(stdout.trim().split("\n")).toHaveLength(2);
    expect(stderr).toBe(`${file}: line ${stream.length + 1}: event: unknown event "dance"\n`);
  });

  test("prints on standard error which reports it skipped", () => {
    const { status, stderr } = detect(["-"], lines(START, reportLine({}, { service: "noReporters" })).join("\n"));
    expect(status).toBe(0);
    expect(stderr).toMatch(/^-: line 2: report skipped: service: "noReporters" is not in the catalogue\n$/);
  });

  test.each([[["--help-me"]], [["no-such-file.jsonl"]]])("ends with 2 and a message for %j", (arguments_) => {
    const { status, stderr } = detect(arguments_);
    expect(status).toBe(2);
    expect(stderr).not.toBe("");
  });

  test("ends with 2 for a stream that never starts", () => {
    const { status, stderr } = detect(["-"], "");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "-: line 1: event: no start\n" });
  });
});
