import "fake-indexeddb/auto";
import { setTimeout as wait } from "node:timers/promises";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { startBackground } from "../../utils/background/background.ts";
import { HEAD_PATH, REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { HOUR, MINUTE, SECOND } from "../../utils/core/time.ts";
import type { Commands } from "../../utils/messages/commands.ts";
import { FEED_STATES } from "../../utils/storage/keys.ts";
import { Random } from "../instruments/scenarios/random.ts";
import { createSigner, type Files, feedDocument, signFeed } from "./support/signed-feeds.ts";
import { standInForWholeBrowser } from "./support/whole-browser.ts";

// Before the modules are loaded: Vitest has only text in its environment, and the text "false" is true.
vi.hoisted(() => vi.stubEnv("FIREFOX", ""));

const MORNING = Date.parse("2026-03-03T08:00:00Z");
const HOURS = 8;
const STEP = 10 * SECOND;
/** Nothing happens for so long before the clock moves on, in real milliseconds. */
const QUIET = 8;
const PATIENCE = 5000;
const performanceNow = performance.now.bind(performance);
const STEPS = (HOURS * HOUR) / STEP;
const MIRRORS = ["https://one.example", "https://two.example"];
const root = createSigner();

/** A request that left the extension, and when, in milliseconds from the morning. */
type Left = { at: number; url: string };

/** What happens in one step of a day, after the clock has moved on. */
type Play = (step: number, day: Day) => Promise<void> | void;

type Day = {
  /** A page that was opened: it answers with this status, or fails with this error. */
  open(host: string, end: number | string): void;
  openPopup(): Promise<void>;
  /** The browser stops the background, and starts it again for the next event. */
  restart(): void;
  requests: Left[];
  /** A feed is being asked for: from the request, or what leads to it, until what came is stored. */
  isAsking: boolean;
};

/**
 * Waits until the extension has nothing more to do in this moment. WebCrypto and the database work in real time, and other processes may
 * slow them.
 */
async function settle(day: Pick<Day, "requests" | "isAsking">): Promise<void> {
  const end = performanceNow() + PATIENCE;
  let before: number;
  do {
    before = day.requests.length;
    for (let turn = 0; turn < 4; turn++) {
      await wait(QUIET / 4);
      await vi.advanceTimersByTimeAsync(0);
    }
  } while ((day.requests.length > before || day.isAsking) && performanceNow() < end);
}

/** Plays a day with the extension's own modules on a clock of its own. @returns the requests that left the extension */
async function playDay(play: Play, answer: (url: string) => Response | Promise<Response> = (url) => answerAsMirror(url)): Promise<Left[]> {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ now: MORNING, toFake: ["Date", "performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("navigator", { onLine: true });
  const random = new Random("a day at one pace");
  vi.spyOn(Math, "random").mockImplementation(() => random.next());
  const requests: Left[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    if (!url.startsWith("http")) throw new TypeError("the extension has no such file");
    requests.push({ at: Date.now() - MORNING, url });
    day.isAsking ||= url.endsWith(HEAD_PATH);
    return await answer(url);
  });
  let browser = standInForWholeBrowser();
  await fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors: MIRRORS, rootKey: root.rootKey }] });
  const day: Day = {
    requests,
    isAsking: true,
    open(host, end) {
      const page = { url: `https://${host}/`, tabId: 1, frameId: 0, type: "main_frame", timeStamp: Date.now() };
      if (typeof end === "number")
        browser.events.webRequest.onCompleted.listeners[0]?.({ ...page, statusCode: end, responseHeaders: [] } as never);
      else browser.events.webNavigation.onErrorOccurred.raise({ ...page, error: end });
    },
    async openPopup() {
      // Young enough: nothing is asked for, and there is nothing to wait for.
      const last = requests.findLast(({ url }) => url.endsWith(HEAD_PATH))?.at ?? 0;
      day.isAsking ||= Date.now() - MORNING - last >= MINUTE;
      const command: keyof Commands = "popupOpened";
      const { promise, resolve } = Promise.withResolvers<object>();
      browser.events.runtime.onMessage.raise({ command, input: undefined }, { id: fakeBrowser.runtime.id }, resolve);
      expect(await promise).toEqual({});
    },
    restart() {
      browser = standInForWholeBrowser();
      startBackground();
    },
  };
  const store = fakeBrowser.storage.local.set;
  vi.spyOn(fakeBrowser.storage.local, "set").mockImplementation(async (items) => {
    await store(items);
    if (Object.keys(items).some((key) => key.startsWith(FEED_STATES.prefix))) day.isAsking = false;
  });
  startBackground();
  try {
    await settle(day);
    for (let step = 1; step <= STEPS; step++) {
      await vi.advanceTimersByTimeAsync(MORNING + step * STEP - Date.now());
      for (const alarm of await fakeBrowser.alarms.getAll()) {
        if (alarm.scheduledTime > Date.now()) continue;
        await fakeBrowser.alarms.clear(alarm.name);
        day.isAsking ||= alarm.name === "feed";
        browser.events.alarms.onAlarm.raise(alarm);
        await settle(day);
      }
      await play(step, day);
      await vi.advanceTimersByTimeAsync(0);
    }
    await settle(day);
    return requests;
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
}

/** Answers as a mirror whose feed has a new head every minute and always the same body. */
function answerAsMirror(url: string, more: object = {}): Response {
  const { pathname } = new URL(url);
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  const document = feedDocument(now / SECOND, (Date.now() - now) / MINUTE, { sources: { read: "2026-03-03T07:59:00Z" }, ...more });
  const files: Files = pathname === REACHABLE_PATH ? {} : signFeed(document, root);
  const bytes = files[pathname];
  if (pathname === REACHABLE_PATH) return new Response(null, { status: 204, headers: { date: new Date().toUTCString() } });
  return new Response((bytes as Uint8Array<ArrayBuffer>) ?? null, { status: bytes === undefined ? 404 : 200 });
}

/** Sites of many owners that fail, each in its own step, at thirty moments of the day. */
const FAILURES = new Map(
  Array.from({ length: 30 }, (_, index) => {
    const ends = [503, "net::ERR_CONNECTION_REFUSED", "net::ERR_NAME_NOT_RESOLVED", "net::ERR_CONNECTION_TIMED_OUT"] as const;
    return [37 + index * 91, { host: `www.clinic-${index}.example`, end: ends[index % ends.length] ?? 503 }] as const;
  }),
);
const POPUPS = new Set([400, 401, 1300, 2222]);

/** Somebody works all day, with two sites that answer. Thirty other pages fail, or are opened as well. */
function workday(doFail: boolean, doStop = true): Play {
  return async (step, day) => {
    const failure = FAILURES.get(step);
    if (step % 2 === 0) day.open(step % 4 === 0 ? "www.news.example" : "mail.office.example", 200);
    if (failure !== undefined) {
      if (doStop) day.restart();
      for (let time = 0; time < 3; time++) {
        day.open(failure.host, doFail ? failure.end : 200);
        day.open("www.news.example", 200);
        await vi.advanceTimersByTimeAsync(1 * SECOND);
      }
      await settle(day);
    }
    if (POPUPS.has(step)) {
      await day.openPopup();
      await settle(day);
    }
  };
}

describe("a day at work on which nothing, or thirty other sites, fail", () => {
  let calm: Left[] = [];
  let troubled: Left[] = [];
  beforeAll(async () => {
    calm = await playDay(workday(false));
    troubled = await playDay(workday(true));
  }, 120_000);

  test("has the same requests at the same moments", () => {
    expect(troubled).toEqual(calm);
  });

  test("has a head every five minutes, a little more or less, and one body", () => {
    const heads = calm.filter(({ url }) => url.endsWith(HEAD_PATH)).map(({ at }) => at);
    const polls = heads.filter((at) => ![...POPUPS].some((step) => at === step * STEP));
    const gaps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
    expect(polls.length).toBeGreaterThan(85);
    expect(Math.min(...gaps.slice(1))).toBeGreaterThanOrEqual(4 * MINUTE);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * MINUTE);
    expect(new Set(gaps).size).toBeGreaterThan(3);
    expect(calm.filter(({ url }) => url.includes("/v2/body-"))).toHaveLength(1);
  });

  test("has a head at once when the popup opens, unless the last one is younger than a minute", () => {
    const heads = calm.filter(({ url }) => url.endsWith(HEAD_PATH)).map(({ at }) => at);
    const opened = [...POPUPS].map((step) => step * STEP);
    const isOld = opened.map((at) => at - Math.max(...heads.filter((before) => before < at)) >= MINUTE);
    expect(opened.map((at) => heads.includes(at))).toEqual(isOld);
    expect(new Set(isOld).size).toBe(2);
  });
});

describe("where no mirror has the table of address ranges that the feed names", () => {
  const withoutTable = (url: string) => answerAsMirror(url, { ranges: { url: "v2/ranges-gone.bin", sha256: "A".repeat(43) } });

  test("a day on which thirty sites fail has the same requests as one on which none does", async () => {
    const calm = await playDay(workday(false, false), withoutTable);
    const troubled = await playDay(workday(true, true), withoutTable);
    expect(calm.some(({ url }) => url.endsWith("ranges-gone.bin"))).toBe(true);
    expect(troubled).toEqual(calm);
  }, 120_000);
});

describe("where nothing answers any more", () => {
  /** From this step on the network is dead, and six sites fail one after the other. */
  const BREAKS = 100;
  let requests: Left[] = [];
  beforeAll(async () => {
    const isDead = () => Date.now() - MORNING >= BREAKS * STEP;
    requests = await playDay(
      (step, day) => {
        if (step < BREAKS && step % 2 === 0) day.open("www.news.example", 200);
        if (step < BREAKS || step >= BREAKS + 6) return;
        day.open(`www.site-${step}.example`, "net::ERR_CONNECTION_TIMED_OUT");
        return settle(day);
      },
      (url) => (isDead() ? Promise.reject(new TypeError("Failed to fetch")) : answerAsMirror(url)),
    );
  }, 120_000);

  test("the third failure makes the check, and each later one, ten seconds apart", () => {
    const checks = new Set(requests.filter(({ url }) => url.endsWith(REACHABLE_PATH)).map(({ at }) => at / STEP));
    expect([...checks].filter((step) => step >= BREAKS && step < BREAKS + 6)).toEqual([2, 3, 4, 5].map((later) => BREAKS + later));
  });

  test("the pace of the polls is no faster afterwards", () => {
    const later = requests.filter(({ at, url }) => at >= (BREAKS + 6) * STEP && url.endsWith(HEAD_PATH)).map(({ at }) => at);
    const moments = [...new Set(later)];
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4 * MINUTE);
  });
});

afterAll(() => {
  vi.useRealTimers();
});
