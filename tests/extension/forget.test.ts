import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { startBackground } from "../../utils/background/background.ts";
import { REACHABLE_PATH } from "../../utils/core/feed/paths.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Commands } from "../../utils/messages/commands.ts";
import { openDatabase } from "../../utils/storage/database.ts";
import { STORED, STORES } from "../../utils/storage/kept.ts";
import { startMirror } from "./support/mirrors.ts";
import { createSigner, feedDocument, incident, signFeed } from "./support/signed-feeds.ts";
import { freshBrowsers } from "./support/whole-browser.ts";

/** The site that is forgotten, by all that names it: its domain, its hosts, its service and its owner. */
const MARKS = /netflix|nflx/i;
/** What else this person does. */
const OTHERS = /news\.example|bank\.example|github|muted\.example/;

const browser = freshBrowsers();

function send<Name extends keyof Commands>(command: Name, input: Commands[Name]["input"]): Promise<object> {
  const { promise, resolve } = Promise.withResolvers<object>();
  browser().events.runtime.onMessage.raise({ command, input }, { id: fakeBrowser.runtime.id }, resolve);
  return promise;
}

function answerPage(host: string, tabId: number, statusCode: number, at: number, ip: string): void {
  const page = { url: `https://${host}/`, tabId, type: "main_frame", statusCode, ip, timeStamp: at };
  browser().events.webRequest.onCompleted.listeners[0]?.({ ...page, responseHeaders: [] } as never);
}

/** A page of one site calls a host of another that belongs to the same service. */
function answerCall(host: string, from: string, tabId: number, at: number, ip: string): void {
  const call = { url: `https://${host}/`, tabId, type: "xmlhttprequest", statusCode: 200, ip, timeStamp: at, initiator: `https://${from}` };
  browser().events.webRequest.onCompleted.listeners[1]?.(call as never);
}

const stores = Object.keys(STORES) as (keyof typeof STORES)[];

/** Everything that is kept: by the entry of the table, as text with its keys. */
async function kept(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const area of ["local", "session"] as const) {
    for (const [key, value] of Object.entries(await fakeBrowser.storage[area].get(null))) {
      const entry = STORED.find((stored) => stored.area === area && ("key" in stored ? stored.key === key : key.startsWith(stored.prefix)));
      const name = `${area} ${entry === undefined ? key : "key" in entry ? entry.key : entry.prefix}`;
      found.set(name, (found.get(name) ?? "") + key + JSON.stringify(value));
    }
  }
  for (const store of stores) found.set(`database ${store}`, JSON.stringify(await (await openDatabase()()).getAll(store)));
  return found;
}

const named = async (mark: RegExp) => [...(await kept())].flatMap(([name, text]) => (mark.test(text) ? [name] : [])).toSorted();

/** The entries of the table of which forgetting a site takes a part. */
const ABOUT_SITES = [
  ...STORED.filter(({ ofSite }) => ofSite !== "nothing").map((entry) => `${entry.area} ${"key" in entry ? entry.key : entry.prefix}`),
  ...stores.filter((store) => STORES[store].ofSite !== "nothing").map((store) => `database ${store}`),
].toSorted();

const REPORT = { feed: "key", dueAt: 0, tries: 0, kind: "failure", allowedBy: "consent" } as const;

/** Somebody whose every store tells of netflix.com, and of other sites. */
async function browse(): Promise<void> {
  const signer = createSigner();
  const now = Date.now();
  const feed = signFeed(feedDocument(7, 0, { incidents: [incident("intranet-1")] }), signer);
  const mirror = await startMirror(({ url = "" }, reply) => (url === REACHABLE_PATH ? reply.writeHead(204).end() : reply.end(feed[url])));
  await fakeBrowser.storage.local.set({
    ownFeeds: [{ mirrors: [mirror], rootKey: signer.rootKey }],
    mutes: [
      { kind: "site", site: "netflix.com" },
      { kind: "service", service: "netflix", name: "Netflix" },
      { kind: "site", site: "muted.example" },
    ],
    foundPages: { "netflix.com": "https://status.netflix.com/", "muted.example": "https://status.muted.example/" },
    answerDraws: { netflix: { at: now, answers: false }, github: { at: now, answers: true } },
  });
  const db = await openDatabase()();
  for (const service of ["netflix", "github"]) {
    const bytes = `{"v":1,"service":"${service}"}`;
    await db.add("reports", { ...REPORT, service, bytes, queuedAt: now, state: "waiting", sentAt: null, dueAt: now + 60 * SECOND });
    await db.add("reports", { ...REPORT, service, bytes, queuedAt: now, state: "sent", sentAt: now });
  }
  startBackground();
  answerPage("news.example", 1, 200, now - 20 * SECOND, "203.0.113.7");
  answerPage("bank.example", 2, 200, now - 20 * SECOND, "203.0.113.8");
  answerPage("www.netflix.com", 3, 200, now - 20 * SECOND, "54.155.178.5");
  answerCall("occ.nflxvideo.net", "www.netflix.com", 3, now - 19 * SECOND, "54.155.178.6");
  answerPage("www.netflix.com", 3, 503, now - 10 * SECOND, "54.155.178.5");
  answerPage("www.netflix.com", 3, 503, now, "54.155.178.5");
  const watch = { site: "netflix.com", host: "www.netflix.com", name: "Netflix", requestedAt: now, incident: null, check: false };
  await send("watch", { watch });
  await send("takeDirectAnswer", { about: "netflix", ok: true, incidents: [] });
  await send("takeDirectAnswer", { about: "netflix.com", ok: true, incidents: [] });
  await send("takeDirectAnswer", { about: "github", ok: true, incidents: [] });
  const hosts = { "www.netflix.com": "netflix.com", "api.netflix.com": "news.example", "github.com": "github.com" };
  for (const [host, site] of Object.entries(hosts))
    await db.put("hosts", { host, site, visited: 1, provider: "aws", region: null, seen: now });
  await vi.waitFor(async () => expect(await named(MARKS)).toEqual(ABOUT_SITES), { timeout: 4000 });
}

describe("forgetting a site", () => {
  test("leaves its name, its hosts and its service nowhere, and the other sites where they are", async () => {
    await browse();
    const others = await named(OTHERS);
    expect(await send("erase", { what: "site", site: "netflix.com" })).toEqual({});
    await vi.waitFor(async () => expect(await named(MARKS)).toEqual([]), { timeout: 4000 });
    // The events of the last minutes go as a whole.
    expect(await named(OTHERS)).toEqual(others.filter((name) => name !== "session trace."));
  });

  test("is not undone by what happens next: a tab that still shows it, or the next evaluation", async () => {
    await browse();
    await send("erase", { what: "site", site: "netflix.com" });
    await vi.waitFor(async () => expect(await named(MARKS)).toEqual([]), { timeout: 4000 });
    answerPage("bank.example", 2, 200, Date.now(), "203.0.113.8");
    browser().events.alarms.onAlarm.raise({ name: "evaluation" });
    await send("refreshFeed", undefined);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await named(MARKS)).toEqual([]);
  });
});

test("erasing everything leaves nothing of any site, in both storage areas and in the database", async () => {
  await browse();
  const db = await openDatabase()();
  await db.put("documents", { name: "ranges", sha256: "a table for one person", bytes: new Uint8Array(8) });
  expect(await send("erase", { what: "everything" })).toEqual({});
  expect(await db.getAll("documents")).toEqual([]);
  await vi.waitFor(async () => expect(await named(MARKS)).toEqual([]), { timeout: 4000 });
  expect(await named(OTHERS)).toEqual([]);
});

test("the answer of a status page is deleted once it has expired, also where no other is asked for", async () => {
  await browse();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 16 * 60 * SECOND });
  browser().events.alarms.onAlarm.raise({ name: "feed" });
  await vi.waitFor(async () => expect((await fakeBrowser.storage.local.get("directAnswers")).directAnswers).toEqual({}), { timeout: 4000 });
  vi.useRealTimers();
});
