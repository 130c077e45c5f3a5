import { describe, expect, test } from "vitest";
import { maySend } from "../../../server/http/sender.ts";

const ID = "5d1c4e0a-6d1f-4c5e-9a51-0c1b2f3e4d5a";

describe("what is sent may count", () => {
  test.each([
    ["Chromium's extension", { origin: "chrome-extension://fgmblaiabokcopndckodnaijbhdjkcno", "sec-fetch-site": "cross-site" }],
    ["Chromium's extension with permission for the host", { origin: "chrome-extension://abc", "sec-fetch-site": "none" }],
    ["Firefox's extension", { origin: "null", "sec-fetch-site": "same-origin" }],
    ["Firefox's extension that does not hide its id", { origin: `moz-extension://${ID}`, "sec-fetch-site": "cross-site" }],
    ["a browser that leaves Origin out", { "sec-fetch-site": "none" }],
    ["a program that is no browser", {}],
  ])("from %s", (_, headers) => {
    expect(maySend(headers, 0)).toBe(true);
  });

  test.each([
    ["a page", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a page of the server's own site", { origin: "https://feed.example", "sec-fetch-site": "same-origin" }],
    ["a page where the browser says nothing more", { origin: "http://evil.example" }],
    ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a page without a known origin over plain http", { origin: "null" }],
    ["a page of a neighbouring host", { origin: "null", "sec-fetch-site": "same-site" }],
    ["a page whose origin was left out", { "sec-fetch-site": "cross-site" }],
    ["a page whose name begins like an extension", { origin: "https://chrome-extension.example", "sec-fetch-site": "cross-site" }],
    ["another browser's extension, which we are not", { origin: `safari-web-extension://${ID}`, "sec-fetch-site": "none" }],
  ])("not from %s", (_, headers) => {
    expect(maySend(headers, 0)).toBe(false);
  });

  test("not over plain http where the operator's own outermost proxy says so; nobody else is believed", () => {
    const by = (proto: string) => ({ "x-forwarded-proto": proto });
    expect(maySend(by("http"), 1)).toBe(false);
    expect(maySend(by("https"), 1)).toBe(true);
    expect(maySend(by("https, HTTP"), 1)).toBe(false);
    expect(maySend(by("http, https"), 2)).toBe(false);
    expect(maySend(by("http"), 2)).toBe(false);
    expect(maySend(by("http"), 0)).toBe(true);
    expect(maySend({}, 1)).toBe(true);
  });
});
