import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../../utils/core/feed/base64url.ts";

describe("base64url", () => {
  test("encodes and decodes any bytes, without padding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test.each(["a", "ab+d", "ab=", "ab==", "ab/d", "a\n", "QUJDRB"])("refuses %j: each value has one text", (text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});
