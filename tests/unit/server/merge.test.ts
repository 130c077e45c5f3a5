import { describe, expect, test } from "vitest";
import { mergeIncidents } from "../../../server/merge/merge-incidents.ts";
import type { SourcedIncident } from "../../../server/merge/sourced-incident.ts";
import type { KeptIncident } from "../../../server/store/incident-store.ts";
import type { Incident } from "../../../utils/core/feed/feed.ts";
import { HOUR, MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2021-12-07T18:00:00Z");

function post(more: Partial<Incident> = {}): Incident {
  const started = more.started ?? "2021-12-07T16:22:00Z";
  return {
    ...{ id: "x", provider: "aws", region: "us-east-1", services: ["ec2"], site: null, severity: "major", status: "investigating" },
    ...{ started, updated: started, resolved: null, title: "Increased error rates", summary: "", advice: [] },
    ...{ official: { url: "https://status.example", acknowledged: started }, crowd: null, affects: [] },
    ...more,
  };
}

const told = (incident: Incident, source = "aws"): SourcedIncident => ({ source, incident });
const everything = () => true;
const merge = (items: SourcedIncident[], before: KeptIncident[] = [], isReadable: (source: string) => boolean = everything, now = NOW) =>
  mergeIncidents(before, items, isReadable, now);
const incidents = (records: KeptIncident[]) => records.map(({ incident }) => incident);

describe("what several posts tell", () => {
  test("of one region at overlapping times is one incident, with the services of all and the earliest word", () => {
    const merged = incidents(
      merge([
        told(post({ services: ["management-console"], severity: "minor" })),
        told(post({ id: "y", started: "2021-12-07T16:49:00Z", title: "EC2 APIs fail", updated: "2021-12-07T17:30:00Z" })),
        told(post({ id: "z", started: "2021-12-07T16:57:00Z", services: ["dynamodb"] }), "aws-rss"),
      ]),
    );
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({
      id: "aws-us-east-1-20211207-1",
      severity: "major",
      started: "2021-12-07T16:22:00.000Z",
      updated: "2021-12-07T17:30:00Z",
      title: "EC2 APIs fail",
      official: { acknowledged: "2021-12-07T16:22:00Z" },
    });
    expect(merged[0]?.services).toEqual(["ec2", "dynamodb", "management-console"]);
  });

  test("without times of its own keeps the time of the first look, until it says something else", () => {
    const at = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
    const look = (minutes: number, title = "Compute is down") => told(post({ started: at(minutes), title }), "oracle");
    const first = merge([look(0)]);
    const second = merge([look(1)], first, everything, NOW + MINUTE);
    expect(incidents(second)).toEqual(incidents(first));
    const third = merge([look(2, "Compute is back")], second, everything, NOW + 2 * MINUTE);
    expect(incidents(third)).toMatchObject([{ started: at(0), updated: at(2), official: { acknowledged: at(0) } }]);
  });

  test("of another region, another provider, or a site of the same name is another incident", () => {
    const merged = incidents(
      merge([
        told(post()),
        told(post({ region: "us-west-2" })),
        told(post({ region: null })),
        told(post({ provider: "gcp", region: null })),
        told(post({ provider: "gcp", region: null, site: "gcp" })),
      ]),
    );
    expect(merged.map(({ id }) => id)).toHaveLength(5);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(5);
  });

  test("one after the other are two incidents, numbered in order", () => {
    const first = post({ resolved: "2021-12-07T16:40:00Z", status: "resolved" });
    const merged = incidents(merge([told(first), told(post({ id: "y", started: "2021-12-07T17:00:00Z" }))]));
    expect(merged.map(({ id, resolved }) => [id, resolved])).toEqual([
      ["aws-us-east-1-20211207-1", "2021-12-07T16:40:00Z"],
      ["aws-us-east-1-20211207-2", null],
    ]);
  });

  test("begun a day into a story that never ends is a story of its own, or an outage of today would look months old", () => {
    const old = post({ id: "gulf", started: "2021-03-01T00:00:00Z", severity: "minor" });
    const merged = incidents(merge([told(old), told(post())]));
    expect(merged.map(({ id }) => id)).toEqual(["aws-us-east-1-20210301-1", "aws-us-east-1-20211207-1"]);
  });

  test("many hours into an outage still belongs to it", () => {
    const merged = incidents(merge([told(post()), told(post({ id: "y", started: "2021-12-08T00:07:00Z", services: ["batch"] }))]));
    expect(merged).toHaveLength(1);
  });

  test("is open while any part is, and over when the last one is", () => {
    const over = (id: string, end: string) => told(post({ id, resolved: end, status: "resolved" }));
    const [open] = incidents(merge([over("a", "2021-12-07T17:00:00Z"), told(post({ id: "b", services: ["s3"] }))]));
    expect(open).toMatchObject({ resolved: null, status: "investigating", services: ["s3"] });
    const [ended] = incidents(merge([over("a", "2021-12-07T17:00:00Z"), over("b", "2021-12-07T17:30:00Z")]));
    expect(ended).toMatchObject({ resolved: "2021-12-07T17:30:00Z", status: "resolved" });
  });

  test("about planned work is told only while that goes on, and never makes an outage of it", () => {
    const planned = { severity: "maintenance" as const };
    expect(merge([told(post({ ...planned, started: "2021-12-08T00:00:00Z" }))])).toEqual([]);
    expect(merge([told(post({ ...planned, resolved: "2021-12-07T17:00:00Z" }))])).toEqual([]);
    const merged = incidents(merge([told(post(planned)), told(post({ id: "y" }))]));
    expect(merged.map(({ severity }) => severity)).toEqual(["maintenance", "major"]);
  });
});

describe("as time goes on", () => {
  test("an incident keeps its id and its beginning whatever the posts become", () => {
    const before = merge([told(post())]);
    const later = incidents(merge([told(post({ id: "other", started: "2021-12-07T16:30:00Z", title: "Now it is networking" }))], before));
    expect(later).toHaveLength(1);
    expect(later[0]).toMatchObject({ id: "aws-us-east-1-20211207-1", started: "2021-12-07T16:22:00.000Z", title: "Now it is networking" });
  });

  test("what a source that was read tells no more is over", () => {
    const [record] = merge([], merge([told(post())]));
    expect(record?.incident).toMatchObject({ status: "resolved", resolved: "2021-12-07T18:00:00.000Z" });
  });

  test("what a source tells no more because it cannot be read is not over: nothing is said of it until it can", () => {
    const before = merge([told(post())]);
    const silent = merge([], before, () => false);
    expect(silent[0]).toMatchObject({ isReported: false, incident: { resolved: null } });
    expect(merge([told(post())], silent)[0]).toMatchObject({
      isReported: true,
      incident: { id: "aws-us-east-1-20211207-1", resolved: null },
    });
    expect(merge([], silent, everything, NOW + HOUR)[0]).toMatchObject({ isReported: true, incident: { status: "resolved" } });
  });

  test("it is over only when the last of several sources says so", () => {
    const before = merge([told(post()), told(post(), "aws-rss")]);
    expect(merge([told(post(), "aws-rss")], before)[0]?.incident.resolved).toBeNull();
    expect(merge([], before, (source) => source === "aws")[0]?.isReported).toBe(false);
  });

  test("what breaks again after its end is a new incident", () => {
    const ended = merge([], merge([told(post())]));
    const again = incidents(merge([told(post({ id: "y", started: "2021-12-07T18:30:00Z" }))], ended, everything, NOW + HOUR));
    expect(again.map(({ id }) => id)).toEqual(["aws-us-east-1-20211207-1", "aws-us-east-1-20211207-2"]);
  });

  test("nothing changes when the same is told again", () => {
    const items = [told(post()), told(post({ id: "y", region: null }))];
    const once = merge(items);
    expect(merge(items, once, everything, NOW + MINUTE)).toEqual(once);
  });
});

describe("people and officials", () => {
  const crowd = { reporters: 1200, networks: 90, baseline: 2, series: [0, 40] };
  const people = post({
    ...{ status: "possible", official: null, crowd, started: "2021-12-07T15:37:00Z" },
    title: "Several services fail",
    services: [],
    affects: ["netflix"],
  });

  test("an official post joins what people said before it, under the same id", () => {
    const before = merge([told(people, "crowd")], [], everything, Date.parse("2021-12-07T15:40:00Z"));
    const [joined] = incidents(merge([told(people, "crowd"), told(post())], before));
    expect(joined).toMatchObject({
      ...{ id: "aws-us-east-1-20211207-1", started: "2021-12-07T15:37:00.000Z", status: "investigating", title: "Increased error rates" },
      ...{ official: { acknowledged: "2021-12-07T16:22:00Z" }, crowd, affects: ["netflix"] },
    });
  });

  test("a site that was reported by itself does not end when its cloud turns out to be the cause: it is told as a part of that", () => {
    const site = { ...people, provider: "netflix", region: null, site: "netflix", affects: ["netflix"] };
    const before = merge([told(site, "crowd")]);
    const after = merge([told(people, "crowd")], before);
    expect(after.map((record) => [record.incident.provider, record.incident.resolved, record.isReported])).toEqual([
      ["netflix", null, false],
      ["aws", null, true],
    ]);
    expect(incidents(merge([], after, everything, NOW + HOUR)).map(({ status }) => status)).toEqual(["resolved", "resolved"]);
  });

  test("the official text stays, as monitored, while people report on after the official end", () => {
    const over = told(post({ resolved: "2021-12-07T17:30:00Z", status: "resolved", services: ["ec2"] }));
    const before = merge([told(people, "crowd"), told(post())]);
    const monitored = { status: "monitoring", resolved: null, title: "Increased error rates", services: ["ec2"], crowd };
    const atTheEnd = merge([told(people, "crowd"), over], before);
    expect(incidents(atTheEnd)).toMatchObject([{ ...monitored, official: { acknowledged: "2021-12-07T16:22:00Z" } }]);
    // Many sources drop an incident as soon as it has ended.
    const dropped = merge([told(people, "crowd")], atTheEnd, everything, NOW + MINUTE);
    expect(incidents(dropped)).toMatchObject([{ ...monitored, official: { acknowledged: "2021-12-07T16:22:00Z" } }]);
    expect(incidents(merge([], dropped, everything, NOW + HOUR))).toMatchObject([{ status: "resolved" }]);
  });

  test("people alone are possible, as are customers' status pages alone; both together are investigated", () => {
    const customers = { ...people, crowd: null, title: "Services name AWS as the cause of their trouble" };
    const statuses = (...items: SourcedIncident[]) => incidents(merge(items)).map(({ status }) => status);
    expect(statuses(told(people, "crowd"))).toEqual(["possible"]);
    expect(statuses(told(customers, "dependents"))).toEqual(["possible"]);
    expect(statuses(told(people, "crowd"), told(customers, "dependents"))).toEqual(["investigating"]);
  });

  test("when people fall silent the official incident goes on without their numbers", () => {
    const before = merge([told(people, "crowd"), told(post())]);
    expect(incidents(merge([told(post())], before))[0]).toMatchObject({ resolved: null, crowd: null });
  });
});
