import { describe, expect, test } from "vitest";
import { every, record } from "./recording.ts";

describe("an outage of a provider's region", () => {
  test("is one possible incident of the region that names the services people see failing", () => {
    const recording = record(50);
    recording.strays(0, 120);
    for (const id of ["s0", "s1", "s2", "s3"]) recording.rate(60, 120, 2, id);
    const [answer] = recording.ask([90]);
    expect(answer?.incidents).toHaveLength(1);
    expect(answer?.incidents[0]).toMatchObject({
      id: "aws-us-east-1-20260302-1",
      provider: "aws",
      region: "us-east-1",
      site: null,
      status: "possible",
      affects: ["s0", "s1", "s2", "s3"],
    });
    expect(answer?.services.map(({ id, state }) => [id, state])).toEqual(["s0", "s1", "s2", "s3"].map((id) => [id, "elevated"]));
  });

  test("is noticed from services none of which would be noticed alone", () => {
    const recording = record(51);
    recording.strays(0, 120);
    for (const index of every(1, 0, 7)) recording.rate(60, 120, 0.25, `s${index}`);
    const answers = recording.ask(every(1, 61, 80));
    const first = answers.find(({ incidents }) => incidents.length > 0);
    expect(first?.incidents[0]).toMatchObject({ provider: "aws", region: "us-east-1" });
    expect(first?.services.filter(({ state }) => state === "elevated")).toEqual([]);
  });

  test("keeps its id when the services' own incidents came first", () => {
    const recording = record(52);
    recording.rate(60, 180, 10, "s0");
    for (const id of ["s1", "s2", "s3"]) recording.rate(90, 180, 10, id);
    const ids = recording.ask([80, 110, 170]).map(({ incidents }) => incidents.map(({ id }) => id));
    expect(ids).toEqual([["s0-20260302-1"], ["aws-us-east-1-20260302-1"], ["aws-us-east-1-20260302-1"]]);
  });

  test("needs three services: two are their own trouble", () => {
    const recording = record(53);
    recording.strays(0, 120);
    for (const id of ["s0", "s1"]) recording.rate(60, 120, 10, id);
    const sites = recording.ask([100])[0]?.incidents.map(({ site }) => site);
    expect(sites).toEqual(["s0", "s1"]);
  });

  test("is not blamed when services of all providers fail alike", () => {
    const places = ["aws/us-east-1", "gcp/us-central1", "cloudflare", "fastly"];
    const services = every(1, 0, 19).map((index) => ({ id: `s${index}`, on: [places[index % 4] ?? ""] }));
    const recording = record(54, services);
    recording.strays(0, 90);
    for (const { id } of services) recording.rate(60, 90, 2, id);
    const incidents = recording.ask(every(1, 65, 90)).flatMap((answer) => answer.incidents);
    expect(incidents.length).toBeGreaterThan(0);
    expect(incidents.filter(({ site }) => site === null)).toEqual([]);
  });

  test("is independent of another provider's at the same time", () => {
    const places = ["aws/us-east-1", "gcp/us-central1", "cloudflare", "fastly"];
    const services = every(1, 0, 39).map((index) => ({ id: `s${index}`, on: [places[index % 4] ?? ""] }));
    const recording = record(59, services);
    recording.strays(0, 120);
    for (const index of every(1, 0, 5)) {
      recording.rate(60, 120, 2, `s${index * 4}`);
      recording.rate(75, 120, 2, `s${index * 4 + 1}`);
    }
    const subjects = recording.ask([73, 100, 120]).map(({ incidents }) => incidents.map(({ provider, region }) => `${provider}/${region}`));
    expect(subjects).toEqual([["aws/us-east-1"], ["aws/us-east-1", "gcp/us-central1"], ["aws/us-east-1", "gcp/us-central1"]]);
  });

  test("is raised by three of many services there that clearly fail at the same time", () => {
    const services = every(1, 0, 49).map((index) => ({ id: `s${index}`, on: [index < 40 ? "aws/us-east-1" : "gcp/us-central1"] }));
    const recording = record(48, services);
    recording.strays(0, 120);
    for (const id of ["s0", "s1", "s2"]) recording.rate(60, 120, 3, id);
    expect(recording.ask([85])[0]?.incidents).toMatchObject([{ provider: "aws", region: "us-east-1", affects: ["s0", "s1", "s2"] }]);
  });

  test("is the provider's if its services are hosted on several regions and no report names one", () => {
    const services = every(1, 0, 11).map((index) => ({ id: `s${index}`, on: index < 6 ? ["aws/us-east-1", "aws/us-west-2"] : [] }));
    const recording = record(49, services);
    for (const id of ["s0", "s1", "s2", "s3"]) recording.rate(60, 120, 2, id, () => ({ on: null }));
    expect(recording.ask([90])[0]?.incidents).toMatchObject([{ provider: "aws", region: null }]);
  });

  test("ends when its services are back to normal", () => {
    const recording = record(55);
    recording.strays(0, 300);
    for (const id of ["s0", "s1", "s2", "s3"]) recording.rate(60, 120, 3, id);
    const answers = recording.ask([110, 160, 200, 300]);
    expect(answers.map(({ incidents }) => incidents.length)).toEqual([1, 0, 0, 0]);
  });

  test("is the whole provider's where reports name no region, or many", () => {
    const services = every(1, 0, 9).map((index) => ({ id: `s${index}`, on: ["cloudflare"] }));
    const edge = record(56, [...services, ...every(1, 10, 19).map((index) => ({ id: `s${index}`, on: [] }))]);
    for (const id of ["s0", "s1", "s2", "s3"]) edge.rate(60, 120, 3, id);
    expect(edge.ask([90])[0]?.incidents).toMatchObject([{ provider: "cloudflare", region: null }]);

    const regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-south-1", "sa-east-1"];
    const wide = record(57, [
      ...regions.map((region, index) => ({ id: `s${index}`, on: [`aws/${region}`] })),
      ...every(1, 10, 19).map((index) => ({ id: `s${index}`, on: [] })),
    ]);
    for (const index of regions.keys()) wide.rate(60, 120, 3, `s${index}`);
    expect(wide.ask([90])[0]?.incidents).toMatchObject([{ provider: "aws", region: null }]);
  });

  test("counts a report without a place if the catalogue knows one place for the service", () => {
    const recording = record(58);
    for (const id of ["s0", "s1", "s2", "s3"]) recording.rate(60, 120, 3, id, () => ({ on: null }));
    expect(recording.ask([90])[0]?.incidents).toMatchObject([{ provider: "aws", region: "us-east-1" }]);
  });
});
