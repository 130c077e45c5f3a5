import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../server/store/store.ts";
import { acceptHead } from "../../utils/core/feed/accepted-heads.ts";
import type { Feed } from "../../utils/core/feed/feed.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import { DAY, MINUTE } from "../../utils/core/time.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { sendReport } from "./support/send-report.ts";
import { fiveMinutes, type ServerAt, serverAt, twelveNetworks } from "./support/server-at.ts";
import { until } from "./support/server-process.ts";

const SERVICES = ["netflix", "coinbase", "robinhood"];
const HALF_PAST = "2021-12-07T15:30:20Z";

/** The first document that was issued by the clock as it is set now. */
async function issuedNow(server: ServerAt): Promise<Feed> {
  return await until(async () => {
    const feed = await server.feed();
    return Math.abs(Date.parse(feed.issued) - server.clock.now) < MINUTE && feed;
  });
}

async function untilReportsCount(server: ServerAt): Promise<Feed> {
  return await until(async () => {
    const feed = await server.feed();
    return feed.services.length === SERVICES.length && feed.incidents.some(({ resolved }) => resolved === null) && feed;
  });
}

/** Whether a client with the right clock, which has had every head that it could accept, accepts this one. */
function expectGoodFor(feed: Feed, last: Feed, now: number): void {
  const body = { url: "v2/body-0.json", sha256: "0", bytes: 2 };
  const heads = { highest: { key: last.sequence }, last: { sequence: last.sequence, issued: last.issued, body, keyId: "key" } };
  const { sequence, issued, expires } = feed;
  const head = { version: 2, sequence, issued, expires, body, reports: null, keys: [] } as const;
  expect(acceptHead({ head: { ...head, keys: [] }, keyId: "key" }, heads, now)).toMatchObject({ ok: true, as: "new" });
}

test("a server whose clock ran a day ahead publishes for clients of today, counts reports and erases what it stamped, once the clock is right", async () => {
  const folder = scratchFolder();
  const server = await serverAt(HALF_PAST, folder);
  const { clock, url } = server;
  const first = await server.feed();

  clock.now += DAY;
  const tomorrow = await issuedNow(server);
  expectGoodFor(tomorrow, first, clock.now);
  expect((await sendReport(url, "127.0.0.1", "netflix", null, clock.now - DAY)).status).toBe(400);
  await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
  await untilReportsCount(server);

  clock.now -= DAY;
  const right = await issuedNow(server);
  // Clients refused everything of tomorrow, so the last number that counts is the first one.
  expectGoodFor(right, first, clock.now);
  const isOfTomorrow = ({ started, resolved }: Incident) => Math.max(Date.parse(started), Date.parse(resolved ?? started)) > clock.now;
  await until(async () => !(await server.feed()).incidents.some(isOfTomorrow));
  expect((await sendReport(url, "127.0.0.1", "netflix", null, clock.now + DAY)).status).toBe(400);
  await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
  expectGoodFor(await untilReportsCount(server), right, clock.now);
  await server.close();

  const again = await serverAt(new Date(clock.now).toISOString(), folder);
  expectGoodFor(await issuedNow(again), right, clock.now);
  await again.close();
  const store = await openStore({ file: join(folder, "feed.sqlite") });
  expect(await store.reports.receivedAfter(0, clock.now + MINUTE, clock.now + 2 * DAY)).toEqual([]);
  expect((await store.reports.receivedAfter(0, 0, clock.now)).length).toBeGreaterThan(0);
  await store.close();
});

test("a server whose clock was a day behind continues the incident that people reported before, once the clock is right", async () => {
  const server = await serverAt(HALF_PAST, scratchFolder());
  const { clock } = server;
  await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
  const before = await untilReportsCount(server);

  clock.now -= DAY;
  const yesterday = await issuedNow(server);
  expect(Date.parse(yesterday.issued)).toBeLessThan(Date.parse(before.issued));

  clock.now += DAY;
  await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
  const right = await until(async () => {
    const feed = await untilReportsCount(server);
    const open = feed.incidents.filter(({ resolved }) => resolved === null);
    return Date.parse(feed.issued) >= clock.now - MINUTE && open.length === 1 && feed;
  });
  expectGoodFor(right, before, clock.now);
});
