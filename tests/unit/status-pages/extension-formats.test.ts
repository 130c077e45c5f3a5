import { describe, expect, test } from "vitest";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import { adapterFor as adapterInExtension } from "../../../utils/replacements/formats.ts";

describe("the extension's parsers", () => {
  test("are those of the server, under the same names", () => {
    const shared = FORMATS.filter((format) => adapterInExtension(format) !== null);
    expect(shared).toContain("statuspage");
    for (const format of shared) expect(adapterInExtension(format)).toBe(adapterFor(format));
  });

  test("do not read a format that one company uses, nor an unknown name", () => {
    for (const format of ["slack", "paypal", "no-such-format", "toString"]) expect(adapterInExtension(format)).toBeNull();
  });
});
