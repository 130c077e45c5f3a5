import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createReportQueue, type NewReport } from "../../utils/reports/report-queue.ts";
import { createSending } from "../../utils/reports/sending.ts";
import { type OpenDatabase, openDatabase } from "../../utils/storage/database.ts";
import type { FeedSetting } from "../../utils/storage/keys.ts";
import { startReportServer, stopReportServers } from "./support/report-server.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const bytes = '{"v":1,"service":"netflix","on":"aws/us-east-1","failure":"http.error","bucket":"2021-12-07T15:35Z"}';
const NOBODY = "http://127.0.0.1:9/v2/reports";
const now = Date.parse("2021-12-07T15:36:00Z");
const setting: FeedSetting = { mirrors: ["http://127.0.0.1:9"], rootKey: "key" };

const failure = (service = "netflix"): NewReport => ({
  ...{ bytes: bytes.replace("netflix", service), service },
  ...{ kind: "failure", allowedBy: "consent" },
});
const answer = (service = "netflix"): NewReport => ({ ...failure(service), bytes: bytes.replace("http.error", "ok"), kind: "answer" });

let database: OpenDatabase;

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  database = openDatabase();
});
afterEach(stopReportServers);

/** A queue whose reports wait as short as any, and what sends them. */
function sender(random = 0) {
  const queue = createReportQueue(database, () => random);
  const sending = createSending(queue, async () => true);
  return { queue, sendDue: (address: string, at: number) => sending.sendDue(setting, address, () => at) };
}

describe("reports", () => {
  test("are sent byte for byte as they were queued, and are listed as sent", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender();
    expect(await queue.add(failure(), setting, now)).toBe(true);
    await sendDue(address, now + 6_000);
    expect(received).toEqual([bytes]);
    expect(await queue.sent(setting)).toEqual([{ bytes, sentAt: now + 6_000 }]);
  });

  test("wait for a random time before they are sent", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender(1);
    await queue.add(failure(), setting, now);
    await sendDue(address, now + 44_000);
    expect(received).toEqual([]);
    expect(await queue.nextDue(setting)).toBe(now + 45_000);
  });

  test("of failures are at most one a service in half an hour and six a day", async () => {
    const { queue } = sender();
    expect(await queue.add(failure(), setting, now)).toBe(true);
    expect(await queue.add(failure(), setting, now + 29 * MINUTE)).toBe(false);
    expect(await queue.add(failure(), setting, now + 31 * MINUTE)).toBe(true);
    for (const service of ["a", "b", "c", "d"]) expect(await queue.add(failure(service), setting, now)).toBe(true);
    expect(await queue.add(failure("e"), setting, now)).toBe(false);
  });

  test("are tried again when nobody answers, and are dropped once their bucket is too old", async () => {
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    await sendDue(NOBODY, now + 6_000);
    expect(await queue.nextDue(setting)).toBe(now + 26_000);
    const { address, received } = await startReportServer();
    await sendDue(address, now + 16 * MINUTE);
    expect(received).toEqual([]);
    expect(await queue.nextDue(setting)).toBeNull();
  });

  test.each([
    [503, 2],
    [405, 2],
    [400, 1],
  ])("that are answered with HTTP %i have been sent %i times after two tries", async (status, times) => {
    const { address, received } = await startReportServer(status);
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    await sendDue(address, now + 6_000);
    await sendDue(address, now + MINUTE);
    expect(received).toHaveLength(times);
    expect(await queue.sent(setting)).toEqual([]);
  });

  test("that a wrong clock dated ahead are dropped once it is right, not kept until then", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now + DAY);
    await sendDue(address, now);
    expect(received).toEqual([]);
    expect(await queue.nextDue(setting)).toBeNull();
  });

  test("are sent once where a timer and an alarm ask for it at the same time", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    await Promise.all([sendDue(address, now + 6_000), sendDue(address, now + 6_000)]);
    expect(received).toEqual([bytes]);
  });

  test("are never sent twice, also when the background was stopped while one was being sent", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    const [due] = await queue.due(setting, now + 6_000);
    expect(await queue.claim(due?.id ?? 0)).not.toBeNull();
    await sender().sendDue(address, now + 6_000);
    await sendDue(address, now + 6_000);
    expect(received).toEqual([]);
  });

  test("that are too old to be sent, or were refused, leave nothing behind", async () => {
    const { address } = await startReportServer(400);
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    await sendDue(address, now + 6_000);
    expect(await (await database()).getAll("reports")).toEqual([]);
    await queue.add(failure(), setting, now);
    await queue.prune(now + 9 * MINUTE);
    expect(await (await database()).getAll("reports")).toHaveLength(1);
    await queue.prune(now + 16 * MINUTE);
    expect(await (await database()).getAll("reports")).toEqual([]);
  });

  test("that were sent are listed, the last fifty, and those of a day as long as they count for its limits", async () => {
    const { address } = await startReportServer();
    const { queue, sendDue } = sender();
    for (let day = 0; day < 9; day++) {
      for (const service of ["a", "b", "c", "d", "e", "f"]) await queue.add(failure(service), setting, now + day * DAY);
      await sendDue(address, now + day * DAY + MINUTE);
    }
    await queue.prune(now + 9 * DAY);
    expect(await queue.sent(setting)).toHaveLength(50);
  });

  test("that were erased while they were being sent do not come back", async () => {
    const server = await startReportServer("held");
    const { queue, sendDue } = sender();
    await queue.add(failure(), setting, now);
    const done = sendDue(server.address, now + 6_000);
    await expect.poll(() => server.received).toHaveLength(1);
    await queue.erase("all");
    server.release();
    await done;
    expect(await (await database()).getAll("reports")).toEqual([]);
  });
});

describe("answers", () => {
  test("about a service are sent once while it is on watch, and two a day", async () => {
    const { queue } = sender();
    expect(await queue.add(answer(), setting, now)).toBe(true);
    expect(await queue.add(answer(), setting, now + 40 * MINUTE)).toBe(false);
    expect(await queue.add(answer("github"), setting, now + 40 * MINUTE)).toBe(true);
    expect(await queue.add(answer(), setting, now + 150 * MINUTE)).toBe(false);
    expect(await queue.add(answer(), setting, now + DAY)).toBe(true);
  });

  test("take nothing from the limits of failures", async () => {
    const { queue } = sender();
    expect(await queue.add(answer("a"), setting, now)).toBe(true);
    expect(await queue.add(answer("b"), setting, now)).toBe(true);
    for (const service of ["a", "b", "c", "d", "e", "f"]) expect(await queue.add(failure(service), setting, now + MINUTE)).toBe(true);
  });

  test("that wait give way to a failure of the same service, and do not follow one that waits", async () => {
    const { address, received } = await startReportServer();
    const { queue, sendDue } = sender();
    await queue.add(answer(), setting, now);
    await queue.add(failure(), setting, now + 1000);
    await sendDue(address, now + MINUTE);
    expect(received).toEqual([bytes]);
    await queue.add(failure("github"), setting, now + MINUTE);
    expect(await queue.add(answer("github"), setting, now + MINUTE)).toBe(false);
  });
});
