import { expect, test } from "vitest";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";

const EPOCH = Date.parse("2026-12-01T09:00:00Z");
const SHOPS = ["www.a-one.com", "www.b-two.com", "www.c-three.com"];
const at = (seconds: number) => new Date(EPOCH + seconds * 1000).toISOString();

const start = {
  ...{ t: 0, event: "start", trace: 1, name: "views", browser: "chromium", epoch: at(0), mode: "full" },
  ranges: [
    { cidr: "10.1.0.0/16", provider: "aws", region: "us-east-1" },
    { cidr: "10.2.0.0/16", provider: "hetzner" },
  ],
};

const page = (t: number, host: string, ip: string) => [
  { t, event: "completed", tabId: 9, url: `https://${host}/`, type: "main_frame", status: 200, ip },
  { t, event: "navigation-completed", tabId: 9, url: `https://${host}/` },
];

const silent = (t: number, tabId: number, host: string) => [
  { t, event: "error", tabId, url: `https://${host}/`, type: "main_frame", error: "net::ERR_CONNECTION_TIMED_OUT", ip: `10.1.0.${tabId}` },
  { t, event: "navigation-error", tabId, url: `https://${host}/`, error: "net::ERR_CONNECTION_TIMED_OUT" },
];

/** Three owners of one region are silent for minutes while others answer, and vantages name no failure. */
const trace = [
  start,
  ...SHOPS.flatMap((host, index) => page(1000 + index, host, `10.1.0.${index + 1}`)),
  ...[60, 100, 240, 270].flatMap((second) => [
    ...SHOPS.flatMap((host, index) => silent(second * 1000 + index, index + 1, host)),
    ...page(second * 1000 + 500, "www.news.example", "10.2.0.1"),
    ...page(second * 1000 + 900, "www.garden.example", "10.2.0.2"),
  ]),
  {
    ...{ t: 280_000, event: "feed" },
    feed: {
      ...{ version: 2, sequence: 1, issued: at(275), expires: at(2075), previous: null, sources: { read: at(275), except: [] } },
      ...{ incidents: [], services: [], networks: [], catalogue: null, ranges: null, targets: null },
      views: {
        ...{ at: at(270), targets: "A".repeat(43), fail: [], blind: [] },
        from: [
          { id: "fra", country: "DE", asn: 24940 },
          { id: "iad", country: "US", asn: 14618 },
        ],
      },
    },
  },
  { t: 281_000, event: "ask", tabId: 1 },
].map((line) => JSON.stringify(line));

function scopeOf(usualTargets: readonly string[]): string {
  const replay = replayTrace(trace, replayKnowledge, usualTargets);
  const { value, done } = replay.next();
  if (done === true || value === null) throw new Error(JSON.stringify(value));
  const { scope, cause } = value.verdict;
  return `${scope} ${cause}`;
}

test("a trace with views and without the list of targets is read with the usual list, where the caller has one", () => {
  expect(scopeOf(["aws/us-east-1"])).toBe("network route");
  expect(scopeOf([])).toBe("provider correlated");
});
