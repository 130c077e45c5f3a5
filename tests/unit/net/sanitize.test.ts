import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sanitizeLink, sanitizeName, sanitizeText } from "../../../utils/core/net/sanitize.ts";
import { webAddress } from "../../../utils/core/status-pages/parsing/web-address.ts";

describe("a text from elsewhere", () => {
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
  ])("%j is shown as %j", (text, shown) => {
    expect(sanitizeText(text)).toBe(shown);
  });

  test("becomes one well-formed line, which sanitising again does not change", () => {
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

describe("an id from elsewhere", () => {
  test.each(["aws", "us-east-1", "a.b_c:d/e"])("%s stays as it is", (name) => expect(sanitizeName(name)).toBe(name));

  test.each([
    ["two words", "two-20words"],
    ["<b>\u202Ea", "-3cb-3e-202ea"],
    ["عطل", "-639-637-644"],
    ["constructor", "constructor-"],
    ["__proto__", "__proto__-"],
  ])("%j becomes %j", (name, shown) => expect(sanitizeName(name)).toBe(shown));
});
