import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { originOf } from "../../utils/core/net/origin.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { createTraceLog } from "../../utils/world/trace-log.ts";

const START = Date.parse("2026-03-03T09:00:00Z");

const answer = (host: string): WorldEvent => ({
  event: "completed",
  at: Date.now(),
  tabId: 1,
  target: originOf(`https://${host}/private?token=1`),
  type: "main_frame",
  status: 200,
});
const failure = (host: string): WorldEvent => ({
  event: "navigation-error",
  at: Date.now(),
  tabId: 1,
  target: originOf(`https://${host}/private`),
  error: "net::ERR_FAILED",
});

const CHANGED = { changed: true, ignored: null };

const stored = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the trace log", () => {
  test("survives a stop of the background: failures at once, answers a second later", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(answer("good.example"), CHANGED);
    await pass(1 * SECOND);
    log.note(failure("bad.example"), CHANGED);
    await pass(1);
    const awake = createTraceLog();
    await awake.load();
    const events = await awake.events();
    expect(events.map(({ event }) => event)).toEqual(["completed", "navigation-error", "restart"]);
  });

  test("stores neither path nor query", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(answer("good.example"), CHANGED);
    log.note(failure("bad.example"), CHANGED);
    await pass(2 * SECOND);
    expect(await stored()).toContain("bad.example");
    expect(await stored()).not.toMatch(/private|token/);
  });

  test("keeps why an event counted for nothing", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(failure("bad.example"), { changed: false, ignored: "aborted" });
    expect(await log.events()).toMatchObject([{ event: "navigation-error", ignored: "aborted" }]);
  });

  test("forgets within ten minutes, also when no more events come", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(failure("bad.example"), CHANGED);
    await pass(1);
    for (let minute = 0; minute < 10; minute += 2) {
      await pass(2 * MINUTE);
      const due = await fakeBrowser.alarms.get("sweep");
      if (due !== undefined && due.scheduledTime <= Date.now()) await fakeBrowser.alarms.onAlarm.trigger(due);
      await pass(1);
    }
    expect(await log.events()).toEqual([]);
    expect(await stored()).not.toContain("bad.example");
  });

  test("forgets events of a clock that was ahead, as soon as the clock is right", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(failure("bad.example"), CHANGED);
    await pass(1);
    vi.setSystemTime(START - 24 * 60 * MINUTE);
    expect(await log.events()).toEqual([]);
    log.note(failure("worse.example"), CHANGED);
    await pass(1);
    expect(await stored()).not.toContain("bad.example");
    expect(await stored()).toContain("worse.example");
  });

  test("forgets while browsing goes on", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(failure("first.example"), CHANGED);
    for (let minute = 0; minute < 10; minute++) {
      await pass(1 * MINUTE + 1);
      log.note(failure("later.example"), CHANGED);
    }
    await pass(1);
    expect(await stored()).not.toContain("first.example");
    expect((await log.events()).length).toBeGreaterThan(5);
  });

  test("stays small however much fails", async () => {
    const log = createTraceLog();
    await log.load();
    for (let index = 0; index < 5000; index++) log.note(failure(`host-${index}.example`), CHANGED);
    await pass(2 * SECOND);
    const events = await log.events();
    expect(events.length).toBeLessThanOrEqual(1536);
    expect(events.at(-1)).toMatchObject({ target: { host: "host-4999.example" } });
    expect((await stored()).length).toBeLessThan(300_000);
  });

  test("forgets at once when it is erased", async () => {
    const log = createTraceLog();
    await log.load();
    log.note(failure("bad.example"), CHANGED);
    await pass(1);
    await log.erase();
    expect(await log.events()).toEqual([]);
    expect(await stored()).not.toContain("bad.example");
  });
});
