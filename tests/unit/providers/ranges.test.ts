import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildTable } from "../../../scripts/ranges/build-table.ts";
import { parseAddress } from "../../../utils/core/net/address.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";
import { sharedData } from "./shared-data.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ranges-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function save(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function build(from = "lists") {
  const built = await buildTable({ from: join(folder, from), keepIn: join(folder, "kept") });
  const table = readAddressTable(built.bytes);
  if (table === null) throw new Error("a table that was just built is readable");
  const where = (text: string) => {
    const address = parseAddress(text);
    const found = address === null ? null : table.find(address);
    return found === null ? null : found.region === null ? found.provider : `${found.provider}/${found.region}`;
  };
  const report = (id: string) => built.vendors.find((vendor) => vendor.id === id);
  return { where, report };
}

const aws = {
  prefixes: [
    { ip_prefix: "3.0.0.0/15", region: "us-east-1", service: "AMAZON", network_border_group: "us-east-1" },
    { ip_prefix: "3.0.0.0/15", region: "us-east-1", service: "EC2", network_border_group: "us-east-1" },
    { ip_prefix: "3.4.0.0/16", region: "GLOBAL", service: "CLOUDFRONT", network_border_group: "GLOBAL" },
  ],
  ipv6_prefixes: [{ ipv6_prefix: "2600:1f18::/33", region: "us-east-1", service: "AMAZON", network_border_group: "us-east-1" }],
};
const azure = {
  values: [
    { name: "AzureCloud", properties: { region: "", addressPrefixes: ["20.0.0.0/16", "20.1.0.0/16"] } },
    { name: "AzureCloud.germanywc", properties: { region: "germanywc", addressPrefixes: ["20.0.0.0/16", "2603:1020:400:1::2a0/125"] } },
    { name: "ApplicationInsightsAvailability", properties: { region: "", addressPrefixes: ["20.0.7.0/28"] } },
  ],
};
const github = {
  verifiable_password_authentication: false,
  ssh_keys: ["ssh-ed25519 AAAA/BBBB"],
  web: ["20.0.9.9/32"],
  actions: ["20.1.0.0/24"],
};

describe("the vendors' lists", () => {
  test("are read in their published formats", async () => {
    save("lists/aws/ip-ranges.json.gz", gzipSync(JSON.stringify(aws)));
    save("lists/azure/ServiceTags.json", JSON.stringify(azure));
    save(
      "lists/gcp/cloud.json",
      JSON.stringify({
        prefixes: [
          { ipv4Prefix: "34.0.0.0/20", service: "Google Cloud", scope: "me-central1" },
          { ipv6Prefix: "2600:1900::/44", service: "Google Cloud", scope: "global" },
        ],
      }),
    );
    save("lists/gcp/goog.json", JSON.stringify({ prefixes: [{ ipv4Prefix: "34.0.0.0/15" }, { ipv4Prefix: "34.0.1.0/27" }] }));
    save(
      "lists/oracle/ranges.json",
      JSON.stringify({ regions: [{ region: "me-jeddah-1", cidrs: [{ cidr: "129.148.0.0/19", tags: ["OCI"] }] }] }),
    );
    save("lists/fastly/list.json", JSON.stringify({ addresses: ["151.101.0.0/16"], ipv6_addresses: ["2a04:4e40::/32"] }));
    save("lists/akamai/v4.txt", "23.32.0.0/11\t\r\n\r\n2.16.0.0/13\t\r\n");
    save("lists/linode/geofeed.csv", "# RFC 8805\n45.33.0.0/17,US,US-CA,Fremont,\n");
    save("lists/github/meta.json", JSON.stringify(github));
    save("lists/meta/announced.json", JSON.stringify({ data: { prefixes: [{ prefix: "31.13.24.0/21" }] } }));
    save("lists/hetzner/from-asn.json", JSON.stringify({ provider: "Hetzner", ipv4: ["116.202.0.0/16"] }));
    save("lists/bunny/v4.json", JSON.stringify(["185.93.1.243", "138.199.9.97"]));
    save("lists/bunny/v6.json", JSON.stringify(["2400:52e0:1e00::707:1"]));
    save("lists/cdn77/prefixes.json", JSON.stringify({ updated_at: "2026-11-30", prefixes: [{ prefix: "138.199.9.0/24" }] }));
    save("lists/imperva/ips.json", JSON.stringify({ ipRanges: ["199.83.128.0/21"], ipv6Ranges: ["2a02:e980::/29"], res: 0 }));
    save("lists/keycdn/shields.json", JSON.stringify({ prefixes: ["185.172.148.128/28"] }));
    const { where } = await build();
    expect(where("185.93.1.243")).toBe("bunny");
    expect(where("185.93.1.244")).toBeNull();
    expect(where("2400:52e0:1e00::1")).toBe("bunny");
    expect([where("138.199.9.97"), where("138.199.9.98")]).toEqual(["bunny", "cdn77"]);
    expect([where("199.83.131.7"), where("2a02:e981::1")]).toEqual(["imperva", "imperva"]);
    expect(where("185.172.148.130")).toBe("keycdn");
    expect(where("3.1.2.3")).toBe("aws/us-east-1");
    expect(where("3.4.0.1")).toBe("aws");
    expect(where("2600:1f18::1")).toBe("aws/us-east-1");
    expect(where("34.0.0.1")).toBe("gcp/me-central1");
    expect(where("2600:1900::1")).toBe("gcp");
    expect(where("34.1.0.1")).toBe("google");
    expect(where("129.148.1.1")).toBe("oracle/me-jeddah-1");
    expect(where("151.101.1.1")).toBe("fastly");
    expect(where("23.40.0.1")).toBe("akamai");
    expect(where("45.33.1.1")).toBe("akamai-linode");
    expect(where("31.13.24.9")).toBe("meta");
    expect(where("116.202.3.4")).toBe("hetzner");
    expect(where("8.8.8.8")).toBeNull();
  });

  test("give the region where another tag without a region has the same network, in Azure's own spelling", async () => {
    save("lists/azure/ServiceTags.json", JSON.stringify(azure));
    const { where } = await build();
    expect(where("20.0.7.3")).toBe("azure/germanywestcentral");
    expect(where("2603:1020:400:1::1")).toBe("azure/germanywestcentral");
    expect(where("20.1.0.1")).toBe("azure");
  });

  test("give an address to the vendor with the most specific range, and rented build machines to the cloud they are rented from", async () => {
    save("lists/azure/ServiceTags.json", JSON.stringify(azure));
    save("lists/github/meta.json", JSON.stringify(github));
    const { where } = await build();
    expect(where("20.0.9.9")).toBe("github");
    expect(where("20.0.9.8")).toBe("azure/germanywestcentral");
    expect(where("20.1.0.7")).toBe("azure");
  });

  test("prefer Google Cloud's list to the list of all of Google's networks, even where that is more specific", async () => {
    save("lists/gcp/cloud.json", JSON.stringify({ prefixes: [{ ipv4Prefix: "34.0.0.0/20", scope: "global" }] }));
    save("lists/gcp/everything.txt", "34.0.0.0/15\n34.0.1.0/27\n");
    const { where } = await build();
    expect(where("34.0.1.1")).toBe("gcp");
    expect(where("34.1.1.1")).toBe("google");
  });
});

describe("a vendor that cannot be read", () => {
  const unreadable: [string, string | null][] = [
    ["is cut off", JSON.stringify(aws).slice(0, -20)],
    ["is an error page", "<!doctype html><title>403</title>"],
    ["changed its format", JSON.stringify({ networks: [] })],
    ["lists nothing", JSON.stringify({ prefixes: [], ipv6_prefixes: [] })],
    ["is a broken archive", "\u001f\u008b broken"],
    [
      "holds something that is no network",
      JSON.stringify({ ...aws, ipv6_prefixes: [{ ipv6_prefix: "2600::/200", region: "x", service: "y" }] }),
    ],
    ["is gone", null],
  ];

  test.each(unreadable)("is named, and its last readable lists are used, where its list %s", async (_, content) => {
    save("lists/aws/ip-ranges.json", JSON.stringify(aws));
    save("lists/cloudflare/v4.txt", "104.16.0.0/13");
    await build();
    save("later/cloudflare/v4.txt", "104.16.0.0/12");
    if (content !== null) save("later/aws/ip-ranges.json", Buffer.from(content, "latin1"));
    const { where, report } = await build("later");
    expect(where("3.1.2.3")).toBe("aws/us-east-1");
    expect(where("104.24.0.1")).toBe("cloudflare");
    expect(report("aws")).toMatchObject({ state: "kept", ranges: 4, reason: expect.stringMatching(/./) });
  });

  test("is named and left out where no lists of it were kept", async () => {
    save("lists/cloudflare/v4.txt", "104.16.0.0/13");
    save("lists/fastly/list.txt", "nonsense");
    const { where, report } = await build();
    expect(where("104.16.0.1")).toBe("cloudflare");
    expect(report("fastly")).toEqual({ id: "fastly", state: "missing", reason: 'list.txt: "nonsense" is not a network' });
  });

  test("stops the build only where no list can be read", async () => {
    save("lists/cloudflare/v4.txt", "nonsense");
    await expect(build()).rejects.toThrow("none of the lists could be read");
  });
});

describe("own lists", () => {
  const own = JSON.stringify({
    ranges: [
      { cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" },
      { cidr: "127.11.0.0/16", provider: "cloudflare" },
    ],
  });

  test("are used beside the vendors' and may contain any address", async () => {
    save("lists/cloudflare/v4.txt", "104.16.0.0/13");
    save("lists/mine.json", own);
    const { where } = await build();
    expect([where("127.10.0.1"), where("127.11.0.1"), where("104.16.0.1")]).toEqual(["aws/us-east-1", "cloudflare", "cloudflare"]);
  });

  test("are the whole table where the folder contains nothing else", async () => {
    save("lists/mine.json", own);
    const { where, report } = await build();
    expect(where("127.10.0.1")).toBe("aws/us-east-1");
    expect(report("aws")).toBeUndefined();
    expect((await build("lists/mine.json")).where("127.10.0.1")).toBe("aws/us-east-1");
  });
});

describe("the saved copies of the real lists", () => {
  test("are found in the table: every sampled address of AWS, Google Cloud, Oracle and Azure's regions, in 120 kB", async (context) => {
    const from = sharedData("fixtures/ip-ranges", context);
    const built = await buildTable({ from, keepIn: join(folder, "kept") });
    expect(gzipSync(built.bytes).length).toBeLessThanOrEqual(120 * 1024);
    const table = readAddressTable(built.bytes);
    const where = (text: string) => {
      const address = parseAddress(text);
      return address === null ? undefined : table?.find(address);
    };
    const json = (path: string) => {
      const bytes = readFileSync(join(from, path));
      return JSON.parse((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString());
    };
    // A network whose own first address lies in no smaller network of another region must answer with its own.
    const first = new Map<string, { provider: string; region: string | null; bits: number }>();
    const note = (cidr: string, provider: string, region: string | null) => {
      const [base = "", bits = ""] = cidr.split("/");
      const known = first.get(base);
      const better = known === undefined || Number(bits) > known.bits || (Number(bits) === known.bits && known.region === null);
      if (better) first.set(base, { provider, region, bits: Number(bits) });
    };
    const amazon = json("aws/ip-ranges-2026-08.json.gz");
    for (const { ip_prefix, ipv6_prefix, region } of [...amazon.prefixes, ...amazon.ipv6_prefixes]) {
      note(ip_prefix ?? ipv6_prefix, "aws", region === "GLOBAL" ? null : region);
    }
    for (const { ipv4Prefix, ipv6Prefix, scope } of json("gcp/cloud-2025-07-24.json").prefixes)
      note(ipv4Prefix ?? ipv6Prefix, "gcp", scope === "global" ? null : scope);
    for (const { region, cidrs } of json("oracle/public_ip_ranges-2025-07-21.json").regions)
      for (const { cidr } of cidrs) note(cidr, "oracle", region);
    for (const { name, properties } of json("azure/ServiceTags_Public-2025-11-17.json.gz").values) {
      if (name === "AzureCloud.westeurope" || name === "AzureCloud.uaenorth")
        for (const cidr of properties.addressPrefixes) note(cidr, "azure", properties.region);
    }
    const wrong = [...first].filter(([base, { provider, region }]) => {
      const found = where(base);
      return found?.provider !== provider || found.region !== region;
    });
    expect(first.size).toBeGreaterThan(10_000);
    expect(wrong).toEqual([]);
    expect(["1.1.1.1", "9.9.9.9", "10.0.0.1", "2a02:6b8::1"].map((ip) => where(ip) ?? null)).toEqual([null, null, null, null]);
  });
});
