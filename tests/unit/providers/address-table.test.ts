import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { isInside, parseAddress, parseCidr } from "../../../utils/core/net/address.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";

type Entry = { cidr: string; provider: string; region: string | null };

function tableOf(entries: Entry[]) {
  const table = readAddressTable(encodeTable([entries.map(({ cidr, provider, region }) => listNetwork(cidr, provider, region))]).bytes);
  if (table === null) throw new Error("a table that was just built is readable");
  return (text: string) => {
    const address = parseAddress(text);
    return address === null ? null : table.find(address);
  };
}

/** The rule in its plainest form: of all entries around an address, those with a region first, then the longest prefix. */
function naive(entries: Entry[], text: string) {
  const address = parseAddress(text);
  const around = entries.filter(({ cidr }) => {
    const network = parseCidr(cidr);
    return address !== null && network !== null && isInside(address, network);
  });
  const bits = ({ cidr }: Entry) => Number(cidr.split("/")[1]);
  const best = around.toSorted((a, b) => Number(b.region !== null) - Number(a.region !== null) || bits(b) - bits(a))[0];
  return best === undefined ? null : { provider: best.provider, region: best.region };
}

const region = fc.constantFrom("us-east-1", "eu-west-1", null);
/** Few distinct first bits, so that networks lie inside each other, beside each other and at both ends. */
const octet = fc.constantFrom(0, 1, 127, 128, 254, 255);
const dotted = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const group = fc.constantFrom("0", "1", "2600", "7fff", "8000", "fffe");
const colons = fc.tuple(group, group, group, group).map((groups) => `${groups.join(":")}:0:0:0:1`);

function entriesOf(address: fc.Arbitrary<string>, longest: number): fc.Arbitrary<Entry[]> {
  const entry = fc.record({ address, bits: fc.integer({ min: 0, max: longest }), region });
  const entries = fc.array(entry, { maxLength: 30 });
  // A network stands once in a list of one vendor: with two regions there would be two right answers.
  return entries.map((list) => {
    const networks = new Map<string, Entry>();
    for (const { address: base, bits, region: place } of list) {
      networks.set(JSON.stringify(parseCidr(`${base}/${bits}`)), { cidr: `${base}/${bits}`, provider: "aws", region: place });
    }
    return [...networks.values()];
  });
}

describe("the address table", () => {
  test("finds every IPv4 address as its lists have it", () => {
    fc.assert(
      fc.property(entriesOf(dotted, 32), fc.array(dotted, { minLength: 1, maxLength: 20 }), (entries, asks) => {
        const find = tableOf(entries);
        for (const ask of asks) expect(find(ask)).toEqual(naive(entries, ask));
      }),
    );
  });

  test("finds every IPv6 address as its lists have it, by its /64 network", () => {
    fc.assert(
      fc.property(entriesOf(colons, 64), fc.array(colons, { minLength: 1, maxLength: 20 }), (entries, asks) => {
        const find = tableOf(entries);
        for (const ask of asks) expect(find(ask)).toEqual(naive(entries, ask));
      }),
    );
  });

  test("contains the first and the last address of a range and not those beside it", () => {
    const find = tableOf([{ cidr: "203.0.113.64/26", provider: "acme", region: null }]);
    expect(["203.0.113.63", "203.0.113.64", "203.0.113.127", "203.0.113.128"].map((ask) => find(ask)?.provider ?? null)).toEqual([
      null,
      "acme",
      "acme",
      null,
    ]);
  });

  test("reaches both ends of the address space", () => {
    const find = tableOf([
      { cidr: "0.0.0.0/32", provider: "first", region: null },
      { cidr: "255.255.255.255/32", provider: "last", region: null },
      { cidr: "ffff:ffff:ffff:ffff::/64", provider: "last", region: null },
    ]);
    expect(find("0.0.0.0")?.provider).toBe("first");
    expect(find("255.255.255.255")?.provider).toBe("last");
    expect(find("ffff:ffff:ffff:ffff::1")?.provider).toBe("last");
    expect(find("ffff:ffff:ffff:fffe::1")).toBeNull();
  });

  test("gives the same bytes for the same lists in any order", () => {
    const lists = ["198.51.100.0/24", "203.0.113.0/24", "192.0.2.0/25"].map((cidr) => listNetwork(cidr, "acme", null));
    expect(encodeTable([lists.toReversed()]).bytes).toEqual(encodeTable([lists]).bytes);
  });

  test("is refused where it is too short, too long or not a table", () => {
    const { bytes } = encodeTable([
      ["3.0.0.0/8", "2600::/16", "5.0.0.0/9"].map((cidr, index) => listNetwork(cidr, "aws", index === 0 ? null : "us-east-1")),
    ]);
    for (let length = 0; length < bytes.length; length++) expect(readAddressTable(bytes.slice(0, length))).toBeNull();
    expect(readAddressTable(Uint8Array.from([...bytes, 0]))).toBeNull();
    expect(readAddressTable(new TextEncoder().encode("<!doctype html><title>404</title>"))).toBeNull();
  });

  test("never throws", () => {
    const { bytes } = encodeTable([["3.0.0.0/8", "2600::/16"].map((cidr) => listNetwork(cidr, "aws", null))]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const table = readAddressTable(damaged);
        const address = parseAddress("3.1.2.3");
        if (table !== null && address !== null) table.find(address);
      }),
      { numRuns: 1000 },
    );
  });

  test("is refused where the id of a place has other characters than an id may have", () => {
    const placeholder = "x".repeat(12);
    const { bytes } = encodeTable([[listNetwork("203.0.113.0/24", placeholder, null)]]);
    const named = (name: string) =>
      readAddressTable(Buffer.from(Buffer.from(bytes).toString("latin1").replace(placeholder, name), "latin1"));
    expect(named("y".repeat(12))).not.toBeNull();
    for (const name of ["two words ok", "\\u202Eabcdef", "<img src=x/>", "constructor/"]) expect(named(name), name).toBeNull();
  });
});
