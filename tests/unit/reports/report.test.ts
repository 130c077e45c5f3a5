import { describe, expect, test } from "vitest";
import { isKnownPlace } from "../../../utils/core/providers/known-places.ts";
import { BUCKET, bucketStart, bucketText, parseReport, readBucket } from "../../../utils/core/reports/report.ts";

const NOW = Date.parse("2021-12-07T15:37:20Z");
const words = { services: new Set(["netflix", "coinbase"]), isPlace: isKnownPlace };
const report = { v: 1, service: "netflix", on: "aws/us-east-1", failure: "http.error", bucket: "2021-12-07T15:35Z" };

function reasonFor(value: unknown): string {
  const reading = parseReport(typeof value === "string" ? value : JSON.stringify(value), words, NOW);
  return reading.ok ? "accepted" : reading.reason;
}

describe("a report", () => {
  test.each([
    report,
    { ...report, on: null },
    { ...report, on: "cloudflare" },
    { ...report, failure: "ok" },
    { ...report, failure: "tls.cert.date_invalid" },
    { ...report, bucket: "2021-12-07T15:25Z" },
  ])("of known words is read as it is: %j", (value) => {
    const start = Date.parse(value.bucket.replace("Z", ":00Z"));
    expect(parseReport(JSON.stringify(value), words, NOW)).toEqual({ ok: true, report: value, start });
  });

  test.each([
    ["not JSON", "{"],
    ["not a JSON object", "[]"],
    ["not a JSON object", "null"],
    ["not a JSON object", '"netflix"'],
    ["url", { ...report, url: "https://www.netflix.com/watch" }],
    ["__proto__", '{"__proto__": 1}'],
    ["bucket: missing", { ...report, bucket: undefined }],
    ["v: not 1", { ...report, v: 2 }],
    ['service: "example.com" is not in the catalogue', { ...report, service: "example.com" }],
    ["service: 7 is not", { ...report, service: 7 }],
    ['on: "aws/mars-1"', { ...report, on: "aws/mars-1" }],
    ['on: "nobody"', { ...report, on: "nobody" }],
    ['on: "aws/us-east-1/x"', { ...report, on: "aws/us-east-1/x" }],
    ['on: ""', { ...report, on: "" }],
    ['failure: "http.teapot"', { ...report, failure: "http.teapot" }],
    ["bucket: 1638891300 is not", { ...report, bucket: 1638891300 }],
    ["is not five minutes", { ...report, bucket: "2021-12-07T15:36Z" }],
    ["is not five minutes", { ...report, bucket: "2021-12-07T15:35:00Z" }],
    ["is not five minutes", { ...report, bucket: "2021-02-30T15:35Z" }],
    ["more than two buckets old", { ...report, bucket: "2021-12-07T15:20Z" }],
    ["in the future", { ...report, bucket: "2021-12-07T15:40Z" }],
  ])("is refused with %j in one line: %j", (reason, value) => {
    const found = reasonFor(value);
    expect(found).toContain(reason);
    expect(found).not.toContain("\n");
    expect(found.length).toBeLessThan(200);
  });

  test("of a browser whose clock is a few seconds ahead is accepted", () => {
    const now = Date.parse("2021-12-07T15:39:30Z");
    expect(parseReport(JSON.stringify({ ...report, bucket: "2021-12-07T15:40Z" }), words, now).ok).toBe(true);
  });
});

test("buckets are five minutes that begin at whole fives", () => {
  expect(bucketText(bucketStart(NOW))).toBe("2021-12-07T15:35Z");
  expect(readBucket("2021-12-07T15:35Z")).toBe(bucketStart(NOW));
  expect(bucketStart(bucketStart(NOW) + BUCKET - 1)).toBe(bucketStart(NOW));
  expect(readBucket("2021-12-07t15:35z")).toBeNull();
});
