import { browser } from "#imports";
import { browserTranslator } from "./browser-translator.ts";
import type { WorldEvent } from "./core/events.ts";
import type { Knowledge } from "./core/knowledge.ts";
import { createLocator } from "./core/locate.ts";
import { reduce } from "./core/reduce.ts";
import { tooltip } from "./core/sentences.ts";
import { hostOf } from "./core/site-name.ts";
import { MINUTE, SECOND } from "./core/time.ts";
import { learnedBetween } from "./core/trace.ts";
import type { World } from "./core/world.ts";
import { openDatabase } from "./database.ts";
import { createFeedClient } from "./feed-client.ts";
import { createLearnedMap } from "./learned-map.ts";
import { answerCommands } from "./messaging.ts";
import { observeBrowser } from "./observe.ts";
import { currentAccess, watchAccess } from "./permissions.ts";
import { createToolbar } from "./toolbar.ts";
import { createWorldStore, loadWorld, newWorld } from "./world-store.ts";

/*
 * What lives how long:
 *   the world       from the browser's start to its end, in session storage; in memory only while the background is awake
 *   starts          from onBeforeNavigate to the end of that load; in memory: a hang outlives a sleeping background only in part
 *   learned hosts   up to 90 days, in IndexedDB
 *   the feed        the last good copy, in local storage
 * Every event waits for `ready` and for the event before it, so a wake-up replays them in their order.
 */

const FEED_ALARM = "feed";
const LOOK_ALARM = "look";
/** Poll spacing in minutes: at rest, and while something that the person uses is in trouble. */
const FEED_AT_REST = 15;
const FEED_IN_TROUBLE = 5;
/** A failure asks for news unless the copy is younger than this. */
const FEED_FRESH = 60 * SECOND;
/** The reachability check is made at most this often. */
const CHECK_SPACING = 60 * SECOND;

export function startBackground(): void {
  const words = browserTranslator();
  const database = openDatabase();
  const learned = createLearnedMap(database);
  const locator = createLocator();
  const knowledge: Knowledge = { ...locator, learned: (host) => learned.get(host) };
  const store = createWorldStore();
  const toolbar = createToolbar(knowledge, (verdict, siteName) => {
    const { key, values } = tooltip(verdict, siteName);
    return words.text(key, values);
  });
  const feedClient = createFeedClient((event) => enqueue(event));
  const starts = new Map<number, number>();
  let world: World;
  let checkedAt = 0;
  let inTrouble = false;

  const ready = (async () => {
    const stored = await loadWorld();
    world = stored ?? newWorld();
    if (stored === null) store.save(world);
    else store.loaded(stored);
    const mode = await currentAccess();
    if (mode !== world.mode) world = reduce(world, { event: "access", at: Date.now(), mode }, knowledge);
    if (navigator.onLine === world.online) return;
    world = reduce(world, { event: navigator.onLine ? "online" : "offline", at: Date.now() }, knowledge);
  })();
  let queue: Promise<void> = ready;

  function enqueue(event: WorldEvent): void {
    queue = queue.then(() => take(event)).catch((problem) => console.error(`event ${event.event} was not taken in`, problem));
  }

  async function take(event: WorldEvent): Promise<void> {
    const failed = event.event === "error" || event.event === "navigation-error" || (event.event === "completed" && event.status >= 500);
    if (failed) await recall(event.url);
    const before = world;
    world = reduce(world, event, knowledge);
    if (world === before) return;
    store.save(world);
    if ("url" in event)
      void learned.note(learnedBetween(before, world), event.at).catch((problem) => console.error("not learned", problem));
    if (event.event === "navigation-completed" || event.event === "navigation-error" || ("type" in event && event.type === "main_frame"))
      toolbar.navigated(event.tabId);
    if (failed || inTrouble || event.event !== "completed" || event.type === "main_frame") await look(event.at);
    if (inTrouble && failed) askAround();
  }

  /** What a failing host stood on when it last worked, brought into memory before its failure is counted. */
  async function recall(url: string): Promise<void> {
    const host = hostOf(url);
    if (host === null) return;
    try {
      await learned.recall([host]);
    } catch (problem) {
      console.error("the learned map cannot be read", problem);
    }
  }

  /** Draws the verdicts and keeps the clock ticking while something is wrong, because verdicts fade without any event. */
  async function look(now: number): Promise<void> {
    const troubled = await toolbar.update(world, Math.max(now, Date.now()));
    if (troubled === inTrouble) return;
    inTrouble = troubled;
    if (troubled) await browser.alarms.create(LOOK_ALARM, { periodInMinutes: 0.5 });
    else await browser.alarms.clear(LOOK_ALARM);
    await scheduleFeed();
  }

  /** A failure asks two questions at once: is there a way out, and does anybody know more? */
  function askAround(): void {
    const now = Date.now();
    void feedClient.refresh(FEED_FRESH);
    if (now - checkedAt < CHECK_SPACING) return;
    checkedAt = now;
    void feedClient.checkReachability();
  }

  async function scheduleFeed(): Promise<void> {
    const minutes = inTrouble ? FEED_IN_TROUBLE : FEED_AT_REST;
    const jittered = minutes * (0.85 + 0.3 * Math.random());
    const current = await browser.alarms.get(FEED_ALARM);
    if (current !== undefined && current.scheduledTime - Date.now() <= jittered * MINUTE) return;
    await browser.alarms.create(FEED_ALARM, { delayInMinutes: jittered });
  }

  observeBrowser(
    (event) => {
      if (event.event === "error" || event.event === "navigation-error") enqueue({ ...event, ms: spent(event) });
      else enqueue(event);
    },
    (tabId, at) => starts.set(tabId, at),
  );

  function spent(event: Extract<WorldEvent, { event: "error" | "navigation-error" }>): number | undefined {
    if (event.event === "error" && event.type !== "main_frame") return undefined;
    const started = starts.get(event.tabId);
    return started === undefined ? undefined : event.at - started;
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    queue = queue.then(async () => {
      if (name === LOOK_ALARM) await look(Date.now());
      if (name !== FEED_ALARM) return;
      await feedClient.refresh(0);
      await scheduleFeed();
      await learned.tidy(Date.now());
    });
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // The browser wipes a tab's badge as it navigates; draw it again once the page, or its error page, is there.
    if (change.status !== "complete") return;
    queue = queue.then(async () => {
      toolbar.navigated(tabId);
      await look(Date.now());
    });
  });
  watchAccess(() => {
    queue = queue.then(async () => {
      const mode = await currentAccess();
      await take({ event: "access", at: Date.now(), mode });
    });
  });
  answerCommands({
    refreshFeed: () => feedClient.refresh(0),
    checkReachability: () => feedClient.checkReachability(),
    reloadTabs: async ({ tabIds }) => {
      await Promise.all(tabIds.map((tabId) => browser.tabs.reload(tabId).catch(() => undefined)));
      return undefined;
    },
  });

  queue = queue.then(async () => {
    await look(Date.now());
    await feedClient.start();
    await scheduleFeed();
  });
}
