import { describe, expect, test } from "vitest";
import { guardedVantage, PRIVATE } from "../support/guarded-vantage.ts";

const vantage = guardedVantage();

const NOT_PUBLIC = "this name is not one of the public internet";
const ADDRESS = "an address is no host name";
const LETTERS = "a host name has letters, digits, dots and hyphens only; other letters as xn--";
const ONE_WORD = "a host name without a dot is of a private network";

/** Tricks of public lists (OWASP's cheat sheet, PayloadsAllTheThings), by the reason for which each is refused. */
const TRICKS: [reason: string, hosts: string[]][] = [
  [
    ADDRESS,
    [
      ...["127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "10.0.0.1", "169.254.169.254", "8.8.8.8", "255.255.255.255"],
      ...["2130706433", "3232235521", "017700000001", "0177.0.0.1", "0177.0.0.01", "00000177.0.0.1", "127.0.0.01"],
      ...[
        "0x7f000001",
        "0x7f.0.0.1",
        "0x7F.1",
        "0x",
        "0xa9fea9fe",
        "169.254.43518",
        "1.2.3.4.5",
        "www.example.com.1",
        "example.0x10",
        "425.510.425.510",
      ],
    ],
  ],
  [
    LETTERS,
    [
      ...[
        "[::]",
        "[::1]",
        "::1",
        "[::ffff:127.0.0.1]",
        "::ffff:7f00:1",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[fe80::1%25eth0]",
        "fe80::1%eth0",
        "[64:ff9b::a00:1]",
      ],
      ...[
        "www.example.com:80",
        "www.example.com:22",
        "127.0.0.1:6379",
        "user@www.example.com",
        "user:password@127.0.0.1",
        "www.example.com@127.0.0.1",
      ],
      ...[
        "https://www.example.com/",
        "http://169.254.169.254/latest",
        "//www.example.com",
        "www.example.com/",
        "www.example.com#@127.0.0.1",
        "www.example.com?x",
      ],
      ...[
        "www.example.com\\@127.0.0.1",
        "www.example.com%00.internal",
        "www.example.com\u0000",
        "www.example.com\n127.0.0.1",
        " www.example.com",
        "www.example.com\t",
      ],
      ...[
        "%31%32%37.0.0.1",
        "127。0。0。1",
        "127．0．0．1",
        "①②⑦.⓪.⓪.①",
        "１２７.0.0.1",
        "www.exämple.com",
        "www.еxample.com",
        "ⓔⓧⓐⓜⓟⓛⓔ.com",
        "www.example。com",
        "ex\u00adample.com",
        "example.com\u200b",
      ],
      ...[
        "*.example.com",
        "$(id).example.com",
        "example.com;ls",
        "example.com,127.0.0.1",
        "{127.0.0.1}",
        "file:///etc/passwd",
        "gopher://x",
      ],
    ],
  ],
  [ONE_WORD, ["localhost", "LOCALHOST", "ip6-localhost", "broadcasthost", "router", "com", "kubernetes", "wpad"]],
  [
    NOT_PUBLIC,
    [
      ...[
        "localhost.localdomain",
        "foo.localhost",
        "printer.local",
        "db.internal",
        "metadata.google.internal",
        "instance-data.ec2.internal",
      ],
      ...["host.docker.internal", "kubernetes.default.svc", "api.default.svc.cluster.local", "router.home.arpa", "1.0.0.127.in-addr.arpa"],
      ...[
        "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
        "site.onion",
        "www.test",
        "www.example",
        "www.invalid",
        "nas.lan",
        "dc.corp",
        "mail.home",
        "wiki.intranet",
        "name.alt",
        "x.localtest",
      ],
    ],
  ],
  ["a host name does not end with a dot here", ["www.example.com.", "localhost.", "127.0.0.1.", "www.example.com..".slice(0, -1)]],
  ["a host name has no empty part", ["www..example.com", ".example.com", "..com"]],
  ["no host name", [""]],
  ["each part of a host name has at most 63 characters", [`${"a".repeat(64)}.example.com`]],
  [
    "no part of a host name begins or ends with a hyphen, and the last two have no underscore",
    ["-www.example.com", "www-.example.com", "www.exam_ple.com", "www.example.c_m"],
  ],
  [
    "a part that begins with xn-- is not written as browsers write it",
    ["xn--a.com", "XN--A.com", "xn--99999999.com", "xn--zn7c.com", "www.xn--ab.com", "xn--0.co.uk"],
  ],
];

describe("a spelling is refused, over HTTP and with its reason, because", () => {
  test.each(TRICKS)("%s", async (reason, hosts) => {
    const wrong: unknown[] = [];
    for (const host of hosts) {
      const found = await vantage().refusal(host);
      if (found.status !== 400 || found.error !== reason || found.connections !== 0) wrong.push({ host, ...found });
    }
    expect(wrong).toEqual([]);
  });

  test("nothing else of a long name: it fits into a question, or the question is refused", async () => {
    const parts = (count: number) => `${"a.".repeat(count)}example.com`;
    expect(await vantage().refusal(parts(115))).toMatchObject({ status: 200 });
    expect((await vantage().ask(parts(150))).status).toBe(413);
  });

  test("letters of other scripts are asked about by the name that browsers make of them, and by no other", async () => {
    // Cyrillic that looks like apple.com: a public name like any other, which stands for nobody else.
    vantage().names.set("xn--80ak6aa92e.com", "NXDOMAIN");
    expect((await vantage().ask("xn--80ak6aa92e.com")).body).toMatchObject({
      host: "xn--80ak6aa92e.com",
      views: [{ failure: "dns.name_not_resolved" }],
    });
    expect((await vantage().ask("WWW.Example.COM")).body.host).toBe("www.example.com");
  });
});

describe("a redirect is refused, with no connection beyond the first", () => {
  test.each([
    ["http://127.0.0.1/", "it redirects: an address is no host name"],
    ["http://169.254.169.254/latest/meta-data/", "it redirects: an address is no host name"],
    ["http://2130706433/", "it redirects: an address is no host name"],
    ["http://0x7f.1/", "it redirects: an address is no host name"],
    ["http://0177.0.0.1/", "it redirects: an address is no host name"],
    ["http://[::]/", `it redirects: ${LETTERS}`],
    ["http://[::ffff:127.0.0.1]/", `it redirects: ${LETTERS}`],
    ["https://localhost/", `it redirects: ${ONE_WORD}`],
    ["https://db.internal/", `it redirects: ${NOT_PUBLIC}`],
    ["https://inside.example.com/", PRIVATE],
    ["http://inside.example.com/", PRIVATE],
    ["https://www.example.com:8443/", "it redirects to another port than the usual one"],
    ["https://www.example.com:80/", "it redirects to another port than the usual one"],
    ["http://www.example.com:22/", "it redirects to another port than the usual one"],
    ["https://user:password@www.example.com/", "it redirects to a URL with a user name"],
  ])("to %s", async (location, error) => {
    const name = vantage().newName();
    const address = await vantage().small.host(name, { https: (_, reply) => reply.writeHead(302, { Location: location }).end() });
    vantage().names.set(name, { addresses: [address] });
    vantage().names.set("inside.example.com", { addresses: ["10.0.0.1"] });
    expect(await vantage().refusal(name)).toEqual({ status: 400, error, connections: 1 });
  });

  test.each([
    "ftp://www.example.com/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_",
    "javascript:alert(1)",
    "https://other.example.org/",
  ])("or not followed to %s: the host has answered", async (location) => {
    const name = vantage().newName("example.net");
    vantage().names.set(name, {
      addresses: [await vantage().small.host(name, { https: (_, reply) => reply.writeHead(302, { Location: location }).end() })],
    });
    const before = vantage().small.connections();
    expect((await vantage().ask(name)).body.views).toMatchObject([{ failure: null, status: 302 }]);
    expect(vantage().small.connections() - before).toBe(1);
  });
});
