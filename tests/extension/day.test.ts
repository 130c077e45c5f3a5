import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Knowledge } from "../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../utils/core/providers/locator.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { ADDRESSES_KEPT, ANSWERS_KEPT, HOSTS_KEPT, PASSING_KEPT, SITES_KEPT, TROUBLED_KEPT } from "../../utils/core/world/caps.ts";
import type { WorldEvent } from "../../utils/core/world/events.ts";
import { takeStep } from "../../utils/core/world/reduce.ts";
import type { World } from "../../utils/core/world/world.ts";
import { loadWorld, newWorld } from "../../utils/storage/world-store.ts";
import { createWorldWriter } from "../../utils/storage/world-writer.ts";
import { createTraceLog } from "../../utils/world/trace-log.ts";
import { eventOf, startBrowsing } from "../instruments/bench/browsing/browsing.ts";
import { type SampleSite, sampleSites } from "../instruments/bench/browsing/sample-sites.ts";
import { Random } from "../instruments/scenarios/random.ts";

const MORNING = Date.parse("2026-03-03T07:00:00Z");
const SITES = 3000;
/** Events in one minute of browsing, and the tabs it opens; most are closed again when it is over. */
const BURST = 80;
const TABS = 30;
const LEFT_OPEN = 2;
/** Tabs that were left open are used again after this many minutes of browsing. */
const ROUND = 3;
/** Events of the parts of a page are stored together, this long after the first, milliseconds. */
const PARTS_WAIT = 0.5 * SECOND;

/**
 * In how many minutes of each hour somebody browses, from seven in the morning on: work, an evening, and a night's sleep. They are
 * the last of the hour, so that the world is at its fullest when it is measured.
 */
const HABIT = [3, 10, 10, 10, 10, 6, 10, 10, 10, 10, 8, 2, 5, 10, 10, 10, 2, 0, 0, 0, 0, 0, 0, 4];

/** How much is held at the end of an hour. */
type Held = {
  sites: number;
  passing: number;
  troubled: number;
  hosts: number;
  tabs: number;
  addresses: number;
  answers: number;
  logged: number;
  bytes: number;
};

const CAPS: Held = {
  sites: SITES_KEPT,
  passing: PASSING_KEPT,
  troubled: TROUBLED_KEPT,
  hosts: HOSTS_KEPT,
  tabs: ROUND * LEFT_OPEN,
  addresses: ADDRESSES_KEPT,
  answers: ANSWERS_KEPT,
  logged: 1536,
  bytes: 1_000_000,
};
const MEASURES = Object.keys(CAPS) as (keyof Held)[];
/** Measures large enough to vary little by chance. */
const STEADY = ["passing", "addresses", "answers", "logged", "bytes"] as const;
/** No two hours are alike: the figures at their ends may differ by this factor without a growth. */
const WOBBLE = 1.15;

/** One life of the background, from its start until the browser stops it: takes events as `background.ts` does. */
async function wakeUp(knowledge: Knowledge) {
  const traceLog = createTraceLog();
  const writer = createWorldWriter();
  await traceLog.load();
  const stored = await loadWorld();
  if (stored !== null) writer.loaded(stored);
  let world = stored ?? newWorld();
  return {
    take(event: WorldEvent): void {
      const step = takeStep(world, event, knowledge);
      const changed = step.world !== world;
      world = step.world;
      const maxDelay = "type" in event && event.type !== "main_frame" ? PARTS_WAIT : 0;
      traceLog.note(event, { changed, ignored: step.ignored }, maxDelay);
      if (changed) writer.save(world, maxDelay);
    },
    async held(): Promise<Held> {
      return { ...sizesOf(world), logged: (await traceLog.events()).length, bytes: await storedBytes() };
    },
  };
}

function sizesOf({ sites, passing, tabs, addresses, answers }: World) {
  const all = Object.values(sites);
  const hosts = all.map((site) => Object.values(site.hosts));
  return {
    sites: all.length,
    passing: passing.length,
    troubled: hosts.filter((list) => list.some(({ trouble }) => trouble !== null)).length,
    hosts: Math.max(0, ...hosts.map((list) => list.length)),
    tabs: Object.keys(tabs).length,
    addresses: addresses.length,
    answers: answers.length,
  };
}

async function storedBytes(): Promise<number> {
  const stored = await fakeBrowser.storage.session.get(null);
  return Object.entries(stored).reduce((sum, [key, text]) => sum + key.length + Buffer.byteLength(String(text)), 0);
}

/** The events of one minute in which somebody browses, in tabs of its own; most of the tabs are closed again. */
function minuteOfBrowsing(sites: SampleSite[], random: Random, start: number, firstTab: number): WorldEvent[] {
  const browsing = startBrowsing(random.shuffle(sites).slice(0, 3 * BURST), random, start);
  const events = Array.from({ length: BURST }, () => eventOf(browsing.next()));
  for (let tabId = LEFT_OPEN; tabId < TABS; tabId++) events.push({ event: "tab-closed", at: browsing.now, tabId });
  return events.map((event) => ("tabId" in event ? { ...event, tabId: firstTab + event.tabId } : event));
}

/** Advances the clock, and triggers the alarms that are due. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  for (const alarm of await fakeBrowser.alarms.getAll()) {
    if (alarm.scheduledTime > Date.now()) continue;
    await fakeBrowser.alarms.clear(alarm.name);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
  }
  await vi.advanceTimersByTimeAsync(0);
}

describe("a day of browsing in fast motion", () => {
  const hours: Held[] = [];

  beforeAll(async () => {
    fakeBrowser.reset();
    vi.useFakeTimers({ now: MORNING });
    const random = new Random("a day");
    const sites = sampleSites(SITES, random);
    const edges = [{ cidr: "104.16.0.0/13", provider: "cloudflare", region: null }];
    const knowledge: Knowledge = { ...createLocator({ extraRanges: edges }), learned: () => null };
    let minutes = 0;
    for (const browsed of HABIT) {
      const background = await wakeUp(knowledge);
      for (let minute = 0; minute < 60; minute++) {
        const events = minute < 60 - browsed ? [] : minuteOfBrowsing(sites, random, Date.now(), TABS * (minutes++ % ROUND));
        for (const event of events) background.take(event);
        await pass(1 * MINUTE);
      }
      hours.push(await background.held());
    }
  }, 60_000);

  afterAll(() => {
    vi.useRealTimers();
  });

  test.each(MEASURES)("%s: no more than the cap at the end of any hour", (measure) => {
    expect(hours).toHaveLength(24);
    expect(Math.max(...hours.map((held) => held[measure]))).toBeLessThanOrEqual(CAPS[measure]);
  });

  test.each(STEADY)("%s: no more at the end of any later hour than after the third", (measure) => {
    const [third = 0, ...later] = hours.slice(2).map((held) => held[measure]);
    expect(third).toBeGreaterThan(0);
    expect(Math.max(...later)).toBeLessThanOrEqual(third * WOBBLE);
  });

  test("no event of the evening is left by midnight", () => {
    expect(hours[15]?.logged).toBeGreaterThan(100);
    expect(hours[17]?.logged).toBe(0);
  });
});
