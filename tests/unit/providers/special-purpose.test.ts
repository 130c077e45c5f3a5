import { describe, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { readDocuments } from "../../../scripts/ranges/read-documents.ts";
import { VENDORS } from "../../../scripts/ranges/vendors.ts";
import { parseAddress } from "../../../utils/core/net/address.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";

/** Asks a table that has one vendor, whose list has these lines. */
function vultr(...lines: string[]) {
  const vendor = VENDORS.find(({ id }) => id === "vultr");
  if (vendor === undefined) throw new Error("Vultr is no vendor any more");
  const ranges = readDocuments(vendor, [{ name: "list", bytes: new TextEncoder().encode(lines.join("\n")) }]);
  const table = readAddressTable(encodeTable([ranges]).bytes);
  return (ip: string) => {
    const address = parseAddress(ip);
    return address === null ? undefined : (table?.find(address)?.provider ?? null);
  };
}

describe("addresses that belong to nobody", () => {
  test("are in no vendor's part of the table, though a list claims them or a network around them", () => {
    const where = vultr("192.0.2.0/24", "203.0.113.128/25", "100.96.0.0/12", "198.0.0.0/8", "2001:db8:7::/48", "2000::/3");
    const nobody = ["192.0.2.1", "203.0.113.200", "100.100.0.1", "198.18.0.1", "198.51.100.9", "2001:db8:7::1", "2002::1"];
    expect(nobody.map(where)).toEqual(nobody.map(() => null));
    expect(["198.17.255.255", "198.20.0.0", "198.51.101.0", "2a00::1"].map(where)).toEqual(["vultr", "vultr", "vultr", "vultr"]);
  });

  test("are not the addresses of servers behind a translation from IPv6 to IPv4", () => {
    const where = vultr("198.0.0.0/8");
    expect([where("64:ff9b::c614:1"), where("64:ff9b::c612:1")]).toEqual(["vultr", null]);
  });
});
