import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { eraserOf } from "../../utils/background/erase.ts";
import type { Keeper } from "../../utils/storage/keys.ts";

const KEEPERS: Keeper[] = [
  ...(["world", "traceLog", "alerts", "watches", "mutes", "history", "learned", "visits", "reports", "feeds", "addressTable"] as const),
];
/** What is kept of a feed, by its root: a keeper erases it. */
const FEEDS = { "feedState/key": { sequence: 7 } };

/** An eraser whose keepers note what they are asked for; some cannot erase. */
function eraserWith(broken: Keeper[]) {
  const asked: [Keeper, string | null][] = [];
  const keeperOf = (name: Keeper) => ({
    async erase(site: string | null) {
      if (broken.includes(name)) throw new Error(`${name}: somebody holds the database open`);
      asked.push([name, site]);
    },
  });
  const erase = eraserOf(Object.fromEntries(KEEPERS.map((name) => [name, keeperOf(name)])) as Parameters<typeof eraserOf>[0]);
  return { erase, asked, names: () => asked.map(([name]) => name).toSorted() };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ historyDays: 7, reportConsent: { key: "2026-03-03" }, directAnswers: {}, ...FEEDS });
  await fakeBrowser.storage.session.set({ historyErasedAt: 1, ...FEEDS });
});

const local = () => fakeBrowser.storage.local.get(null);

describe("erasing", () => {
  test("of everything goes to every keeper, and leaves to them what is theirs", async () => {
    const { erase, asked } = eraserWith([]);
    await erase({ what: "everything" });
    expect(new Map(asked)).toEqual(new Map(KEEPERS.map((name) => [name, null])));
    expect(asked).toHaveLength(KEEPERS.length);
    expect(await local()).toEqual({ directAnswers: {}, ...FEEDS });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ historyErasedAt: 1, ...FEEDS });
  });

  test("continues past what cannot be erased, and is not reported as done", async () => {
    const { erase, names } = eraserWith(["history", "reports"]);
    await expect(erase({ what: "everything" })).rejects.toThrow(/^(history|reports): somebody holds the database/);
    expect(names()).toEqual(["addressTable", "alerts", "feeds", "learned", "mutes", "traceLog", "visits", "watches", "world"]);
    expect(await local()).toEqual({ directAnswers: {}, ...FEEDS });
  });

  test("of one site goes to whoever keeps sites, continues past failures too, and leaves the settings", async () => {
    const { erase, asked } = eraserWith(["learned"]);
    await expect(erase({ what: "site", site: "shop.example" })).rejects.toThrow("learned");
    expect(asked.toSorted()).toEqual(
      ["history", "mutes", "reports", "traceLog", "visits", "watches", "world"].map((name) => [name, "shop.example"]),
    );
    expect(await local()).toMatchObject({ historyDays: 7, reportConsent: {} });
  });

  test("of the settings takes the reports with the consent, and what a build that is not this one has left", async () => {
    await fakeBrowser.storage.local.set({ setOfAnotherBuild: true, watches: [] });
    const { erase, names } = eraserWith([]);
    await erase({ what: "settings" });
    expect(names()).toEqual(["alerts", "mutes", "reports"]);
    expect(await local()).toEqual({ watches: [], directAnswers: {}, ...FEEDS });
  });

  test("of the history leaves all the rest", async () => {
    const before = await local();
    const { erase, asked } = eraserWith([]);
    await erase({ what: "history" });
    expect(asked).toEqual([["history", null]]);
    expect(await local()).toEqual(before);
  });
});
