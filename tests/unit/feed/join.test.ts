import { describe, expect, test } from "vitest";
import { type Feed, readFeed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { joinFeeds } from "../../../utils/core/feed/join.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

function feed(changes: Partial<Feed>): Feed {
  const reading = readFeed({ version: 1, sequence: 1, issued: iso(-5), expires: iso(25), incidents: [], ...changes });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.feed;
}

function incident(id: string, updated = iso(-3)): Incident {
  const [whole] = feed({
    incidents: [
      { id, provider: "aws", region: null, severity: "major", status: "investigating", title: id, started: iso(-9), updated } as Incident,
    ],
  }).incidents;
  if (whole === undefined) throw new Error(id);
  return whole;
}

describe("a feed joined from several", () => {
  test("expires with the first of them", () => {
    expect(joinFeeds([feed({}), feed({ expires: iso(10) })], NOW)?.expires).toBe(iso(10));
  });

  test("leaves out expired feeds, and is the remaining one where one remains", () => {
    const good = feed({ sequence: 9, incidents: [incident("a")] });
    expect(joinFeeds([feed({ expires: iso(-1), incidents: [incident("old")] }), good], NOW)).toBe(good);
  });

  test("is the main one, expired, where all have expired", () => {
    const main = feed({ expires: iso(-2) });
    expect(joinFeeds([main, feed({ expires: iso(-1) })], NOW)).toBe(main);
    expect(joinFeeds([], NOW)).toBeNull();
  });

  test("has each incident once, as it was updated last", () => {
    const joined = joinFeeds(
      [feed({ incidents: [incident("a"), incident("b")] }), feed({ incidents: [{ ...incident("a", iso(-1)), title: "later" }] })],
      NOW,
    );
    expect(joined?.incidents.map(({ id, title }) => [id, title])).toEqual([
      ["a", "later"],
      ["b", "b"],
    ]);
  });

  test("has each source as it was checked last", () => {
    const joined = joinFeeds(
      [
        feed({ sources: [{ id: "aws", checked: iso(-9), ok: true }] }),
        feed({ sources: [{ id: "aws", checked: iso(-1), ok: false }] }),
        feed({ sources: [{ id: "aws", checked: null, ok: false }] }),
      ],
      NOW,
    );
    expect(joined?.sources).toEqual([{ id: "aws", checked: iso(-1), ok: false }]);
  });

  test("has the address table of the main one", () => {
    const ranges = { url: "v1/ranges.bin", sha256: "a".repeat(64) };
    expect(joinFeeds([feed({ ranges }), feed({ ranges: { ...ranges, sha256: "b".repeat(64) } })], NOW)?.ranges).toEqual(ranges);
  });
});
