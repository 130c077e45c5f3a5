import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clientAddress } from "../../../server/http/client-address.ts";
import { HOSTING_FILE, readHosting } from "../../../server/reports/hosting.ts";
import { networkOf } from "../../../server/reports/network-prefix.ts";
import { createRateLimit } from "../../../server/reports/rate-limit.ts";
import { readNetworkTable } from "../../../server/reports/read-network-table.ts";
import { mmdbOf } from "../../server/support/mmdb.ts";
import { scratchFolder } from "../../server/support/scratch-folder.ts";

function tableOf(text: string) {
  const file = join(scratchFolder(), "networks.csv");
  writeFileSync(file, text);
  return readNetworkTable(file);
}

describe("what is taken of an address", () => {
  test.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["127.3.2.1", "127.3.2.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["::1", "0:0:0::/48"],
  ])("%s is one of %s", (address, prefix) => {
    expect(networkOf(address, null)).toMatchObject({ prefix, country: null });
  });

  const standIn = (address: string) => networkOf(address, null)?.network ?? "";

  test("without a table is one stand-in for a whole /16, or a /29 of IPv6, that 256 others share", () => {
    expect(standIn("203.0.113.77")).toMatch(/^ipv4\/\d{1,3}$/);
    expect(standIn("203.0.1.1")).toBe(standIn("203.0.113.77"));
    expect(standIn("::ffff:203.0.1.1")).toBe(standIn("203.0.1.1"));
    expect(standIn("2a0e:b100::1")).toMatch(/^ipv6\/\d{1,3}$/);
    const oneOrganisation = Array.from({ length: 8 }, (_, index) => standIn(`2a0e:b10${index}:1::1`));
    expect(new Set(oneOrganisation).size).toBe(1);
    expect(standIn("2a0e:b108::1")).not.toBe(standIn("2a0e:b100::1"));
    const shares = new Map<string, number>();
    for (let block = 0; block < 65_536; block++) {
      const name = standIn(`${block >> 8}.${block & 255}.0.1`);
      shares.set(name, (shares.get(name) ?? 0) + 1);
    }
    expect(shares.size).toBe(256);
    expect(Math.min(...shares.values())).toBeGreaterThan(200);
  });

  test.each(["", "example.com", "1.2.3", "1.2.3.4.5"])("%j is no address", (address) => {
    expect(networkOf(address, null)).toBeNull();
  });

  test("is the operator's number if the table contains it, and the stand-in if not", async () => {
    const table = await tableOf(
      '# a comment\n203.0.113.0,203.0.113.255,64500,"Example, Inc."\n"2001:db8::","2001:db8:0:ffff:ffff:ffff:ffff:ffff",AS64501\n',
    );
    expect(networkOf("203.0.113.0", table)?.network).toBe("AS64500");
    expect(networkOf("::ffff:203.0.113.255", table)?.network).toBe("AS64500");
    expect(networkOf("203.0.114.0", table)?.network).toBe(standIn("203.0.114.0"));
    expect(networkOf("203.0.112.255", table)?.network).toBe(standIn("203.0.112.255"));
    expect(networkOf("2001:db8:0:ffff::1", table)?.network).toBe("AS64501");
    expect(networkOf("2001:db8:1::1", table)?.network).toBe(standIn("2001:db8::"));
  });

  test("is the operator's number where an MMDB file knows it", async () => {
    const file = join(scratchFolder(), "networks.mmdb");
    const blocks = [
      { cidr: "203.0.113.0/24", number: 64500 },
      { cidr: "198.51.0.0/16", number: 4_200_000_001 },
    ];
    writeFileSync(file, mmdbOf(blocks));
    const table = await readNetworkTable(file);
    expect(networkOf("203.0.113.9", table)?.network).toBe("AS64500");
    expect(networkOf("::ffff:198.51.7.1", table)?.network).toBe("AS4200000001");
    expect(networkOf("203.0.114.9", table)?.network).toBe(standIn("203.0.114.9"));
    expect(networkOf("2001:db8::1", table)?.network).toBe(standIn("2001:db8::1"));
  });

  test("a damaged MMDB file is refused in one line", async () => {
    const file = join(scratchFolder(), "networks.mmdb");
    writeFileSync(file, mmdbOf([{ cidr: "203.0.113.0/24", number: 1 }]).subarray(0, -40));
    await expect(readNetworkTable(file)).rejects.toThrow(/^.* is a damaged table of networks: .*$/);
  });

  test.each([
    "1.2.3.4,1.2.3.9",
    "1.2.3.9,1.2.3.4,7",
    "1.2.3.4,::1,7",
    "a,b,c",
    "2.0.0.0,2.0.0.9,7\n1.0.0.0,1.0.0.9,8",
    "1.2.3.4,1.2.3.9,x",
  ])("a table with a line that makes no sense is refused: %j", async (text) => {
    await expect(tableOf(text)).rejects.toThrow(/line \d is not/);
  });
});

describe("hosting and VPN networks", () => {
  const nowhere = () => null;
  const listOf = (text: string) => {
    const file = join(scratchFolder(), "hosting.txt");
    writeFileSync(file, text);
    return file;
  };

  test("are recognised by number, by block of addresses, and by the clouds' own lists", () => {
    const file = listOf("# own list\nAS64500 # a hoster\n203.0.113.0/24\n\n2001:db8::/32\n");
    const clouds = () => ({ find: ({ family }: { family: number }) => (family === 6 ? { provider: "aws", region: null } : null) });
    const hosting = readHosting(file, nowhere);
    expect(hosting.includes("198.51.100.1", "AS64500")).toBe(true);
    expect(hosting.includes("198.51.100.1", "AS64501")).toBe(false);
    expect(hosting.includes("203.0.113.9", "ipv4/7")).toBe(true);
    expect(hosting.includes("::ffff:203.0.113.9", "ipv4/7")).toBe(true);
    expect(hosting.includes("2001:db8::1", "ipv6/7")).toBe(true);
    expect(hosting.includes("2a00::1", "ipv6/8")).toBe(false);
    expect(readHosting(file, clouds).includes("2a00::1", "ipv6/8")).toBe(true);
  });

  test("are listed for a start", () => {
    expect(readHosting(HOSTING_FILE, nowhere).includes("192.0.2.1", "AS16509")).toBe(true);
  });

  test("a list with a line that makes no sense is refused, and the line is named", () => {
    expect(() => readHosting(listOf("AS1\nAmazon\n"), nowhere)).toThrow(/line 2 is no network number/);
  });
});

describe("a ration", () => {
  test("is so much for each and each stretch of time", () => {
    const ration = createRateLimit(2);
    expect(["a", "a", "b", "a"].map((who) => ration.allows(who, 0))).toEqual([true, true, true, false]);
    expect(ration.allows("a", 1)).toBe(true);
  });
});

describe("who sent a request", () => {
  test("is the other end of the connection unless the operator has proxies", () => {
    expect(clientAddress("192.0.2.1", "198.51.100.9", 0)).toBe("192.0.2.1");
    expect(clientAddress("192.0.2.1", undefined, 1)).toBe("192.0.2.1");
    expect(clientAddress(undefined, undefined, 0)).toBeNull();
  });

  test("is what the operator's own proxies have written, never what the sender wrote further left", () => {
    expect(clientAddress("10.0.0.1", "1.1.1.1, 198.51.100.9", 1)).toBe("198.51.100.9");
    expect(clientAddress("10.0.0.1", "1.1.1.1, 198.51.100.9, 10.0.0.2", 2)).toBe("198.51.100.9");
    expect(clientAddress("10.0.0.1", "unknown", 1)).toBe("10.0.0.1");
  });
});
