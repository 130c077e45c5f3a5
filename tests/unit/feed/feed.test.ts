import { describe, expect, test } from "vitest";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { sanitizeText } from "../../../utils/core/net/sanitize.ts";

const TIME = "2026-03-03T09:05:00Z";
const INCIDENT = {
  id: "i",
  provider: "aws",
  region: null,
  severity: "major",
  status: "investigating",
  started: TIME,
  updated: TIME,
  title: "T",
};

function readWith(incident: object, more: object = {}) {
  const document = {
    version: 1,
    sequence: 1,
    issued: TIME,
    expires: "2026-03-03T09:35:00Z",
    incidents: [{ ...INCIDENT, ...incident }],
    ...more,
  };
  return readFeed(document);
}

function incidentWith(incident: object) {
  const reading = readWith(incident);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.feed.incidents[0];
}

describe("a feed document", () => {
  test("is sanitised in all of its texts", () => {
    const words = "a\u202Eb\u0000c";
    const advice = [{ for: "user", text: words }];
    const official = { url: "javascript:alert(1)", acknowledged: TIME };
    expect(incidentWith({ title: words, summary: words, services: [words], advice, official })).toMatchObject({
      ...{ title: "ab c", summary: "ab c", services: ["ab c"], advice: [{ for: "user", text: "ab c" }] },
      official: { url: "", acknowledged: TIME },
    });
  });

  test("keeps an incident whose title has invisible characters only, and drops such services", () => {
    const unseen = "\u200B\u202E \u0000";
    expect(incidentWith({ title: unseen, services: [unseen, "queue"] })).toMatchObject({ title: "…", services: ["queue"] });
  });

  test("keeps at most forty services of an incident", () => {
    expect(incidentWith({ services: Array.from({ length: 1000 }, (_, index) => `s${index}`) })?.services).toHaveLength(40);
  });

  test("of version 1 says of no incident where it is, and of no network that it is in trouble", () => {
    expect(readWith({})).toMatchObject({ feed: { incidents: [{ areas: [] }], networks: [] } });
  });

  const CUT = { asn: 3352, name: "Telefonica\u202E", country: "ES", cannotReach: ["cloudflare"], since: TIME };
  test.each([
    ["one network", CUT],
    ["a network whose country is not known", { ...CUT, country: null }],
    ["a whole country", { ...CUT, asn: null }],
  ])("tells of trouble of %s", (_, trouble) => {
    expect(readWith({}, { networks: [trouble] })).toMatchObject({ feed: { networks: [{ ...trouble, name: "Telefonica", crowd: null }] } });
  });

  test.each([
    ["nowhere", { ...CUT, asn: null, country: null }],
    ["with everything", { ...CUT, cannotReach: [] }],
    ["of a network that has no such number", { ...CUT, asn: 2 ** 32 }],
    ["of a country with a name in place of a code", { ...CUT, country: "Spain" }],
  ])("is refused for trouble %s", (_, trouble) => {
    expect(readWith({}, { networks: [trouble] }).ok).toBe(false);
  });

  test.each([
    ["an area that is no country code", { areas: ["eu-west-1"] }],
    ["an empty id", { provider: "" }],
    ["an endless id", { provider: "w".repeat(121) }],
    ["an endless title", { title: "W".repeat(1_000_000) }],
    ["a time that not every browser reads", { started: "2026-03-03T09:00:00+05" }],
    ["a number that is not a safe integer", { crowd: { reporters: 1e308, networks: 1 } }],
    ["a text in place of a severity", { severity: `<img src=x>\u202E${"W".repeat(100_000)}` }],
  ])("is refused for %s, with a reason that is safe to show", (_, incident) => {
    const reading = readWith(incident);
    if (reading.ok) throw new Error("it was accepted");
    expect(reading.reason.length).toBeLessThanOrEqual(200);
    expect(reading.reason).toBe(sanitizeText(reading.reason));
  });

  test.each(["https://elsewhere.example/ranges.bin", "//elsewhere.example/ranges.bin", "data:,x", "/../x", "v1/../../x", "C:/x"])(
    "cannot refer to %s for its address table",
    (url) => {
      expect(readWith({}, { ranges: { url, sha256: "0".repeat(43) } }).ok).toBe(false);
      expect(readWith({}, { ranges: { url: "v1/ranges-0.bin", sha256: "0".repeat(43) } }).ok).toBe(true);
    },
  );

  test("is kept where vantages saw a failure that only a later version has a word for", () => {
    const reading = readWith(
      {},
      { views: { at: TIME, from: [{ id: "fra" }], fail: [{ target: "fastly", from: ["fra"], failure: "quic.lost" }] } },
    );
    expect(reading).toMatchObject({ ok: true, feed: { views: { fail: [{ target: "fastly", failure: "unknown" }] } } });
  });

  test("is kept with ids of other characters, which are replaced", () => {
    const odd = incidentWith({ id: "a#1 \u202E", provider: "__proto__", region: "north & south", affects: ["toString"] });
    expect(odd).toMatchObject({ id: "a-231-20-202e", provider: "__proto__-", region: "north-20-26-20south", affects: ["toString-"] });
  });
});
