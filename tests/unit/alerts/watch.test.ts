import { describe, expect, test } from "vitest";
import { isExpired, returnOf, type Watch } from "../../../utils/core/alerts/watch.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { DAY, MINUTE } from "../../../utils/core/time.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { World } from "../../../utils/core/world/world.ts";
import { AWS_INCIDENT, NOW } from "../../instruments/gallery/situation-parts.ts";

const WATCH: Watch = {
  site: "netflix.com",
  host: "www.netflix.com",
  name: "Netflix",
  requestedAt: NOW,
  incident: AWS_INCIDENT.id,
  check: false,
};
const LATER = NOW + 10 * MINUTE;

type Incidents = Incident[];

function world({
  pageOkAt = 0,
  failedAt = 0,
  incidents = null,
}: {
  pageOkAt?: number;
  failedAt?: number;
  incidents?: Incidents | null;
} = {}): World {
  const fault = { at: failedAt, role: "page" as const, kind: "http" as const, failure: "http.error" as const, status: 503, count: 1 };
  const trouble = { faults: [fault], partly: 0, answers: 0, loads: 1, repeats: 0, okRate: 0, faultRate: 1, rateAt: failedAt };
  const hosts = { "www.netflix.com": { on: null, ip: null, okAt: pageOkAt, trouble: failedAt === 0 ? null : trouble } };
  const site = { owner: "netflix", service: null, visited: true, known: true, pageOkAt, troubleSince: 0, hosts };
  const iso = (at: number) => new Date(at).toISOString();
  const feeds: World["feeds"] =
    incidents === null
      ? []
      : [
          {
            kind: "main",
            of: "",
            feed: {
              version: 2,
              previous: null,
              sequence: 2,
              issued: iso(LATER - MINUTE),
              expires: iso(LATER + 20 * MINUTE),
              sources: { read: null, except: [], named: [] },
              incidents,
              services: [],
              networks: [],
              views: null,
              catalogue: null,
              ranges: null,
            },
          },
        ];
  return { ...emptyWorld("chromium", "full"), sites: { "netflix.com": site }, feeds, feedAt: LATER - MINUTE };
}

describe("a watched site is back", () => {
  test("when the person opened it after asking, and it worked", () => {
    expect(returnOf(WATCH, world({ pageOkAt: LATER - MINUTE }), LATER)).toBe("here");
    expect(returnOf(WATCH, world({ pageOkAt: NOW - MINUTE }), LATER)).toBeNull();
  });

  test("only once no failure followed for half a minute", () => {
    expect(returnOf(WATCH, world({ pageOkAt: LATER - 5000 }), LATER)).toBeNull();
    expect(returnOf(WATCH, world({ pageOkAt: LATER - 2 * MINUTE, failedAt: LATER - MINUTE }), LATER)).toBeNull();
    expect(returnOf(WATCH, world({ pageOkAt: LATER - MINUTE, failedAt: LATER - 2 * MINUTE }), LATER)).toBe("here");
  });

  test("not by the feed while it still fails here", () => {
    expect(returnOf(WATCH, world({ incidents: [], failedAt: LATER - MINUTE }), LATER)).toBeNull();
  });

  test("when a feed newer than the request no longer has its incident, or has it as resolved", () => {
    expect(returnOf(WATCH, world({ incidents: [] }), LATER)).toBe("feed");
    expect(returnOf(WATCH, world({ incidents: [{ ...AWS_INCIDENT, status: "resolved" }] }), LATER)).toBe("feed");
    expect(returnOf(WATCH, world({ incidents: [AWS_INCIDENT] }), LATER)).toBeNull();
  });

  test("never by an expired feed, nor by one from before the request, nor without an incident", () => {
    expect(returnOf(WATCH, world({ incidents: [] }), LATER + DAY)).toBeNull();
    expect(returnOf({ ...WATCH, requestedAt: LATER }, world({ incidents: [] }), LATER)).toBeNull();
    expect(returnOf({ ...WATCH, incident: null }, world({ incidents: [] }), LATER)).toBeNull();
  });
});

test("a watch ends after a day", () => {
  expect(isExpired(WATCH, NOW + DAY)).toBe(false);
  expect(isExpired(WATCH, NOW + DAY + 1)).toBe(true);
});

describe("a watched provider is back", () => {
  const AWS: Watch = { ...WATCH, site: "aws/us-east-1", host: null, name: "AWS US East (N. Virginia)", incident: null };
  const hosted = (on: string, seen: { pageOkAt?: number; failedAt?: number }) => {
    const result = world(seen);
    const [site] = Object.values(result.sites);
    const [host] = Object.values(site?.hosts ?? {});
    if (host !== undefined) host.on = on;
    return result;
  };

  test("when something on it answered after the request, and nothing on it failed since", () => {
    expect(returnOf(AWS, hosted("aws/us-east-1", { pageOkAt: LATER - MINUTE }), LATER)).toBe("here");
    expect(returnOf(AWS, hosted("aws/us-east-1", { pageOkAt: LATER - MINUTE, failedAt: LATER - 10_000 }), LATER)).toBeNull();
  });

  test("by its own region only, and by any region where the whole provider is watched", () => {
    expect(returnOf(AWS, hosted("aws/us-west-2", { pageOkAt: LATER - MINUTE }), LATER)).toBeNull();
    expect(returnOf({ ...AWS, site: "aws" }, hosted("aws/us-west-2", { pageOkAt: LATER - MINUTE }), LATER)).toBe("here");
    expect(returnOf({ ...AWS, site: "aws" }, hosted("awstats", { pageOkAt: LATER - MINUTE }), LATER)).toBeNull();
  });
});
