import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contents, writeDocument } from "../../../server/publish/document.ts";
import { inOneLine } from "../../../server/publish/one-line.ts";
import { FEED_SIZE_LIMIT } from "../../../utils/core/feed/envelope.ts";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";

const NOW = Date.parse("2026-03-03T09:05:00.500Z");

function incident(more: Partial<Incident> = {}): Incident {
  return {
    ...{ id: "aws-1", provider: "aws", region: "us-east-1", services: [], site: null, severity: "major", status: "investigating" },
    ...{ started: "2026-03-03T09:00:00.000Z", updated: "2026-03-03T09:00:00.000Z", resolved: null, title: "T", summary: "", advice: [] },
    ...{ official: null, crowd: null, affects: [] },
    ...more,
  };
}

function written(incidents: Incident[], more: Partial<Contents> = {}) {
  const bytes = writeDocument({ sources: [], incidents, services: [], catalogue: null, ranges: null, ...more }, [], 7, NOW);
  const reading = readFeed(JSON.parse(new TextDecoder().decode(bytes)));
  if (!reading.ok) throw new Error(reading.reason);
  return { bytes, feed: reading.feed };
}

describe("the document", () => {
  test("has number, time of issue and an end half an hour later, in whole seconds", () => {
    expect(written([]).feed).toMatchObject({ version: 1, sequence: 7, issued: "2026-03-03T09:05:00Z", expires: "2026-03-03T09:35:00Z" });
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

  test("leaves out an incident that clients would refuse, and keeps the rest", () => {
    const broken = { ...incident({ id: "broken" }), severity: "unheard-of" } as unknown as Incident;
    expect(written([broken, incident()]).feed.incidents.map(({ id }) => id)).toEqual(["aws-1"]);
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
    expect(bytes.length).toBeLessThan(FEED_SIZE_LIMIT);
    expect(feed.incidents[0]?.id).toBe("i999");
    expect(feed.incidents.length).toBeGreaterThan(50);
  });

  test("of a bad day, with twenty incidents and all sources, stays below 6 kB compressed", () => {
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
    const sources = Array.from({ length: 170 }, (_, index) => ({
      id: `source-${index}`,
      checked: "2026-03-03T09:04:00Z",
      ok: index % 9 !== 0,
    }));
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
