import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../scripts/networks/read-table.ts";
import { networkOf } from "../../../server/reports/network-prefix.ts";
import { readNetworkTable } from "../../../server/reports/read-network-table.ts";
import { scratchFolder } from "../../server/support/scratch-folder.ts";

const REGISTRY = `2.3|ripencc|1764460800|3|19830705|20261129|+0100
ripencc|*|ipv4|*|2|summary
# a comment
ripencc|ES|ipv4|192.0.2.0|256|20100101|allocated|a-1
ripencc|FR|ipv4|198.51.100.0|384|20100101|assigned|a-2
ripencc||ipv4|203.0.113.0|256||available|
ripencc|PT|asn|64500|1|20100101|allocated|a-1
ripencc|PT|ipv6|2001:db8::|33|20100101|allocated|a-1
`;
const PREFIXES =
  "192.0.2.0\t24\t64500\n192.0.2.128\t25\t64501_64502\n198.51.100.0\t24\t64503,64504\n2001:db8::\t32\t64505\n2001:db8:0:1::1\t128\t64509\n";
const RANGES =
  "198.51.101.0\t198.51.101.127\t64506\tFR\tEXAMPLE, Inc.\n203.0.113.0\t203.0.113.255\t0\tNone\tNot routed\n2001:db8:8000::\t2001:db8:8000:ffff:ffff:ffff:ffff:ffff\t64507\tPT\tX\n";

function folderOf(files: { [name: string]: string | Buffer }): string {
  const folder = join(scratchFolder(), "saved");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function build(files: { [name: string]: string | Buffer }) {
  const folder = folderOf(files);
  const out = join(folder, "..", "networks.bin");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/networks.ts", "--from", folder, "--out", out], {
    encoding: "utf8",
  });
  return { folder, out, status, stdout, stderr };
}

test.each(["64501", "AS64501", "64501_64502", "64501,64502", "{64501,64502}", "64501_64502,64503"])(
  "of networks %s the first counts",
  (networks) => {
    expect(readTable("t", `192.0.2.0 24 ${networks}`).networks.map(({ value }) => value)).toEqual([64_501]);
  },
);

describe("npm run networks", () => {
  test("builds a table from saved copies of all three forms, by which the server knows network and country", async () => {
    const { out, status, stdout, stderr } = build({ registry: REGISTRY, "prefixes.gz": gzipSync(PREFIXES), "ranges.tsv": RANGES });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/networks\.bin: \d+ stretches, 6 networks, 3 countries, 0\.0 MB, [\d.]+ s$/m);
    const table = await readNetworkTable(out);
    const found = ["192.0.2.1", "192.0.2.200", "198.51.100.7", "198.51.101.7", "198.51.101.200", "203.0.113.9", "192.0.3.0"];
    expect(found.map((address) => table.find(address))).toEqual([
      { asn: 64_500, country: "ES" },
      { asn: 64_501, country: "ES" },
      { asn: 64_503, country: "FR" },
      { asn: 64_506, country: "FR" },
      { asn: null, country: null },
      { asn: null, country: null },
      { asn: null, country: null },
    ]);
    expect(["2001:db8::1", "2001:db8:0:1::1", "2001:db8:8000::1", "2001:db8:9000::1"].map((address) => table.find(address))).toEqual([
      { asn: 64_505, country: "PT" },
      { asn: 64_505, country: "PT" },
      { asn: 64_507, country: null },
      { asn: 64_505, country: null },
    ]);
    expect(networkOf("::ffff:192.0.2.1", table)).toEqual({ prefix: "192.0.2.0/24", network: "AS64500", country: "ES" });
    expect(networkOf("203.0.113.9", table)?.network).toMatch(/^ipv4\//);
  });

  test("says which countries are missing, and builds the table all the same", () => {
    const { status, stderr, out } = build({ prefixes: PREFIXES });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^No table tells countries/);
    expect(existsSync(out)).toBe(true);
  });

  test.each([
    ["a line of another form", { t: "192.0.2.0\t24\t64500\nnonsense\n" }, /t: line 2 is neither .*"nonsense"/],
    ["an address of the other family", { t: "ripencc|ES|ipv6|192.0.2.0|32|20100101|allocated\n" }, /t: line 1 is neither/],
    ["more addresses than there are", { t: "ripencc|ES|ipv4|255.255.255.0|512|20100101|allocated\n" }, /t: line 1 is neither/],
    ["a prefix that is too long", { t: "192.0.2.0 33 64500\n" }, /t: line 1 is neither/],
    ["a range that ends before it begins", { t: "192.0.2.9 192.0.2.1 64500\n" }, /t: line 1 is neither/],
    ["a page instead of a table", { t: "<!doctype html>\n" }, /t: line 1 is neither/],
    ["an empty table", { t: "# nothing\n" }, /t holds no address/],
    ["a damaged archive", { t: gzipSync(PREFIXES).subarray(0, 40) }, /t: this archive is damaged/],
    ["countries only", { t: REGISTRY }, /No table tells networks/],
    ["no table", {}, /there is no file in it/],
  ])("refuses %s with one line and status 2, and writes nothing", (_, files, line) => {
    const { status, stderr, out } = build(files as { [name: string]: string });
    expect(stderr.trimEnd()).toMatch(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test("refuses a folder that is not there", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/networks.ts", "--from", "/nowhere/at/all"], { encoding: "utf8" });
    expect([status, stderr]).toEqual([2, expect.stringContaining("--from /nowhere/at/all: this folder cannot be read")]);
  });

  test("a server does not start with a table that was cut off, and says so", async () => {
    const { out } = build({ prefixes: PREFIXES });
    writeFileSync(out, readFileSync(out).subarray(0, -3));
    await expect(readNetworkTable(out)).rejects.toThrow(/networks\.bin is a damaged table of networks: it has \d+ bytes instead of \d+$/);
  });
});
