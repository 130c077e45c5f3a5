import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";

/** The popup as a person reads it. */
export type PopupReading = {
  scope: string;
  cause: string;
  subject: string;
  headline: string;
  /** The statement of the provider; empty where the popup shows none. */
  official: string;
  /** The number of reports that the popup names; null where it names none. */
  reports: number | null;
  text: string;
};

const READ = `(() => {
  const text = (selector) => document.querySelector(selector)?.innerText ?? "";
  const main = document.querySelector("[data-scope]");
  return {
    scope: main?.dataset.scope ?? "", cause: main?.dataset.cause ?? "", subject: main?.dataset.subject ?? "",
    headline: text("[data-testid=headline]"), official: text("[data-testid=official]"), crowd: text("[data-testid=crowd]"), text: document.body.innerText,
  };
})()`;

/** Opens the popup of a tab, reads it, takes its picture where a path is given, and closes it. */
export async function readPopup(browser: ExtensionBrowser, tabId: number, picture?: string): Promise<PopupReading> {
  const page = await openPopup(browser, tabId);
  const { crowd, ...reading } = (await page.evaluate(READ)) as Omit<PopupReading, "reports"> & { crowd: string };
  if (picture !== undefined) await page.screenshot({ path: picture as `${string}.png`, fullPage: true });
  await page.close();
  return { ...reading, reports: reportsIn(crowd) };
}

/** Presses "Check now" in the popup of a tab, and waits until the feed was fetched. */
export async function refreshFeed(browser: ExtensionBrowser, tabId: number): Promise<void> {
  const page = await openPopup(browser, tabId);
  await page.click("[data-testid=feed] button").catch(() => null);
  await waitUntil(
    async () => (await page.evaluate(`document.querySelector("[data-testid=feed] button")?.disabled`)) === false,
    12_000,
  ).catch(() => null);
  await page.close();
}

/** Looks a service up on the dashboard, as somebody does who has no tab of it, and returns the reports that it names. */
export async function searchReports(browser: ExtensionBrowser, service: string, picture: string): Promise<number | null> {
  const page = await browser.openExtensionPage("dashboard.html");
  await page.setViewport({ width: 900, height: 900 });
  await page.bringToFront();
  await page.waitForSelector("input[type=search]");
  await page.type("input[type=search]", service);
  await page.waitForSelector(".found button");
  await page.click(".found button");
  await page.waitForSelector("[data-testid=search-answer]");
  await wait(300);
  const crowd = (await page.evaluate(
    `document.querySelector("[data-testid=search-answer] [data-testid=crowd]")?.innerText ?? ""`,
  )) as string;
  await page.screenshot({ path: picture as `${string}.png`, fullPage: true });
  await page.close();
  return reportsIn(crowd);
}

async function openPopup(browser: ExtensionBrowser, tabId: number): Promise<Page> {
  const page = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  await page.setViewport({ width: 380, height: 600 });
  await page.bringToFront();
  await waitUntil(async () => ["", "waiting"].includes(((await page.evaluate(READ)) as PopupReading).scope) === false);
  // The picture is taken when nothing moves any more.
  await wait(300);
  return page;
}

function reportsIn(crowd: string): number | null {
  const number = /([\d,.]+) reports? now/.exec(crowd.replace(/[\u2066-\u2069]/g, ""))?.[1];
  return number === undefined ? null : Number(number.replace(/[,.]/g, ""));
}
