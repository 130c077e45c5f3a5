import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createAlerts } from "../../utils/alerts/outage-alerts.ts";
import { createWatches } from "../../utils/alerts/watches.ts";
import type { AlertStep } from "../../utils/core/alerts/outage-alert.ts";
import type { Watch } from "../../utils/core/alerts/watch.ts";
import type { Verdict } from "../../utils/core/diagnosis/verdict.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { emptyWorld } from "../../utils/core/world/empty-world.ts";
import type { World } from "../../utils/core/world/world.ts";
import { read } from "../../utils/storage/browser-storage.ts";
import { WATCHES } from "../../utils/storage/keys.ts";

const NOW = Date.parse("2026-03-03T23:30:00Z");
const WATCH: Watch = { site: "netflix.com", host: "www.netflix.com", name: "Netflix", requestedAt: NOW, incident: null, check: false };

/** A world in which Netflix answered after the request. */
function back(): World {
  const site = {
    owner: "netflix",
    service: null,
    visited: true,
    known: true,
    pageOkAt: NOW + MINUTE,
    troubleSince: 0,
    hosts: {},
  };
  return { ...emptyWorld("chromium", "full"), sites: { "netflix.com": site } };
}

beforeEach(() => fakeBrowser.reset());

describe("what comes back in quiet hours", () => {
  test("is announced once when they end, even if the world has dropped it by then and the background was stopped", async () => {
    const announced: string[] = [];
    const announce = async (watch: Watch, how: string) => void announced.push(`${watch.site} ${how}`);
    const watches = createWatches(announce);
    await watches.add(WATCH);
    await watches.follow(back(), NOW + 3 * MINUTE, true);
    await watches.follow(back(), NOW + 5 * MINUTE, true);
    expect(announced).toEqual([]);
    expect(await read(WATCHES)).toEqual([{ ...WATCH, held: "here" }]);
    const restarted = createWatches(announce);
    await restarted.follow(emptyWorld("chromium", "full"), NOW + 8 * 60 * MINUTE, false);
    await restarted.follow(emptyWorld("chromium", "full"), NOW + 8 * 60 * MINUTE, false);
    expect(announced).toEqual(["netflix.com here"]);
    expect(await read(WATCHES)).toEqual([]);
  });

  test("is announced at once outside them", async () => {
    const announced: string[] = [];
    const watches = createWatches(async (watch, how) => void announced.push(`${watch.site} ${how}`));
    await watches.add(WATCH);
    await watches.follow(back(), NOW + 3 * MINUTE, false);
    expect(announced).toEqual(["netflix.com here"]);
  });
});

describe("a wide outage", () => {
  const verdict = (about: Partial<Verdict>) =>
    ({ site: null, cause: null, subject: null, confidence: 0.9, since: NOW, evidence: [], ...about }) as Verdict;
  const OUTAGE = verdict({ scope: "provider", cause: "correlated", subject: "aws/us-east-1" });
  const CLEAR = verdict({ scope: "clear" });

  test("is announced once when it begins and once when it is over, also where the background is stopped in between", async () => {
    const announced: AlertStep["what"][] = [];
    const evaluate = (verdict: Verdict, minutes: number) =>
      createAlerts(async ({ what }) => void announced.push(what)).follow(verdict, false, NOW + minutes * MINUTE);
    expect(await evaluate(OUTAGE, 0)).toBe(true);
    await evaluate(OUTAGE, 1);
    await evaluate(OUTAGE, 2);
    expect(await evaluate(CLEAR, 10)).toBe(true);
    expect(await evaluate(CLEAR, 13)).toBe(false);
    await evaluate(CLEAR, 14);
    expect(announced).toEqual(["began", "over"]);
  });

  test("that began before announcements were turned off has no announced end", async () => {
    const announced: AlertStep["what"][] = [];
    const alerts = createAlerts(async ({ what }) => void announced.push(what));
    await alerts.follow(OUTAGE, false, NOW);
    await alerts.follow(OUTAGE, false, NOW + MINUTE);
    await alerts.forget();
    await alerts.follow(CLEAR, false, NOW + 10 * MINUTE);
    await alerts.follow(CLEAR, false, NOW + 20 * MINUTE);
    expect(announced).toEqual(["began"]);
  });
});
