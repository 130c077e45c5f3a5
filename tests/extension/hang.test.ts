import "fake-indexeddb/auto";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { startBackground } from "../../utils/background/background.ts";
import { SECOND } from "../../utils/core/time.ts";
import { createVisits } from "../../utils/history/visits.ts";
import { openDatabase } from "../../utils/storage/database.ts";
import { freshBrowsers, standInForWholeBrowser } from "./support/whole-browser.ts";

// Before the modules are loaded: Vitest has only text in its environment, and the text "false" is true.
vi.hoisted(() => vi.stubEnv("FIREFOX", ""));

const fresh = freshBrowsers();
/** The database works in real time: so many turns of the event loop are enough for what follows from one event. */
const TURNS = 30;
let browser: ReturnType<typeof standInForWholeBrowser>;
/** What was drawn on the badge, for all tabs or for one. */
let drawn: string[];

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(SECOND);
    for (let turns = 0; turns < TURNS; turns++) await turn();
  }
}

/** Starts the background in a browser that keeps its storage, as after the browser stopped it. */
async function start(): Promise<void> {
  browser = standInForWholeBrowser();
  vi.spyOn(fakeBrowser.action, "setBadgeText").mockImplementation((async ({ text }: { text: string }) => void drawn.push(text)) as never);
  startBackground();
  await pass(1);
}

function raise(event: keyof typeof browser.events.webNavigation, host: string, tabId: number, more = {}): void {
  const details = { url: `https://${host}/secret`, tabId, frameId: 0, timeStamp: Date.now(), documentLifecycle: "active", ...more };
  browser.events.webNavigation[event].raise(details);
}

function request(event: "onCompleted" | "onErrorOccurred", host: string, tabId: number, more: object): void {
  const details = {
    url: `https://${host}/secret`,
    tabId,
    frameId: 0,
    type: "main_frame",
    timeStamp: Date.now(),
    responseHeaders: [],
    ...more,
  };
  browser.events.webRequest[event].listeners[0]?.(details as never);
}

function answer(host: string, tabId: number): void {
  raise("onBeforeNavigate", host, tabId);
  request("onCompleted", host, tabId, { statusCode: 200, ip: "203.0.113.7" });
  raise("onCommitted", host, tabId, { transitionType: "typed", transitionQualifiers: [] });
  raise("onCompleted", host, tabId);
}

async function stored(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.session.get(null));
}

beforeEach(async () => {
  vi.useFakeTimers({
    now: Date.parse("2026-03-03T08:00:00Z"),
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  drawn = [];
  fresh();
  await start();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page load that waits", () => {
  test("is drawn on the badge after fifteen seconds", async () => {
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(1);
    for (const [index, host] of ["news.example", "bank.example", "mail.example"].entries()) answer(host, 2 + index);
    await pass(13);
    drawn = [];
    await pass(2);
    expect(drawn).toContain("badge_site");
  });

  test("is drawn after fifteen seconds although the background was stopped, and started again by another page", async () => {
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(4);
    await start();
    for (const [index, host] of ["news.example", "bank.example", "mail.example"].entries()) answer(host, 2 + index);
    await pass(8);
    drawn = [];
    await pass(3);
    expect(drawn).toContain("badge_site");
  });

  test("is drawn no earlier than after three times the usual time, as it was in earlier sessions of the browser", async () => {
    const visits = createVisits(openDatabase());
    await visits.note("shop.example", Date.now(), 0);
    await visits.noteUsual("shop.example", { usual: Math.log(8 * SECOND), spread: 0, loads: 9 });
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(1);
    for (const [index, host] of ["news.example", "bank.example", "mail.example"].entries()) answer(host, 2 + index);
    await pass(22);
    expect(drawn).not.toContain("badge_site");
    await pass(2);
    expect(drawn).toContain("badge_site");
  });

  test("is a hang where it is given up after 45 seconds, although the background was stopped meanwhile", async () => {
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(5);
    await start();
    await pass(40);
    raise("onErrorOccurred", "www.shop.example", 1, { error: "net::ERR_ABORTED" });
    request("onErrorOccurred", "www.shop.example", 1, { error: "net::ERR_ABORTED" });
    await pass(1);
    expect(await stored()).toMatch(/site\.shop\.example.*\\"slow\\"/);
  });

  test("costs no write of the world of its own where it is answered within two seconds", async () => {
    await pass(10);
    const set = vi.spyOn(fakeBrowser.storage.session, "set");
    const writes = () => set.mock.calls.filter(([items]) => Object.keys(items as object).some((key) => /^(world|site)\./.test(key))).length;
    browser.events.tabs.onCreated.raise({ id: 1 });
    raise("onBeforeNavigate", "news.example", 1);
    await pass(1);
    expect(writes()).toBe(0);
    answer("news.example", 1);
    await pass(10);
    expect(writes()).toBe(1);
  });

  test("is written within two seconds where it is not answered", async () => {
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(1);
    const tabs = async () => String((await fakeBrowser.storage.session.get("world.tabs"))["world.tabs"]);
    expect(await tabs()).not.toContain("www.shop.example");
    await pass(2);
    expect(await tabs()).toContain("www.shop.example");
  });

  test("keeps an alarm set while it may hang, for a background that is stopped, and none afterwards", async () => {
    const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);
    raise("onBeforeNavigate", "www.shop.example", 1);
    await pass(4);
    expect(await alarms()).not.toContain("evaluation");
    await pass(2);
    expect(await alarms()).toContain("evaluation");
    answer("www.shop.example", 1);
    await pass(2);
    expect(await alarms()).not.toContain("evaluation");
  });
});
