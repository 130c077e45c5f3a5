import { describe, expect, test } from "vitest";
import { mergeIncidents } from "../../../server/merge/merge-incidents.ts";
import type { SourcedIncident } from "../../../server/merge/sourced-incident.ts";
import type { KeptIncident } from "../../../server/store/incident-store.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { HOUR, MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2021-12-07T18:00:00Z");

function post(more: Partial<Incident> = {}): Incident {
  const started = more.started ?? "2021-12-07T16:22:00Z";
  return {
    ...{ id: "x", provider: "aws", region: "us-east-1", services: ["ec2"], site: null, severity: "major", status: "investigating" },
    ...{ started, updated: started, resolved: null, title: "Increased error rates", summary: "", advice: [] },
    ...{ official: { url: "https://status.example", acknowledged: started }, crowd: null, areas: [], affects: [] },
    ...more,
  };
}

const reported = (incident: Incident, source = "aws"): SourcedIncident => ({ source, incident });
const everything = () => true;
const merge = (items: SourcedIncident[], before: KeptIncident[] = [], isReadable: (source: string) => boolean = everything, now = NOW) =>
  mergeIncidents(before, items, isReadable, now);
const incidents = (records: KeptIncident[]) => records.map(({ incident }) => incident);

describe("what several posts report", () => {
  test("of one region at overlapping times is one incident, with the services of all and the earliest acknowledgement", () => {
    const merged = incidents(
      merge([
        reported(post({ services: ["management-console"], severity: "minor" })),
        reported(post({ id: "y", started: "2021-12-07T16:49:00Z", title: "EC2 APIs fail", updated: "2021-12-07T17:30:00Z" })),
        reported(post({ id: "z", started: "2021-12-07T16:57:00Z", services: ["dynamodb"] }), "aws-rss"),
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
    const look = (minutes: number, title = "Compute is down") => reported(post({ started: at(minutes), title }), "oracle");
    const first = merge([look(0)]);
    const second = merge([look(1)], first, everything, NOW + MINUTE);
    expect(incidents(second)).toEqual(incidents(first));
    const third = merge([look(2, "Compute is back")], second, everything, NOW + 2 * MINUTE);
    expect(incidents(third)).toMatchObject([{ started: at(0), updated: at(2), official: { acknowledged: at(0) } }]);
  });

  test("of another region, another provider, or a site of the same name is another incident", () => {
    const merged = incidents(
      merge([
        reported(post()),
        reported(post({ region: "us-west-2" })),
        reported(post({ region: null })),
        reported(post({ provider: "gcp", region: null })),
        reported(post({ provider: "gcp", region: null, site: "gcp" })),
      ]),
    );
    expect(merged.map(({ id }) => id)).toHaveLength(5);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(5);
  });

  test("one after the other are two incidents, numbered in order", () => {
    const first = post({ resolved: "2021-12-07T16:40:00Z", status: "resolved" });
    const merged = incidents(merge([reported(first), reported(post({ id: "y", started: "2021-12-07T17:00:00Z" }))]));
    expect(merged.map(({ id, resolved }) => [id, resolved])).toEqual([
      ["aws-us-east-1-20211207-1", "2021-12-07T16:40:00Z"],
      ["aws-us-east-1-20211207-2", null],
    ]);
  });

  test("that begins a day into an incident that never ends is another one, or an outage of today would look months old", () => {
    const old = post({ id: "gulf", started: "2021-03-01T00:00:00Z", severity: "minor" });
    const merged = incidents(merge([reported(old), reported(post())]));
    expect(merged.map(({ id }) => id)).toEqual(["aws-us-east-1-20210301-1", "aws-us-east-1-20211207-1"]);
  });

  test("many hours into an outage still belongs to it", () => {
    const merged = incidents(merge([reported(post()), reported(post({ id: "y", started: "2021-12-08T00:07:00Z", services: ["batch"] }))]));
    expect(merged).toHaveLength(1);
  });

  test("is open while any part is, and over when the last one is", () => {
    const over = (id: string, end: string) => reported(post({ id, resolved: end, status: "resolved" }));
    const [open] = incidents(merge([over("a", "2021-12-07T17:00:00Z"), reported(post({ id: "b", services: ["s3"] }))]));
    expect(open).toMatchObject({ resolved: null, status: "investigating", services: ["s3"] });
    const [ended] = incidents(merge([over("a", "2021-12-07T17:00:00Z"), over("b", "2021-12-07T17:30:00Z")]));
    expect(ended).toMatchObject({ resolved: "2021-12-07T17:30:00Z", status: "resolved" });
  });

  test("about planned work is published only while that goes on, and never becomes an outage", () => {
    const planned = { severity: "maintenance" as const };
    expect(merge([reported(post({ ...planned, started: "2021-12-08T00:00:00Z" }))])).toEqual([]);
    expect(merge([reported(post({ ...planned, resolved: "2021-12-07T17:00:00Z" }))])).toEqual([]);
    const merged = incidents(merge([reported(post(planned)), reported(post({ id: "y" }))]));
    expect(merged.map(({ severity }) => severity)).toEqual(["maintenance", "major"]);
  });
});

describe("as time goes on", () => {
  test("an incident keeps its id and its beginning whatever the posts become", () => {
    const before = merge([reported(post())]);
    const later = incidents(
      merge([reported(post({ id: "other", started: "2021-12-07T16:30:00Z", title: "Now it is networking" }))], before),
    );
    expect(later).toHaveLength(1);
    expect(later[0]).toMatchObject({ id: "aws-us-east-1-20211207-1", started: "2021-12-07T16:22:00.000Z", title: "Now it is networking" });
  });

  test("what a source that was read no longer reports has ended", () => {
    const [record] = merge([], merge([reported(post())]));
    expect(record?.incident).toMatchObject({ status: "resolved", resolved: "2021-12-07T18:00:00.000Z" });
  });

  test("what a source no longer reports because it cannot be read has not ended: it is unpublished until the source can be read", () => {
    const before = merge([reported(post())]);
    const silent = merge([], before, () => false);
    expect(silent[0]).toMatchObject({ isReported: false, incident: { resolved: null } });
    expect(merge([reported(post())], silent)[0]).toMatchObject({
      isReported: true,
      incident: { id: "aws-us-east-1-20211207-1", resolved: null },
    });
    expect(merge([], silent, everything, NOW + HOUR)[0]).toMatchObject({ isReported: true, incident: { status: "resolved" } });
  });

  test("it has ended only when the last of several sources ends it", () => {
    const before = merge([reported(post()), reported(post(), "aws-rss")]);
    expect(merge([reported(post(), "aws-rss")], before)[0]?.incident.resolved).toBeNull();
    expect(merge([], before, (source) => source === "aws")[0]?.isReported).toBe(false);
  });

  test("what breaks again after its end is a new incident", () => {
    const ended = merge([], merge([reported(post())]));
    const again = incidents(merge([reported(post({ id: "y", started: "2021-12-07T18:30:00Z" }))], ended, everything, NOW + HOUR));
    expect(again.map(({ id }) => id)).toEqual(["aws-us-east-1-20211207-1", "aws-us-east-1-20211207-2"]);
  });

  test("nothing changes when the same is reported again", () => {
    const items = [reported(post()), reported(post({ id: "y", region: null }))];
    const once = merge(items);
    expect(merge(items, once, everything, NOW + MINUTE)).toEqual(once);
  });
});

describe("people and official sources", () => {
  const crowd = { reporters: 1200, networks: 90, baseline: 2, series: [0, 40] };
  const people = post({
    ...{ status: "possible", official: null, crowd, started: "2021-12-07T15:37:00Z" },
    title: "Several services fail",
    services: [],
    affects: ["netflix"],
  });

  test("an official post joins what people said before it, under the same id", () => {
    const before = merge([reported(people, "crowd")], [], everything, Date.parse("2021-12-07T15:40:00Z"));
    const [joined] = incidents(merge([reported(people, "crowd"), reported(post())], before));
    expect(joined).toMatchObject({
      ...{ id: "aws-us-east-1-20211207-1", started: "2021-12-07T15:37:00.000Z", status: "investigating", title: "Increased error rates" },
      ...{ official: { acknowledged: "2021-12-07T16:22:00Z" }, crowd, affects: ["netflix"] },
    });
  });

  test("a site that was reported by itself does not end when its provider turns out to be the cause: it becomes a part of that", () => {
    const site = { ...people, provider: "netflix", region: null, site: "netflix", affects: ["netflix"] };
    const before = merge([reported(site, "crowd")]);
    const after = merge([reported(people, "crowd")], before);
    expect(after.map((record) => [record.incident.provider, record.incident.resolved, record.isReported])).toEqual([
      ["netflix", null, false],
      ["aws", null, true],
    ]);
    expect(incidents(merge([], after, everything, NOW + HOUR)).map(({ status }) => status)).toEqual(["resolved", "resolved"]);
  });

  test("a region that people reported does not end when they report its whole provider, only when both are over", () => {
    const before = merge([reported(people, "crowd")]);
    const after = merge([reported({ ...people, region: null }, "crowd")], before);
    expect(after.map((record) => [record.incident.region, record.incident.resolved, record.isReported])).toEqual([
      ["us-east-1", null, false],
      [null, null, true],
    ]);
    expect(incidents(merge([], after, everything, NOW + HOUR)).map(({ status }) => status)).toEqual(["resolved", "resolved"]);
    const official = merge([reported(post({ region: null }))], before);
    expect(official.find(({ incident }) => incident.region !== null)?.incident.status).toBe("resolved");
  });

  test("the official text stays, as monitored, while people report on after the official end", () => {
    const over = reported(post({ resolved: "2021-12-07T17:30:00Z", status: "resolved", services: ["ec2"] }));
    const before = merge([reported(people, "crowd"), reported(post())]);
    const monitored = { status: "monitoring", resolved: null, title: "Increased error rates", services: ["ec2"], crowd };
    const atTheEnd = merge([reported(people, "crowd"), over], before);
    expect(incidents(atTheEnd)).toMatchObject([{ ...monitored, official: { acknowledged: "2021-12-07T16:22:00Z" } }]);
    // Many sources drop an incident as soon as it has ended.
    const dropped = merge([reported(people, "crowd")], atTheEnd, everything, NOW + MINUTE);
    expect(incidents(dropped)).toMatchObject([{ ...monitored, official: { acknowledged: "2021-12-07T16:22:00Z" } }]);
    expect(incidents(merge([], dropped, everything, NOW + HOUR))).toMatchObject([{ status: "resolved" }]);
  });

  test("an official incident whose source cannot be read goes on while people report it, and has not ended when they stop", () => {
    const unreadable = (source: string) => source !== "aws";
    const before = merge([reported(people, "crowd"), reported(post({ status: "identified" }))]);
    const unread = merge([reported(people, "crowd")], before, unreadable, NOW + 3 * HOUR);
    expect(unread).toMatchObject([{ isReported: true, incident: { status: "identified", title: "Increased error rates", crowd } }]);
    expect(merge([], unread, unreadable, NOW + 4 * HOUR)).toMatchObject([{ isReported: false, incident: { resolved: null } }]);
    expect(incidents(merge([], unread, everything, NOW + 4 * HOUR))).toMatchObject([{ status: "resolved" }]);
    expect(incidents(merge([reported(people, "crowd")], unread, everything, NOW + 4 * HOUR))).toMatchObject([{ status: "monitoring" }]);
  });

  test("an incident that had ended is monitored when people report on, though its source cannot be read any more", () => {
    const over = post({ resolved: "2021-12-07T17:30:00Z", status: "resolved" });
    const again = merge([reported(people, "crowd")], merge([reported(over)]), (source) => source !== "aws");
    expect(again).toMatchObject([{ sources: ["crowd"], incident: { status: "monitoring", resolved: null } }]);
  });

  test("people alone are possible, as are customers' status pages alone; both together are investigated", () => {
    const customers = { ...people, crowd: null, title: "Services name AWS as the cause of their trouble" };
    const statuses = (...items: SourcedIncident[]) => incidents(merge(items)).map(({ status }) => status);
    expect(statuses(reported(people, "crowd"))).toEqual(["possible"]);
    expect(statuses(reported(customers, "dependents"))).toEqual(["possible"]);
    expect(statuses(reported(people, "crowd"), reported(customers, "dependents"))).toEqual(["investigating"]);
  });

  test("when people fall silent the official incident goes on without their numbers", () => {
    const before = merge([reported(people, "crowd"), reported(post())]);
    expect(incidents(merge([reported(post())], before))[0]).toMatchObject({ resolved: null, crowd: null });
  });
});
