import { describe, expect, test } from "vitest";
import { officialIncident, type Recording, record } from "./recording.ts";

function failing(seed: number, until = 180): Recording {
  const recording = record(seed);
  recording.strays(0, until + 120);
  for (const id of ["s0", "s1", "s2", "s3"]) recording.rate(60, until, 3, id);
  return recording;
}

describe("the crowd's alarm and official incidents", () => {
  test("are one incident under the crowd's id when the crowd was first", () => {
    const recording = failing(60);
    recording.official(100, officialIncident(100));
    const [before, after] = recording.ask([95, 105]);
    expect(after?.incidents).toHaveLength(1);
    expect(after?.incidents[0]).toMatchObject({
      id: before?.incidents[0]?.id,
      status: "investigating",
      title: "Increased error rates",
      services: ["ec2"],
    });
    expect(after?.incidents[0]?.official?.url).toBe("https://health.aws.amazon.com/");
    expect(after?.incidents[0]?.crowd?.reporters).toBeGreaterThanOrEqual(5);
    expect(after?.incidents[0]?.affects).toEqual(["s0", "s1", "s2", "s3"]);
    expect(after?.incidents[0]?.started).toBe(before?.incidents[0]?.started);
  });

  test("are one incident under the official id when that was first", () => {
    const recording = failing(61);
    recording.official(50, officialIncident(50));
    const [before, after] = recording.ask([55, 100]);
    expect(before?.incidents).toMatchObject([{ id: "aws-official-1", crowd: null }]);
    expect(after?.incidents).toMatchObject([{ id: "aws-official-1", status: "investigating", affects: ["s0", "s1", "s2", "s3"] }]);
    expect(after?.incidents[0]?.crowd).not.toBeNull();
  });

  test("stay apart in different regions and at different providers", () => {
    const recording = failing(62);
    recording.official(70, officialIncident(70, { id: "west", region: "us-west-2" }));
    recording.official(70, officialIncident(70, { id: "gcp", provider: "gcp", region: null }));
    const incidents = recording.ask([100])[0]?.incidents;
    expect(incidents?.map(({ id, crowd }) => [id, crowd === null])).toEqual([
      ["aws-us-east-1-20260302-1", false],
      ["gcp", true],
      ["west", true],
    ]);
  });

  test("posts on several components of one region are one incident with the text and status of the gravest", () => {
    const recording = record(63);
    recording.official(10, officialIncident(10));
    recording.official(
      20,
      officialIncident(20, { id: "aws-official-2", services: ["lambda"], severity: "critical", status: "identified" }),
    );
    expect(recording.ask([30])[0]?.incidents).toMatchObject([
      { id: "aws-official-1", services: ["lambda", "ec2"], severity: "critical", status: "identified" },
    ]);
  });

  test("an official end without an end of the reports leaves the incident monitored, not unknown", () => {
    const recording = failing(64);
    recording.official(50, officialIncident(50));
    recording.official(110, officialIncident(50, { status: "resolved", resolved: "2026-03-02T13:50:00Z" }));
    const [during, after] = recording.ask([120, 230]);
    expect(during?.incidents).toMatchObject([
      { id: "aws-official-1", status: "monitoring", resolved: null, title: "Increased error rates", services: ["ec2"] },
    ]);
    expect(after?.incidents).toEqual([]);
  });

  test("an official incident goes when it is resolved, and stays while it is not", () => {
    const recording = record(65);
    recording.official(10, officialIncident(10));
    recording.official(600, officialIncident(10, { status: "resolved", resolved: "2026-03-02T22:00:00Z" }));
    expect(recording.ask([20, 590, 610]).map(({ incidents }) => incidents.length)).toEqual([1, 1, 0]);
  });

  test("a site's own incident joins the crowd's of that site", () => {
    const recording = record(66);
    recording.rate(60, 120, 5, "s3");
    recording.official(90, officialIncident(90, { id: "s3-page", provider: "s3", region: null, site: "s3" }));
    expect(recording.ask([100])[0]?.incidents).toMatchObject([{ id: "s3-20260302-1", site: "s3", status: "investigating" }]);
  });

  test("one failing service on a region that is officially in trouble belongs to that incident", () => {
    const recording = record(67);
    recording.strays(0, 120);
    recording.official(50, officialIncident(50));
    recording.rate(60, 120, 5, "s3");
    const incidents = recording.ask([100])[0]?.incidents;
    expect(incidents).toMatchObject([{ id: "aws-official-1", affects: ["s3"] }]);
    expect(incidents?.[0]?.crowd).not.toBeNull();
  });

  test("a site that announces trouble makes the crowd's alarm of its provider more than possible", () => {
    const recording = failing(68);
    recording.official(80, officialIncident(80, { id: "s1-page", provider: "s1", region: null, site: "s1" }));
    const cloud = recording.ask([100])[0]?.incidents.find(({ site }) => site === null);
    expect(cloud).toMatchObject({ status: "investigating", official: null });
  });

  test("a late post about a time when people still reported takes up their incident", () => {
    const recording = failing(69, 120);
    recording.official(200, officialIncident(100));
    const [during, after] = recording.ask([100, 205]);
    expect(after?.incidents).toMatchObject([{ id: during?.incidents[0]?.id, crowd: null }]);
  });

  test("an official incident that has been open for days does not take up an outage of today", () => {
    const recording = failing(71);
    recording.official(0, officialIncident(-3 * 24 * 60, { id: "old", severity: "minor" }));
    expect(recording.ask([100])[0]?.incidents.map(({ id, official }) => [id, official === null])).toEqual([
      ["old", false],
      ["aws-us-east-1-20260302-1", true],
    ]);
  });

  test("pages of three services that name their provider make an incident of that, which people confirm", () => {
    const recording = failing(72);
    for (const site of ["s1", "s2", "s3"]) {
      const summary = "This is caused by an outage at AWS us-east-1.";
      recording.official(50, officialIncident(50, { id: `${site}-page`, provider: site, region: null, site, summary }));
    }
    const [before, after] = recording.ask([55, 100]).map(({ incidents }) => incidents.find(({ site }) => site === null));
    expect(before).toMatchObject({ provider: "aws", region: "us-east-1", status: "possible", crowd: null });
    expect(after).toMatchObject({ id: before?.id, status: "investigating", official: null });
  });

  test("pages of three services that got into trouble together make an incident of the provider that hosts them", () => {
    const recording = record(73);
    for (const site of ["s1", "s2", "s3"])
      recording.official(50, officialIncident(50, { id: `${site}-page`, provider: site, region: null, site, title: "Log-in fails" }));
    const [incident] = recording.ask([55])[0]?.incidents.filter(({ site }) => site === null) ?? [];
    expect(incident).toMatchObject({ provider: "aws", region: null, status: "possible", affects: ["s1", "s2", "s3"] });
  });

  test("work planned for later is not shown yet", () => {
    const recording = record(70);
    recording.official(10, officialIncident(120, { severity: "maintenance" }));
    expect(recording.ask([20, 130]).map(({ incidents }) => incidents.length)).toEqual([0, 1]);
  });
});
