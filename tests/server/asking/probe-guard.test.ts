import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { INTERNET } from "../../../server/probe/internet.ts";
import { probe } from "../../../server/probe/probe.ts";
import { type SmallInternet, smallInternet } from "../support/small-internet.ts";

/** The guard of the real internet, on servers of the small one: whatever answers here must not have been asked. */
async function guarded(small: SmallInternet, host = "www.example.com") {
  const internet = { ...small.internet, isOpen: INTERNET.isOpen };
  return await probe({ host }, { signal: new AbortController().signal, userAgent: "Test/1", internet });
}

const REFUSED = { result: "no-view", because: "refused", failure: null };

describe("a public name is not connected to where it leads to", () => {
  test.each([
    ["this machine", ["127.0.0.1", "127.1.0.1", "::1"]],
    ["no address at all", ["0.0.0.0", "::"]],
    ["a private network", ["10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "fd00::1", "fec0::1"]],
    ["a link, such as a cloud's metadata", ["169.254.169.254", "169.254.170.2", "fe80::1"]],
    ["metadata at a private IPv6 address", ["fd00:ec2::254"]],
    ["the host agent of a cloud", ["168.63.129.16"]],
    ["many receivers", ["224.0.0.1", "255.255.255.255", "ff02::1"]],
    ["an address for documents", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"]],
    ["a reserved address", ["240.0.0.1", "192.0.0.1", "198.18.0.1", "192.88.99.1", "100::1", "5f00::1", "4000::1"]],
    ["IPv4 within IPv6", ["::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1"]],
    ["IPv4 in a tunnel", ["2002:7f00:1::1", "2002:a9fe:a9fe::1", "2001:0:7f00:1::1"]],
  ])("%s", async (_, addresses) => {
    const small = await smallInternet();
    for (const address of addresses) {
      small.names["www.example.com"] = [address];
      expect(await guarded(small), address).toMatchObject(REFUSED);
    }
  });

  test("an address of this machine itself", async () => {
    const small = await smallInternet();
    const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(INTERNET.isOpen)).toEqual([]);
    small.names["www.example.com"] = own;
    expect(await guarded(small)).toMatchObject(REFUSED);
  });
});

test("a name with public and private addresses is connected to at the public ones only", async () => {
  const small = await smallInternet();
  const inside = await small.host("www.example.com", { https: (_, reply) => reply.end() });
  const open = await small.host("open.example.com", { https: (_, reply) => reply.writeHead(204).end() });
  small.names["www.example.com"] = [inside, open];
  const internet = { ...small.internet, isOpen: (address: string) => address === open };
  const view = await probe({ host: "www.example.com" }, { signal: new AbortController().signal, userAgent: "Test/1", internet });
  expect(view).toMatchObject({ result: "answered", status: 204 });
});

test("a name is looked up once and its checked address is used, so that a second answer of its name server leads nowhere", async () => {
  const small = await smallInternet();
  let asked = 0;
  await small.host("inside.example.com", { https: (_, reply) => reply.end(String(asked++)) });
  const open = await small.host("www.example.com", { https: (_, reply) => reply.writeHead(204).end() });
  let answers = 0;
  const rebinding = {
    ...small.internet,
    isOpen: (address: string) => address === open,
    lookUp: async () => [answers++ === 0 ? open : "127.1.0.1"],
  };
  const see = () => probe({ host: "www.example.com" }, { signal: new AbortController().signal, userAgent: "Test/1", internet: rebinding });
  expect(await see()).toMatchObject({ result: "answered" });
  expect(answers).toBe(1);
  expect(await see()).toMatchObject(REFUSED);
  expect(asked).toBe(0);
});

describe("a redirect is not followed", () => {
  async function redirected(location: string, rebind?: string) {
    const small = await smallInternet();
    let inside = 0;
    await small.host("inside.example.com", {
      https: (_, reply) => reply.end(String(inside++)),
      http: (_, reply) => reply.end(String(inside++)),
    });
    const open = await small.host("www.example.com", {
      https(_, reply) {
        if (rebind !== undefined) small.names["www.example.com"] = [rebind];
        reply.writeHead(302, { Location: Buffer.from(location).toString("latin1") }).end();
      },
    });
    const internet = { ...small.internet, isOpen: (address: string) => address === open };
    const view = await probe({ host: "www.example.com" }, { signal: new AbortController().signal, userAgent: "Test/1", internet });
    return { view, inside, connections: small.connections() };
  }

  test.each([
    ["to an address", "http://127.0.0.1/"],
    ["to a cloud's metadata", "http://169.254.169.254/latest/meta-data/"],
    ["to an address in decimal", "http://2130706433/"],
    ["to an address in octal", "http://0177.0.0.1/"],
    ["to an address in hexadecimal", "http://0x7f.1/"],
    ["to 0", "http://0/"],
    ["to an address of IPv6", "http://[::]/"],
    ["to IPv4 within IPv6", "http://[::ffff:127.0.0.1]/"],
    ["to digits beyond ASCII", "http://①②⑦.⓪.⓪.①/"],
    ["to an encoded address", "http://%31%32%37.0.0.1/"],
    ["to a name of this machine", "https://localhost/"],
    ["to a name of a private network", "https://db.internal/"],
    ["to a name of the owner that leads inside", "https://inside.example.com/"],
    ["to the same with a dot at the end", "https://inside.example.com./"],
    ["to the same over plain http", "http://inside.example.com/"],
    ["to another port", "https://www.example.com:8443/"],
    ["to the port of another scheme", "https://www.example.com:80/"],
    ["with a user name", "https://user@www.example.com/"],
    ["with backslashes", "https:\\\\inside.example.com\\"],
  ])("%s", async (_, location) => {
    const { view, inside, connections } = await redirected(location);
    expect(view).toMatchObject(REFUSED);
    expect([inside, connections]).toEqual([0, 1]);
  });

  test.each([
    ["to another owner", "https://example.org/"],
    ["to a neighbour under a public suffix", "https://other.github.io/"],
    ["to another scheme", "ftp://www.example.com/"],
    ["to a file", "file:///etc/passwd"],
    ["to nowhere", "https://"],
  ])("%s: the host has answered", async (_, location) => {
    const { view, connections } = await redirected(location);
    expect(view).toMatchObject({ result: "answered", status: 302 });
    expect(connections).toBe(1);
  });

  test("to a name whose address has changed meanwhile into a private one", async () => {
    const { view, inside, connections } = await redirected("/again", "127.1.0.1");
    expect(view).toMatchObject(REFUSED);
    expect([inside, connections]).toEqual([0, 1]);
  });
});
