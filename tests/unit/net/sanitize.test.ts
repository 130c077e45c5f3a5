import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { sanitizeLink, sanitizeName, sanitizeText } from "../../../utils/core/net/sanitize.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";
import { componentName } from "../../../utils/core/providers/component-table.ts";
import { webAddress } from "../../../utils/core/status-pages/parsing/web-address.ts";

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

describe("somebody else's words", () => {
  test.each([
    ["a \u202Etxet desrever\u202C b", "a txet desrever b"],
    ["\u2066a\u2069\u200F\u061Cb", "ab"],
    ["pay\u200Bpal\u2060\uFEFF\u00AD", "paypal"],
    ["a\u0000b\u001B[31m\nc\u2028d\u0085e", "a b [31m c d e"],
    ["tag\u{E0041}\u3164 half \uD83D", "tag half"],
    ["<b>&amp;</b>", "<b>&amp;</b>"],
    ["نص عربي 👍 été", "نص عربي 👍 été"],
    [
      "می\u200Cخواهم क्\u200Dष 👨\u200D👩\u200D👧 👩🏽\u200D🔧 ❤\uFE0F\u200D🔥 1\uFE0F\u20E3",
      "می\u200Cخواهم क्\u200Dष 👨\u200D👩\u200D👧 👩🏽\u200D🔧 ❤\uFE0F\u200D🔥 1\uFE0F\u20E3",
    ],
    ["pay\u200Cpal p\u200Day می\u200C \u200Cخ 👍\u200D x\uFE0Fy", "paypal pay می خ 👍 xy"],
    ["\u2800a\u2800\u2800b\u2800", "a b"],
  ])("%j are shown as %j", (text, shown) => {
    expect(sanitizeText(text)).toBe(shown);
  });

  test("are well formed, in one line, and the same when they are cleaned again, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = sanitizeText(text);
        expect(shown).not.toMatch(/(?!\u200c|\u200d|[\u0600-\u0605\u06dd\u08e2])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(shown.length).toBeLessThanOrEqual(text.length);
        expect(sanitizeText(shown)).toBe(shown);
      }),
    );
  });
});

describe("a link", () => {
  test.each(["https://status.example/", "https://status.example:8443/a?b#c", "HTTPS://status.example", "https://stätus.example/@me"])(
    "may lead to %s",
    (address) => {
      expect(sanitizeLink(address)).toBe(address);
      expect(webAddress(address)).toBe(address);
    },
  );

  test.each([
    ...[
      "javascript:alert(1)",
      "JAVASCRIPT://x/%0aalert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "blob:https://a.example/1",
      "//a.example",
    ],
    ...["http://status.example/", "https://aws.amazon.com@evil.example/", "https://user:password@evil.example/", "https:\\\\evil.example"],
    ...["https:///evil.example", "https://a\nb.example/", " https://a.example/", "https://", ""],
  ])("never leads to %j", (address) => {
    expect(sanitizeLink(address)).toBe("");
    expect(webAddress(address)).toBeNull();
  });
});

describe("a feed that is rightly signed", () => {
  test("is cleaned wherever it has words", () => {
    const words = "a\u202Eb\u0000c";
    const advice = [{ for: "user", text: words }];
    const official = { url: "javascript:alert(1)", acknowledged: TIME };
    expect(incidentWith({ title: words, summary: words, services: [words], advice, official })).toMatchObject({
      ...{ title: "ab c", summary: "ab c", services: ["ab c"], advice: [{ for: "user", text: "ab c" }] },
      official: { url: "", acknowledged: TIME },
    });
  });

  test("keeps an outage whose words are all unseen, and names no service that has none", () => {
    const unseen = "\u200B\u202E \u0000";
    expect(incidentWith({ title: unseen, services: [unseen, "queue"] })).toMatchObject({ title: "…", services: ["queue"] });
  });

  test("names forty services of an incident at most", () => {
    expect(incidentWith({ services: Array.from({ length: 1000 }, (_, index) => `s${index}`) })?.services).toHaveLength(40);
  });

  test.each([
    ["nothing in place of an id", { provider: "" }],
    ["an endless id", { provider: "w".repeat(121) }],
    ["an endless title", { title: "W".repeat(1_000_000) }],
    ["a time that not every browser reads", { started: "2026-03-03T09:00:00+05" }],
    ["a number that nobody can count", { crowd: { reporters: 1e308, networks: 1 } }],
    ["words in place of a severity", { severity: `<img src=x>\u202E${"W".repeat(100_000)}` }],
  ])("is refused for %s, in a line that is harmless itself", (_, incident) => {
    const reading = readWith(incident);
    if (reading.ok) throw new Error("it was accepted");
    expect(reading.reason.length).toBeLessThanOrEqual(200);
    expect(reading.reason).toBe(sanitizeText(reading.reason));
  });

  test.each(["https://elsewhere.example/ranges.bin", "//elsewhere.example/ranges.bin", "data:,x", "/../x", "v1/../../x", "C:/x"])(
    "cannot send anybody to %s for its address table",
    (url) => {
      expect(readWith({}, { ranges: { url, sha256: "0".repeat(64) } }).ok).toBe(false);
      expect(readWith({}, { ranges: { url: "v1/ranges-0.bin", sha256: "0".repeat(64) } }).ok).toBe(true);
    },
  );
});

describe("what is shown as it is where it has no name", () => {
  test.each(["aws", "us-east-1", "a.b_c:d/e"])("%s stays as it is", (name) => expect(sanitizeName(name)).toBe(name));

  test.each([
    ["two words", "two-20words"],
    ["<b>\u202Ea", "-3cb-3e-202ea"],
    ["عطل", "-639-637-644"],
    ["constructor", "constructor-"],
    ["__proto__", "__proto__-"],
  ])("%j becomes %j", (name, shown) => expect(sanitizeName(name)).toBe(shown));

  test("is shown of a feed whose other incidents are as they were", () => {
    const odd = incidentWith({ id: "a#1 \u202E", provider: "__proto__", region: "north & south", affects: ["toString"] });
    expect(odd).toMatchObject({ id: "a-231-20-202e", provider: "__proto__-", region: "north-20-26-20south", affects: ["toString-"] });
  });

  test("an address table with any other name of a place is refused", () => {
    const placeholder = "x".repeat(12);
    const { bytes } = encodeTable([[listNetwork("203.0.113.0/24", placeholder, null)]]);
    const named = (name: string) =>
      readAddressTable(Buffer.from(Buffer.from(bytes).toString("latin1").replace(placeholder, name), "latin1"));
    expect(named("y".repeat(12))).not.toBeNull();
    for (const name of ["two words ok", "\\u202Eabcdef", "<img src=x/>", "constructor/"]) expect(named(name), name).toBeNull();
  });

  test("a component named like a part of every object has no other name", () => {
    expect(componentName("aws", "constructor")).toBe("constructor");
    expect(componentName("aws", "dynamodb")).toBe("DynamoDB");
  });
});
