import { describe, expect, test } from "vitest";
import { copyOf } from "../../../utils/core/feed/copy-of.ts";
import { type Feed, readFeed } from "../../../utils/core/feed/feed.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { type FeedCopy, joinFeeds } from "../../../utils/core/feed/join.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

function feed(changes: object): Feed {
  const reading = readFeed({ version: 2, sequence: 1, issued: iso(-5), expires: iso(25), incidents: [], ...changes });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.feed;
}

const main = (changes: object): FeedCopy => ({ kind: "main", of: "", feed: feed(changes) });
const added = (of: string, changes: object): FeedCopy => ({ kind: "added", of, feed: feed(changes) });
const direct = (about: string, changes: object): FeedCopy => ({ kind: "direct", of: `direct-${about}`, feed: feed(changes) });

function incident(id: string, changes: object = {}): Incident {
  const times = { started: iso(-9), updated: iso(-3) };
  const [whole] = feed({
    incidents: [{ id, provider: id, region: null, severity: "major", status: "investigating", title: id, ...times, ...changes }],
  }).incidents;
  if (whole === undefined) throw new Error(id);
  return whole;
}

describe("a feed joined from several", () => {
  test("has each copy until the end of that copy, and expires with the last", () => {
    const copies = [main({ incidents: [incident("a")] }), added("company", { expires: iso(3), incidents: [incident("wiki")] })];
    expect(joinFeeds(copies, NOW)?.incidents.map(({ id }) => id)).toEqual(["a", "company:wiki"]);
    expect(joinFeeds(copies, NOW + 4 * MINUTE)?.incidents.map(({ id }) => id)).toEqual(["a"]);
    expect(joinFeeds(copies, NOW)?.expires).toBe(iso(25));
  });

  test("is the main one where no other remains, and the main one expired where all have expired", () => {
    const good = main({ sequence: 9, incidents: [incident("a")] });
    const old = added("company", { expires: iso(-1), incidents: [incident("old")] });
    expect(joinFeeds([good, old], NOW)).toBe(good.feed);
    const past = main({ expires: iso(-2) });
    expect(joinFeeds([past, old], NOW)).toBe(past.feed);
    expect(joinFeeds([], NOW)).toBeNull();
  });

  test("keeps what each feed says under an id of its own, so that none can resolve another's incident", () => {
    const over = incident("a", { status: "resolved", resolved: iso(-1), updated: iso(-1), title: "All good" });
    const joined = joinFeeds([main({ incidents: [incident("a")] }), added("company", { incidents: [over] })], NOW);
    expect(joined?.incidents.map(({ id, status }) => [id, status])).toEqual([
      ["a", "investigating"],
      ["company:a", "resolved"],
    ]);
  });

  test("says once what two feeds say alike", () => {
    const joined = joinFeeds([main({ incidents: [incident("a")] }), direct("a", { incidents: [incident("a")] })], NOW);
    expect(joined?.incidents.map(({ id }) => id)).toEqual(["a"]);
  });

  test.each([
    ["is older", { started: iso(-420) }],
    ["is of one country", { areas: ["ES"] }],
    ["is of other services", { services: ["lex"] }],
    ["names fewer of those who suffer", { affects: ["slack"] }],
  ])("keeps what a feed says where an earlier one %s", (_, less) => {
    const whole = incident("a", { services: ["ec2"], affects: ["slack", "netflix"] });
    const quiet = added("quiet", { incidents: [{ ...whole, ...less }] });
    const joined = joinFeeds([main({}), quiet, direct("a", { incidents: [whole] })], NOW);
    expect(joined?.incidents.map(({ id }) => id)).toEqual(["quiet:a", "direct-a:a"]);
  });

  test("has everything that one feed says of one place", () => {
    const incidents = [incident("a", { provider: "aws" }), incident("b", { provider: "aws" })];
    const joined = joinFeeds([main({}), added("company", { incidents })], NOW);
    expect(joined?.incidents.map(({ id }) => id)).toEqual(["company:a", "company:b"]);
  });

  test("finds the copy that an incident comes from", () => {
    const copies = [main({ incidents: [incident("a")] }), added("company", { incidents: [incident("wiki")] })];
    expect(copyOf("company:wiki", copies)).toEqual({ copy: copies[1], id: "wiki" });
    expect(copyOf("a", copies)).toEqual({ copy: copies[0], id: "a" });
    expect(copyOf("a", copies.slice(1))).toBeNull();
  });

  test("lets only the main feed say which status pages were read, and ask for whom a service works", () => {
    const sources = { read: iso(-5), except: [{ id: "aws", checked: null }] };
    const services = [{ id: "netflix", state: "watch" }];
    const asked = { sources: { named: [{ id: "gcp", checked: iso(-1), ok: true }] } };
    const joined = joinFeeds([added("company", { sources, services }), direct("gcp", asked)], NOW);
    expect(joined?.sources).toEqual({ read: null, except: [], named: [{ id: "gcp", checked: iso(-1), ok: true }] });
    expect(joined?.services).toMatchObject([{ id: "netflix", state: "elevated" }]);
    expect(joinFeeds([main({ sources, services }), direct("gcp", asked)], NOW)).toMatchObject({
      ...{ services: [{ state: "watch" }], sources: { read: iso(-5), except: [{ id: "aws" }], named: [{ id: "gcp" }] } },
    });
  });

  test("has the troubles of networks that any feed tells of, each once", () => {
    const cut = { asn: null, name: "ES", country: "ES", cannotReach: ["cloudflare"], since: iso(-9) };
    const more = { ...cut, cannotReach: ["cloudflare", "fastly"] };
    const other = { ...cut, asn: 3352, name: "AS3352" };
    const joined = joinFeeds([main({ networks: [cut] }), added("company", { networks: [cut, more, other] })], NOW);
    expect(joined?.networks).toMatchObject([cut, more, other]);
  });

  test("has the address table of the main one, and of no other", () => {
    const ranges = { url: "v2/ranges.bin", sha256: "a".repeat(43) };
    expect(joinFeeds([main({ ranges }), added("company", { ranges: { ...ranges, sha256: "b".repeat(43) } })], NOW)?.ranges).toEqual(ranges);
    expect(joinFeeds([added("company", { ranges }), added("other", {})], NOW)?.ranges).toBeNull();
  });
});
