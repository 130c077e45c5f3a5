import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { takeSnapshot } from "../../utils/core/diagnosis/health/snapshot.ts";
import { createToolbar } from "../../utils/toolbar/toolbar.ts";
import { Scene } from "../unit/diagnosis/scene.ts";

type Drawn = { tabId?: number; text: string };

/** Badges in the order in which they were drawn; without a tab for all. */
let badges: Drawn[];
let titles: Map<number | undefined, string>;

beforeEach(() => {
  badges = [];
  titles = new Map();
  vi.stubGlobal("OffscreenCanvas", undefined);
  Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => key });
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async (badge: Drawn) => void badges.push(badge),
      setTitle: async ({ tabId, title }: { tabId?: number; title: string }) => void titles.set(tabId, title),
      getTitle: async ({ tabId }: { tabId?: number }) => titles.get(tabId) ?? titles.get(undefined) ?? "",
      setIcon: async () => {},
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
    },
  });
});

test("a tab that works has a drawing of its own before all other tabs show the trouble", async () => {
  const toolbar = createToolbar((verdict, siteName) => `${verdict.scope} ${siteName ?? "everything"}`);
  const scene = new Scene().others(4).page("works.com", 200, { tab: 7 });
  await toolbar.update(takeSnapshot(scene.world, scene.now), []);
  badges = [];
  scene.wait(4).page("shop.com", 503, { tab: 3 });
  await toolbar.update(takeSnapshot(scene.world, scene.now), []);
  const forAll = badges.findIndex(({ tabId, text }) => tabId === undefined && text !== "");
  const forTab = badges.findIndex(({ tabId, text }) => tabId === 7 && text === "");
  expect(forTab).toBeGreaterThanOrEqual(0);
  expect(forAll).toBeGreaterThan(forTab);
});
