import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHostList } from "../../../scripts/answers/host-list.ts";

describe("a list of hosts", () => {
  test("keeps the host of a name, a URL, an address and a connection string, each once", () => {
    const text =
      "Example.COM.\nhttps://user:pw@example.com:8443/a?b#c\npostgres://db.example.org/x\n[2600::1]\n2600::1\n52.1.2.3:443\nbücher.example";
    expect(readHostList(text)).toEqual({
      hosts: ["example.com", "db.example.org", "2600::1", "52.1.2.3", "xn--bcher-kva.example"],
      bad: [],
    });
  });

  test("leaves out comments, empty lines and a byte-order mark, whatever ends a line", () => {
    expect(readHostList("\ufeff# all\r\n\r\na.example # the first\rb.example\n\t\n#c.example").hosts).toEqual(["a.example", "b.example"]);
  });

  test("keeps a fragment, which is no comment", () => {
    expect(readHostList("https://a.example/x#y")).toEqual({ hosts: ["a.example"], bad: [] });
  });

  test("names each bad line by its number, and cuts a long one", () => {
    const { hosts, bad } = readHostList(`a.example\n\ntwo words\n1.2.3\n${"x".repeat(500)}`);
    expect(hosts).toEqual(["a.example"]);
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(bad[2]?.text).toHaveLength(61);
  });

  test("is read whatever stands in it: every line is a host, is bad, or is left out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { hosts, bad } = readHostList(text);
        expect(hosts.every((host) => readHostList(host).hosts[0] === host)).toBe(true);
        expect(hosts.length + bad.length).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
      }),
    );
  });
});
