import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { edgeOfStatus } from "../../../utils/core/providers/edge-status.ts";
import { edgeOfHeaders } from "../../../utils/core/providers/response-signature.ts";
import { sharedData } from "./shared-data.ts";

const headers = (lines: { [name: string]: string }) => Object.entries(lines).map(([name, value]) => ({ name, value }));

describe("the edge that signed a response", () => {
  test.each([
    [{ Server: "cloudflare", "CF-RAY": "8f1e2d3c4b5a6978-FRA" }, "cloudflare"],
    [{ "x-amz-cf-id": "abc==", via: "1.1 abc.cloudfront.net (CloudFront)" }, "aws"],
    [{ "x-served-by": "cache-fra-eddf8230020-FRA", via: "1.1 varnish" }, "fastly"],
    [{ server: "AkamaiGHost" }, "akamai"],
    [{ "x-azure-ref": "20260303T090000Z-abc" }, "azure"],
    [{ "x-vercel-id": "fra1::iad1::abc" }, "vercel"],
    [{ "x-nf-request-id": "01H" }, "netlify"],
    [{ server: "Fly/abc (2026-03-03)", via: "1.1 fly.io" }, "fly"],
    [{ via: "1.1 vegur" }, "heroku"],
    [{ via: "1.1 google" }, "gcp"],
  ])("of %j is %s", (lines, provider) => expect(edgeOfHeaders(headers(lines))).toBe(provider));

  test("is the platform where its CDN signs too", () => {
    expect(edgeOfHeaders(headers({ server: "cloudflare", "cf-ray": "8f1e2d3c4b5a6978-FRA", "powered-by": "Shopify" }))).toBe("shopify");
    expect(edgeOfHeaders(headers({ "x-served-by": "cache-fra-1", "x-github-request-id": "A:B" }))).toBe("github");
  });

  test("is not known for a plain server, a header of the origin, or a value that others send too", () => {
    expect(edgeOfHeaders(headers({ server: "nginx", via: "1.1 varnish", "x-amz-request-id": "4442587FB7D0A2F9" }))).toBeNull();
    expect(edgeOfHeaders(headers({ server: "cloudflare-like", "powered-by": "PHP/8.4" }))).toBeNull();
    expect(edgeOfHeaders([])).toBeNull();
    expect(edgeOfHeaders([{ name: "server" }])).toBeNull();
  });

  test("is that of the reference rules wherever both know one", (context) => {
    type Hint = { name: string; valuePattern: string; provider: string };
    const hints: { headers: Hint[] } = JSON.parse(readFileSync(sharedData("provider-hints.json", context), "utf8"));
    const wrong: string[] = [];
    let spoke = 0;
    for (const { name, valuePattern, provider } of hints.headers) {
      // The pattern's own words make a value that it matches: `^cloudflare$` is "cloudflare".
      const value = valuePattern.replace(/\\[dwbs][+*]?|[\^$+*]|\(\?:|[()?]|\|.*$/g, "").replaceAll("\\", "");
      if (!new RegExp(valuePattern).test(value)) continue;
      const found = edgeOfHeaders([{ name, value }]);
      if (found === null) continue;
      spoke++;
      if (found !== provider) wrong.push(`${name}: ${value} is ${found}, not ${provider}`);
    }
    expect(wrong).toEqual([]);
    expect(spoke).toBeGreaterThan(25);
  });
});

describe("the edge of a status", () => {
  test.each([520, 521, 522, 523, 524, 525, 526, 530])("is Cloudflare for %i", (status) => expect(edgeOfStatus(status)).toBe("cloudflare"));
  test.each([200, 500, 502, 503, 504, 511, 529, 599])("is not known for %i", (status) => expect(edgeOfStatus(status)).toBeNull());
});
