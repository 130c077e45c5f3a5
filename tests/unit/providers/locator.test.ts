import { describe, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";

const table = readAddressTable(encodeTable([[listNetwork("3.0.0.0/8", "aws", "us-east-1")]]).bytes);
if (table === null) throw new Error("a table that was just built is readable");

describe("the locator", () => {
  test("finds addresses in the table", () => {
    expect(createLocator({ table }).byAddress("3.1.2.3")).toEqual({ provider: "aws", region: "us-east-1", service: null, by: "address" });
    expect(createLocator({ table }).byAddress("4.1.2.3")).toBeNull();
    expect(createLocator({ table }).byAddress("not an address")).toBeNull();
  });

  test("prefers extra ranges to the table, the most specific first, of equal ones those with a region", () => {
    const { byAddress } = createLocator({
      table,
      extraRanges: [
        { cidr: "3.1.0.0/16", provider: "cloudflare" },
        { cidr: "3.1.2.0/24", provider: "fastly" },
        { cidr: "3.1.2.0/24", provider: "azure", region: "eastus" },
        { cidr: "not a network", provider: "nobody" },
      ],
    });
    expect(["3.1.9.9", "3.1.2.3", "3.2.0.1"].map((ip) => byAddress(ip)?.provider)).toEqual(["cloudflare", "azure", "aws"]);
  });

  test("finds the main provider of a known service in the catalogue, without a region", () => {
    expect(createLocator().byCatalogue("www.netflix.com")).toEqual({ provider: "aws", region: null, service: null, by: "catalogue" });
    expect(createLocator().byCatalogue("www.jahez.net")).toBeNull();
    expect(createLocator().byCatalogue("example.com")).toBeNull();
  });

  test("uses a newer catalogue in place of the built-in one", () => {
    const services = [{ id: "acme", name: "Acme", domains: ["acme.example"], on: ["gcp"], category: "work" }];
    const locator = createLocator({ services });
    expect(locator.serviceOf("www.acme.example")?.name).toBe("Acme");
    expect(locator.serviceOf("www.netflix.com")).toBeNull();
  });
});
