import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, test } from "vitest";
import { buildNetworks } from "../../../scripts/networks/build-networks.ts";
import type { Claim, Claims, Family } from "../../../scripts/networks/claim.ts";
import { isNetworkRanges, readNetworkRanges } from "../../../server/reports/network-ranges.ts";

/** Few addresses that are close to each other, so that ranges meet, nest and overlap. */
const BASE = { 4: 0xcb007100n, 6: 0x20010db800000000n } as const;
const claim = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Claim<Value>> =>
  fc.record({ family: fc.constantFrom<Family>(4, 6), from: fc.nat(40), size: fc.nat(20), value }).map(({ family, from, size, value }) => {
    const first = BASE[family] + BigInt(from);
    return { family, first, last: first + BigInt(size), value };
  });
const tables: fc.Arbitrary<Claims> = fc.record({
  countries: fc.array(claim(fc.constantFrom("ES", "FR", "US")), { maxLength: 12 }),
  networks: fc.array(claim(fc.constantFrom(64_500, 64_501, 4_200_000_001)), { maxLength: 12 }),
});

/** The claim that begins last, then the one that ends first, then the first of all. */
function naively<Value>(claims: readonly Claim<Value>[], family: Family, position: bigint): Value | null {
  const [best] = claims
    .filter((one) => one.family === family && one.first <= position && position <= one.last)
    .sort((a, b) => Number(b.first - a.first) || Number(a.last - b.last));
  return best?.value ?? null;
}

function addressAt(family: Family, position: bigint): string {
  const text = position.toString(16).padStart(family === 4 ? 8 : 16, "0");
  const bytes = [...Buffer.from(family === 4 ? text : `${text}0123456789abcdef`, "hex")];
  return ipaddr.fromByteArray(bytes).toString();
}

describe("the table of networks", () => {
  test("finds of every address what a search through all claims finds", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom<Family>(4, 6), (claims, family) => {
        const table = readNetworkRanges(buildNetworks([claims]).bytes);
        for (let offset = -2n; offset < 64n; offset++) {
          const position = BASE[family] + offset;
          expect(table.find(addressAt(family, position))).toEqual({
            asn: naively(claims.networks, family, position),
            country: naively(claims.countries, family, position),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("knows nothing of what nobody claims, at both ends of each family too", () => {
    const whole: Claim<number> = { family: 4, first: 0n, last: 2n ** 32n - 1n, value: 64_500 };
    const { bytes, stretches } = buildNetworks([{ countries: [], networks: [whole] }]);
    const table = readNetworkRanges(bytes);
    expect(stretches).toBe(2);
    for (const address of ["0.0.0.0", "255.255.255.255", "::ffff:203.0.113.1"]) expect(table.find(address).asn).toBe(64_500);
    for (const address of ["::", "ffff:ffff:ffff:ffff::", "2001:db8::1", "no address", ""])
      expect(table.find(address)).toEqual({ asn: null, country: null });
  });

  test("that was cut off or added to is refused", () => {
    const { bytes } = buildNetworks([{ countries: [], networks: [{ family: 4, first: 0n, last: 9n, value: 1 }] }]);
    expect(isNetworkRanges(bytes)).toBe(true);
    expect(() => readNetworkRanges(bytes.subarray(0, -1))).toThrow(/it has \d+ bytes instead of \d+/);
    expect(() => readNetworkRanges(bytes.subarray(0, 20))).toThrow("it ends in its head");
    expect(() => readNetworkRanges(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(/bytes instead of/);
    expect(isNetworkRanges(Buffer.from("1.2.3.4,1.2.3.9,7"))).toBe(false);
  });
});
