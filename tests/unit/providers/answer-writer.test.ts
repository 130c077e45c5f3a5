import { describe, expect, test } from "vitest";
import { writerOfAnswer } from "../../../utils/core/providers/answer-writer.ts";
import { ANSWER_WRITERS } from "../../../utils/core/providers/answer-writer-table.ts";
/**
 * What reverse proxies added to an error of a program behind them, and what they answered where it was down or hung up, without the
 * headers that every answer has. Recorded on 2026-11-30 from the packages of Debian 12 with their standard settings; the program was a
 * server of Node that sends `x-powered-by: Express`.
 */
import recorded from "./recorded-answers.json" with { type: "json" };

const headers = (lines: { [name: string]: string }) => Object.entries(lines).map(([name, value]) => ({ name, value }));
const wrote = (status: number, lines: { [name: string]: string }) => writerOfAnswer(status, headers(lines));

const cloudflare = { server: "cloudflare", "cf-ray": "8f1e2d3c4b5a6978-FRA" };
const cloudfront = { via: "1.1 abc.cloudfront.net (CloudFront)", "x-amz-cf-id": "abc==", "x-cache": "Error from cloudfront" };
const fastly = { via: "1.1 varnish", "x-served-by": "cache-fra-eddf8230020-FRA", "x-cache": "MISS" };

describe("a challenge", () => {
  test.each([
    ["Cloudflare's", 403, { ...cloudflare, "cf-mitigated": "challenge" }],
    ["Cloudflare's in place of a limit", 429, { ...cloudflare, "CF-Mitigated": "challenge" }],
    ["AWS WAF's, which is no failure by its status", 202, { "x-amzn-waf-action": "challenge" }],
    ["AWS WAF's CAPTCHA", 405, { "x-amzn-waf-action": "captcha" }],
    ["Vercel's", 429, { server: "Vercel", "x-vercel-mitigated": "challenge" }],
    ["DataDome's", 403, { server: "DataDome", "x-datadome": "protected" }],
    ["DataDome's behind CloudFront", 403, { ...cloudfront, "x-datadome": "protected", "x-dd-b": "1" }],
    ["Akamai's", 428, { server: "AkamaiGHost" }],
  ])("is %s", (_, status, lines) => expect(wrote(status, lines)).toBe("challenge"));

  test("is not an answer that a protection let through, or refused for good", () => {
    expect(wrote(200, { server: "nginx", "x-datadome": "protected" })).toBeNull();
    expect(wrote(403, { server: "Vercel", "x-vercel-id": "fra1::abc", "x-vercel-mitigated": "deny" })).not.toBe("challenge");
  });
});

describe("who wrote a failed answer", () => {
  test.each([
    ["Cloudflare's error page", 500, { ...cloudflare, "cf-error-type": "500", "cf-error-origin": "edge" }, "edge"],
    ["an error page of Cloudflare without its new headers", 500, cloudflare, "edge"],
    ["a refusal by Cloudflare", 403, cloudflare, "edge"],
    ["an error that Cloudflare passed on", 500, { ...cloudflare, "cf-cache-status": "DYNAMIC" }, "origin"],
    ["Cloudflare's page for an origin's 502", 502, cloudflare, "origin"],
    ["a customer's Worker that threw", 500, { ...cloudflare, "cf-error-type": "1101" }, "origin"],
    ["a customer's Worker that says who it is", 500, { ...cloudflare, "x-powered-by": "Next.js" }, "origin"],
    ["an origin that Cloudflare does not reach", 522, cloudflare, "origin"],
    ["a tunnel that is down", 530, { ...cloudflare, "cf-error-type": "1033" }, "origin"],
    ["a shop of a platform behind Cloudflare", 500, { ...cloudflare, "powered-by": "Shopify" }, "origin"],
    ["CloudFront's page for an origin that fails", 504, { ...cloudfront, server: "CloudFront" }, "origin"],
    ["CloudFront's page for either", 503, { ...cloudfront, server: "CloudFront" }, null],
    ["a refusal by CloudFront", 403, { ...cloudfront, server: "CloudFront" }, "edge"],
    ["an error that CloudFront passed on", 500, { ...cloudfront, server: "nginx" }, "origin"],
    ["a load balancer behind CloudFront", 503, { ...cloudfront, server: "awselb/2.0" }, "origin"],
    ["Fastly's error", 503, { ...fastly, server: "Varnish", "retry-after": "0" }, "edge"],
    ["an error that Fastly passed on", 503, { ...fastly, server: "Apache" }, "origin"],
    ["an origin's own Varnish behind Fastly", 503, { ...fastly, server: "Varnish", "retry-after": "5", "x-varnish": "32770" }, "origin"],
    ["Akamai's refusal", 403, { server: "AkamaiGHost", "mime-version": "1.0" }, "edge"],
    ["Akamai's page for an origin that does not answer", 504, { server: "AkamaiGHost" }, "origin"],
    ["an error that Akamai passed on", 500, { server: "nginx", "akamai-grn": "0.c5200117.1764616637.332afd23" }, "origin"],
    ["an answer that Front Door may not keep", 500, { "x-azure-ref": "20260303T090000Z-abc", "x-cache": "PRIVATE_NOSTORE" }, "origin"],
    ["any answer of a route of Front Door that keeps none", 503, { "x-azure-ref": "2026-abc", "x-cache": "CONFIG_NOCACHE" }, null],
    [
      "Vercel about itself",
      500,
      { server: "Vercel", "x-vercel-id": "fra1::abc", "x-vercel-error": "INTERNAL_UNEXPECTED_ERROR" },
      "platform",
    ],
    ["Vercel about a function", 504, { server: "Vercel", "x-vercel-error": "FUNCTION_INVOCATION_TIMEOUT" }, "origin"],
    ["Vercel about a deployment", 402, { server: "Vercel", "x-vercel-error": "DEPLOYMENT_DISABLED" }, "origin"],
    ["a function on Vercel", 500, { server: "Vercel", "x-vercel-id": "fra1::iad1::abc" }, "origin"],
    [
      "a service of AWS about itself",
      500,
      { "x-amzn-requestid": "1", "x-amzn-errortype": "InternalFailure:http://internal.example/" },
      "platform",
    ],
    ["a service of AWS that limits", 400, { "x-amzn-errortype": "ThrottlingException" }, null],
    ["a service of AWS that refuses", 403, { "x-amzn-errortype": "ForbiddenException", "x-amzn-requestid": "1" }, null],
    ["API Gateway about a function or itself", 500, { "x-amzn-errortype": "InternalServerErrorException", "x-amz-apigw-id": "1" }, null],
    ["Heroku's router about an application", 503, { server: "Cowboy", via: "1.1 vegur" }, "origin"],
    ["Heroku behind Fastly", 503, { ...fastly, via: "1.1 vegur, 1.1 varnish" }, "origin"],
    ["Railway about a service that does not run", 502, { server: "railway-edge", "x-railway-fallback": "true" }, "origin"],
    ["Render about a service that does not run", 503, { ...cloudflare, "rndr-id": "1", "x-render-routing": "no-server" }, "origin"],
    ["a backend of Google's load balancer", 502, { via: "1.1 google" }, "origin"],
    ["an intermediary that names an error of its own", 500, { ...fastly, "proxy-status": "edge; error=proxy_internal_error" }, "edge"],
    ["an intermediary that names an error of the origin", 502, { ...fastly, "proxy-status": "edge; error=connection_refused" }, "origin"],
  ] as const)("is clear for %s", (_, status, lines, expected) => expect(wrote(status, lines)).toBe(expected));

  test("is not asked where nothing tells of an edge: one program failed, or the cloud's region under it", () => {
    expect(wrote(503, { server: "nginx", "x-powered-by": "Express" })).toBeNull();
    expect(wrote(503, { server: "awselb/2.0" })).toBeNull();
    expect(wrote(502, {})).toBeNull();
  });

  test("is not told of an answer that did not fail", () => {
    expect(wrote(200, { ...cloudflare, "cf-cache-status": "HIT", "x-powered-by": "Express" })).toBeNull();
    expect(wrote(301, cloudflare)).toBeNull();
  });

  test("is the program behind any recorded reverse proxy that passes its error on, seen through an edge", () => {
    const behindEdge = recorded.map(({ by, wrote: writer, status, headers: lines }) => ({
      by,
      writer,
      // Cloudflare replaces the server's name, and without its word on the cache only the program's headers tell.
      told: writerOfAnswer(status, [...lines.filter(({ name }) => name.toLowerCase() !== "server"), ...headers(cloudflare)]),
    }));
    const passedOn = behindEdge.filter(({ writer }) => writer === "program");
    expect(passedOn.length).toBe(6);
    expect(passedOn.filter(({ told }) => told !== "origin")).toEqual([]);
  });

  test("is not taken for a program in any recorded error page of a reverse proxy but Varnish, which names itself", () => {
    const own = recorded.filter(({ by, wrote: writer }) => writer === "proxy" && !by.startsWith("Varnish"));
    expect(own.length).toBe(10);
    const withProgram = own.filter(({ headers: lines }) => lines.some(({ name }) => name.toLowerCase() === "x-powered-by"));
    expect(withProgram).toEqual([]);
  });
});

describe("the table of writers", () => {
  test("has only lines with a word, statuses and the name of a header in lower case", () => {
    const wrong = ANSWER_WRITERS.filter((line) => !/^(?:challenge|edge|platform|origin|-) [\d.|[\]-]+ [a-z0-9-]+(?: .+)?$/.test(line));
    expect(wrong).toEqual([]);
  });
});
