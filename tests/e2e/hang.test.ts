import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import { FINE } from "../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "./environment.ts";
import { SITES, textOf } from "./ui-actions.ts";

const HANGS = "www.netflix.com";
const OTHERS = SITES.map(({ host }) => host).filter((host) => host !== HANGS);
/** The badge is due 15 seconds after the start of the load; the rest is for a busy machine. An alarm alone would need twice as long. */
const IN_TIME = 21_000;

inBothBrowsers("a load that never answers", { standIns: SITES }, (environment) => {
  let browser: ExtensionBrowser;
  let page: Page;
  let tabId: number;
  let begun: number;
  afterEach(async () => {
    await browser.close();
    environment().world.set(HANGS, FINE);
  });

  async function openAll(hosts: string[]): Promise<void> {
    for (const host of hosts) {
      const other = await browser.newPage();
      await browser.visit(other, `https://${host}/`);
      await other.close();
    }
  }

  async function hang(access: "full" | "basic"): Promise<void> {
    browser = await environment().openBrowser({ access });
    environment().world.set(HANGS, ["hang"]);
    page = await browser.newPage();
    tabId = await browser.tabIdOf(page);
    begun = Date.now();
    page.goto(`https://${HANGS}/`, { timeout: 0 }).catch(() => null);
  }

  const patience = () => IN_TIME - (Date.now() - begun);

  test.each(["full", "basic"] as const)("is said in the popup, then on the badge (%s access)", async (access) => {
    await hang(access);
    const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
    await waitUntil(async () => (await textOf(popup)).includes("has not answered"), patience());
    await openAll(OTHERS);
    await badgeSays(browser, tabId, "site", patience());
  });

  test("is said on the badge although the background was stopped meanwhile", async () => {
    await hang("full");
    // The start of a load is written within two seconds.
    const world = 'browser.storage.session.get("world.tabs").then((stored) => stored["world.tabs"] ?? "")';
    await waitUntil(async () => (await browser.inExtension<string>(world)).includes(HANGS));
    await browser.killBackground();
    // Nothing wakes a background that was stopped but the next event.
    await openAll(OTHERS);
    const { title } = await badgeSays(browser, tabId, "site", patience());
    expect(title).toContain("has not answered");
  });
});
