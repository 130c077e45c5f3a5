import { browser } from "#imports";
import { alertText } from "../alerts/alert-text.ts";
import { isQuietNow } from "../alerts/notification-settings.ts";
import { notify, onNotificationClick } from "../alerts/notifications.ts";
import { createAlerts } from "../alerts/outage-alerts.ts";
import { createWatches } from "../alerts/watches.ts";
import { browserTranslator } from "../browser/browser-translator.ts";
import type { MessageKey } from "../browser/message-key.ts";
import { pageAddress } from "../browser/own-files.ts";
import { currentAccess, watchAccess } from "../browser/permissions.ts";
import { unmutedVerdict } from "../core/alerts/unmuted-verdict.ts";
import type { Return } from "../core/alerts/watch.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { failedSince } from "../core/history/failed-since.ts";
import { hostOf } from "../core/net/site-name.ts";
import { SECOND } from "../core/time.ts";
import { writeTrace } from "../core/trace/write.ts";
import { tooltip } from "../core/view/sentences.ts";
import type { WorldEvent } from "../core/world/events.ts";
import { forgetSite } from "../core/world/forget-site.ts";
import { changedPlacements } from "../core/world/learned-hosts.ts";
import { pruneSites } from "../core/world/prune.ts";
import { reduce } from "../core/world/reduce.ts";
import type { World } from "../core/world/world.ts";
import { createFeedClient } from "../feed/feed-client.ts";
import { storeDirectAnswer } from "../feed/keep-direct-answer.ts";
import { createHistory } from "../history/history.ts";
import { createVisits } from "../history/visits.ts";
import { answerCommands } from "../messages/messaging.ts";
import { searchServices } from "../providers/catalogue-search.ts";
import { createKnowledge } from "../providers/knowledge.ts";
import { createLearnedMap } from "../providers/learned-map.ts";
import { onDataConsentWithdrawn } from "../reports/data-consent.ts";
import { createReporter } from "../reports/reporter.ts";
import { onManagedChange } from "../storage/browser-storage.ts";
import { createCoalescer } from "../storage/coalesce.ts";
import { openDatabase } from "../storage/database.ts";
import { followSetting } from "../storage/follow-setting.ts";
import { MUTES, NOTIFICATIONS } from "../storage/keys.ts";
import { loadWorld, newWorld } from "../storage/world-store.ts";
import { createWorldWriter } from "../storage/world-writer.ts";
import { createToolbar } from "../toolbar/toolbar.ts";
import { createLoadStarts } from "../world/load-starts.ts";
import { observeBrowser } from "../world/observe.ts";
import { createTraceLog } from "../world/trace-log.ts";
import { answerAddressBar } from "./address-bar.ts";
import { createAlarms } from "./alarms.ts";
import { createEraser, type EraseRequest } from "./erase.ts";
import { offerLinkMenu } from "./link-menu.ts";

/*
 * What lives how long:
 *   the world       from the browser's start to its end, in session storage; in memory while the background is awake
 *   the trace log   what the browser told in the last ten minutes, in session storage
 *   starts          from the beginning of a page load to its end, in memory: a hang that outlives the background is not seen
 *   learned hosts   and how often sites were opened, up to 90 days, in IndexedDB
 *   the history     stretches of trouble, 30 days or what the person sets, in IndexedDB
 *   watches         from a person's wish until the site is back, a day at most, in local storage
 *   reports         opted in, from a few seconds after a failure until sent or ten minutes old, in IndexedDB
 *   feeds           the last good copy of each, in local storage; what a status page was asked, there too, 15 minutes
 *   address table   the last one the feed named, in IndexedDB; in memory from the first address on
 * Every event waits for the world and for the event before it, so a wake-up replays them in their order.
 */

/** A failure asks for news unless the copy is younger than this. */
const FEED_FRESH = 60 * SECOND;
/** The reachability check is made at most this often; sooner when nobody answers any more. */
const CHECK_SPACING = 60 * SECOND;
const CHECK_SPACING_IN_SILENCE = 10 * SECOND;
const SILENCE = 3 * SECOND;
/** Whether the copy is old is looked at this often, however much fails: it is read from a file. */
const NEWS_SPACING = 10 * SECOND;
/**
 * Milliseconds until a verdict is drawn: what a person waits for at once, what the parts of a page say a moment later, together. A page
 * with two hundred failing requests is drawn a few times and written down a few times.
 */
const PAGE_WAITS = 50;
const PARTS_WAIT = 500;

const RETURNS: { [how in Return]: MessageKey } = { here: "watch.here", check: "watch.checked", feed: "watch.feed" };

/** Connects the browser's events to the world, and the world to toolbar, database and feed. Runs in the first turn. */
export function startBackground(): void {
  const words = browserTranslator("plain");
  const database = openDatabase();
  const learned = createLearnedMap(database);
  const provided = createKnowledge(database, learned, () => inOrder("ranges", () => take({ event: "ranges", at: Date.now() })));
  const { knowledge } = provided;
  const visits = createVisits(database);
  const history = createHistory(database);
  const reporter = createReporter(database, knowledge);
  const writer = createWorldWriter();
  const traceLog = createTraceLog();
  const feedClient = createFeedClient((event) => inOrder(event.event, () => take(event)));
  const toolbar = createToolbar((verdict, siteName, muted) => {
    const { key, values } = tooltip(verdict, siteName, muted);
    return words.text(key, values);
  });
  const outages = pageAddress("dashboard");
  const mutes = followSetting(MUTES, () => scheduleEvaluation());
  const notifications = followSetting(NOTIFICATIONS, () => scheduleEvaluation());
  const watches = createWatches((watch, how) =>
    notify(
      watch.host === null ? outages : `https://${watch.host}/`,
      words.text("watch.title", { site: watch.name }),
      words.text(RETURNS[how]),
    ),
  );
  const alerts = createAlerts((telling) => alertText(telling, words, outages));
  const starts = createLoadStarts();
  const erasePart = createEraser({
    world: { erase: async (site) => changeWorld((known) => (site === null ? forgetEverything(known) : forgetSite(known, site))) },
    ...{ traceLog, alerts, watches, history, learned, visits, reports: reporter },
  });
  let world = newWorld();
  const clock = createAlarms();
  let checkedAt = Number.NEGATIVE_INFINITY;
  let newsAt = Number.NEGATIVE_INFINITY;
  let inTrouble = false;
  const looking = createCoalescer("drawing", async () => inOrder("drawing", look));
  let queue = Promise.resolve();

  /** One job after the other; a job that fails is told and does not stop the next. */
  function inOrder(what: string, job: () => Promise<unknown>): void {
    queue = queue.then(job).then(
      () => undefined,
      (problem: unknown) => console.error(`${what}:`, problem),
    );
  }

  async function wakeUp(): Promise<void> {
    await traceLog.load();
    const stored = await loadWorld();
    if (stored === null) writer.save(world);
    else writer.loaded(stored);
    world = stored ?? world;
    await take({ event: "access", at: Date.now(), mode: await currentAccess() });
    await syncOnlineState();
  }

  /**
   * Chromium tells a service worker of no change of the line, so its word for it is compared whenever something happens
   * (Chromium 156, 2026-11-23: `online` and `offline` never arrive, `navigator.onLine` follows a few seconds behind).
   */
  async function syncOnlineState(): Promise<void> {
    if (navigator.onLine !== world.online) await take({ event: navigator.onLine ? "online" : "offline", at: Date.now() });
  }

  async function take(event: WorldEvent): Promise<void> {
    const failed = event.event === "error" || event.event === "navigation-error" || (event.event === "completed" && event.status >= 500);
    if (failed) await load(event.url);
    if ("ip" in event && event.ip !== undefined) provided.needTable();
    const before = world;
    world = reduce(world, event, knowledge);
    const part = "type" in event && event.type !== "main_frame";
    const patience = part ? PARTS_WAIT : 0;
    traceLog.note(event, world !== before, patience);
    if (world === before) return;
    writer.save(world, patience);
    learn(before, event.at);
    noteVisit(before, event);
    if (event.event === "feed" && world.feed !== before.feed) void provided.refresh(event.feed);
    if ("tabId" in event && (!("type" in event) || event.type === "main_frame")) toolbar.navigated(event.tabId);
    if (failed || inTrouble || !part) scheduleEvaluation(part ? PARTS_WAIT : PAGE_WAITS);
    if (failed && world.sites !== before.sites) requestFeedAndCheck();
  }

  /** What a failing host stood on when it last worked, brought into memory before its failure is counted. */
  async function load(url: string): Promise<void> {
    const host = hostOf(url);
    if (host === null) return;
    try {
      await learned.load([host]);
    } catch (problem) {
      console.error("the learned map cannot be read:", problem);
    }
  }

  function learn(before: World, at: number): void {
    if (world.sites === before.sites) return;
    learned
      .note(changedPlacements(before, world), at)
      .catch((problem: unknown) => console.error("the learned map cannot be written:", problem));
  }

  function noteVisit(before: World, event: WorldEvent): void {
    const site = "tabId" in event ? world.tabs[event.tabId]?.site : null;
    if (site == null || world.sites[site]?.pageOkAt === before.sites[site]?.pageOkAt) return;
    visits.note(site, event.at).catch((problem: unknown) => console.error("a visit was not counted:", problem));
  }

  function scheduleEvaluation(patience = PAGE_WAITS): void {
    looking.within(patience);
  }

  /** Draws the verdicts, and keeps the clock ticking while something is wrong. */
  async function look(): Promise<void> {
    await syncOnlineState();
    const now = Date.now();
    const muted = await mutes();
    inTrouble = await toolbar.update(world, muted, now);
    const verdicts = inTrouble ? currentVerdicts(world, now) : [];
    await remember(verdicts, now).catch((problem: unknown) => console.error("the history cannot be written:", problem));
    await reporter.follow(world, verdicts, now).catch((problem: unknown) => console.error("reports:", problem));
    const settings = await notifications();
    const quiet = isQuietNow(settings, now);
    const alerting = settings.alerts
      ? await alerts.follow(unmutedVerdict(world, "everything", muted, now).verdict, quiet, now)
      : await alerts.forget();
    watches.follow(world, now, quiet).catch((problem: unknown) => console.error("a return was not told:", problem));
    // What came back in quiet hours waits for their end with the feed's clock.
    const awaited = await watches.some("not yet back");
    await clock.scheduleLooks(inTrouble || alerting || awaited);
    await clock.scheduleFeed(inTrouble);
  }

  async function remember(verdicts: Verdict[], now: number): Promise<void> {
    await history.follow(failedSince(world, verdicts, await history.erasedAt(now)), now);
  }

  /** A failure asks two questions: is there a way out, and does anybody know more? */
  function requestFeedAndCheck(): void {
    // By the clock that nobody sets: set back by a day, the other one would keep the questions unasked for that day.
    const now = performance.now();
    if (now - newsAt >= NEWS_SPACING) {
      newsAt = now;
      void feedClient.refresh(FEED_FRESH);
    }
    const silent = Date.now() - (world.answers.at(-1)?.at ?? 0) > SILENCE;
    if (now - checkedAt < (silent ? CHECK_SPACING_IN_SILENCE : CHECK_SPACING)) return;
    checkedAt = now;
    void feedClient.checkReachability();
  }

  /** What the browser told in the last minutes, as a trace. */
  async function saveTrace(pseudonyms: boolean): Promise<string> {
    const events = await traceLog.events();
    const hosts = events.flatMap((event) => ("url" in event ? (hostOf(event.url) ?? []) : []));
    await learned.load([...new Set(hosts)]);
    const now = Date.now();
    return writeTrace({ name: `saved ${new Date(now).toISOString()}`, events, world, knowledge, pseudonyms, now });
  }

  function changeWorld(edit: (world: World) => World): void {
    const before = world;
    world = edit(before);
    if (world === before) return;
    writer.save(world);
    scheduleEvaluation();
  }

  /** Beside everything else: a month of history that a person no longer wants keeps no verdict waiting. */
  async function prune(): Promise<void> {
    for (const kept of [learned, visits, history, reporter]) await kept.prune(Date.now());
  }

  /** In order with everything else, so that no look at what is being erased brings it back. */
  function erase(wish: EraseRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      inOrder("erasing", () => erasePart(wish).then(resolve, reject));
    });
  }

  answerAddressBar(words.language);
  offerLinkMenu(words.text("links.why"));
  onNotificationClick((opens) => void browser.tabs.create({ url: opens }));
  observeBrowser((event) => {
    const full = event.event === "error" || event.event === "navigation-error" ? starts.withDuration(event) : event;
    inOrder(event.event, async () => {
      if (event.event !== "online" && event.event !== "offline") await syncOnlineState();
      await take(full);
    });
  }, starts.began);
  clock.on({
    look: () => {
      inOrder("drawing", look);
      inOrder("reports", reporter.sendDue);
    },
    feed: () => {
      prune().catch((problem: unknown) => console.error("what is too old cannot be let go:", problem));
      inOrder("feed", async () => {
        changeWorld((known) => pruneSites(known, Date.now()));
        if (await watches.some("any")) scheduleEvaluation();
        await clock.scheduleFeed(inTrouble);
        void feedClient.refresh(0);
      });
    },
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    // The browser wipes a tab's badge as it navigates; it is drawn again once the page, or its error page, is there.
    if (change.status !== "complete") return;
    toolbar.navigated(tabId);
    scheduleEvaluation();
  });
  browser.tabs.onRemoved.addListener(starts.forget);
  onDataConsentWithdrawn(() => inOrder("reports", () => reporter.setConsent(false)));
  onManagedChange(() => void feedClient.refresh(0));
  watchAccess(() => inOrder("access", async () => take({ event: "access", at: Date.now(), mode: await currentAccess() })));
  answerCommands({
    refreshFeed: () => feedClient.refresh(0),
    heardDirectly: async ({ about, ok, incidents }) => {
      if (await storeDirectAnswer(about, ok, incidents, Date.now())) await feedClient.heardDirectly();
    },
    checkReachability: () => feedClient.checkReachability(),
    previewReport: ({ site }) => reporter.preview(world, site, Date.now()),
    sendReport: ({ site, shown }) => reporter.sendOnce(world, site, shown, Date.now()),
    setReporting: async ({ given }) => reporter.setConsent(given),
    reportingState: () => reporter.state(),
    watch: async ({ watch }) => {
      await watches.add(watch);
      await clock.scheduleLooks(true);
    },
    unwatch: ({ site }) => watches.remove(site),
    erase,
    search: async ({ words: typed }) => searchServices(typed, words.language),
    saveTrace: ({ pseudonyms }) => saveTrace(pseudonyms),
    reloadTabs: async ({ tabIds }) => {
      await Promise.allSettled(tabIds.map((tabId) => browser.tabs.reload(tabId)));
    },
  });

  inOrder("waking up", wakeUp);
  inOrder("drawing", look);
  inOrder("feed", async () => void feedClient.start());
}

/** What a new browser session would know. The feed stays: it says nothing about the person. */
function forgetEverything({ mode, online, feed, feedAt }: World): World {
  return { ...newWorld(), mode, online, feed, feedAt };
}
