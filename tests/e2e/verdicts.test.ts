import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { readPopup } from "../instruments/demo/popup-view.ts";
import { FINE, type StandIn } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { RETRY } from "./ui-actions.ts";

const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  {
    host: "www.garden-tools.example",
    address: "127.52.0.1",
    title: "Garden Tools",
    signature: { name: "X-Vercel-Id", value: "fra1::secret" },
  },
  { host: "www.river-bank.example", address: "127.53.0.1", title: "River Bank", calls: ["api.river-bank.example"] },
  { host: "api.river-bank.example", address: "127.53.0.2", title: "River Bank" },
];
const NEWS = "https://www.morning-news.example/";
const TOOLS = "https://www.garden-tools.example/";
const BANK = "https://www.river-bank.example/accounts?session=secret";

inBothBrowsers("verdicts", { standIns: STAND_INS }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    const { world } = environment();
    for (const { host } of STAND_INS) world.set(host, FINE);
    await world.admit("www.river-bank.example");
  });

  /** Two sites that work: the control that every blame needs. */
  async function browseWell(): Promise<void> {
    const page = await browser.newPage();
    for (const url of [NEWS, TOOLS]) await browser.visit(page, url);
  }

  async function open(url: string, times: number) {
    const page = await browser.newPage();
    for (let time = 0; time < times; time++) {
      // Repeats within a few seconds are one failure; a person who tries again takes longer.
      if (time > 0) await wait(RETRY);
      await browser.visit(page, url);
    }
    return { page, tabId: await browser.tabIdOf(page) };
  }

  test("a browsing session in which everything works is clear", async () => {
    browser = await environment().openBrowser();
    await browseWell();
    const { tabId } = await open(BANK, 1);
    await badgeSays(browser, tabId, "");
    expect(await readPopup(browser, tabId)).toMatchObject({ scope: "clear", subject: "" });
  });

  test("a page whose headers name a platform is placed there, and nothing else of its headers is kept", async () => {
    browser = await environment().openBrowser();
    await browseWell();
    const { tabId } = await open(TOOLS, 1);
    await badgeSays(browser, tabId, "");
    await waitUntil(async () => (await readPopup(browser, tabId)).text.includes("is hosted on Vercel"));
    const all = JSON.stringify(await browser.inExtension("browser.storage.session.get(null)"));
    expect(all).not.toContain("fra1");
    expect(all.toLowerCase()).not.toContain("x-vercel-id");
  });

  test("a tab whose site works stays quiet while another fails, also at its next site, and a tab without a site shows the failure", async () => {
    browser = await environment().openBrowser();
    const well = await open(NEWS, 1);
    const empty = await browser.newPage();
    const emptyId = await browser.tabIdOf(empty);
    environment().world.set("www.river-bank.example", [503], "page");
    const { page, tabId } = await open(BANK, 2);
    await badgeSays(browser, tabId, "site");
    await badgeSays(browser, emptyId, "site");
    expect((await badgeSays(browser, well.tabId, "")).title).toContain("morning-news.example");
    await browser.visit(well.page, TOOLS);
    await waitUntil(async () => (await browser.badge(well.tabId)).title.includes("garden-tools.example"));
    expect((await browser.badge(well.tabId)).text).toBe("");
    await browser.visit(page, NEWS);
    await waitUntil(async () => (await browser.badge(tabId)).title.includes("morning-news.example"));
    expect((await browser.badge(tabId)).text).toBe("");
  });

  test("a tab whose site fails, loaded once more, keeps its own sentence when another site begins to fail", async () => {
    browser = await environment().openBrowser();
    const well = await browser.newPage();
    await browser.visit(well, NEWS);
    environment().world.set("www.river-bank.example", [503], "page");
    const bank = await open(BANK, 2);
    await badgeSays(browser, bank.tabId, "site");
    await browser.visit(bank.page, BANK);
    await wait(1000);
    environment().world.set("www.garden-tools.example", [503], "page");
    const tools = await open(TOOLS, 2);
    await waitUntil(async () => (await browser.badge(tools.tabId)).title.startsWith("garden-tools.example is failing"));
    expect(await browser.badge(bank.tabId)).toMatchObject({ text: "site", title: expect.stringContaining("river-bank.example") });
  });

  test("calls that answer 503 behind a page that loads are the site's failure, and it is clear again once they work", async () => {
    browser = await environment().openBrowser();
    await browseWell();
    environment().world.set("api.river-bank.example", [503], "api");
    const { tabId } = await open(BANK, 1);
    await badgeSays(browser, tabId, "site", 20_000);
    expect(await readPopup(browser, tabId)).toMatchObject({ scope: "site", cause: "http", subject: "river-bank.example" });
    environment().world.set("api.river-bank.example", FINE, "api");
    await badgeSays(browser, tabId, "", 100_000);
  });

  test("in basic access a refused connection is seen, and a 503 page is admitted to be out of sight", async () => {
    browser = await environment().openBrowser({ access: "basic" });
    await browseWell();
    await environment().world.refuse("www.river-bank.example");
    const { page, tabId } = await open(BANK, 2);
    await badgeSays(browser, tabId, "site");
    await environment().world.admit("www.river-bank.example");
    environment().world.set("www.river-bank.example", [503], "page");
    await browser.visit(page, BANK);
    expect((await readPopup(browser, tabId)).text).toContain("cannot see error pages without full access");
  });

  test("the popup is in Arabic, from right to left, in an Arabic browser", async () => {
    browser = await environment().openBrowser({ language: "ar" });
    await browseWell();
    environment().world.set("www.river-bank.example", [503], "page");
    const { tabId } = await open(BANK, 2);
    await badgeSays(browser, tabId, "موقع");
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await popup.waitForSelector("[data-testid=headline]");
    expect(await popup.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]")).toEqual(["ar", "rtl"]);
    expect(await popup.evaluate("document.querySelector('[data-testid=headline]').innerText")).toMatch(/[\u0600-\u06ff]/);
  });
});
