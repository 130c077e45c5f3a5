import { describe, expect, test } from "vitest";
import type { JointView, MeasuredFailure } from "../../../server/measure/join-vantages.ts";
import { feedIncidents } from "../../../server/merge/feed-incidents.ts";
import type { SourcedIncident } from "../../../server/merge/sourced-incident.ts";
import type { KeptIncident } from "../../../server/store/incident-store.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";

const NOW = Date.parse("2026-03-03T09:10:00Z");
const QUIET = { at: NOW, alarms: [], services: [], networks: [], explained: [] };
const CROWD = { reporters: 40, networks: 9, baseline: 1, series: [] };
const figures = { since: NOW - 300_000, severity: "major" as const, areas: [], crowd: CROWD };
const REGION = { kind: "place" as const, place: "aws/us-east-1", affected: ["netflix", "coinbase", "hulu"], ...figures };
const WHOLE = { ...REGION, place: "aws" };
const NETFLIX = { kind: "service" as const, service: "netflix", name: "Netflix", hostedOn: [], ...figures };

function failing(target: string, more: Partial<MeasuredFailure> = {}): MeasuredFailure {
  return { target, from: ["fra", "iad"], answer: ["sin"], failure: "tcp.timed_out", since: NOW - 240_500, ...more };
}

function seen(...fail: MeasuredFailure[]): JointView {
  return {
    at: NOW,
    from: ["fra", "iad", "sin"].map((id) => ({ id, country: null, asn: null, except: [] })),
    fail,
    unseen: [],
    doubted: [],
  };
}

type Given = { alarms?: (typeof REGION | typeof NETFLIX)[]; official?: Incident[]; before?: KeptIncident[] };

function published(measured: JointView | null, { alarms = [], official = [], before = [] }: Given): KeptIncident[] {
  const sources: SourcedIncident[] = official.map((incident) => ({ source: incident.provider, incident }));
  return feedIncidents(before, { official: sources, crowd: { ...QUIET, alarms }, measured }, [], () => true, NOW);
}

const OFFICIAL: Incident = {
  ...{ id: "", provider: "aws", region: "us-east-1", areas: [], services: [], site: null, severity: "major", status: "identified" },
  ...{ started: "2026-03-03T09:00:00Z", updated: "2026-03-03T09:00:00Z", resolved: null, title: "T", summary: "", advice: [], affects: [] },
  ...{ official: { url: "https://health.aws.amazon.com/", acknowledged: "2026-03-03T09:00:00Z" }, crowd: null },
};

describe("what people report", () => {
  test("is under investigation where vantages see the same place fail, with where it fails and where it answers", () => {
    const [record] = published(seen(failing("aws/us-east-1")), { alarms: [REGION] });
    expect(record?.incident.status).toBe("investigating");
    expect(record?.incident.views).toEqual({ fail: ["fra", "iad"], answer: ["sin"], since: "2026-03-03T09:05:59Z" });
  });

  test("stays possible where vantages see nothing, see another place fail, or do not exist", () => {
    for (const measured of [seen(), seen(failing("aws/eu-west-1")), seen(failing("netflix")), null]) {
      const [record] = published(measured, { alarms: [REGION] });
      expect(record?.incident.status).toBe("possible");
      expect(record?.incident.views ?? null).toBeNull();
    }
  });

  test("of a service is under investigation where its front page fails", () => {
    expect(published(seen(failing("netflix")), { alarms: [NETFLIX] })[0]?.incident.status).toBe("investigating");
  });

  test("of a whole provider takes two of its regions", () => {
    expect(published(seen(failing("aws/us-east-1")), { alarms: [WHOLE] })[0]?.incident.status).toBe("possible");
    const two = seen(failing("aws/us-east-1"), failing("aws/us-west-2", { from: ["fra", "sin"], answer: ["iad"] }));
    const [record] = published(two, { alarms: [WHOLE] });
    expect(record?.incident).toMatchObject({ status: "investigating", views: { fail: ["fra", "iad", "sin"], answer: [] } });
  });
});

test("an official incident keeps its status, and has the vantages beside it until the place answers again", () => {
  const before = published(seen(failing("aws/us-east-1")), { official: [OFFICIAL] });
  expect(before[0]?.incident).toMatchObject({ status: "identified", views: { fail: ["fra", "iad"] } });
  expect(published(seen(), { official: [OFFICIAL], before })[0]?.incident.views).toBeUndefined();
});

test("measurements alone make no incident", () => {
  expect(published(seen(failing("aws/us-east-1")), {})).toEqual([]);
});
