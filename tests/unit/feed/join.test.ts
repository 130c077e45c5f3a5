import { describe, expect, test } from "vitest";
import { type Feed, type Incident, readFeed } from "../../../utils/core/feed/feed.ts";
import { isFrozen } from "../../../utils/core/feed/freshness.ts";
import { joinFeeds } from "../../../utils/core/feed/join.ts";
import { readFeedPolicy } from "../../../utils/core/feed/policy.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { directQuestion } from "../../../utils/core/view/direct-question.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

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

describe("several feeds as one", () => {
  test("hold until the first of them ends", () => {
    expect(joinFeeds([feed({}), feed({ expires: iso(10) })], NOW)?.expires).toBe(iso(10));
  });

  test("leave out what has expired, and are the one that is left", () => {
    const good = feed({ sequence: 9, incidents: [incident("a")] });
    expect(joinFeeds([feed({ expires: iso(-1), incidents: [incident("old")] }), good], NOW)).toBe(good);
  });

  test("that have all expired are the main one, which weighs nothing any more", () => {
    const main = feed({ expires: iso(-2) });
    expect(joinFeeds([main, feed({ expires: iso(-1) })], NOW)).toBe(main);
    expect(joinFeeds([], NOW)).toBeNull();
  });

  test("tell one incident once, in its latest words", () => {
    const joined = joinFeeds(
      [feed({ incidents: [incident("a"), incident("b")] }), feed({ incidents: [{ ...incident("a", iso(-1)), title: "later" }] })],
      NOW,
    );
    expect(joined?.incidents.map(({ id, title }) => [id, title])).toEqual([
      ["a", "later"],
      ["b", "b"],
    ]);
  });

  test("believe of a source whoever read it last", () => {
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

  test("have the address table of the main one", () => {
    const ranges = { url: "v1/ranges.bin", sha256: "a".repeat(64) };
    expect(joinFeeds([feed({ ranges }), feed({ ranges: { ...ranges, sha256: "b".repeat(64) } })], NOW)?.ranges).toEqual(ranges);
  });
});

test("a copy is frozen when half of its time is over", () => {
  expect(isFrozen(feed({ issued: iso(-15), expires: iso(15) }), NOW)).toBe(false);
  expect(isFrozen(feed({ issued: iso(-16), expires: iso(14) }), NOW)).toBe(true);
});

describe("the policy of an organisation", () => {
  const rootKey = "A".repeat(43);

  test("sets feeds and choices", () => {
    const value = { feeds: [{ mirrors: ["https://feed.company.example/"], rootKey }], onlyTheseFeeds: true, askStatusPages: false };
    expect(readFeedPolicy(value)).toEqual({
      feeds: [{ mirrors: ["https://feed.company.example"], rootKey }],
      onlyThese: true,
      askStatusPages: false,
      problems: [],
    });
  });

  test.each([undefined, null, 7, "feeds", { feeds: "none" }, { feeds: [null, 7, {}] }, { feeds: [{ mirrors: [7], rootKey }] }])(
    "that is %j sets nothing and breaks nothing",
    (value) => {
      expect(readFeedPolicy(value)).toMatchObject({ feeds: [], onlyThese: false, askStatusPages: null });
    },
  );
});

describe("whom to ask directly", () => {
  const failing = SITUATIONS["provider-incident"];
  if (failing === undefined) throw new Error("no sample");

  test("nobody while a feed answers, one of several or one that stands still", () => {
    expect(directQuestion(failing)).toBeNull();
    const status = { state: "frozen", issued: iso(-20), checked: iso(0), reason: "" } as const;
    expect(directQuestion({ ...failing, feed: { state: "not-set" }, otherFeeds: [{ name: "x", status }] })).toBeNull();
  });

  test("the provider that the verdict names", () => {
    for (const state of ["not-set", "never"] as const)
      expect(directQuestion({ ...failing, feed: { state, reason: null } })).toEqual({ site: null, provider: "aws" });
  });

  test("a site's own page, or that of the cloud under it", () => {
    const site = SITUATIONS["site-unreachable"];
    if (site === undefined) throw new Error("no sample");
    const asked = {
      ...site,
      feed: { state: "not-set" } as const,
      service: { id: "netflix", name: "Netflix" },
      hostedOn: [{ host: "a", failing: true, place: { provider: "aws", region: null } }],
    };
    expect(directQuestion(asked)).toEqual({ site: "netflix", provider: "aws" });
  });

  test("nobody for what is this side's", () => {
    const offline = { ...failing.verdict, scope: "local", cause: "offline", subject: null } as const;
    expect(directQuestion({ ...failing, feed: { state: "not-set" }, verdict: offline })).toBeNull();
  });
});
