import "fake-indexeddb/auto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { giveConsent, hasConsent, withdrawConsent } from "../../utils/reports/consent.ts";
import { createReportQueue } from "../../utils/reports/report-queue.ts";
import { type OpenDatabase, openDatabase } from "../../utils/storage/database.ts";
import type { FeedSetting } from "../../utils/storage/keys.ts";

const MINUTE = 60_000;
const bytes = '{"v":1,"service":"netflix","on":"aws/us-east-1","failure":"http.error","bucket":"2021-12-07T15:35Z"}';
const netflix = { bytes, service: "netflix" };
const about = (service: string) => ({ bytes: bytes.replace("netflix", service), service });

const servers: Server[] = [];
async function endpoint(status: number): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((request, reply) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      received.push(body);
      reply.writeHead(status).end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

let database: OpenDatabase;
let allowed: boolean;
const now = Date.parse("2021-12-07T15:36:00Z");
const setting = (...mirrors: string[]): FeedSetting => ({ mirrors, rootKey: "key" });

beforeEach(() => {
  fakeBrowser.reset();
  // The browser's own switch for data that leaves it; the library's stand-in for a browser has none.
  allowed = true;
  fakeBrowser.permissions.contains = async () => allowed;
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe("reports", () => {
  test("are sent byte for byte as they were queued, and are listed as sent", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 0);
    expect(await queue.add(netflix, setting(url), now)).toBe(true);
    await queue.sendDue(setting(url), now + 6_000);
    expect(received).toEqual([bytes]);
    expect(await queue.sent(setting(url))).toEqual([{ bytes, sentAt: now + 6_000 }]);
  });

  test("wait for a random time before they are sent", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 1);
    await queue.add(netflix, setting(url), now);
    await queue.sendDue(setting(url), now + 44_000);
    expect(received).toEqual([]);
    expect(await queue.nextDue()).toBe(now + 45_000);
  });

  test("are at most one a service in half an hour and six a day", async () => {
    const queue = createReportQueue(database, () => 0);
    expect(await queue.add(netflix, setting(), now)).toBe(true);
    expect(await queue.add(netflix, setting(), now + 29 * MINUTE)).toBe(false);
    expect(await queue.add(netflix, setting(), now + 31 * MINUTE)).toBe(true);
    for (const service of ["a", "b", "c", "d"]) expect(await queue.add(about(service), setting(), now)).toBe(true);
    expect(await queue.add(about("e"), setting(), now)).toBe(false);
  });

  test("that something works are sent once while a service is on watch, and count like any other", async () => {
    const queue = createReportQueue(database, () => 0);
    const works = { bytes: bytes.replace("http.error", "ok"), service: "netflix" };
    expect(await queue.addAnswer(works, setting(), now)).toBe(true);
    expect(await queue.addAnswer(works, setting(), now + 40 * MINUTE)).toBe(false);
    expect(await queue.add(netflix, setting(), now + 10 * MINUTE)).toBe(false);
    expect(await queue.add(netflix, setting(), now + 40 * MINUTE)).toBe(true);
    expect(await queue.addAnswer(works, setting(), now + 150 * MINUTE)).toBe(true);
  });

  test("are sent to another mirror when the first does not answer", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 0);
    await queue.add(netflix, setting("http://127.0.0.1:9", url), now);
    await queue.sendDue(setting("http://127.0.0.1:9", url), now + 6_000);
    expect(received).toEqual([bytes]);
  });

  test("wait for another try when no mirror answers, and are dropped once their bucket is too old", async () => {
    const dead = setting("http://127.0.0.1:9");
    const queue = createReportQueue(database, () => 0);
    await queue.add(netflix, dead, now);
    await queue.sendDue(dead, now + 6_000);
    const { url, received } = await endpoint(204);
    await queue.sendDue(setting(url), now + 16 * MINUTE);
    expect(received).toEqual([]);
    expect(await queue.nextDue()).toBeNull();
  });

  test("that a wrong clock dated ahead are dropped once it is right, not kept until then", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 0);
    await queue.add(netflix, setting(url), now + 24 * 60 * MINUTE);
    await queue.sendDue(setting(url), now);
    expect(received).toEqual([]);
    expect(await queue.nextDue()).toBeNull();
  });

  test("are never sent twice, also when the background was stopped while one was being sent", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 0);
    await queue.add(netflix, setting(url), now);
    const db = await database();
    const [row] = await db.getAll("reports");
    if (row !== undefined) await db.put("reports", { ...row, state: "sending" });
    await createReportQueue(database).sendDue(setting(url), now + 6_000);
    expect(received).toEqual([]);
  });

  test("have no consent unless it was given, and each feed has its own", async () => {
    expect(await hasConsent(setting())).toBe(false);
    await giveConsent(setting(), now);
    expect(await hasConsent(setting())).toBe(true);
    expect(await hasConsent({ mirrors: [], rootKey: "another" })).toBe(false);
  });

  test("have no consent while the browser's own switch is off", async () => {
    await giveConsent(setting(), now);
    allowed = false;
    expect(await hasConsent(setting())).toBe(!import.meta.env.FIREFOX);
  });

  test("stop at once when consent is withdrawn, and queue and list are erased", async () => {
    const { url, received } = await endpoint(204);
    const queue = createReportQueue(database, () => 0);
    await giveConsent(setting(url), now);
    await queue.add(netflix, setting(url), now);
    await withdrawConsent(setting(url), database);
    await queue.sendDue(setting(url), now + 6_000);
    expect(received).toEqual([]);
    expect(await queue.sent(setting(url))).toEqual([]);
    expect(await hasConsent(setting(url))).toBe(false);
  });
});
