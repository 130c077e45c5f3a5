import { describe, expect, test } from "vitest";
import { hostAndPort, isExtension, originOf } from "../../../utils/core/net/origin.ts";

describe("the origin of a URL", () => {
  test.each([
    ["https://www.example.com/a?b#c", { scheme: "https", host: "www.example.com", port: null }],
    ["HTTP://EXAMPLE.com:8080", { scheme: "http", host: "example.com", port: 8080 }],
    ["https://user:secret@example.com:8443/", { scheme: "https", host: "example.com", port: 8443 }],
    ["wss://live.example.com/socket", { scheme: "wss", host: "live.example.com", port: null }],
    ["http://[2001:DB8::1]:8080/", { scheme: "http", host: "2001:db8::1", port: 8080 }],
    ["moz-extension://5d1c4e0a/popup.html", { scheme: "moz-extension", host: null, port: null }],
    ["file:///etc/hosts", { scheme: "file", host: null, port: null }],
    ["about:neterror?e=dnsNotFound&u=https%3A//secret/", { scheme: "about", host: null, port: null }],
    ["data:text/html,secret", { scheme: "data", host: null, port: null }],
    ["null", { scheme: "", host: null, port: null }],
    ["", { scheme: "", host: null, port: null }],
  ])("of %s is its scheme, host and port", (url, origin) => expect(originOf(url)).toEqual(origin));

  test.each([
    ["https://example.com:443/", "http://example.com:80/"],
    ["wss://example.com:443/", "ws://example.com:80/"],
  ])("names no port where it is the scheme's own: %s, %s", (...urls) => {
    expect(urls.map((url) => originOf(url).port)).toEqual([null, null]);
  });

  test("names a port of the other scheme", () => {
    expect([originOf("http://example.com:443/").port, originOf("https://example.com:80/").port]).toEqual([443, 80]);
  });

  test("is written with its port where that is not the scheme's own", () => {
    const urls = ["https://a.example/x", "https://a.example:8443/x", "http://[::1]:8080/", "about:blank"];
    expect(urls.map((url) => hostAndPort(originOf(url)))).toEqual(["a.example", "a.example:8443", "[::1]:8080", ""]);
  });

  test("is the same whether or not it was seen before, with more origins than are remembered", () => {
    const urls = Array.from({ length: 5000 }, (_, index) => `https://www.site${index}.example:${8000 + index}/a/${index}`);
    const read = () => urls.map((url) => hostAndPort(originOf(url)));
    expect(read()).toEqual(urls.map((_, index) => `www.site${index}.example:${8000 + index}`));
    expect(read()).toEqual(read());
  });

  test("holds nothing of a query or fragment that follows the host at once", () => {
    const urls = ["https://a.example?secret", "https://a.example#secret", "https://me:secret@a.example", "https://a.example\\secret/x"];
    for (const url of urls) expect(originOf(url)).toEqual({ scheme: "https", host: "a.example", port: null });
  });

  test("says whether it is an extension's", () => {
    const urls = [
      "chrome-extension://abcdefgh",
      "moz-extension://1234/page.html",
      "safari-web-extension://1/",
      "https://extension.example/",
    ];
    expect(urls.map((url) => isExtension(originOf(url)))).toEqual([true, true, true, false]);
  });
});
