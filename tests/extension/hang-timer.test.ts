import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SECOND } from "../../utils/core/time.ts";
import { emptyWorld } from "../../utils/core/world/empty-world.ts";
import type { World } from "../../utils/core/world/world.ts";
import { createHangTimer } from "../../utils/world/hang-timer.ts";

const START = Date.parse("2026-03-03T08:00:00Z");

/** A world in which tabs load, by the seconds at which their loads began; null for one that has had its answer. */
function loading(...starts: (number | null)[]): World {
  const world = emptyWorld("chromium", "full");
  starts.forEach((second, tabId) => {
    const at = START + (second ?? 0) * SECOND;
    const host = `www.site-${tabId}.example`;
    const load = {
      host,
      site: host,
      at,
      beganAt: at,
      owner: "",
      on: null,
      known: false,
      usual: 0,
      answeredAt: second === null ? START : null,
    };
    world.tabs[tabId] = { site: null, host: null, at: START, state: "shown", loading: load, pending: null };
  });
  return world;
}

let due: number[];
let slept: number;
const timer = () =>
  createHangTimer({
    due: () => void due.push((Date.now() - START) / SECOND),
    slept: () => void slept++,
  });

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  due = [];
  slept = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the hang timer", () => {
  test("is due after 5 and 15 seconds, and then no more", () => {
    timer().follow(loading(0));
    vi.advanceTimersByTime(60 * SECOND);
    expect(due).toEqual([5, 15]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runs for the load that is due next, and for no load that has had its answer", () => {
    const hangs = timer();
    hangs.follow(loading(0, null));
    vi.advanceTimersByTime(3 * SECOND);
    hangs.follow(loading(0, null, 3));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(3 * SECOND);
    hangs.follow(loading(null, null, 3));
    vi.advanceTimersByTime(60 * SECOND);
    expect(due).toEqual([5, 8, 18]);
    hangs.follow(loading(null));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is due later for a site that is usually slow", () => {
    const world = loading(0);
    const [tab] = Object.values(world.tabs);
    if (tab?.loading != null) tab.loading.usual = 9 * SECOND;
    timer().follow(world);
    vi.advanceTimersByTime(60 * SECOND);
    expect(due).toEqual([5, 27]);
  });

  test("goes on with a load that began before the background was stopped", () => {
    vi.setSystemTime(START + 12 * SECOND);
    timer().follow(loading(0));
    vi.advanceTimersByTime(60 * SECOND);
    expect(due).toEqual([15]);
  });

  test("tells that the machine slept while loads waited, and not that they hang", () => {
    timer().follow(loading(0, 1, null));
    // Timers stand still in sleep, and the clock does not.
    vi.setSystemTime(START + 600 * SECOND);
    vi.advanceTimersByTime(5 * SECOND);
    expect({ due, slept }).toEqual({ due: [], slept: 1 });
  });

  test("knows a slow load, until browsers have given it up", () => {
    const hangs = timer();
    hangs.follow(loading(0));
    const isSlow = (seconds: number) => hangs.isSlow(START + seconds * SECOND);
    expect([4, 5, 299, 300].map(isSlow)).toEqual([false, true, true, false]);
  });
});
