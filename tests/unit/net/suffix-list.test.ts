import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicSuffixes, suffixRules } from "../../../scripts/build/public-suffixes.ts";
import { publicSuffixOf } from "../../../utils/core/net/public-suffix.ts";
import { createSuffixes } from "../../../utils/core/net/suffix-list.ts";

/** Every rule below some labels, as the name that it is about; a wildcard stands for one label of anything. */
function namesIn(rules: ReturnType<typeof suffixRules>, right = ""): string[] {
  return [...rules].flatMap(([label, { below }]) => {
    const name = `${label === "*" ? "anything" : label}${right}`;
    return [name, ...namesIn(below, `.${name}`)];
  });
}

describe("the public suffix list of the extension", () => {
  const compact = createSuffixes(publicSuffixes());

  test("gives the suffix that the library gives for every name in it, and for names below", () => {
    const names = namesIn(suffixRules());
    expect(names.length).toBeGreaterThan(9000);
    const hosts = names.flatMap((name) => [name, `shop.${name}`, `www.shop.${name}`]);
    expect(hosts.filter((host) => compact(host) !== publicSuffixOf(host))).toEqual([]);
  });

  test("gives the suffix that the library gives for any other name", () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
    const top = fc.constantFrom("com", "uk", "jp", "ck", "no", "io", "zz", "kawasaki.jp", "amazonaws.com", "xn--p1ai");
    fc.assert(
      fc.property(fc.array(label, { minLength: 0, maxLength: 4 }), top, (labels, last) => {
        const host = [...labels, last].join(".");
        expect(compact(host)).toBe(publicSuffixOf(host));
      }),
      { numRuns: 5000 },
    );
  });

  test("has wildcards and their exceptions", () => {
    expect(compact("a.b.kawasaki.jp")).toBe("b.kawasaki.jp");
    expect(compact("www.city.kawasaki.jp")).toBe("kawasaki.jp");
    expect(compact("www.example.co.uk")).toBe("co.uk");
    expect(compact("me.github.io")).toBe("github.io");
    expect(compact("example.unheard-of")).toBe("unheard-of");
  });
});
