import { isQuietNow } from "../alerts/notification-settings.ts";
import { logProblem } from "../browser/log-problem.ts";
import { currentAccess } from "../browser/permissions.ts";
import { unmutedVerdict } from "../core/alerts/unmuted-verdict.ts";
import { currentVerdicts } from "../core/diagnosis/current-verdicts.ts";
import { takeSnapshot } from "../core/diagnosis/health/snapshot.ts";
import type { Verdict } from "../core/diagnosis/verdict.ts";
import { failedSince } from "../core/history/failed-since.ts";
import { siteOf } from "../core/net/site-name.ts";
import { MINUTE, SECOND } from "../core/time.ts";
import { isLastSeenFailing, isNetworkChange, isProven, isSilent } from "../core/world/connection-doubt.ts";
import { isFailure, type WorldEvent } from "../core/world/events.ts";
import { changedPlacements } from "../core/world/learned-hosts.ts";
import { pruneSites } from "../core/world/prune.ts";
import { takeStep } from "../core/world/reduce.ts";
import type { World } from "../core/world/world.ts";
import { createCoalescer } from "../storage/coalesce.ts";
import { followSetting } from "../storage/follow-setting.ts";
import { MUTES, NOTIFICATIONS } from "../storage/keys.ts";
import { loadWorld, newWorld } from "../storage/world-store.ts";
import { createWorldWriter } from "../storage/world-writer.ts";
import { createHangTimer } from "../world/hang-timer.ts";
import type { Parts } from "./parts.ts";

/** However much fails, the connection is checked at most this often. Judged, as the other times below. */
const CHECK_SPACING = 10 * SECOND;
/** A person who opens the popup sees a feed that was asked for at most this long ago. */
const POPUP_FRESH = 1 * MINUTE;
/**
 * Milliseconds from an event to its evaluation, at most: the event of a page, which a person waits for, and that of a part of a page.
 * Events in between share the evaluation, so that a page with two hundred failing requests is evaluated and written a few times.
 */
const PAGE_DELAY = 50;
const PART_DELAY = 500;
/**
 * Milliseconds until the world is written after a page load has begun, at most. A load that is answered sooner is written with its
 * answer, so that it costs no write of its own. Judged.
 */
const START_DELAY = 2 * SECOND;
/** What the browser reports of a load before its answer. */
const UNDER_WAY: ReadonlySet<WorldEvent["event"]> = new Set(["tab-opened", "navigation-started", "navigation-committed"]);

export type Engine = ReturnType<typeof createEngine>;

/**
 * Takes events into the world, and evaluates the world for toolbar, history, reports and notifications. It holds the world while the
 * background is awake. Every event waits for the world to be loaded and for the event before it, so that a wake-up replays the events
 * that it missed in their order. Call it in the first turn.
 */
export function createEngine(parts: Parts) {
  const { jobs, alarms, alerts, feedClient, history, knowledge, learned, reporter, toolbar, traceLog, visits, watches } = parts;
  const { inOrder } = jobs;
  const writer = createWorldWriter();
  const mutes = followSetting(MUTES, () => scheduleEvaluation());
  const notifications = followSetting(NOTIFICATIONS, () => scheduleEvaluation());
  const evaluation = createCoalescer("evaluation", async () => inOrder("evaluation", evaluate));
  const hangTimer = createHangTimer({
    due: () => scheduleEvaluation(),
    // A load that began before a change of the network is no hang.
    slept: () => inOrder("waking", () => take({ event: navigator.onLine ? "online" : "offline", at: Date.now() })),
  });
  let world = newWorld();
  let isInTrouble = false;
  let checkedAt = Number.NEGATIVE_INFINITY;
  /** Whether this is the first life of the background since the browser started. */
  let isFirstLife = false;

  async function wakeUp(): Promise<void> {
    await traceLog.load();
    const stored = await loadWorld();
    isFirstLife = stored === null;
    if (stored === null) writer.save(world);
    else writer.loaded(stored);
    world = stored ?? world;
    hangTimer.follow(world);
    await take({ event: "access", at: Date.now(), mode: await currentAccess() });
    await syncOnlineState();
  }

  /**
   * Chromium reports no change of the connection to a service worker, so `navigator.onLine` is compared whenever something happens
   * (Chromium 156, 2026-11-23: `online` and `offline` never arrive, `navigator.onLine` follows a few seconds behind).
   */
  async function syncOnlineState(): Promise<void> {
    if (navigator.onLine !== world.online) await take({ event: navigator.onLine ? "online" : "offline", at: Date.now() });
  }

  /** Takes one event into the world, and starts what follows from it. */
  async function take(event: WorldEvent): Promise<void> {
    const failed = isFailure(event);
    if ((failed || event.event === "navigation-started") && "target" in event && event.target.host !== null) await load(event.target.host);
    if ("ip" in event && event.ip !== undefined) knowledge.needTable();
    const before = world;
    const step = takeStep(before, event, knowledge.knowledge);
    world = step.world;
    const isPart = "type" in event && event.type !== "main_frame";
    const isUnderWay = UNDER_WAY.has(event.event);
    const maxDelay = isUnderWay ? START_DELAY : isPart ? PART_DELAY : 0;
    traceLog.note(event, { changed: world !== before, ignored: step.ignored }, maxDelay);
    if (isNetworkChange(event, world) && !isProven(world, Date.now())) checkConnection();
    if (world === before) return;
    writer.save(world, maxDelay);
    if (world.tabs !== before.tabs) hangTimer.follow(world);
    learn(before, event.at);
    countVisit(before, event);
    learnUsualTime(before, event);
    // Only with a head that has just come: where no mirror has what it names, a wake-up would else ask for it, and tell when something happened.
    if (event.event === "feeds" && event.checked > before.checkedAt) void knowledge.refresh(event.copies, world.targets?.sha256);
    if ("tabId" in event && !isPart && !isUnderWay) toolbar.navigated(event.tabId);
    if (failed || isInTrouble || !(isPart || isUnderWay)) scheduleEvaluation(isPart ? PART_DELAY : PAGE_DELAY);
    if (failed && world.sites !== before.sites && isSilent(world)) checkConnection();
  }

  /**
   * Brings into memory the services that the build does not have, which provider a host was hosted on at its last success, and how long its
   * site usually takes, before a load or a failure of it is counted.
   */
  async function load(host: string): Promise<void> {
    await knowledge.needServices();
    await learned.load([host]).catch(logProblem("the learned map cannot be read"));
    await visits.load(siteOf(host)).catch(logProblem("the usual time of a site cannot be read"));
  }

  function learn(before: World, at: number): void {
    const changed = changedPlacements(before, world);
    if (changed.length > 0) learned.note(changed, at).catch(logProblem("the learned map cannot be written"));
  }

  function countVisit(before: World, event: WorldEvent): void {
    const site = "tabId" in event ? world.tabs[event.tabId]?.site : null;
    if (site == null || world.sites[site]?.pageOkAt === before.sites[site]?.pageOkAt) return;
    visits.note(site, event.at, before.sites[site]?.pageOkAt ?? 0).catch(logProblem("a visit was not counted"));
  }

  function learnUsualTime(before: World, event: WorldEvent): void {
    const site = "target" in event && event.target.host !== null ? siteOf(event.target.host) : "";
    const pace = world.sites[site]?.pace;
    if (pace === undefined || pace === before.sites[site]?.pace) return;
    visits.noteUsual(site, pace).catch(logProblem("the usual time of a site was not kept"));
  }

  function scheduleEvaluation(maxDelay = PAGE_DELAY): void {
    evaluation.within(maxDelay);
  }

  /** Draws the verdicts, records and announces them, and keeps the alarms set while something is wrong. */
  async function evaluate(): Promise<void> {
    await syncOnlineState();
    const now = Date.now();
    const muted = await mutes();
    const snapshot = takeSnapshot(world, now);
    isInTrouble = await toolbar.update(snapshot, muted);
    const verdicts = isInTrouble ? currentVerdicts(snapshot) : [];
    await record(verdicts, now).catch(logProblem("the history cannot be written"));
    await reporter.follow(snapshot, verdicts).catch(logProblem("reports cannot be queued"));
    const settings = await notifications();
    const quiet = isQuietNow(settings, now);
    const isAlerting = settings.alerts
      ? await alerts.follow(unmutedVerdict(snapshot, "everything", muted).verdict, quiet, now)
      : await alerts.forget();
    watches.follow(world, now, quiet).catch(logProblem("the return of a site was not announced"));
    // What came back in quiet hours waits for their end, which the feed's alarm notices.
    const isAwaited = await watches.some("not yet back");
    await alarms.scheduleEvaluations(isInTrouble || isAlerting || isAwaited || hangTimer.isSlow(now));
  }

  async function record(verdicts: Verdict[], now: number): Promise<void> {
    await history.follow(failedSince(world, verdicts, await history.erasedAt(now)), now);
  }

  /** Does this device reach the feed's mirrors? Where nothing else answers there is no other way to tell one's own side from theirs. */
  function checkConnection(): void {
    // Not by `Date.now`: once that clock was set back by a day, nothing would be checked for a day.
    const now = performance.now();
    if (now - checkedAt < CHECK_SPACING) return;
    checkedAt = now;
    feedClient.check().catch(logProblem("the connection cannot be checked"));
  }

  function changeWorld(edit: (world: World) => World): void {
    const before = world;
    world = edit(before);
    if (world === before) return;
    writer.save(world);
    hangTimer.follow(world);
    scheduleEvaluation();
  }

  return {
    /** The world as it is now; the next event makes another one. */
    world: () => world,

    changeWorld,
    scheduleEvaluation,

    /** Loads the world of this browser session, evaluates it, and takes the feeds that are kept. At the browser's start it asks for newer ones. */
    start(): void {
      inOrder("waking up", wakeUp);
      inOrder("evaluation", evaluate);
      inOrder("the feed", async () => {
        await alarms.scheduleFeed();
        await feedClient.emitFeeds();
        // Not where only the background was stopped and woken: that happens when something fails, too.
        if (isFirstLife && !isProven(world, Date.now())) feedClient.refresh(0).catch(logProblem("the feed cannot be refreshed"));
      });
    },

    /** Takes an event of the extension's own. */
    take(event: WorldEvent): void {
      inOrder(event.event, () => take(event));
    },

    /** Takes an event of the browser. */
    observe(event: WorldEvent, happened = () => true): void {
      inOrder(event.event, async () => {
        if (!happened()) return;
        if (event.event !== "online" && event.event !== "offline") await syncOnlineState();
        await take(event);
      });
    },

    /** Takes the access that the extension has now. */
    takeAccess(): void {
      inOrder("access", async () => take({ event: "access", at: Date.now(), mode: await currentAccess() }));
    },

    /** Evaluates the world after the jobs that are queued. */
    evaluate(): void {
      inOrder("evaluation", evaluate);
    },

    /** Downloads new feeds, and drops sites from the world that nothing has happened to for long. Every five minutes. */
    pollFeeds(): void {
      inOrder("the feed", async () => {
        changeWorld((known) => pruneSites(known, Date.now()));
        if (await watches.some("any")) scheduleEvaluation();
        await alarms.scheduleFeed();
        feedClient.poll().catch(logProblem("the feed cannot be refreshed"));
      });
    },

    /** A person opened the popup: the feed should be a minute old at most, and where nothing answers the connection is checked. */
    popupOpened(): void {
      inOrder("the popup", async () => {
        if (isLastSeenFailing(world, Date.now())) checkConnection();
        else feedClient.refresh(POPUP_FRESH).catch(logProblem("the feed cannot be refreshed"));
      });
    },
  };
}
