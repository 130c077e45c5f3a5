import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { guardedVantage, PRIVATE } from "../support/guarded-vantage.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { askAbout, startVantage } from "../support/vantage.ts";

const vantage = guardedVantage();

describe("a server that is asked about a host", () => {
  test("looks it up at its name servers, and answers", async () => {
    expect((await vantage().ask("www.example.com")).body.views).toMatchObject([{ failure: null, status: 200 }]);
    vantage().names.set("alias.example.com", { alias: "www.example.com" });
    expect((await vantage().ask("alias.example.com")).body.views).toMatchObject([{ failure: null, status: 200 }]);
  });

  test("takes the first of many addresses that answers, in an answer too long for a datagram", async () => {
    const many = Array.from({ length: 300 }, (_, index) => `10.7.${index % 250}.${1 + (index % 200)}`);
    vantage().names.set("many.example.com", { addresses: [...many, "2001:db8::1", vantage().open, ...many] });
    expect((await vantage().ask("many.example.com")).body.views).toMatchObject([{ failure: null, status: 200 }]);
  });

  test("says how the name fails", async () => {
    vantage().names.set("broken.example.com", "SERVFAIL");
    vantage().names.set("empty.example.com", { addresses: [] });
    expect((await vantage().ask("nowhere.example.com")).body.views).toMatchObject([{ failure: "dns.name_not_resolved", status: null }]);
    expect((await vantage().ask("empty.example.com")).body.views).toMatchObject([{ failure: "dns.name_not_resolved" }]);
    expect((await vantage().ask("broken.example.com")).body.views).toMatchObject([{ failure: "dns.failed" }]);
  });

  test("waits for a silent name server ten seconds at most, and calls it a failure of the name", async () => {
    vantage().names.set("silent.example.com", "silence");
    const { body } = await vantage().ask("silent.example.com");
    expect(body.views).toMatchObject([{ failure: expect.stringMatching(/^dns\./), status: null }]);
    expect(Number(body.views?.[0]?.ms)).toBeLessThan(10_500);
  });

  test("connects to the address that it checked, whatever the name leads to a moment later", async () => {
    vantage().names.set("rebinding.example.com", { addresses: [vantage().open] }, { addresses: ["127.0.0.1"] });
    expect((await vantage().ask("rebinding.example.com")).body.views).toMatchObject([{ failure: null, status: 200 }]);
    // Once in all: nothing is looked up again for the connection.
    expect(vantage().names.asked("rebinding.example.com")).toBe(1);
  });

  test("checks the address anew at a redirect to the same host", async () => {
    await vantage().small.host("again.example.com", { https: (_, reply) => reply.writeHead(302, { Location: "/again" }).end() });
    vantage().names.set(
      "again.example.com",
      { addresses: vantage().small.names["again.example.com"] as string[] },
      { addresses: ["169.254.169.254"] },
    );
    expect(await vantage().refusal("again.example.com")).toEqual({ status: 400, error: PRIVATE, connections: 1 });
    expect(vantage().names.asked("again.example.com")).toBe(2);
  });
});

const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address));

describe("a name of the internet is refused that leads to", () => {
  let sites = 0;

  test.each([
    ["this machine", ["127.0.0.1", "127.255.255.254", "::1"]],
    ["an own address of this machine", own],
    ["no address", ["0.0.0.0", "0.1.2.3", "::"]],
    ["a private network", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00::1", "fec0::1"]],
    ["addresses shared by a carrier's customers", ["100.64.0.1", "100.100.100.200", "100.127.255.255"]],
    ["a cloud's metadata", ["169.254.169.254", "169.254.170.2", "fd00:ec2::254", "fd20:ce::254", "192.0.0.192", "168.63.129.16"]],
    ["a link", ["169.254.0.1", "fe80::1"]],
    ["a block for protocols", ["192.0.0.1", "192.0.0.170", "192.88.99.1", "2001:2::1", "2001:20::1"]],
    [
      "a block for tests and documents",
      ["198.18.0.1", "198.19.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    ],
    ["many receivers", ["224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1"]],
    ["a reserved block", ["240.0.0.1", "254.0.0.1", "100::1", "4000::1", "5f00::1"]],
    ["IPv4 written as IPv6", ["::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1"]],
    ["IPv4 behind a translator", ["64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::10.0.0.1"]],
    ["IPv4 in a tunnel", ["2002:7f00:1::1", "2002:a9fe:a9fe::1", "2001:0:7f00:1::1", "2001:0:a9fe:a9fe::"]],
  ])("%s", async (_, addresses) => {
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      // The site's own name: further names of one site are limited.
      const name = `site-${++sites}.com`;
      vantage().names.set(name, { addresses: [address] });
      expect(await vantage().refusal(name), address).toEqual({ status: 400, error: PRIVATE, connections: 0 });
    }
  });

  test("an alias inside", async () => {
    vantage().names.set("inside.example.com", { addresses: ["10.0.0.1"] });
    for (const name of ["localhost", "metadata.google.internal", "db.corp.example.com"])
      vantage().names.set(name, { addresses: ["127.0.0.1"] });
    for (const [index, alias] of ["inside.example.com", "localhost", "metadata.google.internal", "db.corp.example.com"].entries()) {
      vantage().names.set(`alias-${index}.example.com`, { alias });
      expect(await vantage().refusal(`alias-${index}.example.com`), alias).toEqual({ status: 400, error: PRIVATE, connections: 0 });
    }
  });

  test("the public address of this very server, which its own name leads to", async () => {
    await vantage().small.host("unasked.example.com", { https: (_, reply) => reply.end("must not be asked") });
    // The stand-in is at the address of the server's own name.
    vantage().names.set("feed.example.com", { addresses: vantage().small.names["unasked.example.com"] as string[] });
    const other = await startVantage(
      { ...vantage().small.described, nameServer: vantage().names.address, isGuarded: true },
      ["--data", scratchFolder(), "--reports", "https://feed.example.com/v2/reports"],
      "iad",
    );
    vantage().names.set("other.example.com", { addresses: vantage().small.names["unasked.example.com"] as string[] });
    const before = vantage().small.connections();
    for (const host of ["feed.example.com", "other.example.com"])
      expect(await askAbout(other.url, host)).toMatchObject({ status: 400, body: { error: PRIVATE } });
    expect(vantage().small.connections()).toBe(before);
    expect((await askAbout(other.url, "www.example.com")).body.views).toMatchObject([{ failure: null }]);
  });
});
