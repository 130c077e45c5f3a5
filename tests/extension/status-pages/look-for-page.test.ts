import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { offerActions } from "../../../entrypoints/popup/offers.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import { foundPage, rememberPage } from "../../../utils/feed/found-pages.ts";
import { storeDirectAnswer } from "../../../utils/feed/store-direct-answer.ts";
import type { Commands } from "../../../utils/messages/commands.ts";
import { lookForPage } from "../../../utils/status-pages/look-for-page.ts";
import { EPOCH } from "../../unit/diagnosis/scene.ts";

const SITE = "shop.example";
const NAMES = [`status.${SITE}`, "shopstatus.com", "shop-status.com", "shop.statuspage.io"];
const OWN = `https://status.${SITE}/api/v2/summary.json`;
const search = { site: SITE, names: NAMES };

/** A page of Statuspage with one open incident, which gives advice and leads elsewhere. */
const body = `We are on it. Please sign in again later, and do not repeat a payment. ${"x".repeat(10)}`;
const payload = JSON.stringify({
  page: { id: "p", name: "Shop", url: `https://status.${SITE}` },
  status: { indicator: "major", description: "" },
  components: [],
  incidents: [
    {
      ...{ id: "1", name: "Orders fail", status: "investigating", impact: "major", created_at: "2026-03-03T08:50:00Z" },
      ...{
        shortlink: "https://phish.example/1",
        incident_updates: [{ status: "investigating", body, created_at: "2026-03-03T08:50:00Z" }],
      },
    },
  ],
});

/** What an address answers; a redirect where `to` is given. No answer where there is none. */
type Answer = { status?: number; body?: string; to?: string };
let answers: { [url: string]: Answer } = {};
let asked: string[] = [];
let allowed: (origin: string) => boolean = () => true;
let removed: string[] = [];
let told: Commands["takeDirectAnswer"]["input"][] = [];

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ["Date"], now: EPOCH });
  [answers, asked, removed, told, allowed] = [{}, [], [], [], () => true];
  const listeners = new Set<(details: object) => void>();
  const onHeadersReceived = {
    addListener: (listener: (details: object) => void) => void listeners.add(listener),
    removeListener: (listener: (details: object) => void) => void listeners.delete(listener),
  };
  vi.spyOn(fakeBrowser, "webRequest", "get").mockReturnValue({ onHeadersReceived } as never);
  const contains = async ({ origins = [] }: { origins?: string[] }) => origins.every((origin) => allowed(origin));
  const remove = async ({ origins = [] }: { origins?: string[] }) => removed.push(...origins) > 0;
  vi.spyOn(fakeBrowser, "permissions", "get").mockReturnValue({ contains, remove, request: contains } as never);
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) throw new TypeError("no such host");
    if (answer.to === undefined) return new Response(answer.body ?? "", { status: answer.status ?? 200 });
    expect(request.redirect).toBe("manual");
    for (const listener of listeners) listener({ url, responseHeaders: [{ name: "Location", value: answer.to }] });
    return { type: "opaqueredirect", ok: false };
  });
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(async (message) => {
    const { input } = message as unknown as { input: Commands["takeDirectAnswer"]["input"] };
    told.push(input);
    return { output: await storeDirectAnswer(input.about, input.ok, input.incidents, Date.now()) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("looking for a status page", () => {
  test("hands over what the page says, as the site's own word, without its advice and its links to elsewhere", async () => {
    answers = { [OWN]: { body: payload } };
    expect(await lookForPage(search)).toEqual({ result: "trouble", host: `status.${SITE}` });
    expect(told).toMatchObject([{ about: SITE, ok: true, incidents: [{ site: SITE, title: "Orders fail", advice: [], affects: [] }] }]);
    expect(told[0]?.incidents[0]?.official?.url).toBe(`https://status.${SITE}/incidents/1`);
    expect(asked).toEqual([OWN]);
  });

  test("remembers where it was found, asks there first, and forgets it when it is gone", async () => {
    answers = { [OWN]: { body: payload } };
    await lookForPage(search);
    expect(await foundPage(SITE)).toBe(OWN);
    vi.setSystemTime(EPOCH + MINUTE);
    await lookForPage({ site: SITE, names: [`status.${SITE}`] });
    expect(asked).toEqual([OWN, OWN]);
    answers = {};
    vi.setSystemTime(EPOCH + 2 * MINUTE);
    expect(await lookForPage({ site: SITE, names: [`status.${SITE}`] })).toEqual({ result: "none", host: null });
    expect(await foundPage(SITE)).toBeNull();
  });

  test("asks once a minute at most, also where nothing was found", async () => {
    expect(await lookForPage(search)).toEqual({ result: "none", host: null });
    const before = asked.length;
    vi.setSystemTime(EPOCH + MINUTE - 1);
    expect(await lookForPage(search)).toEqual({ result: "too-soon", host: null });
    expect(asked).toHaveLength(before);
    vi.setSystemTime(EPOCH + MINUTE);
    expect(await lookForPage(search)).toEqual({ result: "none", host: null });
  });

  test("gives a host up that does not answer, after one request", async () => {
    await lookForPage(search);
    expect(asked).toEqual(NAMES.map((host) => `https://${host}/api/v2/summary.json`));
  });

  test("goes on after an error page, and after a document that is too large", async () => {
    answers = { [OWN]: { status: 503 }, [`https://status.${SITE}/v3/summary.json`]: { body: "x".repeat(1024 * 1024 + 1) } };
    await lookForPage(search);
    expect(asked.slice(0, 3)).toEqual([OWN, `https://status.${SITE}/v3/summary.json`, `https://status.${SITE}/index.json`]);
  });

  test("asks nothing where a redirect leads to another owner, round in circles, or to a host without access", async () => {
    allowed = (origin) => !origin.includes("instatus");
    answers = {
      [OWN]: { to: "https://stranger.example/" },
      "https://shopstatus.com/api/v2/summary.json": { to: "/api/v2/summary.json" },
      "https://shop-status.com/api/v2/summary.json": { to: "https://shop.instatus.com/" },
    };
    expect(await lookForPage(search)).toEqual({ result: "none", host: null });
    expect(asked.some((url) => /stranger|instatus/.test(url))).toBe(false);
    expect(asked.filter((url) => url.includes("shopstatus"))).toHaveLength(3);
  });

  test("gives the access to all other names back, where the person gave none to all sites", async () => {
    allowed = (origin) => origin !== "<all_urls>";
    answers = { [OWN]: { body: payload } };
    await lookForPage(search);
    expect(removed).toEqual(
      ["shopstatus.com", "www.shopstatus.com", "shop-status.com", "www.shop-status.com", "shop.statuspage.io"].map(
        (host) => `https://${host}/*`,
      ),
    );
  });

  test.each(["router.local", "nas.home.arpa", "intranet", "192.168.1.1", "198.51.100.7", "2001:db8::7"])(
    "is never done for %s",
    async (site) => {
      expect(await lookForPage({ site, names: [`status.${site}`] })).toEqual({ result: "none", host: null });
      expect(asked).toEqual([]);
    },
  );

  test("calls a page that it does not understand unreadable, never fine", async () => {
    answers = {
      [OWN]: { body: payload.replace('"major"', '"wobbly"').replace('"Orders fail","status":"investigating"', '"x","status":"resolved"') },
    };
    expect(await lookForPage(search)).toEqual({ result: "unreadable", host: `status.${SITE}` });
    expect(told).toMatchObject([{ ok: false, incidents: [] }]);
  });
});

describe("the offer to look", () => {
  const { discovery } = offerActions({} as never, () => {});

  test("names the usual names, or the one that had the page", async () => {
    expect(await discovery.prepare(SITE)).toEqual(NAMES);
    await rememberPage(SITE, OWN);
    expect(await discovery.prepare(SITE)).toEqual([`status.${SITE}`]);
    expect(asked).toEqual([]);
  });

  test("is not made where the organisation switched it off", async () => {
    await fakeBrowser.storage.managed.set({ lookForStatusPages: false });
    expect(await discovery.prepare(SITE)).toEqual([]);
  });

  test("asks nobody without permission", async () => {
    allowed = () => false;
    expect(await discovery.look(search)).toEqual({ result: "not-allowed", host: null });
    expect(asked).toEqual([]);
  });

  test("remembers a hundred pages", async () => {
    for (let number = 0; number <= 100; number++) await rememberPage(`site-${number}.example`, OWN);
    expect(await foundPage("site-0.example")).toBeNull();
    expect(await foundPage("site-1.example")).toBe(OWN);
  });
});
