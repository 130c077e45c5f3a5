import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { writeLearned } from "../../server/crowd/learned-baselines.ts";
import { createDetector } from "../../server/detect/detector.ts";
import { writeNetworkRanges } from "../../server/reports/network-ranges.ts";
import { NOWHERE } from "../../server/reports/network-table.ts";
import type { Feed } from "../../utils/core/feed/feed.ts";
import { HOUR, MINUTE } from "../../utils/core/time.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fiveMinutes, type ServerAt, serverAt, twelveNetworks } from "./support/server-at.ts";
import { until } from "./support/server-process.ts";
import { awsEvents, standIn } from "./support/stand-in.ts";

const SERVICES = ["netflix", "coinbase", "robinhood"];

const POST = { id: "o1", service: "dynamodb", summary: "Increased error rates", at: "2021-12-07T15:37:00Z" };
const AWS = { id: "aws", format: "aws-health", provider: "aws", site: null, page: "https://status.example", every: 0.1 };

/** The feed once all services are in it: the server reads and publishes at its own pace. Numbers of the crowd follow every five minutes. */
async function feedOfEverybody(server: ServerAt): Promise<Feed> {
  return await until(async () => {
    const feed = await server.feed();
    const [incident] = feed.incidents;
    const isWhole = incident?.site === null && incident.crowd !== null && incident.affects.length === SERVICES.length;
    return isWhole && feed.incidents.length === 1 && feed.services.every(({ state }) => state === "elevated") && feed;
  });
}

/** Stray reports by country, as the server would have learned them in weeks without trouble. */
function knowCountries(file: string, counts: { [country: string]: number }): void {
  const detector = createDetector({ services: [] }, Date.parse("2021-12-07T15:00:00Z"));
  detector.countries.counted = new Map(Object.entries(counts));
  const database = new DatabaseSync(file);
  database.prepare("insert or replace into learned (name, value) values ('baselines', ?)").run(writeLearned(detector));
  database.close();
}

const oneNetwork = (minute: number) => Array.from({ length: 30 }, (_, prefix) => `127.7.${30 * minute + prefix}.1`);

describe("what many people report", () => {
  test("becomes a possible incident of the provider, which outlives a restart and ends when nobody reports any more", async () => {
    const folder = scratchFolder();
    const server = await serverAt("2021-12-07T15:30:20Z", folder);
    await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
    const feed = await feedOfEverybody(server);
    const [incident] = feed.incidents;
    expect(incident).toMatchObject({
      provider: "aws",
      region: "us-east-1",
      site: null,
      status: "possible",
      official: null,
      resolved: null,
    });
    expect(incident?.id).toMatch(/^aws-us-east-1-20211207-1$/);
    expect(incident?.affects).toEqual(["coinbase", "netflix", "robinhood"]);
    expect(feed.services.map(({ id, state }) => [id, state])).toEqual([
      ["coinbase", "elevated"],
      ["netflix", "elevated"],
      ["robinhood", "elevated"],
    ]);
    await server.close();

    const again = await serverAt("2021-12-07T15:36:20Z", folder);
    const later = await until(async () => {
      const latest = await again.feed();
      return latest.issued > feed.issued && latest;
    });
    expect(later.incidents.map(({ id, status }) => [id, status])).toEqual([[incident?.id, "possible"]]);
    expect(later.sequence).toBeGreaterThan(feed.sequence);

    again.clock.now = Date.parse("2021-12-07T16:30:00Z");
    const ended = await until(async () => {
      const latest = await again.feed();
      return latest.services.length === 0 && latest.incidents[0]?.status === "resolved" && latest;
    });
    expect(ended.incidents.map(({ id }) => id)).toEqual([incident?.id]);
  });

  test("joins the official incident when that is posted, under the id it had", async () => {
    let posted = false;
    const url = await standIn((_, reply) => {
      reply.end(awsEvents(posted ? [POST] : []));
    });
    const server = await serverAt("2021-12-07T15:30:20Z", scratchFolder(), [{ ...AWS, url }]);
    await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
    const alone = await feedOfEverybody(server);
    expect(alone.incidents[0]).toMatchObject({ provider: "aws", status: "possible", official: null });
    posted = true;
    server.clock.now += 3 * MINUTE;
    const joined = await until(async () => {
      const latest = await server.feed();
      return latest.incidents[0]?.official != null && latest;
    });
    expect(joined.incidents).toHaveLength(1);
    expect(joined.incidents[0]).toMatchObject({ id: alone.incidents[0]?.id, title: "Increased error rates", status: "investigating" });
    expect(joined.incidents[0]?.crowd?.reporters).toBeGreaterThan(5);
    expect(joined.incidents[0]?.affects).toContain("netflix");
  });

  test("keeps an official incident with its status while its source cannot be read, and ends it only once the source is read", async () => {
    let answers: "posted" | "nothing" | "error" = "posted";
    const url = await standIn((_, reply) => {
      if (answers === "error") reply.writeHead(503).end();
      else reply.end(awsEvents(answers === "posted" ? [POST] : []));
    });
    const server = await serverAt("2021-12-07T15:37:20Z", scratchFolder(), [{ ...AWS, url }]);
    const feedWith = (isExpected: (feed: Feed) => boolean) =>
      until(async () => {
        const feed = await server.feed();
        return isExpected(feed) && feed;
      });
    await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
    const [joined] = (await feedWith(({ incidents }) => incidents[0]?.official != null && incidents[0].crowd !== null)).incidents;
    expect(joined).toMatchObject({ status: "investigating", title: "Increased error rates" });

    answers = "error";
    await feedWith(({ sources }) => sources.except.some(({ id }) => id === AWS.id));
    server.clock.now += 3 * HOUR;
    await feedWith(({ incidents }) => incidents.length === 0);
    await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
    const [reported] = (await feedWith(({ incidents }) => incidents.length > 0)).incidents;
    expect(reported).toMatchObject({ id: joined?.id, status: "investigating", title: "Increased error rates" });

    server.clock.now += 90 * MINUTE;
    await feedWith(({ incidents, services }) => incidents.length === 0 && services.length === 0);
    answers = "nothing";
    const [ended] = (await feedWith(({ incidents }) => incidents.length > 0)).incidents;
    expect(ended).toMatchObject({ id: joined?.id, status: "resolved" });
  });

  test("from one country only, of a CDN, names the country and makes no incident, once the server knows where people usually are", async () => {
    const folder = scratchFolder();
    const networksFile = join(folder, "networks.bin");
    const operators = Array.from({ length: 256 }, (_, block) => ({
      start: (127 * 256 + block) * 65_536,
      asn: 64_500 + block,
      country: "ES",
    }));
    writeFileSync(networksFile, writeNetworkRanges([{ start: 0, ...NOWHERE }, ...operators], [{ start: 0n, ...NOWHERE }]));
    await (await serverAt("2021-12-07T15:20:20Z", folder)).close();
    knowCountries(join(folder, "feed.sqlite"), { US: 280, ES: 20 });

    const server = await serverAt("2021-12-07T15:30:20Z", folder, [], { networksFile });
    await fiveMinutes(server, twelveNetworks, SERVICES, "cloudflare");
    const feed = await until(async () => {
      const latest = await server.feed();
      return latest.networks[0]?.crowd != null && latest;
    });
    expect(feed.networks).toMatchObject([{ asn: null, name: "ES", country: "ES", cannotReach: ["cloudflare"], crowd: { networks: 10 } }]);
    expect(feed).toMatchObject({ incidents: [], services: [] });
  });

  test("from one network only is not published", async () => {
    const server = await serverAt("2021-12-07T15:30:20Z", scratchFolder());
    await fiveMinutes(server, oneNetwork, ["netflix"], "aws/us-east-1");
    const before = await server.feed();
    // The document after the next one was certainly begun after the last report.
    await until(async () => (await server.feed()).sequence > before.sequence + 2);
    expect(await server.feed()).toMatchObject({ incidents: [], services: [] });
  });
});
