import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildTable } from "../../../scripts/ranges/build-table.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { sharedData } from "./shared-data.ts";

/*
 * Reads the saved copies of the vendors' lists once more, with nothing of what builds the table, and asks the table about
 * addresses at random: what a list says is what must come out.
 */

type Entry = { bits: number; provider: string; region: string | null };

/** All entries of a family by their first bits, so that the ones over an address are found by cutting it shorter and shorter. */
class Lists {
  readonly entries: { version: 4 | 6; base: bigint; bits: number; provider: string; region: string | null }[] = [];
  readonly #byPrefix = new Map<string, Entry[]>();

  add(cidr: string, provider: string, region: string | null): void {
    const [base = "", length] = cidr.trim().split("/");
    const version = isIP(base);
    if (version !== 4 && version !== 6) throw new Error(`not a network: ${cidr}`);
    const bits = Number(length ?? (version === 4 ? 32 : 128));
    const value = version === 4 ? numberOf4(base) : numberOf6(base);
    this.entries.push({ version, base: value, bits, provider, region });
    // IPv6 is told apart to /64.
    const kept = Math.min(bits, version === 4 ? 32 : 64);
    const key = `${version} ${kept} ${value >> BigInt((version === 4 ? 32 : 128) - kept)}`;
    const others = this.#byPrefix.get(key) ?? [];
    others.push({ bits, provider, region });
    this.#byPrefix.set(key, others);
  }

  /** The most specific entries first; of equally specific ones those with a region. */
  over(version: 4 | 6, value: bigint): Entry[] {
    const found: Entry[] = [];
    for (let kept = version === 4 ? 32 : 64; kept >= 0; kept--) {
      found.push(...(this.#byPrefix.get(`${version} ${kept} ${value >> BigInt((version === 4 ? 32 : 128) - kept)}`) ?? []));
    }
    return found.sort((a, b) => b.bits - a.bits || Number(b.region !== null) - Number(a.region !== null));
  }
}

function numberOf4(text: string): bigint {
  return text.split(".").reduce((value, octet) => value * 256n + BigInt(octet), 0n);
}

function numberOf6(text: string): bigint {
  const [head = "", tail] = text.split("::");
  const words = (part: string) => (part === "" ? [] : part.split(":"));
  const front = words(head);
  const back = tail === undefined ? [] : words(tail);
  const groups = [...front, ...new Array(8 - front.length - back.length).fill("0"), ...back];
  return groups.reduce((value: bigint, group) => value * 65_536n + BigInt(`0x${group}`), 0n);
}

function spell(version: 4 | 6, value: bigint): string {
  const parts = version === 4 ? 4 : 8;
  const size = version === 4 ? 8n : 16n;
  const words = Array.from({ length: parts }, (_, index) => (value >> (BigInt(parts - 1 - index) * size)) & ((1n << size) - 1n));
  return words.map((word) => word.toString(version === 4 ? 10 : 16)).join(version === 4 ? "." : ":");
}

/** A small generator of the xorshift family, so that every run draws the same addresses. */
function drawing(seed: bigint): (below: bigint) => bigint {
  const mask = (1n << 64n) - 1n;
  let state = seed;
  const next = () => {
    state ^= (state << 13n) & mask;
    state ^= state >> 7n;
    state ^= (state << 17n) & mask;
    return state;
  };
  return (below) => ((next() << 64n) | next()) % below;
}

const AZURE_NAMES: { [tag: string]: string } = {
  brazilne: "brazilnortheast",
  brazilse: "brazilsoutheast",
  centralfrance: "francecentral",
  chilec: "chilecentral",
  germanyn: "germanynorth",
  germanywc: "germanywestcentral",
  norwaye: "norwayeast",
  norwayw: "norwaywest",
  southfrance: "francesouth",
  switzerlandn: "switzerlandnorth",
  switzerlandw: "switzerlandwest",
};

function readLists(folder: string): Lists {
  const lists = new Lists();
  const read = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  };
  // A list of Vultr's networks has the three documentation networks of RFC 5737, which belong to nobody.
  const documentation = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.0\/24$/;
  const lines = (path: string, provider: string) => {
    for (const line of read(path).split(/\r?\n/)) {
      const [cidr = ""] = line.trim().split(/[\s,]/);
      if (cidr !== "" && !cidr.startsWith("#") && !documentation.test(cidr)) lists.add(cidr, provider, null);
    }
  };
  const amazon = JSON.parse(read("aws/ip-ranges-2026-08.json.gz"));
  for (const { ip_prefix, ipv6_prefix, region } of [...amazon.prefixes, ...amazon.ipv6_prefixes]) {
    lists.add(ip_prefix ?? ipv6_prefix, "aws", region === "GLOBAL" ? null : region);
  }
  // What a tag without a region lists stands in the region whose own tags list it too.
  for (const { name, properties } of JSON.parse(read("azure/ServiceTags_Public-2025-11-17.json.gz")).values) {
    const { region, addressPrefixes } = properties as { region: string; addressPrefixes: string[] };
    if (region === "" && name !== "AzureCloud") continue;
    for (const cidr of addressPrefixes) lists.add(cidr, "azure", region === "" ? null : (AZURE_NAMES[region] ?? region));
  }
  for (const { ipv4Prefix, ipv6Prefix, scope } of JSON.parse(read("gcp/cloud-2025-07-24.json")).prefixes) {
    lists.add(ipv4Prefix ?? ipv6Prefix, "gcp", scope === "global" ? null : scope);
  }
  for (const { region, cidrs } of JSON.parse(read("oracle/public_ip_ranges-2025-07-21.json")).regions) {
    for (const { cidr } of cidrs) lists.add(cidr, "oracle", region);
  }
  const fastly = JSON.parse(read("fastly/public-ip-list-2025-07-25.json"));
  for (const cidr of [...fastly.addresses, ...fastly.ipv6_addresses]) lists.add(cidr, "fastly", null);
  const github = JSON.parse(read("github/meta-2025-07-25.json"));
  for (const name of ["web", "api", "git", "pages", "packages", "hooks", "importer", "dependabot", "codespaces", "copilot"]) {
    for (const cidr of github[name] ?? []) lists.add(cidr, "github", null);
  }
  for (const vendor of ["hetzner/from-asn-2025-05-22.json", "alibaba/from-asn-2025-07-04.json"]) {
    const { ipv4 = [], ipv6 = [] } = JSON.parse(read(vendor));
    for (const cidr of [...ipv4, ...ipv6]) lists.add(cidr, vendor.slice(0, vendor.indexOf("/")), null);
  }
  lines("cloudflare/ips-v4-2026-08-22.txt", "cloudflare");
  lines("cloudflare/ips-v6-2026-08-22.txt", "cloudflare");
  lines("akamai/akamai-v4-2025-07-25.txt", "akamai");
  lines("akamai/akamai-v6-2025-07-25.txt", "akamai");
  lines("digitalocean/google-geofeed-2025-07-25.csv", "digitalocean");
  lines("linode/geofeed-2025-07-24.csv", "akamai-linode");
  lines("vultr/ipv4-2026-08-22.txt", "vultr");
  lines("vultr/ipv6-2026-08-22.txt", "vultr");
  return lists;
}

describe("an address at random from the vendors' lists", () => {
  test("has the place of its list, for 20,000 addresses, and an address outside of every list has none", async (context) => {
    const from = sharedData("fixtures/ip-ranges", context);
    const kept = mkdtempSync(join(tmpdir(), "kept-"));
    const table = readAddressTable((await buildTable({ from, keepIn: kept })).bytes);
    rmSync(kept, { recursive: true });
    if (table === null) throw new Error("a table that was just built is readable");
    const locator = createLocator({ table });
    const lists = readLists(from);
    const draw = drawing(0x9e3779b97f4a7c15n);
    const wrong: string[] = [];
    let regions = 0;
    for (let count = 0; count < 20_000; count++) {
      const entry = lists.entries[Number(draw(BigInt(lists.entries.length)))];
      if (entry === undefined) continue;
      const width = entry.version === 4 ? 32 : 128;
      const value = entry.base + draw(1n << BigInt(width - entry.bits));
      const [expected] = lists.over(entry.version, value);
      const address = spell(entry.version, value);
      const found = locator.byAddress(address);
      if (expected?.region != null) regions++;
      if (found?.provider !== expected?.provider || found?.region !== expected?.region || found?.service !== null) {
        wrong.push(`${address}: ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(regions).toBeGreaterThan(10_000);

    // Lists without regions that fill in what is newer (Google's own, Microsoft's, Oracle's) and networks read off routing tables are
    // not among those above: an address counts as outside where the table names none of the vendors read here.
    const vendors = new Set(lists.entries.map(({ provider }) => provider));
    const invented: string[] = [];
    let outside = 0;
    for (let count = 0; count < 20_000; count++) {
      const value = draw(1n << 32n);
      if (lists.over(4, value).length > 0) continue;
      outside++;
      const found = locator.byAddress(spell(4, value));
      if (found !== null && (found.region !== null || vendors.has(found.provider)) && !["azure", "oracle"].includes(found.provider)) {
        invented.push(`${spell(4, value)}: ${JSON.stringify(found)}`);
      }
    }
    expect(outside).toBeGreaterThan(15_000);
    expect(invented).toEqual([]);
  });
});
