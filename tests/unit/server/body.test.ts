import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contents, figuresOf, neatContents, newsOf, writeBody } from "../../../server/publish/body.ts";
import { inOneLine } from "../../../server/publish/one-line.ts";
import { readBody } from "../../../utils/core/feed/feed.ts";
import { BODY_SIZE_LIMIT } from "../../../utils/core/feed/head.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";

function incident(more: Partial<Incident> = {}): Incident {
  return {
    ...{ id: "aws-1", provider: "aws", region: "us-east-1", services: [], site: null, severity: "major", status: "investigating" },
    ...{ started: "2026-03-03T09:00:00.000Z", updated: "2026-03-03T09:00:00.000Z", resolved: null, title: "T", summary: "", advice: [] },
    ...{ official: null, crowd: null, areas: [], affects: [] },
    ...more,
  };
}

const contents = (incidents: Incident[], more: Partial<Contents> = {}): Contents =>
  neatContents({
    ...{
      sources: { read: "2026-03-03T09:05:00Z", except: [], named: [] },
      incidents,
      services: [],
      networks: [],
      views: null,
      catalogue: null,
      ranges: null,
    },
    ...more,
  });

const SPAIN = { asn: null, name: "ES", country: "ES", cannotReach: ["cloudflare"], since: "2026-03-03T09:00:00Z", crowd: null };

function written(incidents: Incident[], more: Partial<Contents> = {}) {
  const bytes = writeBody(contents(incidents, more), null);
  const reading = readBody(JSON.parse(new TextDecoder().decode(bytes)));
  if (!reading.ok) throw new Error(reading.reason);
  return { bytes, feed: reading.body };
}

describe("a body", () => {
  test("names the body before, and no source one by one", () => {
    const bytes = writeBody(contents([]), "a".repeat(43));
    const body = JSON.parse(new TextDecoder().decode(bytes));
    expect(body).toMatchObject({ version: 2, previous: "a".repeat(43), sources: { read: "2026-03-03T09:05:00Z", except: [] } });
    expect(body.sources.named).toBeUndefined();
  });

  test("grows by less than 200 bytes, compressed, where vantages see that everything answers", () => {
    const sha256 = "lJ0k3xJ9qf2Yw8m4Tz7cVb1nH6gRd5sPaQeUoKiXyWM";
    const views = { at: "2026-03-03T09:05:00Z", from: [{ id: "fra", country: "DE", asn: 24940 }], targets: sha256, fail: [], blind: [] };
    const sources = { read: "2026-03-03T09:05:00Z", except: [], named: [] };
    const size = (more: Partial<Contents>) => brotliCompressSync(writeBody(contents([], { sources, ...more }), "a".repeat(43))).length;
    expect(size({ views, targets: { url: `v2/targets-${sha256}.json`, sha256 } }) - size({})).toBeLessThan(200);
  });

  test("has no news where only the time of the measurements differs, and news where something fails", () => {
    const views = {
      at: "2026-03-03T09:05:00Z",
      from: [{ id: "fra", country: "DE", asn: null }],
      targets: "A".repeat(43),
      fail: [],
      blind: [],
    };
    const before = contents([], { views });
    expect(newsOf(contents([], { views: { ...views, at: "2026-03-03T09:06:00Z" } }))).toBe(newsOf(before));
    const since = "2026-03-03T09:04:00Z";
    const fail = [{ target: "cloudflare", from: ["fra"], failure: "tcp.timed_out" as const, since }];
    expect(newsOf(contents([], { views: { ...views, fail } }))).not.toBe(newsOf(before));
    expect(newsOf(contents([], { views: null }))).not.toBe(newsOf(before));
  });

  test("has no news where only the time of reading and the numbers of the crowd differ", () => {
    const crowd = { reporters: 20, networks: 9, baseline: 1, series: [5, 10] };
    const before = contents([incident({ crowd })]);
    const after = contents([incident({ crowd: { ...crowd, reporters: 30 }, updated: "2026-03-03T09:06:00Z" })], {
      sources: { read: "2026-03-03T09:06:00Z", except: [], named: [] },
    });
    expect(newsOf(after)).toBe(newsOf(before));
    expect(figuresOf(after)).not.toBe(figuresOf(before));
  });

  test.each<[string, Partial<Contents>]>([
    ["a source cannot be read any more", { sources: { read: "2026-03-03T09:05:00Z", except: [{ id: "aws", checked: null }], named: [] } }],
    ["a service is on watch", { services: [{ id: "netflix", state: "watch", crowd: null }] }],
    ["a network is in trouble", { networks: [SPAIN] }],
    ["there is a new address table", { ranges: { url: "v2/ranges.bin", sha256: "b".repeat(43) } }],
  ])("has news where %s", (_, change) => {
    expect(newsOf(contents([incident()], change))).not.toBe(newsOf(contents([incident()])));
  });

  test("lists the gravest open incidents first and the ended ones last", () => {
    const ids = written([
      incident({ id: "minor", severity: "minor" }),
      incident({ id: "over", severity: "critical", resolved: "2026-03-03T09:01:00Z", status: "resolved" }),
      incident({ id: "critical", severity: "critical" }),
      incident({ id: "planned", severity: "maintenance" }),
      incident({ id: "newer", severity: "minor", started: "2026-03-03T09:02:00Z" }),
    ]).feed.incidents.map(({ id }) => id);
    expect(ids).toEqual(["critical", "newer", "minor", "planned", "over"]);
  });

  test("leaves out networks that clients would refuse, and keeps the rest", () => {
    const networks = [{ ...SPAIN, country: null }, ...Array.from({ length: 50 }, () => SPAIN)];
    expect(written([], { networks }).feed.networks).toHaveLength(40);
  });

  test("confines an incident to no country where it is confined to more than clients read", () => {
    const areas = Array.from({ length: 21 }, (_, index) => `A${String.fromCharCode(65 + index)}`);
    expect(written([incident({ areas })]).feed.incidents).toMatchObject([{ areas: [] }]);
  });

  test("leaves out an incident that clients would refuse, and keeps the rest", () => {
    const broken = { ...incident({ id: "broken" }), severity: "unheard-of" } as unknown as Incident;
    expect(written([broken, incident()]).feed.incidents.map(({ id }) => id)).toEqual(["aws-1"]);
  });

  test("has the first incidents of each provider and site, however many graver ones another has", () => {
    const hostile = Array.from({ length: 200 }, (_, index) =>
      incident({ id: `github-${index}`, provider: "github", site: "github", severity: "critical", summary: "x".repeat(900) }),
    );
    const { feed } = written([...hostile, incident(), incident({ id: "gcp-1", provider: "gcp", severity: "minor" })]);
    const ids = feed.incidents.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["aws-1", "gcp-1", "github-0"]));
    expect(ids.slice(-2)).toEqual(["aws-1", "gcp-1"]);
  });

  test("stays within what clients accept, however many incidents there are, and drops the least grave", () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      incident({
        id: `i${index}`,
        severity: index === 999 ? "critical" : "minor",
        summary: `${index} `.repeat(300),
        title: "x".repeat(400),
      }),
    );
    const { bytes, feed } = written(many);
    expect(bytes.length).toBeLessThan(BODY_SIZE_LIMIT);
    expect(feed.incidents[0]?.id).toBe("i999");
    expect(feed.incidents.length).toBeGreaterThan(50);
  });

  test("of a bad day, with twenty incidents and nineteen sources that cannot be read, stays below 6 kB compressed", () => {
    const words =
      "elevated error rates and increased latencies for API requests in the region while we work on mitigation customers may retry".split(
        " ",
      );
    const prose = (seed: number, length: number) =>
      Array.from({ length: 200 }, (_, index) => words[(index * index * 7 + seed * 13 + index * seed) % words.length])
        .join(" ")
        .slice(0, length);
    const twenty = Array.from({ length: 20 }, (_, index) =>
      incident({
        ...{ id: `provider${index}-region-${index}-20260303-1`, provider: `provider${index}`, region: `region-${index}` },
        ...{ title: prose(index, 80), summary: prose(index + 50, 900), services: ["ec2", "dynamodb", "lambda"] },
        ...{ official: { url: `https://status.provider${index}.example/incidents/${index}abc`, acknowledged: "2026-03-03T09:00:00Z" } },
        ...{
          crowd: {
            reporters: 100 + index,
            networks: 20,
            baseline: 2,
            series: Array.from({ length: 24 }, (_, bucket) => 5 * ((bucket * index) % 9)),
          },
        },
      }),
    );
    const except = Array.from({ length: 19 }, (_, index) => ({ id: `source-${index}`, checked: "2026-03-03T09:04:00Z" }));
    const sources = { read: "2026-03-03T09:05:00Z", except, named: [] };
    expect(brotliCompressSync(written(twenty, { sources }).bytes).length).toBeLessThan(6000);
  });
});

describe("somebody else's text", () => {
  test.each([
    ["two\nlines\tand\u0000more", "two lines and more"],
    ["evil \u202Etxet desrever\u202C", "evil txet desrever"],
    ["\u2066a\u2069\u200Fb", "ab"],
    ["نص عربي", "نص عربي"],
  ])("%j is shown as %j", (text, shown) => {
    expect(inOneLine(text, 200)).toBe(shown);
  });

  test("is never longer than allowed and never cut through a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const shown = inOneLine(text, length);
        expect(shown.length).toBeLessThanOrEqual(length);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
