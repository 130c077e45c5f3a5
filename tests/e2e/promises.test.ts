import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { keptRows } from "../instruments/browser/kept-rows.ts";
import { readPopup, refreshFeed } from "../instruments/demo/popup-view.ts";
import { FINE, type StandIn } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { type RecordingMirrors, startRecordingMirrors } from "./recording-mirrors.ts";
import { RETRY, says } from "./ui-actions.ts";

// The promises of PRIVACY.md, compared with what really goes over the network.

const SECRET = "s3cr3t";
const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.61.0.1", title: `Morning ${SECRET}` },
  { host: `${SECRET}-clinic.example`, address: "127.62.0.1", title: "A clinic" },
  { host: "www.netflix.com", address: "127.63.0.1", title: `Netflix ${SECRET}` },
];
/** Not among them is `/v2/ask`, which sends a host name at a press: see elsewhere.test.ts. */
const ALLOWED = [
  ...[/^GET \/v2\/head$/, /^GET \/v2\/body-[\w-]+\.json$/, /^GET \/v2\/root-\d+$/, /^GET \/v2\/reachable$/],
  // What the feed names by its hash is downloaded whole.
  ...[/^GET \/v2\/(?:ranges|catalogue|targets)-[\w-]{43}\.(?:bin|json)$/, /^POST \/v2\/reports$/],
];
/** What browsers send with any fetch. Their values: see headers.test.ts. */
const HEADERS = new Set([
  ...["host", "connection", "user-agent", "accept", "accept-language", "accept-encoding", "cache-control", "pragma"],
  ...["sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "sec-fetch-storage-access", "origin", "priority", "te", "dnt", "sec-gpc"],
  ...["content-type", "content-length", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform"],
]);
/** Nothing of these may stand in the value of a header: the person's languages, and the number that Firefox gives each installation. */
const OWN_VALUES = /\ben\b|moz-extension:/;
/** A report waits up to 45 seconds; a background that was stopped meanwhile sends it at its next alarm. */
const REPORT_TIMEOUT = 120_000;

let mirrors: RecordingMirrors;
const plan = {
  standIns: STAND_INS,
  missing: [`${SECRET}.internal-tool.example`],
  mirrors: async () => {
    mirrors = await startRecordingMirrors();
    return mirrors;
  },
};

inBothBrowsers("promises", plan, (environment) => {
  let browser: ExtensionBrowser;
  beforeEach(() => {
    mirrors.sent.splice(0);
  });
  afterEach(async () => {
    mirrors.forge(null);
    await browser.close();
    for (const { host } of STAND_INS) environment().world.set(host, FINE);
  });

  /** Somebody browses, with secrets in every part of an address, and one site fails. */
  async function browse(): Promise<{ page: Page; tabId: number }> {
    const page = await browser.newPage();
    for (const host of [`${SECRET}-clinic.example`, "www.morning-news.example"])
      await browser.visit(page, `https://${host}/${SECRET}/page?token=${SECRET}#${SECRET}`);
    await browser.visit(page, `https://${SECRET}.internal-tool.example/${SECRET}`);
    environment().world.set("www.netflix.com", [503], "page");
    await browser.visit(page, `https://www.netflix.com/browse/${SECRET}?q=${SECRET}`);
    await wait(RETRY);
    await browser.visit(page, `https://www.netflix.com/browse/${SECRET}?q=${SECRET}`);
    const tabId = await browser.tabIdOf(page);
    await badgeSays(browser, tabId, "site");
    return { page, tabId };
  }

  /** As a person does it, and says yes to the browser's own question where it has one. */
  async function agree(): Promise<void> {
    await browser.answerYesToFullAccess();
    const settings = await browser.openExtensionPage("options.html");
    await settings.waitForSelector("[data-testid=agree]");
    await settings.click("[data-testid=agree]");
    await says(settings, "You have agreed.");
    await settings.close();
  }

  /** Every header of every request has a name that is on the list, and a value that everybody's has. */
  function expectNoOwnHeaders(): void {
    for (const { headers } of mirrors.sent) {
      expect(Object.keys(headers).filter((name) => !HEADERS.has(name))).toEqual([]);
      expect(headers["accept-language"]).toBe("*");
      expect(Object.entries(headers).filter(([, value]) => OWN_VALUES.test(String(value)))).toEqual([]);
    }
  }

  const posts = () => mirrors.sent.filter(({ method }) => method === "POST");

  test("before the person has agreed no report is sent, and the mirrors are asked only for the feed and its files", async () => {
    browser = await environment().openBrowser();
    const { tabId } = await browse();
    await refreshFeed(browser, tabId);
    expect(posts()).toEqual([]);
    expect(mirrors.sent.length).toBeGreaterThan(0);
    for (const { method, path } of mirrors.sent) expect(ALLOWED.some((allowed) => allowed.test(`${method} ${path}`))).toBe(true);
    expectNoOwnHeaders();
    expect(JSON.stringify(mirrors.sent)).not.toContain(SECRET);
    expect(JSON.stringify(mirrors.sent)).not.toMatch(/netflix|morning-news/);
  });

  test("once the person has agreed, a report holds a few words from the closed list, as the preview showed them, and no secret", async () => {
    browser = await environment().openBrowser();
    await agree();
    const { tabId } = await browse();
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await waitUntil(async () => posts().length > 0, REPORT_TIMEOUT);
    await popup.close();
    const settings = await browser.openExtensionPage("options.html");
    const [post] = posts();
    await waitUntil(async () => String(await settings.evaluate("document.body.textContent")).includes(post?.body ?? "?"));
    expect(Object.keys(JSON.parse(post?.body ?? "")).toSorted()).toEqual(["bucket", "failure", "on", "service", "v"]);
    expect(JSON.parse(post?.body ?? "")).toMatchObject({ v: 1, service: "netflix", failure: "http.error" });
    expect(post?.headers["content-type"]).toMatch(/^text\/plain/);
    expectNoOwnHeaders();
    expect(JSON.stringify(mirrors.sent)).not.toContain(SECRET);
    expect(posts()).toHaveLength(1);
  });

  test("taking the agreement back stops reports at once and erases those that were waiting", async () => {
    browser = await environment().openBrowser();
    await agree();
    await browse();
    const waiting = () => keptRows<{ dueAt: number }>(browser, "reports");
    await waitUntil(async () => (await waiting()).length > 0);
    const [report] = await waiting();
    await browser.inExtension(`browser.runtime.sendMessage({ command: "setReporting", input: { given: false } })`);
    expect(report?.dueAt).toBeGreaterThan(Date.now());
    await waitUntil(async () => (await waiting()).length === 0);
    await wait((report?.dueAt ?? 0) - Date.now() + 5000);
    expect(posts()).toEqual([]);
  });

  test("no site gets a request that the person or the page did not make", async () => {
    browser = await environment().openBrowser();
    const { world } = environment();
    const begin = world.asked.length;
    const { tabId } = await browse();
    await readPopup(browser, tabId);
    await wait(5000);
    const asked = world.asked.slice(begin).filter(({ path }) => path !== "/favicon.ico");
    expect(asked.map(({ host }) => host)).toEqual([
      `${SECRET}-clinic.example`,
      "www.morning-news.example",
      "www.netflix.com",
      "www.netflix.com",
    ]);
    for (const { headers } of asked) expect(headers["sec-fetch-dest"]).toBe("document");
  });

  test("a private window leaves no trace", async () => {
    browser = await environment().openBrowser();
    const { world } = environment();
    const begin = world.asked.length;
    world.set("www.netflix.com", [503], "page");
    for (let time = 0; time < 2; time++) await browser.visitPrivately(`https://www.netflix.com/${SECRET}`);
    expect(world.asked.slice(begin).filter(({ path }) => path === `/${SECRET}`)).toHaveLength(2);
    await wait(3000);
    const stored = await browser.inExtension("Promise.all([browser.storage.local.get(), browser.storage.session.get()])");
    const rows = [];
    for (const shelf of ["hosts", "visits", "episodes", "reports"] as const) rows.push(await keptRows(browser, shelf));
    const kept = JSON.stringify([stored, rows]);
    expect(kept).not.toMatch(/netflix/);
    expect(kept).not.toContain(SECRET);
  });

  test("a forged, broken, truncated or oversized feed changes nothing but the feed's own line, which says why", async () => {
    browser = await environment().openBrowser();
    const { tabId } = await browse();
    await refreshFeed(browser, tabId);
    const before = await readPopup(browser, tabId);
    const lies: [string, (head: Buffer) => Buffer][] = [
      ["forged", (head) => Buffer.from(head.toString("utf8").replace('"version":2', '"version": 2'))],
      ["garbage", () => Buffer.from("<html>Welcome to the hotel</html>")],
      ["truncated", (head) => head.subarray(0, head.length / 2)],
      ["oversized", (head) => Buffer.concat([head, Buffer.alloc(512 * 1024, 32)])],
    ];
    for (const [name, forgery] of lies) {
      mirrors.forge(forgery);
      await refreshFeed(browser, tabId);
      const after = await readPopup(browser, tabId);
      expect({ name, scope: after.scope, subject: after.subject }).toEqual({ name, scope: before.scope, subject: before.subject });
      expect(after.text, name).toContain("A new outage feed was refused");
    }
    mirrors.forge(null);
    await refreshFeed(browser, tabId);
    expect((await readPopup(browser, tabId)).text).not.toContain("refused");
  });

  test("history and settings outlive the background and stay until they are erased", async () => {
    browser = await environment().openBrowser();
    await browse();
    const history = async () => (await keptRows(browser, "episodes")).length;
    await waitUntil(async () => (await history()) > 0);
    const before = await history();
    await browser.killBackground();
    expect(await history()).toBe(before);
    const dashboard = await browser.openExtensionPage("dashboard.html");
    await waitUntil(async () => String(await dashboard.evaluate("document.body.textContent")).includes("netflix.com"));
  });
});
