import fc from "fast-check";
import { expect, test } from "vitest";
import { quoted, quotedName, shortId } from "../../../scripts/mcp/vendor-text.ts";

test("a text of somebody else stands in quotes that it cannot close, has no markup, and is cut", () => {
  expect(quoted('API "down" <b>now</b> `rm`')).toBe('"API down b now /b rm"');
  expect([...quoted("x".repeat(500))]).toHaveLength(102);
  expect(quotedName("A service with a name that goes on and on and on")).toBe('"A service with a name that goes on and …"');
  expect(shortId("x".repeat(120))).toHaveLength(40);
});

test("whatever the text, there are two quotes, at its ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const result = quoted(text);
      expect(result).toMatch(/^"[^"`<>[\]{}]*"$/u);
      expect([...result].length).toBeLessThanOrEqual(102);
    }),
  );
});
