import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { startBackground } from "../../utils/background/background.ts";
import { REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Commands } from "../../utils/messages/commands.ts";
import { openDatabase } from "../../utils/storage/database.ts";
import { STORED, STORES } from "../../utils/storage/kept.ts";
import { ALERTING, ANSWER_DRAWS, HISTORY_ERASED_AT, ROUTES_TOLD, UNSAVED_FEED_STATES } from "../../utils/storage/keys.ts";
import { startMirror } from "./support/mirrors.ts";
import { createSigner, type Files, feedDocument, signFeed } from "./support/signed-feeds.ts";
import { freshBrowsers } from "./support/whole-browser.ts";

/** Written in cases of their own: while a wide outage is announced, when the feed asks about a service, and where the disk is full. */
const NOT_IN_THIS_RUN = [ALERTING, ANSWER_DRAWS, ROUTES_TOLD, UNSAVED_FEED_STATES];

const browser = freshBrowsers();

/** Sends a command as one of the extension's pages does. */
function send<Name extends keyof Commands>(command: Name, input: Commands[Name]["input"]): Promise<{ output?: unknown; problem?: string }> {
  const { promise, resolve } = Promise.withResolvers<object>();
  browser().events.runtime.onMessage.raise({ command, input }, { id: fakeBrowser.runtime.id }, resolve);
  return promise;
}

/** The page of a site is answered, in a tab of its own. */
function answerPage(host: string, tabId: number, statusCode: number, at: number): void {
  const page = { url: `https://${host}/secret?token=1`, tabId, type: "main_frame", statusCode, ip: "203.0.113.7", timeStamp: at };
  // The first of the listeners is that of pages.
  browser().events.webRequest.onCompleted.listeners[0]?.({ ...page, responseHeaders: [] } as never);
}

/** A mirror that serves a feed and answers the reachability check. */
function startFeedServer(files: Files): Promise<string> {
  return startMirror(({ url = "" }, reply) => {
    if (url === REACHABLE_PATH) reply.writeHead(204).end();
    else reply.writeHead(files[url] === undefined ? 404 : 200).end(files[url]);
  });
}

/** A person who uses everything that is kept: a feed, settings, a site that fails, a watch, the answer of a status page, and where one was found. */
async function browse(): Promise<void> {
  const signer = createSigner();
  await fakeBrowser.storage.local.set({
    ownFeeds: [{ mirrors: [await startFeedServer(signFeed(feedDocument(7), signer))], rootKey: signer.rootKey }],
    ...{ builtInFeedOff: true, askStatusPages: true, askElsewhere: false, historyDays: 7, linkMenu: true },
    foundPages: { "shop.example": "https://status.shop.example" },
    ...{ notifications: { alerts: true, quiet: null }, mutes: [{ kind: "site", site: "muted.example" }] },
  });
  startBackground();
  expect(await send("setReporting", { given: true })).toEqual({});
  const now = Date.now();
  answerPage("news.example", 1, 200, now - 20 * SECOND);
  answerPage("bank.example", 2, 200, now - 20 * SECOND);
  answerPage("www.shop.example", 3, 200, now - 20 * SECOND);
  answerPage("www.shop.example", 3, 503, now - 10 * SECOND);
  answerPage("www.shop.example", 3, 503, now);
  const watch = { site: "shop.example", host: "www.shop.example", name: "Shop", requestedAt: now, incident: null, check: false };
  await send("watch", { watch });
  await send("refreshFeed", undefined);
  await send("takeDirectAnswer", { about: "aws", ok: true, incidents: [] });
  await vi.waitFor(async () => expect(await rows("episodes")).toHaveLength(1), { timeout: 4000 });
}

async function rows(store: keyof typeof STORES): Promise<unknown[]> {
  return await (await openDatabase()()).getAll(store);
}

/** The entries of the table that a key of an area belongs to. */
function entriesOf(area: string, key: string) {
  return STORED.filter((stored) => stored.area === area && ("key" in stored ? stored.key === key : key.startsWith(stored.prefix)));
}

async function keysLeft(): Promise<{ area: string; key: string }[]> {
  const areas = ["local", "session"] as const;
  const keys = await Promise.all(areas.map(async (area) => Object.keys(await fakeBrowser.storage[area].get(null))));
  return areas.flatMap((area, index) => (keys[index] ?? []).map((key) => ({ area, key })));
}

describe("the background", () => {
  test("registers every listener in its first turn, and none later", async () => {
    startBackground();
    const first = browser().listening();
    expect(Object.entries(first).filter(([, count]) => count === 0)).toEqual([]);
    await send("reportingState", undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(browser().listening()).toEqual(first);
  });

  test("keeps nothing in browser storage that the table does not list once, and all that it lists", async () => {
    await browse();
    await send("erase", { what: "history" });
    const left = await keysLeft();
    expect(left.filter(({ area, key }) => entriesOf(area, key).length !== 1)).toEqual([]);
    const seen = new Set(left.flatMap(({ area, key }) => entriesOf(area, key)));
    expect(STORED.filter((stored) => !seen.has(stored))).toEqual(STORED.filter((stored) => NOT_IN_THIS_RUN.includes(stored as never)));
  });

  test("keeps no path and no query", async () => {
    await browse();
    const stores = Object.keys(STORES) as (keyof typeof STORES)[];
    const everything = [fakeBrowser.storage.local.get(null), fakeBrowser.storage.session.get(null), ...stores.map(rows)];
    expect(JSON.stringify(await Promise.all(everything))).not.toMatch(/secret|token=/);
  });

  test("keeps, after everything was erased, only what the table says is never erased", async () => {
    await browse();
    expect(await send("erase", { what: "everything" })).toEqual({});
    for (const store of Object.keys(STORES) as (keyof typeof STORES)[])
      expect([store, STORES[store].whole.length === 0 || (await rows(store)).length === 0]).toEqual([store, true]);
    await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain("example"), {
      timeout: 4000,
    });
    const left = (await keysLeft()).flatMap(({ area, key }) => entriesOf(area, key));
    const erased = left.filter(({ whole, keeper }) => whole.includes("everything") && keeper !== "world" && keeper !== "alerts");
    expect(erased).toEqual([]);
    expect(left).toContain(HISTORY_ERASED_AT);
  });
});
