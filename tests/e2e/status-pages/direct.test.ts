import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import { FINE, type StandIn } from "../../instruments/loopback/stand-in.ts";
import { badgeSays, inBothBrowsers } from "../environment.ts";
import { RETRY, says } from "../ui-actions.ts";

/** A status page in RSS with HTML inside: both are read by the browser's own parsers here. */
const RSS = readFileSync(new URL("../../unit/status-pages/payloads/statuspage-atom/history.rss", import.meta.url));
const STAND_INS: StandIn[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.52.0.1", title: "Garden Tools" },
  { host: "ring.com", address: "127.54.0.1", title: "Ring" },
  { host: "status.ring.com", address: "127.54.0.2", title: "", serves: { type: "application/rss+xml", body: RSS } },
];

inBothBrowsers("status pages asked directly", { standIns: STAND_INS }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(async () => {
    await browser.close();
    environment().world.set("ring.com", FINE);
  });

  /** Ring fails while two other sites work. */
  async function failRing(settings: object): Promise<Page> {
    browser = await environment().openBrowser();
    await browser.inExtension(`browser.storage.local.set(${JSON.stringify(settings)})`);
    const page = await browser.newPage();
    for (const { host } of STAND_INS.slice(0, 2)) await browser.visit(page, `https://${host}/`);
    environment().world.set("ring.com", [503], "page");
    await browser.visit(page, "https://ring.com/");
    await wait(RETRY);
    await browser.visit(page, "https://ring.com/");
    const tabId = await browser.tabIdOf(page);
    await badgeSays(browser, tabId, "site");
    return await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  }

  test("a status page is asked on a click where no feed is set, quoted, and not asked again within a minute", async () => {
    const popup = await failRing({ builtInFeedOff: true });
    await says(popup, "No outage feed answers.", "[data-testid=direct]");
    await popup.click("[data-testid=direct] button");
    await says(popup, "Ring says that something is wrong.", "[data-testid=direct]");
    await says(popup, "A fix has been implemented.", "[data-testid=official]");
    await popup.click("[data-testid=direct] button");
    await says(popup, "asked less than a minute ago", "[data-testid=direct]");
  });

  test("a status page is asked without a click where the person has set that", async () => {
    const popup = await failRing({ builtInFeedOff: true, askStatusPages: true });
    await says(popup, "Live view is slow", "[data-testid=official]");
  });

  test("no status page is offered while a feed answers", async () => {
    const popup = await failRing({ askStatusPages: true });
    await waitUntil(async () => (await popup.$("[data-feed=fresh]")) !== null);
    expect(await popup.$("[data-testid=direct]")).toBeNull();
    expect(await browser.inExtension("browser.storage.local.get('directAnswers')")).toEqual({});
  });
});
