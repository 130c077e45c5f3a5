import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { currentVerdicts } from "../../../utils/core/diagnosis/current-verdicts.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { loadFeedState, saveFeedState } from "../../../utils/feed/feed-state.ts";
import { createReporter } from "../../../utils/reports/reporter.ts";
import { type OpenDatabase, openDatabase, type QueuedReport } from "../../../utils/storage/database.ts";
import { EPOCH, Scene } from "../../unit/diagnosis/scene.ts";
import { startMirror, stopMirrors } from "./mirrors.ts";
import { stopReportServers } from "./report-server.ts";

export type Reporter = ReturnType<typeof createReporter>;

const knowledge = { ...createLocator(), learned: () => null };

/** A Firefox that follows one feed and opened no site yet. Each test begins with an empty one. */
export function browserThatReports() {
  let database: OpenDatabase;
  let isAllowed = true;
  let asked: string[] = [];

  beforeEach(async () => {
    fakeBrowser.reset();
    isAllowed = true;
    fakeBrowser.permissions.contains = async () => isAllowed;
    vi.stubEnv("FIREFOX", "yes");
    vi.useFakeTimers({ toFake: ["Date"], now: EPOCH });
    globalThis.indexedDB = new IDBFactory();
    database = openDatabase();
    asked = [];
    const mirror = await startMirror(({ url = "" }, reply) => {
      asked.push(url);
      reply.writeHead(405).end();
    });
    await fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors: [mirror], rootKey: "key" }] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    stopMirrors();
    stopReportServers();
  });

  return {
    /** The reporter as the background makes it when it starts. @param random what is drawn, between 0 and 1 */
    reporter: (random = 0): Reporter => createReporter(database, knowledge, () => random),

    /** The main feed names this address of reports, and says this besides. */
    async feedSays(reports: string | null, more: Partial<Feed> = {}): Promise<void> {
      const feed = new Scene().feed([], more).world.feeds[0]?.feed ?? null;
      await saveFeedState({ rootKey: "key" }, { ...(await loadFeedState({ rootKey: "key" })), feed, reports });
    },

    /** Turns the browser's own switch for data that leaves it. */
    allow(allowed: boolean): void {
      isAllowed = allowed;
    },

    /** The reporter sees a scene, as it does at every evaluation. */
    async follow(reporter: Reporter, scene: Scene): Promise<void> {
      vi.setSystemTime(scene.now);
      await reporter.follow(scene.snapshot(), currentVerdicts(scene.snapshot()));
    },

    passes: (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds),
    rows: async (): Promise<QueuedReport[]> => await (await database()).getAll("reports"),
    /** What the mirrors of the feed were asked for. */
    asked: () => asked,
  };
}

export const onWatch = (...ids: string[]) => ids.map((id) => ({ id, state: "watch" as const, crowd: null }));

/** A scene in which these sites fail while others answer. */
export function failing(...sites: string[]): Scene {
  const scene = new Scene().others(3);
  for (let round = 0; round < 3; round++) {
    for (const [index, site] of sites.entries()) scene.wait(2).page(site, 503, { tab: 7 + index });
    scene.others(2);
  }
  return scene;
}
