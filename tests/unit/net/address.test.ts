import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, test } from "vitest";
import { isInside, isPrivateAddress, parseAddress, parseCidr } from "../../../utils/core/net/address.ts";

/** What the most used library makes of the same text, in our form. */
function byLibrary(text: string) {
  const parsed = ipaddr.process(text);
  const bytes = parsed.toByteArray();
  const word = (at: number) => bytes.slice(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
  if (parsed.kind() === "ipv4") return { family: 4, value: word(0) };
  if (parsed.range() === "rfc6052") return { family: 4, value: word(12) };
  return { family: 6, high: word(0), low: word(4) };
}

const octet = fc.integer({ min: 0, max: 255 });
const dotted = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
const written = groups.chain((words) => {
  const address = new ipaddr.IPv6(words);
  return fc.constantFrom(
    address.toString(),
    address.toNormalizedString(),
    address.toNormalizedString().replace(/[0-9a-f]+/g, (group) => group.padStart(4, "0")),
    address.toString().toUpperCase(),
  );
});

describe("the address parser", () => {
  test("reads every IPv4 and IPv6 address as ipaddr.js does", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          dotted,
          written,
          dotted.map((text) => `::ffff:${text}`),
          dotted.map((text) => `64:ff9b::${text}`),
        ),
        (text) => {
          expect(parseAddress(text)).toEqual(byLibrary(text));
        },
      ),
    );
  });

  test("never throws, and reads nothing that ipaddr.js does not read", () => {
    const noise = fc.string({ unit: fc.constantFrom(..."0123456789abcdef:.%[]x"), maxLength: 42 });
    fc.assert(
      fc.property(noise, (text) => {
        const bare = text.replace(/^\[(.*)\]$/, "$1").replace(/%.*$/, "");
        if (parseAddress(text) !== null) expect(ipaddr.isValid(bare)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    "",
    ":",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "12345::",
    "g::",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.4:80",
    "::1.2.3",
    "1:",
  ])("does not read %j", (text) => expect(parseAddress(text)).toBeNull());

  test("drops brackets and zones", () => {
    expect(parseAddress("[2600:1f18::1]")).toEqual(parseAddress("2600:1f18::1"));
    expect(parseAddress("fe80::1%eth0")).toEqual(parseAddress("fe80::1"));
  });
});

describe("a network", () => {
  test("contains exactly the addresses that ipaddr.js finds in it", () => {
    fc.assert(
      fc.property(dotted, dotted, fc.integer({ min: 0, max: 32 }), (base, other, bits) => {
        const network = parseCidr(`${base}/${bits}`);
        const address = parseAddress(other);
        if (network === null || address === null) throw new Error("both are well formed");
        expect(isInside(address, network)).toBe(ipaddr.IPv4.parse(other).match(ipaddr.IPv4.parse(base), bits));
      }),
    );
    fc.assert(
      fc.property(groups, groups, fc.integer({ min: 0, max: 64 }), fc.boolean(), (base, other, bits, near) => {
        const inside = near ? [...base.slice(0, 3), ...other.slice(3)] : other;
        const network = parseCidr(`${new ipaddr.IPv6(base)}/${bits}`);
        const address = parseAddress(new ipaddr.IPv6(inside).toString());
        // Written forms of IPv4 are another family here.
        fc.pre(network?.address.family === 6 && address?.family === 6);
        if (network === null || address === null) throw new Error("both are well formed");
        expect(isInside(address, network)).toBe(new ipaddr.IPv6(inside).match(new ipaddr.IPv6(base), bits));
      }),
    );
  });

  test("contains addresses of its own family only", () => {
    const everything = parseCidr("::/0");
    const address = parseAddress("1.2.3.4");
    if (everything === null || address === null) throw new Error("both are well formed");
    expect(isInside(address, everything)).toBe(false);
  });

  test.each(["1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", "1.2.3/8", "::/129", "a/8", "1.2.3.4/8/8", ""])("is not read from %j", (text) =>
    expect(parseCidr(text)).toBeNull(),
  );
});

describe("a private address", () => {
  const isPrivate = (text: string) => {
    const address = parseAddress(text);
    return address !== null && isPrivateAddress(address);
  };

  test.each(["127.0.0.1", "10.0.0.1", "100.64.0.1", "169.254.1.1", "172.31.255.255", "192.168.0.1", "::", "::1", "fe80::1", "fc00::1"])(
    "is %s",
    (text) => expect(isPrivate(text)).toBe(true),
  );

  test.each(["3.5.140.2", "8.8.8.8", "172.32.0.1", "198.18.0.7", "2606:4700::1", "2001:db8::1", "::ffff:8.8.8.8"])("is not %s", (text) =>
    expect(isPrivate(text)).toBe(false),
  );
});
