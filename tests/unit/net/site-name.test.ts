import { describe, expect, test } from "vitest";
import { hostOf, isPrivateHost, siteOf } from "../../../utils/core/net/site-name.ts";

describe("the host of a URL", () => {
  test.each([
    ["https://www.example.com/a?b#c", "www.example.com"],
    ["http://EXAMPLE.com:8080", "example.com"],
    ["https://user:secret@example.com/", "example.com"],
    ["wss://live.example.com/socket", "live.example.com"],
    ["https://example.com./", "example.com"],
    ["http://[2001:DB8::1]:8080/", "2001:db8::1"],
    ["https://xn--bcher-kva.de/", "xn--bcher-kva.de"],
    ["http://192.0.2.7/", "192.0.2.7"],
  ])("of %s is %s", (url, host) => expect(hostOf(url)).toBe(host));

  test.each([
    "chrome://newtab/",
    "about:blank",
    "data:text/html,x",
    "file:///etc/hosts",
    "moz-extension://a-b/popup.html",
    "https://",
    "",
    "http://[zz]/",
  ])("is null for %j", (url) => expect(hostOf(url)).toBeNull());
});

describe("the site of a host", () => {
  test.each([
    ["www.example.com", "example.com"],
    ["api.shop.example.co.uk", "example.co.uk"],
    ["you.github.io", "you.github.io"],
    ["github.io", "github.io"],
    ["bucket.s3.amazonaws.com", "bucket.s3.amazonaws.com"],
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8::1", "2001:db8::1"],
  ])("of %s is %s", (host, site) => expect(siteOf(host)).toBe(site));

  test("is one for a government's website and its technical names, and another for each department", () => {
    expect(["gov.uk", "www.gov.uk", "api.gov.uk", "static.gov.uk", "www.gov.br", "www.gob.mx"].map(siteOf)).toEqual([
      "gov.uk",
      "gov.uk",
      "gov.uk",
      "gov.uk",
      "gov.br",
      "gob.mx",
    ]);
    expect(["dwp.gov.uk", "www.dwp.gov.uk", "tax.service.gov.uk"].map(siteOf)).toEqual(["dwp.gov.uk", "dwp.gov.uk", "tax.service.gov.uk"]);
  });

  test("is its own for a company with a technical name, below an ordinary suffix", () => {
    expect(siteOf("www.static.co.uk")).toBe("static.co.uk");
  });

  test("is right after more hosts than the cache holds", () => {
    const hosts = Array.from({ length: 5000 }, (_, index) => `www.site${index}.com`);
    expect(hosts.map(siteOf)).toEqual(Array.from({ length: 5000 }, (_, index) => `site${index}.com`));
    expect(siteOf("www.site1.com")).toBe("site1.com");
  });
});

describe("a private host", () => {
  test.each([
    "localhost",
    "app.localhost",
    "intranet",
    "printer.local",
    "shop.test",
    "build.corp.internal",
    "nas.home.arpa",
    "127.0.0.1",
    "127.10.0.5",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.20",
    "169.254.10.1",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd12:3456::1",
    "::ffff:192.168.0.1",
  ])("is %s", (host) => expect(isPrivateHost(host)).toBe(true));

  test.each(["example.com", "mytest.com", "local.example.com", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])(
    "is not %s",
    (host) => expect(isPrivateHost(host)).toBe(false),
  );
});
