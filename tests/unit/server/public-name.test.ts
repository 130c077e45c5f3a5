import { describe, expect, test } from "vitest";
import { readPublicName } from "../../../server/net/public-name.ts";

describe("a host that may be asked from elsewhere", () => {
  test.each([
    "example.com",
    "www.example.co.uk",
    "xn--bcher-kva.example.com",
    "xn--80ak6aa92e.com",
    "xn--fiqs8s.xn--fiqs8s",
    "my_shop.myshopify.com",
    "1.1.1.1.example.com",
    "0x7f.example.com",
    "127.0.0.1.nip.io",
    "you.github.io",
    "gov.uk",
    `${"a".repeat(63)}.com`,
  ])("%s is a public name", (name) => {
    expect(readPublicName(name)).toEqual({ ok: true, host: name });
  });

  test("is read in one spelling", () => {
    expect(readPublicName("WWW.Example.COM")).toEqual({ ok: true, host: "www.example.com" });
  });

  // The spellings of public lists of ways around such a check (OWASP, PortSwigger, PayloadsAllTheThings), and more of each kind.
  test.each<[string, string[]]>([
    ["an address", ["127.0.0.1", "8.8.8.8", "169.254.169.254", "0.0.0.0", "255.255.255.255", "10.0.0.1"]],
    ["an address in decimal", ["2130706433", "2852039166", "3232235521", "0", "1", "425.510.425.510", "7147006462"]],
    ["an address in octal", ["0177.0.0.1", "017700000001", "0177.1", "00000177.0.0.1", "0251.0376.0251.0376"]],
    ["an address in hexadecimal", ["0x7f000001", "0x7f.0x0.0x0.0x1", "0x7f.1", "0xa9fea9fe", "0X7F.1", "0x", "1.0x"]],
    ["an address in a mixed spelling", ["0x7f.0.0.01", "0251.254.169.254", "0xa9.0376.43518", "127.0x1"]],
    ["an address with fewer parts", ["127.1", "127.0.1", "10.1", "192.168.257"]],
    ["an address with more parts", ["127.0.0.1.1", "1.2.3.4.5", "127.0.0.1.0x1", "example.127"]],
    ["an address of IPv6", ["::1", "[::1]", "[::]", "::", "0:0:0:0:0:0:0:1", "[fe80::1%25eth0]", "fc00::1", "[0000::1]:80"]],
    [
      "IPv4 within IPv6",
      [
        "::ffff:127.0.0.1",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "64:ff9b::7f00:1",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "2001:0:a00:1::1",
      ],
    ],
    [
      "a name of this machine or network",
      ["localhost", "LOCALHOST", "a.localhost", "router.local", "x.test", "db.internal", "metadata.google.internal"],
    ],
    [
      "a name of a home or company",
      ["nas.home.arpa", "intranet", "printer", "mail.corp", "fritz.lan", "host.home", "a.private", "x.intranet"],
    ],
    [
      "a name that no browser finds",
      ["facebookcorewwwi.onion", "1.0.0.127.in-addr.arpa", "ipv4only.arpa", "www.example", "a.invalid", "b.alt"],
    ],
    ["a dot at the end", ["example.com.", "127.0.0.1.", "localhost.", "example.com.."]],
    ["an empty part", ["", ".", "..", ".example.com", "example..com"]],
    ["a part that is too long", [`${"a".repeat(64)}.com`]],
    ["a name that is too long", [`${"a.".repeat(126)}com`]],
    ["a hyphen at an end", ["-example.com", "example-.com", "a.-b.com"]],
    ["an underscore in the domain", ["exa_mple.com", "example.c_m"]],
    ["a port", ["example.com:80", "example.com:443", "example.com:22", "127.0.0.1:6379"]],
    [
      "a user name",
      ["user@example.com", "user:password@example.com", "example.com@127.0.0.1", "127.0.0.1@example.com", "example.com#@127.0.0.1"],
    ],
    [
      "a scheme",
      ["http://example.com", "https://127.0.0.1", "file:///etc/passwd", "gopher://example.com", "//example.com", "http:example.com"],
    ],
    ["a path, query or fragment", ["example.com/", "example.com/path", "example.com?x", "example.com#x", "example.com;x"]],
    ["a backslash", ["example.com\\@127.0.0.1", "\\\\example.com", "example.com\\"]],
    ["white space", [" example.com", "example.com ", "example .com", "example.com\t", "\u00a0example.com"]],
    ["a line break", ["example.com\r\nHost: 127.0.0.1", "example.com\n", "\r\nexample.com", "127.0.0.1\r\n.example.com"]],
    ["a null byte", ["example.com\0", "127.0.0.1\0.example.com", "\0"]],
    ["a percent sign", ["%31%32%37.0.0.1", "example%2ecom", "%00", "127%2e0%2e0%2e1", "localhost%00.example.com"]],
    ["digits beyond ASCII", ["①②⑦.⓪.⓪.①", "１２７.０.０.１", "𝟏𝟐𝟕.𝟎.𝟎.𝟏", "١٢٧.٠.٠.١", "⑯⑨。②⑤④。⑯⑨｡②⑤④"]],
    ["dots beyond ASCII", ["127。0。0。1", "example。com", "example．com", "example｡com"]],
    [
      "letters beyond ASCII",
      ["ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "lоcalhost.com", "bücher.example.com", "ß.com", "exam\u00adple.com", "exa\u200bmple.com", "\u202ecom.example"],
    ],
    [
      "an international name that browsers write otherwise",
      ["xn--a.com", "xn--99999999.com", "xn--zn7c.com", "xn--.com", "xn--localhost-.com", "xn--1-.com", "xn--example-.com"],
    ],
    ["a bracket", ["[example.com]", "example.com]", "[example.com", "{example.com}", "<example.com>"]],
    [
      "another character",
      ["example.com,127.0.0.1", "example.com&x", "example.com|x", "$(x).example.com", "`x`.example.com", "*.example.com", "'x'.com"],
    ],
  ])("%s is refused, in words without it", (_, names) => {
    for (const name of names) {
      const reading = readPublicName(name);
      expect(reading, JSON.stringify(name)).toMatchObject({ ok: false });
      if (!reading.ok && name.length > 3) expect(reading.reason).not.toContain(name);
    }
  });
});
